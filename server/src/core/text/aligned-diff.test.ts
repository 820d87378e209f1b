import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, runs } from '../testing/arbitraries.js';
import { alignedEdits } from './aligned-diff.js';
import { applyEdits } from './edit.js';

describe('alignedEdits', () => {
  it('is empty for equal texts', () => {
    expect(alignedEdits('会议', '会议', 0, 'script-converted')).toEqual([]);
  });
  it('leaves unchanged characters out', () => {
    expect(alignedEdits('會議好開', '会议好开', 10, 'script-converted')).toEqual([
      { start: 10, end: 12, newText: '会议', kind: 'script-converted' },
      { start: 13, end: 14, newText: '开', kind: 'script-converted' },
    ]);
  });
  it('never cuts a surrogate pair', () => {
    // 𠀀 and 𠀁 share their first half.
    expect(alignedEdits('a𠀀b', 'a𠀁b', 0, 'script-converted')).toEqual([
      { start: 1, end: 3, newText: '𠀁', kind: 'script-converted' },
    ]);
    expect(alignedEdits('a𠀀b', 'ab', 0, 'script-converted')).toEqual([
      { start: 1, end: 3, newText: '', kind: 'script-converted' },
    ]);
    // 𠀀 and 𡀀 share their second half.
    expect(alignedEdits('x𠀀', 'xy𡀀', 0, 'script-converted')).toEqual([
      { start: 1, end: 3, newText: 'y𡀀', kind: 'script-converted' },
    ]);
  });
  it('goes on character by character behind one that became astral', () => {
    expect(alignedEdits('纕会议', '𬙋会議', 0, 'script-converted')).toEqual([
      { start: 0, end: 1, newText: '𬙋', kind: 'script-converted' },
      { start: 2, end: 3, newText: '議', kind: 'script-converted' },
    ]);
  });
  it('gives one edit where the lengths differ', () => {
    expect(alignedEdits('甲乙丙', '甲子丑丙', 0, 'script-converted')).toEqual([
      { start: 1, end: 2, newText: '子丑', kind: 'script-converted' },
    ]);
  });
  it('turns any text into any other', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(applyEdits(before, alignedEdits(before, after, 0, 'script-converted'))).toBe(after);
      }),
      { numRuns: runs(300) },
    );
  });
});
