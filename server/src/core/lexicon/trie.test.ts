import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/arbitraries.js';
import { createTrie } from './trie.js';

/** All values whose key a text begins with. */
function found<T>(trie: ReturnType<typeof createTrie<T>>, text: string): T[] {
  const values: T[] = [];
  for (let i = 0, node = 0; i < text.length; i++) {
    node = trie.step(node, text.charCodeAt(i));
    if (node < 0) break;
    values.push(...(trie.values(node) ?? []));
  }
  return values;
}

describe('createTrie', () => {
  it('finds every key that a text begins with', () => {
    const trie = createTrie([
      ['市委', 1],
      ['市委书记', 2],
      ['市长', 3],
      ['市委', 4],
    ]);
    expect(found(trie, '市委书记张')).toEqual([1, 4, 2]);
    expect(found(trie, '市民')).toEqual([]);
    expect(found(trie, '')).toEqual([]);
  });
  it('is empty without keys', () => {
    expect(found(createTrie([]), '市委')).toEqual([]);
  });
  it('agrees with comparing one by one', () => {
    const key = fc.string({
      minLength: 1,
      maxLength: 5,
      unit: fc.constantFrom('市', '委', '书', '\ud83d', 'a'),
    });
    fc.assert(
      fc.property(fc.array(key), key, (keys, text) => {
        const trie = createTrie(keys.map((one) => [one, one] as const));
        const expected = keys.filter((one) => text.startsWith(one));
        expect(found(trie, text).sort()).toEqual(expected.sort());
      }),
      { numRuns: runs(200) },
    );
  });
});
