import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCommandLine } from '../../server/src/cli/testing/run.js';
import { converted } from '../../server/src/core/testing/service.js';

const NAMES: readonly (readonly [name: string, expected: string])[] = [
  ['范荣晖', '范榮暉'],
  ['郁慕明', '郁慕明'],
  ['余若薇', '余若薇'],
  ['于长洪', '于長洪'],
  ['后成龙', '后成龍'],
  ['罗干', '羅干'],
  ['岳新', '岳新'],
  ['台建华', '台建華'],
  ['干宝', '干寶'],
  ['种伟', '种偉'],
  ['方万云', '方萬云'],
];

it('names convert as names on the command line as in the editor, alone and in a sentence', async () => {
  const line = createCommandLine();
  const texts = NAMES.flatMap(([name, expected]) => [
    [name, expected] as const,
    [`市委书记${name}主持会议`, `市委書記${expected}主持會議`] as const,
  ]);
  const files = texts.map(([text], i) => line.write(`${String(i)}.txt`, text));
  const { code, out } = await line.run('convert', '--to', 'tw', '.');
  expect(code).toBe(0);
  texts.forEach(([text, expected], i) => {
    expect(readFileSync(files[i] ?? '', 'utf8'), text).toBe(expected);
    expect(converted(text, { to: 'tw' }), text).toBe(expected);
  });
  expect(out).toContain('羅干');
  expect(out).toMatch(/to confirm/);
});
