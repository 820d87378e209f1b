import { describe, expect, it } from 'vitest';
import { applyEdits, sortEdits, withoutOverlaps, type TextEdit } from './edit.js';

const edit = (start: number, end: number, newText = ''): TextEdit => ({
  start,
  end,
  newText,
  kind: 'furniture-removed',
});

describe('applyEdits', () => {
  it('replaces, inserts and removes in any order given', () => {
    expect(applyEdits('甲乙丙丁', [edit(3, 4, 'D'), edit(0, 1, 'A'), edit(2, 2, '-')])).toBe('A乙-丙D');
  });
  it('keeps insertions at one place in their order', () => {
    expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
  });
  it('keeps line ends and astral characters', () => {
    expect(applyEdits('𠮷\r\n會\r', [edit(4, 5, '会')])).toBe('𠮷\r\n会\r');
  });
  it.each([
    ['that overlap', [edit(0, 2), edit(1, 3)]],
    ['outside the text', [edit(3, 9)]],
    ['that end before they start', [edit(2, 1)]],
  ])('refuses edits %s', (_, edits) => {
    expect(() => applyEdits('abcd', edits)).toThrow(RangeError);
  });
});

describe('withoutOverlaps', () => {
  it('keeps the edit that starts first', () => {
    expect(withoutOverlaps([edit(2, 5), edit(0, 3), edit(5, 6)])).toEqual([edit(0, 3), edit(5, 6)]);
  });
  it('keeps the longer of two that start together, and an insertion there', () => {
    const insertion = edit(2, 2, '\n');
    expect(withoutOverlaps([edit(2, 3, '\n'), edit(2, 6), insertion, edit(4, 5, '：')])).toEqual([
      insertion,
      edit(2, 6),
    ]);
  });
  it('lets wait what lies inside an edit that waits, but nothing that reaches beyond it', () => {
    const [first, waiting, inside] = [edit(0, 4), edit(3, 9), edit(5, 6, '：')];
    expect(withoutOverlaps([first, waiting, inside])).toEqual([first]);
    expect(withoutOverlaps([first, waiting, edit(8, 11)])).toEqual([first, edit(8, 11)]);
  });
  it('keeps neighbours', () => {
    expect(withoutOverlaps([edit(0, 2), edit(2, 4)])).toHaveLength(2);
  });
  it('keeps one of two equal removals', () => {
    expect(withoutOverlaps([edit(0, 2), edit(0, 2)])).toEqual([edit(0, 2)]);
  });
});

it('sortEdits leaves what it was given alone', () => {
  const edits = [edit(4, 5), edit(0, 1)];
  expect(sortEdits(edits)).toEqual([edit(0, 1), edit(4, 5)]);
  expect(edits[0]?.start).toBe(4);
});
