import { WHITE_SPACE } from '../text/unit-table.js';
import type { DeclaredKind } from './verification.js';

/** What a unit is to the comparison. */
export const TEXT = 0;
export const SPACE = 1;
const LINE_END = 2;

const classes = new Uint8Array(0x10000);
for (const space of WHITE_SPACE) classes[space.charCodeAt(0)] = SPACE;
// Vertical tab, form feed, U+2028, U+2029 and U+FEFF are characters that somebody has to account for.
for (const unit of [0xb, 0xc, 0x2028, 0x2029, 0xfeff]) classes[unit] = TEXT;
classes[10] = LINE_END;
classes[13] = LINE_END;

/** TEXT, SPACE or LINE_END for a UTF-16 unit. */
export function spaceClass(unit: number): number {
  return classes[unit] ?? TEXT;
}

/** The end of the white space that begins at `start`. */
export function skipWhiteSpace(text: string, start: number): number {
  let end = start;
  while (end < text.length && classes[text.charCodeAt(end)] !== TEXT) end++;
  return end;
}

/** Where the white space in front of `end` begins. */
export function skipWhiteSpaceBack(text: string, end: number): number {
  let start = end;
  while (start > 0 && classes[text.charCodeAt(start - 1)] !== TEXT) start--;
  return start;
}

/** Whether a stretch of white space holds a line end. */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (classes[text.charCodeAt(i)] === LINE_END) return true;
  return false;
}

const LINE_ENDS = /\r\n|\r|\n/g;

/** What it is called when one stretch of white space takes the place of another, between the same characters. */
export function nameSpaceChange(before: string, after: string): DeclaredKind {
  if (before.replace(LINE_ENDS, '\n') === after.replace(LINE_ENDS, '\n')) return 'line-end-unified';
  const indent = before.slice(endOfLast(before));
  const now = after.slice(endOfLast(after));
  return indent !== now && /^\u3000+$/.test(now) ? 'indent-restored' : 'white-space';
}

function endOfLast(space: string): number {
  return Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r')) + 1;
}
