import type { Converter } from '../script/converter.js';

/** Whether one character is the other's conversion in some configuration. */
export type IsScriptPair = (before: string, after: string) => boolean;

/** The configurations between the scripts, and the standards of Traditional; the others are their way back. */
const CONFIGURATIONS = ['t2s', 's2t', 'tw2s', 's2tw', 'hk2s', 's2hk', 't2tw', 't2hk'] as const;

/**
 * Tells characters that differ by script from characters that differ in meaning: 于 and 於, 后 and 後, but not 髮
 * and 發, which are two words. Conversion to Traditional chooses by the words around, so both directions are asked:
 * what stands for several is found from each of them. Whether the words allow it, {@link ScriptChanges} knows.
 */
export function createScriptPairs(convert: Converter['convert']): IsScriptPair {
  const known = new Map<string, boolean>();
  return (before, after) => {
    const key = before + after;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = CONFIGURATIONS.some(
        (glyphs) => convert(before, glyphs) === after || convert(after, glyphs) === before,
      );
      known.set(key, answer);
    }
    return answer;
  };
}
