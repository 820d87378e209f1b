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

/** What the clean text and another one have in common after the damage: nothing can tell which it was. */
describe('known limits', () => {
  const HEAD = '清溪市召开防汛工作会议\n2021-06-13 09:20 来源：清溪日报\n';
  const LEAD = '6月12日，清溪市召开防汛工作会议，分析当前汛情，部署下一步工作。';
  it.each<readonly [why: string, clean: string, damage: Damage, mended: string]>([
    [
      'an ideographic space inside a line: a typed space looks the same',
      '市长　钟子期',
      foldMarks,
      '市长 钟子期',
    ],
    [
      'brackets around Latin text alone: ASCII is right there too',
      '总值（GDP）增长',
      foldMarks,
      '总值(GDP)增长',
    ],
    ['a colon between digits: a ratio or a time', '比例为3：2。', foldMarks, '比例为3:2。'],
    [
      'marks doubled that may be doubled on purpose',
      '太好了！',
      (text) => text.replace('！', '！！'),
      '太好了！！',
    ],
    ['a mark tripled: an ellipsis', '再等等。', (text) => text.replace('等。', '等。。。'), '再等等。。。'],
    [
      'notes on two characters only',
      '會後開會',
      (text) => text.replaceAll('會', '會(huì)'),
      '會(huì)後開會(huì)',
    ],
  ])('%s', (_, clean, damage, result) => {
    const around = (text: string): string => `${HEAD}${LEAD}${text}${LEAD}\n`;
    const mended = exact(damage(around(clean)));
    expect(mended).toBe(around(result));
    expect(exact(mended)).toBe(mended);
  });
});
