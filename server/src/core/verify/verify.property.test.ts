import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { isHanUnit } from '../script/characters.js';
import { createConverter, type ConvertTarget } from '../script/converter.js';
import type { ConfigName } from '../script/opencc/index.js';
import { anyText, damagedText, runs } from '../testing/arbitraries.js';
import { CLEAN_REPORTS } from '../testing/clean-reports.js';
import { annotate, doubleMarks, foldMarks, loseIndents } from '../testing/damage.js';
import { readRulePage } from '../testing/rule-page.js';
import { converted, service, settings } from '../testing/service.js';
import { createScriptPairs } from './script-pairs.js';
import { createVerifier } from './verify.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

const converter = createConverter();
const verifier = createVerifier({
  parse: (text, own) => service.parse(text, own),
  rules: service.rules,
  converter,
  transcoder: createTranscoder(),
});
const isPair = createScriptPairs((text, glyphs) => converter.convert(text, glyphs));
const SETTINGS = settings();

/** A corrected name is another wording, however right: a person has to see it. */
const KEEPING_WORDS = new Set(
  service.rules.filter(({ edits }) => !edits.includes('name-corrected')).map(({ id }) => id),
);

/**
 * Everything else the product does to a text by itself. Not among it: two conversions one after the other, which
 * may lead to another word (乾 to 干 to 幹).
 */
const fixed = (include: 'exact' | 'review') => (text: string) =>
  service.fix(text, SETTINGS, include === 'exact' ? { include } : { include, rules: KEEPING_WORDS }).text;
const to = (target: ConvertTarget) => (text: string) => converted(text, { to: target });
/** OpenCC's own result, which knows no names, no notes and no lines of the other script. */
const plain = (config: ConfigName) => (text: string) => converter.engine.plain(text, config);
const WORK: readonly ((text: string) => string)[] = [
  ...(['t2s', 's2t', 'tw2s', 's2hk', 'hk2s', 't2tw'] as const).map(plain),
  fixed('exact'),
  fixed('review'),
  ...(['simplified', 'traditional', 'tw', 'hk'] as const).map(to),
  (text) => fixed('exact')(to('simplified')(text)),
  (text) => to('simplified')(fixed('exact')(text)),
  (text) => fixed('review')(to('tw')(text)),
];
const work = fc.constantFrom(...WORK);

const rulesFolder = join(import.meta.dirname, '../rules');
const EXAMPLES = readdirSync(rulesFolder)
  .map((id) => join(rulesFolder, id, 'rule.md'))
  .filter((path) => existsSync(path))
  .flatMap((path) => {
    const { bad, good } = readRulePage(readFileSync(path, 'utf8'));
    return [...bad, ...good].map(({ text }) => text);
  });
const DAMAGED = CLEAN_REPORTS.flatMap(({ text }) => [
  text,
  foldMarks(text),
  annotate(foldMarks(text), { characters: 12 }),
  doubleMarks(loseIndents(text), 5),
]);

it('leaves most rules to be tried', () => {
  expect(KEEPING_WORDS.size).toBeGreaterThan(service.rules.length - 3);
});

describe('what the product does verifies', () => {
  const check = (text: string, change: (text: string) => string): void => {
    const changed = change(text);
    const result = verifier(text, changed, SETTINGS);
    expect(result.kind === 'undeclared' ? [result, text, changed] : 'ok').toBe('ok');
  };
  it.each(WORK.map((change, i) => [i, change] as const))('on every example, way %i', (_, change) => {
    for (const text of [...EXAMPLES, ...DAMAGED]) check(text, change);
  });
  it.each([...KEEPING_WORDS])('on every example, by the rule %s alone', (id) => {
    for (const text of [...EXAMPLES, ...DAMAGED])
      check(text, (one) => service.fix(one, SETTINGS, { include: 'review', rules: new Set([id]) }).text);
  });
  // Half a pair has no UTF-8 form: no file holds one.
  const whole = (text: string): boolean => !/\p{Surrogate}/u.test(text);
  it('on reports damaged at random', () => {
    const damaged = damagedText([...DAMAGED, ...EXAMPLES]).filter(whole);
    fc.assert(fc.property(damaged, work, check), { numRuns: runs(150) });
  });
  it('on any text', () => {
    fc.assert(fc.property(anyText.filter(whole), work, check), { numRuns: runs(300) });
  });
});

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((unit) => String.fromCharCode(unit));
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('one character of wording does not', () => {
  /** The offset of a Han character of the text. */
  const hanAt = (text: string, share: number): number => {
    const all = Array.from({ length: text.length }, (_, i) => i).filter((i) => isHanUnit(text.charCodeAt(i)));
    return all[Math.floor(share * all.length)] ?? -1;
  };
  it('when it became another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAMAGED), work, place, han, (text, change, share, character) => {
        const changed = change(text);
        const at = hanAt(changed, share);
        const before = changed.charAt(at);
        fc.pre(at >= 0 && before !== character && !isPair(before, character));
        const mutant = changed.slice(0, at) + character + changed.slice(at + 1);
        expect(verifier(text, mutant, SETTINGS).kind).toBe('undeclared');
      }),
      { numRuns: runs(150) },
    );
  });
  it('when it went', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAMAGED), work, place, (text, change, share) => {
        const changed = change(text);
        const at = hanAt(changed, share);
        const mutant = changed.slice(0, at) + changed.slice(at + 1);
        expect(verifier(text, mutant, SETTINGS).kind).toBe('undeclared');
      }),
      { numRuns: runs(150) },
    );
  });
  it('when it came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAMAGED), work, place, han, (text, change, share, character) => {
        const changed = change(text);
        const at = hanAt(changed, share);
        const mutant = changed.slice(0, at) + character + changed.slice(at);
        expect(verifier(text, mutant, SETTINGS).kind).toBe('undeclared');
      }),
      { numRuns: runs(150) },
    );
  });
  it('when a line went or two lines changed places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAMAGED), place, fc.boolean(), (text, share, swap) => {
        const lines = text.trimEnd().split('\n');
        const at = Math.floor(share * (lines.length - 1));
        const [a = '', b = ''] = lines.slice(at, at + 2);
        const rest = swap ? [b, a] : [b];
        const mutant = [...lines.slice(0, at), ...rest, ...lines.slice(at + 2), ''].join('\n');
        expect(verifier(text, mutant, SETTINGS).kind).toBe('undeclared');
      }),
      { numRuns: runs(100) },
    );
  });
});
