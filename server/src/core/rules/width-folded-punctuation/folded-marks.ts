import type { Report } from '../../report/types.js';
import { isHanOrSurrogate } from '../../script/characters.js';
import type { Span } from '../../text/span.js';

const OPEN = 0x28;
const CLOSE = 0x29;
const COLON = 0x3a;
/** ASCII marks whose full-width form ends or joins clauses: ! , : ; ? */
const SINGLE = new Set([0x21, 0x2c, COLON, 0x3b, 0x3f]);
const CJK_MARKS = new Set(
  Array.from('、。“”‘’《》〈〉「」『』【】〔〕…—·﹑，：；？！（）％', (c) => c.charCodeAt(0)),
);
/** Stretches whose ASCII marks belong to them. */
const PROTECTED = /https?:\/\/[^\s\u4e00-\u9fff]+|www\.[^\s\u4e00-\u9fff]+|[\w.+-]+@[\w.-]+/g;

/** The folded marks of a report (raw offsets, one unit each) and whether full-width ones stand beside them. */
export interface FoldedMarks {
  readonly places: readonly Span[];
  readonly mixed: boolean;
}

/**
 * Finds ASCII `, : ; ? ! ( )` that a width fold (U+FF01..FF5E to ASCII) left in Han context. A mark counts when
 * Han or CJK punctuation stands next to it; marks between digits (20:06, 1,000), in addresses, in pinyin notes
 * and brackets around Latin text or digits alone are left out.
 */
export function findFoldedMarks({ text, notes }: Report): FoldedMarks {
  const skip = [...notes.certain, ...notes.doubtful, ...addresses(text)].sort((a, b) => a.start - b.start);
  const places: Span[] = [];
  const open: number[] = [];
  let mixed = false;
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x3f) {
      if (unit > 0xff00 && (SINGLE.has(unit - 0xfee0) || unit === 0xff08 || unit === 0xff09)) mixed = true;
      continue;
    }
    while ((skip[next]?.end ?? Infinity) <= i) next++;
    if (i >= (skip[next]?.start ?? Infinity)) continue;
    if (unit === 10 || unit === 13) open.length = 0;
    else if (unit === OPEN) open.push(i);
    else if (unit === CLOSE) {
      const start = open.pop();
      if (start !== undefined && isHanPair(text, start, i)) places.push(at(start), at(i));
    } else if (SINGLE.has(unit) && isHanContext(text, i, unit)) places.push(at(i));
  }
  places.sort((a, b) => a.start - b.start);
  return { places, mixed };
}

function at(offset: number): Span {
  return { start: offset, end: offset + 1 };
}

function addresses(text: string): Span[] {
  if (!text.includes('@') && !text.includes('://') && !text.includes('www.')) return [];
  return [...text.matchAll(PROTECTED)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

function isHanContext(text: string, offset: number, unit: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset + 1);
  if (isCjk(before)) return true;
  // Folded marks in a row (?!) and behind a bracket: look at what stands before them.
  if (SINGLE.has(before) || before === CLOSE) return isCjkBehindMarks(text, offset - 1) || isCjk(after);
  if (unit === COLON && isDigit(before) && isDigit(after)) return false;
  return isCjk(after);
}

function isCjkBehindMarks(text: string, offset: number): boolean {
  let i = offset;
  while (i >= 0 && (SINGLE.has(text.charCodeAt(i)) || text.charCodeAt(i) === CLOSE)) i--;
  return isCjk(text.charCodeAt(i));
}

/** Brackets are folded when their content holds Han, or is no Latin text and Han stands outside on both sides. */
function isHanPair(text: string, open: number, close: number): boolean {
  let latin = false;
  for (let i = open + 1; i < close; i++) {
    const unit = text.charCodeAt(i);
    if (isCjk(unit)) return true;
    if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xc0) latin = true;
  }
  if (latin || close === open + 1) return false;
  const after = text.charCodeAt(close + 1);
  return isHanOrSurrogate(text.charCodeAt(open - 1)) && (Number.isNaN(after) || !isDigit(after));
}

function isCjk(unit: number): boolean {
  return isHanOrSurrogate(unit) || CJK_MARKS.has(unit);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
