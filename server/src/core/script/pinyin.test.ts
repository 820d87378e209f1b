import { describe, expect, it } from 'vitest';
import { readSyllable } from './pinyin.js';

describe('readSyllable', () => {
  it.each(['huì', 'zhuàng', 'ér', 'ān', 'lǜ', 'nǚ', 'lüè', 'yuán', 'xiōng', 'nǐ', 'guǎng', 'wèng', 'é', 'ō'])(
    '%s carries a tone',
    (text) => {
      expect(readSyllable(text)).toEqual({ toned: true });
    },
  );
  it.each(['men', 'de', 'lv', 'nv', 'ma', 'zi'])('%s carries none', (text) => {
    expect(readSyllable(text)).toEqual({ toned: false });
  });
  it('takes the letter ɡ of phonetic fonts', () => {
    expect(readSyllable('ɡuān')).toEqual({ toned: true });
  });
  it.each(['', 'active', 'abs', 'km', 'v', 'huìyì', 'hùì', 'xb', 'zhuangg', 'HUÌ', 'bing1', 'é́'])(
    '%j is no syllable',
    (text) => {
      expect(readSyllable(text)).toBeUndefined();
    },
  );
});
