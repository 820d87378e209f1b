import { foldWidth, simplifyCharacters } from '../script/characters.js';
import type { LineIndex } from '../text/line-index.js';
import { indexLines } from '../text/line-index.js';
import type { UndeclaredChange } from './verification.js';

/** Lines in which the continuation is looked for, when a whole line has gone or come. */
const NEAR_LINES = 50;
/** UTF-16 units in which two lines are looked at for the place where they go on together. */
const NEAR = 80;
/** As many equal units in a row are no chance. */
const TOGETHER = 3;

/**
 * What differs behind the place up to which two texts could be read together: a line that is gone or new, or the
 * part of a line up to where both go on alike. For showing only; width and script are not looked at.
 */
export function firstDifference(
  original: string,
  changed: string,
  from: { readonly original: number; readonly changed: number },
): UndeclaredChange {
  const left = restOf(original, from.original);
  const right = restOf(changed, from.changed);
  const here = (a: number, b: number): UndeclaredChange => ({
    original: { start: left.start, end: left.start + a },
    changed: { start: right.start, end: right.start + b },
  });
  if (left.isLine && right.isLine) {
    if (right.following.includes(left.text)) return here(0, right.text.length);
    if (left.following.includes(right.text)) return here(left.text.length, 0);
  }
  const [a, b] = meeting(left.text, right.text);
  return here(a, b);
}

interface Rest {
  readonly start: number;
  /** From there to the end of the line, Simplified and in half width. */
  readonly text: string;
  /** Whether that is the whole line. */
  readonly isLine: boolean;
  readonly following: readonly string[];
}

function restOf(text: string, offset: number): Rest {
  const lines = indexLines(text);
  const index = lines.place(offset).line;
  const line = lines.line(index);
  const start = Math.min(offset, line.end);
  return {
    start,
    text: plain(text.slice(start, line.end)),
    isLine: text.slice(line.start, start).trim() === '',
    following: Array.from({ length: NEAR_LINES }, (_, i) => lineAt(text, lines, index + 1 + i)).filter(
      (one) => one !== '',
    ),
  };
}

function lineAt(text: string, lines: LineIndex, index: number): string {
  const { start, end } = lines.line(index);
  return plain(text.slice(start, end).trimStart());
}

function plain(text: string): string {
  return foldWidth(simplifyCharacters(text)).trimEnd();
}

/** How much of each differs until both go on alike. */
function meeting(a: string, b: string): readonly [number, number] {
  for (let both = 0; both <= 2 * NEAR; both++) {
    for (let skipped = Math.max(0, both - NEAR); skipped <= Math.min(both, NEAR); skipped++) {
      const left = both - skipped;
      if (left > a.length || skipped > b.length || both === 0) continue;
      const x = a.slice(left, left + TOGETHER);
      if (x === b.slice(skipped, skipped + TOGETHER) && (x.length === TOGETHER || both > 0))
        return [left, skipped];
    }
  }
  return [a.length, b.length];
}
