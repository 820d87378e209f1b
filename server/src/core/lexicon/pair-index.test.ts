import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/arbitraries.js';
import { createPairIndex, createPairTest } from './pair-index.js';

describe('createPairIndex', () => {
  it('finds all values whose keys begin with two units, in their order', () => {
    const index = createPairIndex([
      ['书记', 1],
      ['主任', 2],
      ['书记员', 3],
      ['长', 4],
    ]);
    const get = (pair: string): readonly number[] | undefined =>
      index.get(pair.charCodeAt(0), pair.charCodeAt(1));
    expect(get('书记')).toEqual([1, 3]);
    expect(get('主任')).toEqual([2]);
    expect(get('任主')).toBeUndefined();
    expect(get('长')).toBeUndefined();
  });
  it('agrees with comparing one by one', () => {
    const pair = fc.string({
      minLength: 2,
      maxLength: 2,
      unit: fc.constantFrom('市', '委', '书', '记', 'a', '\uffff'),
    });
    fc.assert(
      fc.property(fc.array(pair), pair, (pairs, wanted) => {
        const index = createPairIndex(pairs.map((one, i) => [one, i]));
        const expected = pairs.flatMap((one, i) => (one === wanted ? [i] : []));
        expect(index.get(wanted.charCodeAt(0), wanted.charCodeAt(1)) ?? []).toEqual(expected);
        expect(createPairTest(pairs)(`x${wanted}y`)).toBe(pairs.includes(wanted));
      }),
      { numRuns: runs(200) },
    );
  });
});
