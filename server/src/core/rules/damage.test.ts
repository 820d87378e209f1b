import { describe, expect, it } from 'vitest';
import { CLEAN_REPORTS } from '../testing/clean-reports.js';
import { annotate, doubleMarks, foldMarks, loseIndents, type NoteStyle } from '../testing/damage.js';
import { findings, service, settings } from '../testing/service.js';

type Damage = (text: string) => string;

const NOTES: readonly (readonly [string, NoteStyle])[] = [3, 20, Infinity].flatMap((characters) => [
  [`notes on ${String(characters)} characters`, { characters }] as const,
  [`notes on ${String(characters)} characters behind a space`, { characters, before: ' ' }] as const,
  [
    `notes on ${String(characters)} characters in full-width brackets`,
    { characters, brackets: ['（', '）'] },
  ] as const,
]);
const COMMON: readonly (readonly [string, Damage])[] = [
  ['a width fold', foldMarks],
  ['lost indents', loseIndents],
  ['every mark doubled', (text) => doubleMarks(text, 1)],
  ['every third mark doubled', (text) => doubleMarks(text, 3)],
  ['a fold of doubled marks', (text) => foldMarks(doubleMarks(text, 2))],
  ['lost indents and doubled marks', (text) => loseIndents(doubleMarks(text, 2))],
];

function exact(text: string): string {
  return service.fix(text, settings(), { include: 'exact' }).text;
}

describe.each(CLEAN_REPORTS)('$name', ({ text, script }) => {
  it('is clean: no finding above a hint but contact data and glosses', () => {
    const found = findings(text).filter(
      ({ severity, rule }) => severity !== 'hint' && rule !== 'contact-data' && rule !== 'pinyin-residue',
    );
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(exact(text)).toBe(text);
  });

  it.each(COMMON)('comes back from %s', (_, damage) => {
    expect(exact(damage(text))).toBe(text);
  });

  if (script === 'traditional') {
    it.each(NOTES)('comes back from %s', (_, style) => {
      expect(exact(annotate(text, style))).toBe(text);
    });
    it.each(NOTES)('comes back from all damage with %s', (_, style) => {
      const damaged = foldMarks(annotate(doubleMarks(text, 2), style));
      expect(exact(damaged)).toBe(text);
      expect(exact(annotate(foldMarks(text), style))).toBe(text);
    });
  }
});
