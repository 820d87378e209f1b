import { describe, expect, it } from 'vitest';
import { readMarked } from '../testing/marked-text.js';
import { service } from '../testing/service.js';
import { applyEdits } from '../text/edit.js';
import { furtherChoices } from './conversion-choices.js';
import { conversionHover, type ConversionHoverOptions } from './conversion-hover.js';

const DEFAULTS: ConversionHoverOptions = { language: 'en', protected: [], script: 'any' };

/** The card at the mark `‸`, in front of the character. */
function hover(marked: string, options: Partial<ConversionHoverOptions> = {}): string | undefined {
  const { text, cursors } = readMarked(marked);
  const [offset = 0] = cursors;
  return conversionHover(service.parse(text), offset, service.converter, { ...DEFAULTS, ...options })
    ?.markdown;
}

describe('hover on a character that converts', () => {
  it('names the word that decides', () => {
    expect(hover('会议强调,‸干部要带头,压实责任。')).toBe(
      '**干** → **幹**: by the word 干部.\n\nIt also stands for 乾 干.',
    );
    expect(hover('会议强调,保持‸干燥,压实责任。')).toMatch(/^\*\*干\*\* → \*\*乾\*\*: by the word 干燥\./);
  });
  it('says that a word decides where nothing changes', () => {
    expect(hover('会议强调,不得‸干涉,压实责任。')).toMatch(
      /^\*\*干\*\* → \*\*干\*\*: by the words of the dictionaries\./,
    );
  });
  it('says that nothing decides', () => {
    expect(hover('会议强调,大家看着‸干,压实责任。')).toMatch(/no word decides/);
  });
  it('sees no word across the end of another', () => {
    expect(hover('会议强调,踏上新‸征程,压实责任。')).toMatch(
      /^\*\*征\*\* → \*\*征\*\*: by the words of the dictionaries\./,
    );
    expect(hover('会议强调,书记指明‸了方向。', { script: 'traditional' })).toMatch(
      /^\*\*了\*\* → \*\*了\*\*: no word decides/,
    );
    expect(hover('会议强调,信任好‸干部。')).toMatch(/^\*\*干\*\* → \*\*幹\*\*: by the word 干部\./);
  });
  it('says that it stands in a name', () => {
    expect(hover('市长罗‸干主持会议,强调责任。')).toMatch(
      /^\*\*干\*\* → \*\*干\*\*: as part of the name 罗干: .*confirm/,
    );
  });
  it('says that it is protected', () => {
    expect(hover('会议强调,到‸后里去,压实责任。', { protected: ['后里'] })).toMatch(/protected word/);
  });
  it('names the forms of Taiwan and Hong Kong', () => {
    expect(hover('会议强调,到那‸里去,压实责任。')).toContain('**裏** (Taiwan 裡)');
  });
  it('explains a single target only where the text is to be converted', () => {
    expect(hover('‸会议强调责任,压实措施。')).toBeUndefined();
    expect(hover('‸会议强调责任,压实措施。', { script: 'traditional' })).toBe(
      '**会** → **會**: its only target.',
    );
    expect(hover('会议强调责任,压实措施。‸會議開始。')).toBe('**會** → **会**: its only target.');
  });
  it('keeps quiet over labels and over forms of one word', () => {
    expect(hover('清溪市召开会议\n‸发布日期:2021-05-06\n会议强调责任,压实措施。')).toBeUndefined();
    expect(hover('会议强调,各‸家各户要压实责任。')).toBeUndefined();
  });
  it('has full-width marks in Chinese', () => {
    const cards = [
      hover('会议强调,到那‸里去,压实责任。', { language: 'zh-cn' }),
      hover('會議強調,大家看著‸幹,壓實責任。', { language: 'zh-cn' }),
    ];
    expect(cards[0]).toMatch(/^\*\*里\*\* → \*\*裏\*\*（台湾 裡）：/);
    expect(cards[1]).toMatch(/^\*\*幹\*\*（来自“干”）：.+。\n\n还可能对应：/);
    for (const card of cards) expect(card).not.toMatch(/[,.:;()]/);
  });
  it('has nothing to say of a character that is the same in both scripts, of a mark and of the end', () => {
    expect(hover('会议强调责任,压实措施,‸中文。', { script: 'traditional' })).toBeUndefined();
    expect(hover('会议强调责任‸,压实措施。')).toBeUndefined();
    expect(hover('会议强调责任‸')).toBeUndefined();
  });
});

describe('hover on a character of a Traditional text', () => {
  it('says what it comes from and what else that could be', () => {
    expect(hover('會議強調,‸幹部要帶頭,壓實責任。')).toBe(
      '**幹** (from 干): by the word 幹部.\n\nIt also stands for 乾 干.',
    );
    expect(hover('會議強調,大家看著‸幹,壓實責任。', { language: 'zh-cn' })).toMatch(/来自“干”.*没有词语可依/);
  });
});

it('the light bulb has the choices behind the first', () => {
  const text = '會議強調,大家要看著幹,壓實責任、排查隱患。';
  const report = service.parse(text);
  const at = text.indexOf('幹');
  const choices = furtherChoices(report, { start: at, end: at }, service.converter, 'en');
  expect(choices.map(({ title }) => title)).toEqual(['Replace 幹 with 干']);
  expect(applyEdits(text, choices[0]?.edits ?? [])).toBe('會議強調,大家要看著干,壓實責任、排查隱患。');
  expect(furtherChoices(report, { start: 0, end: 2 }, service.converter, 'en')).toEqual([]);
});
