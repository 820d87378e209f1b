import type { Report } from '../../report/types.js';
import { CharacterClass, isHanOrSurrogate } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { foreignStretches } from '../foreign-stretches.js';

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

/** The folded marks of a report (raw offsets, one unit each) and whether full-width ones stand beside them. */
export interface FoldedMarks {
  readonly places: readonly Span[];
  readonly mixed: boolean;
}

/**
 * Finds ASCII `, : ; ? ! ( )` that a width fold (U+FF01..FF5E to ASCII) left in Han context. A mark counts when
 * Han or CJK punctuation stands next to it, over other such marks and pinyin notes; marks between digits (20:06,
 * 1,000), in addresses, in HTML, in pinyin notes and brackets around Latin text or digits alone are left out. Whether a
 * mark counts does not depend on the width of its neighbours, so restoring some brings no others to light.
 */
export function findFoldedMarks(report: Report): FoldedMarks {
  const { text, classes, marks } = report;
  if ((classes & CharacterClass.asciiMark) === 0) return NONE;
  const skip = skippedSpans(report);
  const places: Span[] = [];
  let open: number[] | undefined;
  let mixed = false;
  let next = 0;
  let skipFrom = skip.length > 0 ? skip[0]!.start : text.length;
  let skippedTo = -1;
  // Marks of one row have the same neighbours: what was found for the first holds for all.
  let rowEnd = -1;
  let isRowFolded = false;
  const { length } = marks;
  for (let m = 0; m < length; m++) {
    const i = marks[m]!;
    while (i >= skipFrom && skip[next]!.end <= i) {
      skippedTo = skip[next++]!.end;
      skipFrom = next < skip.length ? skip[next]!.start : text.length;
    }
    if (i >= skipFrom) continue;
    const kind = kinds[text.charCodeAt(i)]!;
    // Quotation marks, 、 and 。 have no folded form; half of all marks.
    if (kind === CJK) continue;
    if (kind === FULL_WIDTH) mixed = true;
    else if (kind === SINGLE) {
      if (i >= rowEnd) {
        // Nearly every row is one mark with no note beside it, and behind Han.
        const isAlone = i + 1 !== skipFrom && !isMark(text, i + 1);
        rowEnd = isAlone ? i + 1 : endOfRow(text, i, skip, next);
        isRowFolded = (i !== skippedTo && isCjk(text, i - 1)) || isFoldedRow(text, i, rowEnd, skip, next);
      }
      if (isRowFolded) places.push(at(i));
    } else if (kind === OPEN) (open ??= []).push(i);
    else if (kind === CLOSE) {
      const start = open?.pop();
      if (start === undefined) continue;
      const pair = readPair(text, start, i, skip, next);
      if (pair === undefined) open = undefined;
      else if (pair) {
        insert(places, at(start));
        places.push(at(i));
      }
    }
  }
  return { places, mixed };
}

/** Puts the first mark of a pair among those behind it; they are no more than have been read for the pair. */
function insert(places: Span[], place: Span): void {
  let index = places.length;
  for (; index > 0 && places[index - 1]!.start > place.start; index--) places[index] = places[index - 1]!;
  places[index] = place;
}

/** Notes, addresses and markup, ascending, none inside another; most texts have none of them. */
function skippedSpans(report: Report): readonly Span[] {
  const { certain, doubtful } = report.notes;
  const notes = merged(certain, doubtful);
  const others = foreignStretches(report);
  if (others.length === 0 || notes.length === 0) return merged(notes, others);
  return merged(
    notes.filter((note) => spansMeeting(others, note).length === 0),
    others,
  );
}

/** Two ascending lists as one. */
function merged(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (b.length === 0) return a;
  const all: Span[] = [];
  let next = 0;
  for (const span of b) {
    while (next < a.length && a[next]!.start <= span.start) all.push(a[next++]!);
    all.push(span);
  }
  while (next < a.length) all.push(a[next++]!);
  return all;
}

/**
 * What the neighbours say of a mark and of all that stand in a row with it, over other marks and over notes: folded
 * when Han or CJK punctuation stands in front of the row, else when it stands behind.
 */
function isFoldedRow(text: string, mark: number, end: number, skip: readonly Span[], next: number): boolean {
  let before = mark - 1;
  let index = next - 1;
  while (before >= 0) {
    const stretch = index < 0 ? undefined : skip[index];
    if (stretch !== undefined && before < stretch.end && before >= stretch.start) {
      // A note is as good as not there; an address and markup are Latin text.
      if (!isNote(stretch)) break;
      before = stretch.start - 1;
      index--;
    } else if (isMark(text, before)) before--;
    else if (isCjk(text, before)) return true;
    else break;
  }
  // An address that ends the row begins with no Han.
  return isCjk(text, end) && !isLostIndent(text, mark, end);
}

/** Where a row of marks ends, notes between them included. */
function endOfRow(text: string, mark: number, skip: readonly Span[], next: number): number {
  let end = mark;
  let index = next;
  while (end < text.length) {
    const stretch = index < skip.length ? skip[index] : undefined;
    if (stretch !== undefined && end >= stretch.start) {
      if (!isNote(stretch)) return end;
      end = stretch.end;
      index++;
    } else if (isMark(text, end)) end++;
    else return end;
  }
  return end;
}

/** Whether a mark stands there that has two widths. */
function isMark(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  // Most neighbours are Han: they need no look at the table.
  if (unit >= 0x3400 && unit < 0xff00) return false;
  const kind = kinds[unit] ?? 0;
  return kind !== 0 && kind <= FULL_WIDTH;
}

/** Whether Han or CJK punctuation stands there. */
function isCjk(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return (unit >= 0x4e00 && unit < 0xa000) || kinds[unit] === CJK;
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
    const stretch = index < 0 ? undefined : skip[index];
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

function isNote(stretch: Span): boolean {
  return 'reading' in stretch;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
