import type { Zone } from '../../report/types.js';

/** Opening marks with their closing ones, by kind; both widths of a bracket are one. */
const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '（）()'];
const BRACKET = PAIRS.length;
const QUOTATIONS = 4;
/** Added to the kind of a closing mark. */
const CLOSES = 8;
/** By UTF-16 unit: the kind of pair, from 1 on; 0 for anything else. */
const kinds = new Uint8Array(0x10000);
PAIRS.forEach((marks, i) => {
  for (let at = 0; at < marks.length; at++) kinds[marks.charCodeAt(at)] = i + 1 + (at % 2) * CLOSES;
});
/** Quotations run on over some paragraphs; a bracket at most into the next. */
const FARTHEST_PARAGRAPHS = 20;
/** `一)`, `1)` and `a)` number an item, also behind a word: 包括1)…2)…. */
const NUMBERING = /(?:^|[^\d])\d{1,2}$|[一二三四五六七八九十①-⑳]$|(?:^|[^A-Za-z])[A-Za-z]$/;

/**
 * The marks of the body that have no partner, ascending. A quotation may run over several paragraphs, whether it
 * opens anew in each or not, and closes in its last.
 * @param marks where marks stand, ascending
 * @param zones all zones of the report
 */
export function findUnpaired(text: string, marks: readonly number[], zones: readonly Zone[]): number[] {
  const open = new OpenMarks(text);
  const paragraphs: number[] = [];
  let next = 0;
  for (const { kind: zoneKind, start, end } of zones) {
    if (zoneKind !== 'lead' && zoneKind !== 'paragraph' && zoneKind !== 'attendance') continue;
    paragraphs.push(start);
    open.enter(paragraphs);
    while (next < marks.length && marks[next]! < start) next++;
    for (; next < marks.length && marks[next]! < end; next++) {
      const offset = marks[next]!;
      const kind = kinds[text.charCodeAt(offset)]!;
      if (kind === 0) continue;
      const pair = kind & ~CLOSES;
      if (pair === BRACKET && isSmiley(text, start, offset)) continue;
      if (kind === pair) {
        // Opened anew at the head of a paragraph: the quotation goes on, it is not a second one.
        if (offset === start) open.forget(pair);
        open.push(offset);
      } else if (!open.close(pair) && !isExcused(text, start, offset, pair)) open.alone.push(offset);
    }
  }
  open.end();
  return open.alone.length > 1 ? open.alone.sort((a, b) => a - b) : open.alone;
}

/** The marks that have opened and not closed yet. */
class OpenMarks {
  /** Offsets of the marks that never will close, and of those that close nothing. */
  readonly alone: number[] = [];
  private readonly offsets: number[] = [];
  // To cut an array short costs more than to count.
  private count = 0;

  constructor(private readonly text: string) {}

  push(offset: number): void {
    this.offsets[this.count++] = offset;
  }

  /** Gives up what cannot go on into the last of the paragraphs, which are known by where they start. */
  enter(paragraphs: readonly number[]): void {
    if (this.count === 0) return;
    const last = paragraphs.length - 1;
    const quotationsFrom = paragraphs[Math.max(0, last - FARTHEST_PARAGRAPHS)]!;
    const bracketsFrom = paragraphs[Math.max(0, last - 1)]!;
    const { count } = this;
    this.count = 0;
    for (let i = 0; i < count; i++) {
      const offset = this.offsets[i]!;
      const isQuotation = kinds[this.text.charCodeAt(offset)]! <= QUOTATIONS;
      if (offset >= (isQuotation ? quotationsFrom : bracketsFrom)) this.push(offset);
      else this.alone.push(offset);
    }
  }

  forget(pair: number): void {
    const { count } = this;
    this.count = 0;
    for (let i = 0; i < count; i++) {
      const offset = this.offsets[i]!;
      if (kinds[this.text.charCodeAt(offset)] !== pair) this.push(offset);
    }
  }

  /** Closes the last of a kind; what opened inside and did not close stands alone. */
  close(pair: number): boolean {
    let at = this.count - 1;
    while (at >= 0 && kinds[this.text.charCodeAt(this.offsets[at]!)] !== pair) at--;
    if (at < 0) return false;
    for (let i = at + 1; i < this.count; i++) this.alone.push(this.offsets[i]!);
    this.count = at;
    return true;
  }

  end(): void {
    for (let i = 0; i < this.count; i++) this.alone.push(this.offsets[i]!);
  }
}

const DASH = 0x2d;

/** `:)` and `:-(`. */
function isSmiley(text: string, from: number, mouth: number): boolean {
  const eyes = text.charCodeAt(mouth - 1) === DASH ? mouth - 2 : mouth - 1;
  return eyes >= from && isEyes(text.charCodeAt(eyes));
}

/** A colon or semicolon of either width. */
function isEyes(unit: number): boolean {
  return unit === 0x3a || unit === 0x3b || unit === 0xff1a || unit === 0xff1b;
}

const APOSTROPHE = kinds['’'.charCodeAt(0)]! - CLOSES;

/** A closing mark that closes nothing by right: the number of an item, an apostrophe. */
function isExcused(text: string, from: number, offset: number, pair: number): boolean {
  if (pair !== APOSTROPHE && pair !== BRACKET) return false;
  const before = text.slice(Math.max(from, offset - 4), offset);
  return pair === APOSTROPHE ? /[A-Za-z0-9]$/.test(before) : NUMBERING.test(before);
}
