import type { Report } from '../../report/types.js';
import { CharacterClass, isHanOrSurrogate } from '../../script/characters.js';
import type { Span } from '../../text/span.js';

/** What a UTF-16 unit is to this rule; 0 for anything else. */
const OPEN = 1;
const CLOSE = 2;
/** ASCII marks whose full-width form ends or joins clauses: ! , : ; ? */
const SINGLE = 3;
const FULL_WIDTH = 4;
const CJK = 5;
const LETTER = 6;
const LINE_END = 7;
const kinds = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  if (isHanOrSurrogate(unit)) kinds[unit] = CJK;
  else if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xc0)
    kinds[unit] = LETTER;
}
set(CJK, '、。“”‘’《》〈〉「」『』【】〔〕…—·﹑％');
set(SINGLE, '!,:;?');
set(FULL_WIDTH, '！，：；？（）');
set(OPEN, '(');
set(CLOSE, ')');
set(LINE_END, '\n\r');

function set(kind: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) kinds[characters.charCodeAt(i)] = kind;
}

const NONE: FoldedMarks = { places: [], mixed: false };
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
export function findFoldedMarks({ text, notes, classes, marks }: Report): FoldedMarks {
  if ((classes & CharacterClass.asciiMark) === 0) return NONE;
  const skip = skippedSpans(notes, text);
  const places: Span[] = [];
  const open: number[] = [];
  let mixed = false;
  let next = 0;
  // Marks of one row have the same neighbours: what was found for the first holds for all.
  let row = { end: -1, folded: false };
  for (const i of marks) {
    while ((skip[next]?.end ?? Infinity) <= i) next++;
    if ((skip[next]?.start ?? Infinity) <= i) continue;
    const kind = kinds[text.charCodeAt(i)];
    if (kind === FULL_WIDTH) mixed = true;
    else if (kind === OPEN) open.push(i);
    else if (kind === CLOSE) {
      const start = open.pop();
      if (start === undefined) continue;
      const pair = readPair(text, start, i, skip, next);
      if (pair === undefined) open.length = 0;
      else if (pair) places.push(at(start), at(i));
    } else if (kind === SINGLE) {
      if (i >= row.end) row = readRow(text, i, skip, next);
      if (row.folded) places.push(at(i));
    }
  }
  if (open.length > 0 || places.length > 1) places.sort((a, b) => a.start - b.start);
  return { places, mixed };
}

/** Notes and addresses, ascending; most texts have neither. */
function skippedSpans({ certain, doubtful }: Report['notes'], text: string): readonly Span[] {
  const found = addresses(text);
  if (found.length === 0 && doubtful.length === 0) return certain;
  return [...certain, ...doubtful, ...found].sort((a, b) => a.start - b.start);
}

/**
 * What the neighbours say of a mark and of all that stand in a row with it, over other marks and over notes: folded
 * when Han or CJK punctuation stands in front of the row, else when it stands behind.
 */
function readRow(
  text: string,
  mark: number,
  skip: readonly Span[],
  next: number,
): { readonly end: number; readonly folded: boolean } {
  let before = mark - 1;
  let index = next - 1;
  while (before >= 0) {
    const stretch = skip[index];
    if (stretch !== undefined && before < stretch.end && before >= stretch.start) {
      // A note is as good as not there; an address is Latin text.
      if (!isNote(stretch)) break;
      before = stretch.start - 1;
      index--;
    } else if (isMark(text.charCodeAt(before))) before--;
    else if (kinds[text.charCodeAt(before)] === CJK) {
      return { end: rowEnd(text, mark, skip, next).end, folded: true };
    } else break;
  }
  const { end, cjk } = rowEnd(text, mark, skip, next);
  return { end, folded: cjk && !isLostIndent(text, mark, end) };
}

/** Where a row of marks ends, and whether Han or CJK punctuation stands there. */
function rowEnd(
  text: string,
  mark: number,
  skip: readonly Span[],
  next: number,
): { readonly end: number; readonly cjk: boolean } {
  let end = mark;
  let index = next;
  while (end < text.length) {
    const stretch = skip[index];
    if (stretch !== undefined && end >= stretch.start) {
      if (!isNote(stretch)) return { end, cjk: false };
      end = stretch.end;
      index++;
    } else if (isMark(text.charCodeAt(end))) end++;
    else return { end, cjk: kinds[text.charCodeAt(end)] === CJK };
  }
  return { end, cjk: false };
}

function isMark(unit: number): boolean {
  const kind = kinds[unit];
  return kind === SINGLE || kind === FULL_WIDTH || kind === OPEN || kind === CLOSE;
}

/**
 * Whether brackets are folded: their content holds Han, or is no Latin text and Han stands in front of them.
 * @returns undefined when a line ends between them
 */
function readPair(
  text: string,
  open: number,
  close: number,
  skip: readonly Span[],
  next: number,
): boolean | undefined {
  let cjk = false;
  let latin = false;
  let index = next - 1;
  for (let i = close - 1; i > open; i--) {
    const stretch = skip[index];
    if (stretch !== undefined && i < stretch.end) {
      latin = true;
      i = stretch.start;
      index--;
      continue;
    }
    const kind = kinds[text.charCodeAt(i)];
    if (kind === LINE_END) return undefined;
    if (kind === CJK) cjk = true;
    else if (kind === LETTER) latin = true;
  }
  if (cjk) return true;
  if (latin || close === open + 1) return false;
  return isHanOrSurrogate(text.charCodeAt(open - 1)) && !isDigit(text.charCodeAt(close + 1));
}

/** A row of `?` that opens a line stands where an indent could not be written (the rule lost-indent). */
function isLostIndent(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const before = text.charCodeAt(start - 1);
  return (start === 0 || before === 10 || before === 13) && /^\?+$/.test(text.slice(start, end));
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

function isNote(stretch: Span): boolean {
  return 'reading' in stretch;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
