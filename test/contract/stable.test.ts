import { describe, expect, it } from 'vitest';
import { service, settings } from '../../server/src/core/testing/service.js';
import { fixtureReports } from './support/paths.js';

const SCRIPTS = ['any', 'simplified', 'traditional'] as const;
const CLASSES = ['exact', 'review'] as const;

describe.each(fixtureReports())('$name', ({ text }) => {
  it.each(SCRIPTS.flatMap((script) => CLASSES.map((include) => [script, include] as const)))(
    'in a corpus of script %s, a second run of fixes of class %s changes nothing and finds nothing to fix',
    (script, include) => {
      const chosen = settings({ script });
      const { text: fixed } = service.fix(text, chosen, { include });
      expect(service.fix(fixed, chosen, { include })).toEqual({ text: fixed, counts: {}, failures: [] });
      if (script === 'any' || include === 'exact') return;
      const { majority } = service.parse(fixed).script;
      expect(majority ?? script).toBe(script);
    },
  );

  it('comes out the same whether exact fixes run first or together with the others', () => {
    const exact = service.fix(text, settings(), { include: 'exact' }).text;
    const stepwise = service.fix(exact, settings(), { include: 'review' }).text;
    expect(stepwise).toBe(service.fix(text, settings(), { include: 'review' }).text);
  });
});
