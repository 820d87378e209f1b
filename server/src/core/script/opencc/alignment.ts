import type { OffsetMap } from './types.js';

/** What a mark says of its stretch. */
export const MARK = { match: 0, protected: 1, name: 2 } as const;
/** A mark is four numbers: start and end in the source, end in the output, what it is. */
export const MARK_SIZE = 4;

/*
 * An alignment is a list of marks, ascending: the stretches that were not converted unit by unit. Between two of them
 * every unit of the source has become one unit of the output, so that where a mark starts in the output follows from
 * where the one before it ended.
 */

/** The alignment of two passes, the first of which has made `between` of the source, the second the output of that. */
export function composeMarks(first: Int32Array, second: Int32Array): number[] {
  const marks: number[] = [];
  let a = 0;
  let b = 0;
  // How far offsets are apart after the marks so far: source less between, output less between.
  let back = 0;
  let on = 0;
  while (a < first.length || b < second.length) {
    const start = Math.min(
      a < first.length ? first[a]! - back : Infinity,
      b < second.length ? second[b]! : Infinity,
    );
    const backAtStart = back;
    let end = start;
    // Every mark of either pass that meets the stretch so far belongs to it.
    for (;;) {
      const inFirst = a < first.length ? first[a]! - back : Infinity;
      const inSecond = b < second.length ? second[b]! : Infinity;
      if (inFirst < end || inFirst === start) {
        end = Math.max(end, first[a + 2]!);
        back = first[a + 1]! - first[a + 2]!;
        a += MARK_SIZE;
      } else if (inSecond < end || inSecond === start) {
        end = Math.max(end, second[b + 1]!);
        on = second[b + 2]! - second[b + 1]!;
        b += MARK_SIZE;
      } else break;
    }
    marks.push(start + backAtStart, end + back, end + on, MARK.match);
  }
  return marks;
}

/** Offsets both ways over an alignment; binary search. */
export function createOffsetMap(marks: Int32Array, sourceLength: number, outputLength: number): OffsetMap {
  const count = marks.length / MARK_SIZE;
  /** The last mark whose `column` is not after the offset, or -1. */
  const lastEnding = (offset: number, column: 1 | 2): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (marks[middle * MARK_SIZE + column]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const map = (offset: number, length: number, from: 1 | 2, to: 1 | 2, otherLength: number): number => {
    if (offset <= 0) return 0;
    if (offset >= length) return otherLength;
    const last = lastEnding(offset, from) * MARK_SIZE;
    const [endFrom, endTo] = last < 0 ? [0, 0] : [marks[last + from]!, marks[last + to]!];
    const next = last < 0 ? 0 : last + MARK_SIZE;
    const straight = endTo + offset - endFrom;
    if (next >= marks.length) return straight;
    const start = marks[next]!;
    // Where the next mark starts on either side; up to there, units run side by side.
    const startFrom = from === 1 ? start : endFrom + start - endTo;
    if (offset <= startFrom) return straight;
    const startTo = endTo + startFrom - endFrom;
    const isSame = marks[next + from]! - startFrom === marks[next + to]! - startTo;
    return isSame ? straight : startTo;
  };
  return {
    toOutput: (offset) => map(offset, sourceLength, 1, 2, outputLength),
    toSource: (offset) => map(offset, outputLength, 2, 1, sourceLength),
  };
}
