import type { Span } from './span.js';

/** A zero-based line and a zero-based column in UTF-16 code units, as LSP counts them. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * The lines of a text. CR, LF and CRLF end a line (as in LSP); U+2028 and U+2029 do not.
 * All offsets are UTF-16 code units.
 */
export interface LineIndex {
  readonly count: number;
  /** The line's characters without its line end; an empty span past the last line. */
  line(index: number): Span;
  place(offset: number): Place;
}

/** Builds the index in one pass over `text`. */
export function indexLines(text: string): LineIndex {
  const starts: number[] = [0];
  const ends: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 13 || (unit !== 10 && unit !== 13)) continue;
    ends.push(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    starts.push(i + 1);
  }
  ends.push(text.length);
  return createLineIndex(starts, ends, text.length);
}

/** The index over starts and ends of lines that somebody has found already, in UTF-16 units. */
export function createLineIndex(
  starts: readonly number[],
  ends: readonly number[],
  length: number,
): LineIndex {
  return {
    count: starts.length,
    line: (index) => ({
      start: starts[index] ?? length,
      end: ends[index] ?? length,
    }),
    place(offset) {
      const clamped = Math.min(Math.max(offset, 0), length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((starts[middle] ?? 0) <= clamped) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: clamped - (starts[low] ?? 0) };
    },
  };
}
