import { describe, expect, it } from 'vitest';
import { mark } from '../testing/marked-text.js';
import { parse } from '../testing/service.js';
import { createPhraseMatcher } from './phrases.js';

const found = (text: string): string => mark(text, parse(text).phrases);
const phrases = (text: string): string[] => parse(text).phrases.map(({ phrase }) => phrase);

describe('set phrases', () => {
  it.each([
    '四个意识',
    '四个自信',
    '两个维护',
    '外防输入、内防反弹',
    '联防联控',
    '群防群控',
    '六稳',
    '六保',
    '四早',
    '五早',
    '两不愁三保障',
    '动态清零',
    '二十条',
    '一岗双责',
    '四方责任',
  ])('%s is in the lexicon', (phrase) => {
    expect(phrases(`要做到“${phrase}”。`)).toContain(phrase);
  });
  it('are found in Traditional text and through pinyin notes', () => {
    expect(found('增強“四個意識”,做到兩個維護')).toBe('增強“⟦四個意識⟧”,做到⟦兩個維護⟧');
    const text = '堅(jiān)持聯(lián)防聯(lián)控,做到“兩個(gè)維護(hù)”';
    expect(found(text)).toBe('堅(jiān)持⟦聯(lián)防聯(lián)控⟧,做到“⟦兩個(gè)維護(hù)⟧”');
  });
  it.each(['外防输入、内防反弹', '外防输入,内防反弹', '外防输入，内防反弹'])(
    'may be written with another mark: %s',
    (text) => {
      expect(parse(text).phrases).toEqual([{ phrase: '外防输入、内防反弹', start: 0, end: 9 }]);
    },
  );
  it('are found without their quotation marks and inside other words', () => {
    expect(found('落实“六稳”“六保”任务')).toBe('落实“⟦六稳⟧”“⟦六保⟧”任务');
  });
  it('do not overlap: the longest wins', () => {
    const entry = (phrase: string): Parameters<typeof createPhraseMatcher>[0][number] => ({
      phrase,
      meaning: { zh: '', en: '' },
      source: 's',
      checked: false,
    });
    const matcher = createPhraseMatcher([entry('甲乙'), entry('甲乙、丙丁'), entry('丙丁')]);
    expect(matcher.find('甲乙,丙丁甲乙丙丁').map(({ phrase }) => phrase)).toEqual([
      '甲乙、丙丁',
      '甲乙',
      '丙丁',
    ]);
  });
  it('are found behind characters outside the basic plane', () => {
    const entry = { phrase: '甲乙丙丁戊己', meaning: { zh: '', en: '' }, source: 's', checked: false };
    const matcher = createPhraseMatcher([entry]);
    expect(matcher.find('\u{20000}甲乙丙丁戊己')).toEqual([{ phrase: '甲乙丙丁戊己', start: 2, end: 8 }]);
    expect(matcher.findNear('\u{20000}甲乙丙子戊己')).toEqual([{ phrase: '甲乙丙丁戊己', start: 2, end: 8 }]);
    expect(matcher.findNear('甲乙丁戊己')).toEqual([{ phrase: '甲乙丙丁戊己', start: 0, end: 5 }]);
    expect(matcher.findNear('甲乙丙丁戊子,甲乙丙丁')).toEqual([]);
  });
  it('are found by their variants, under the headword', () => {
    const entry = {
      phrase: '新发展理念',
      variants: ['五大发展理念'],
      meaning: { zh: '', en: '' },
      source: 's',
      checked: true,
    };
    expect(createPhraseMatcher([entry]).find('五大发展理念')).toEqual([
      { phrase: '新发展理念', start: 0, end: 6 },
    ]);
  });
  it('are none in a text that merely resembles one', () => {
    expect(phrases('四个认识,六种稳定,联合防控')).toEqual([]);
  });
});
