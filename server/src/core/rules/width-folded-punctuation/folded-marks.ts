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
export function findFoldedMarks({ text, notes, classes }: Report): FoldedMarks {
  if ((classes & CharacterClass.asciiMark) === 0) return NONE;
  const skip: Span[] = [...notes.certain, ...notes.doubtful, ...addresses(text)];
  skip.sort((a, b) => a.start - b.start);
  const places: Span[] = [];
  const open: number[] = [];
  // Marks that only what follows can speak for.
  const pending: Span[] = [];
  let mixed = false;
  let next = 0;
  let skipStart = skip[0]?.start ?? text.length;
  let skipEnd = skip[0]?.end ?? text.length;
  let cjkBefore = false;
  let lastCjk = -1;
  let lastLatin = -1;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)];
    if (i >= skipEnd) {
      while ((skip[next]?.end ?? Infinity) <= i) next++;
      skipStart = skip[next]?.start ?? text.length;
      skipEnd = skip[next]?.end ?? text.length;
    }
    if (i >= skipStart) {
      // A note is as good as not there; an address is Latin text.
      const stretch = skip[next];
      if (stretch !== undefined && !isNote(stretch)) {
        cjkBefore = false;
        pending.length = 0;
      }
      lastLatin = i;
      continue;
    }
    if (kind === FULL_WIDTH) mixed = true;
    else if (kind === OPEN) open.push(i);
    else if (kind === CLOSE) {
      const start = open.pop();
      if (start !== undefined && isHanPair(text, start, i, lastCjk, lastLatin)) places.push(at(start), at(i));
    } else if (kind === SINGLE) {
      if (cjkBefore) places.push(at(i));
      else pending.push(at(i));
    } else {
      if (kind === LINE_END) open.length = 0;
      cjkBefore = kind === CJK;
      if (cjkBefore) lastCjk = i;
      else if (kind === LETTER) lastLatin = i;
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

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
