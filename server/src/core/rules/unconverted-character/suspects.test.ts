import { describe, expect, it } from 'vitest';
import { createConverter } from '../../script/converter.js';
import { CharacterClass, classOf, simplifyCharacters } from '../../script/characters.js';
import { SUSPECTS } from './suspects.js';

const converter = createConverter();

/** Words of Taiwan that the dictionaries lack. */
const TAIWANESE: ReadonlySet<string> = new Set(['整并']);
/** 裏 and 裡 are one character of two places. */
const sameForm = (character: string): string => (character === '裏' ? '裡' : character);

describe.each(SUSPECTS.map((one) => [one.character, one] as const))('%s', (character, { forms }) => {
  it('is of the class that the search exits by', () => {
    expect(classOf(character.charCodeAt(0)) & CharacterClass.suspect).not.toBe(0);
  });

  it('is replaced as phrases of the dictionaries have it', () => {
    const simplified = simplifyCharacters(character);
    const wrong: string[] = [];
    for (const { target, words } of forms)
      for (const { left = '', right = '' } of words) {
        const found = [
          ...Array.from(left, (one) => [one + simplified, 1] as const),
          ...Array.from(right, (one) => [simplified + one, 0] as const),
        ];
        for (const [word, index] of found) {
          const converted = converter.convert(word, 's2t');
          if (sameForm(converted.charAt(index)) !== target && !TAIWANESE.has(word))
            wrong.push(`${word} gives ${converted}, not ${target}`);
        }
      }
    expect(wrong).toEqual([]);
  });
});
