import { describe, expect, it } from 'vitest';
import { isToned, readingCode } from './pinyin.js';

const codeOf = (text: string): number => readingCode(text, 0, text.length);

describe('readingCode', () => {
  it.each(['huì', 'zhuàng', 'ér', 'ān', 'lǜ', 'nǚ', 'lüè', 'yuán', 'xiōng', 'nǐ', 'guǎng', 'wèng', 'é', 'ō'])(
    '%s carries a tone',
    (text) => {
      expect(codeOf(text)).not.toBe(0);
      expect(isToned(codeOf(text))).toBe(true);
    },
  );
  it.each(['men', 'de', 'lv', 'nv', 'ma', 'zi'])('%s carries none', (text) => {
    expect(codeOf(text)).not.toBe(0);
    expect(isToned(codeOf(text))).toBe(false);
  });
  it('takes the letter ɡ of phonetic fonts', () => {
    expect(codeOf('ɡuān')).toBe(codeOf('guān'));
  });
  it.each(['', 'active', 'abs', 'km', 'v', 'huìyì', 'hùì', 'xb', 'zhuangg', 'HUÌ', 'bing1', 'é́'])(
    '%j is no syllable',
    (text) => {
      expect(codeOf(text)).toBe(0);
    },
  );
  it('tells readings apart by letters, mark and place of the mark', () => {
    const codes = ['huì', 'huí', 'hui', 'hùi', 'hù', 'kuì'].map(codeOf);
    expect(new Set(codes).size).toBe(codes.length);
    expect(readingCode('會(huì)', 2, 5)).toBe(codeOf('huì'));
  });
});
