import type { Report } from '../../report/types.js';
import { isHanOrSurrogate } from '../../script/characters.js';
import type { Span } from '../../text/span.js';

const OPEN = 0x28;
const CLOSE = 0x29;
/** ASCII marks whose full-width form ends or joins clauses: ! , : ; ? */
const SINGLE = new Set([0x21, 0x2c, 0x3a, 0x3b, 0x3f]);
const CJK_MARKS = new Set(Array.from('、。“”‘’《》〈〉「」『』【】〔〕…—·﹑％', (c) => c.charCodeAt(0)));
/** Stretches whose ASCII marks belong to them. */
const PROTECTED = /https?:\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/g;
/** Marks at the end of an address end or join the clause around it. */
const TRAILING = /[,.:;?!]+$/;

/** The folded marks of a report (raw offsets, one unit each) and whether full-width ones stand beside them. */
export interface FoldedMarks {
  readonly places: readonly Span[];
  readonly mixed: boolean;
}

/**
 * Finds ASCII `, : ; ? ! ( )` that a width fold (U+FF01..FF5E to ASCII) left in Han context. A mark counts when
 * Han or CJK punctuation stands next to it, over other such marks and pinyin notes; marks between digits (20:06,
 * 1,000), in addresses, in pinyin notes and brackets around Latin text or digits alone are left out. Whether a
 * mark counts does not depend on the width of its neighbours, so restoring some brings no others to light.
 */
export function findFoldedMarks({ text, notes }: Report): FoldedMarks {
  const skip = [...notes.certain, ...notes.doubtful, ...addresses(text)].sort((a, b) => a.start - b.start);
  const places: Span[] = [];
  const open: number[] = [];
  // Marks that only what follows can speak for.
  const pending: Span[] = [];
  let mixed = false;
  let next = 0;
  let cjkBefore = false;
  let lastCjk = -1;
  let lastLatin = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    while ((skip[next]?.end ?? Infinity) <= i) next++;
    const stretch = skip[next];
    if (stretch !== undefined && i >= stretch.start) {
      // A note is as good as not there; an address is Latin text.
      if (!isNote(stretch)) {
        cjkBefore = false;
        pending.length = 0;
      }
      lastLatin = i;
      continue;
    }
    if (isFullWidthMark(unit)) {
      mixed = true;
      continue;
    }
    if (unit === OPEN) open.push(i);
    else if (unit === CLOSE) {
      const start = open.pop();
      if (start !== undefined && isHanPair(text, start, i, lastCjk, lastLatin)) places.push(at(start), at(i));
    } else if (SINGLE.has(unit)) {
      if (cjkBefore) places.push(at(i));
      else pending.push(at(i));
    } else {
      if (unit === 10 || unit === 13) open.length = 0;
      cjkBefore = isCjk(unit);
      if (cjkBefore) lastCjk = i;
      else if (isLetter(unit)) lastLatin = i;
      if (pending.length === 0) continue;
      if (cjkBefore && !isLostIndent(text, pending)) for (const place of pending) places.push(place);
      pending.length = 0;
    }
  }
  places.sort((a, b) => a.start - b.start);
  return { places, mixed };
}

/** A row of `?` that opens a line stands where an indent could not be written (the rule lost-indent). */
function isLostIndent(text: string, pending: readonly Span[]): boolean {
  const [first] = pending;
  if (first === undefined || pending.length < 2) return false;
  const before = text.charCodeAt(first.start - 1);
  return (
    (first.start === 0 || before === 10 || before === 13) &&
    /^\?+$/.test(text.slice(first.start, pending.at(-1)?.end))
  );
}

function at(offset: number): Span {
  return { start: offset, end: offset + 1 };
}

/** Stretches of web and e-mail addresses, ascending. */
export function addresses(text: string): Span[] {
  if (!text.includes('@') && !text.includes('://') && !text.includes('www.')) return [];
  return [...text.matchAll(PROTECTED)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.replace(TRAILING, '').length,
  }));
}

/** Brackets are folded when their content holds Han, or is no Latin text and Han stands in front of them. */
function isHanPair(text: string, open: number, close: number, lastCjk: number, lastLatin: number): boolean {
  if (lastCjk > open) return true;
  if (lastLatin > open || close === open + 1) return false;
  return isHanOrSurrogate(text.charCodeAt(open - 1)) && !isDigit(text.charCodeAt(close + 1));
}

function isNote(stretch: Span): boolean {
  return 'reading' in stretch;
}

function isFullWidthMark(unit: number): boolean {
  return unit > 0xff00 && (SINGLE.has(unit - 0xfee0) || unit === 0xff08 || unit === 0xff09);
}

function isCjk(unit: number): boolean {
  return isHanOrSurrogate(unit) || CJK_MARKS.has(unit);
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xc0;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
