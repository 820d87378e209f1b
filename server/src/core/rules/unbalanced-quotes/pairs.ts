import type { Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';

/** By UTF-16 unit; both widths of a bracket are one mark. */
const PARTNER = pairs('”“ ’‘ 》《 ）( )( 」「 』『');
const OPENING = pairs('““ ‘‘ 《《 （( (( 「「 『『');
const MARKS = unitTable('“”‘’《》（）()「」『』');
const BRACKETS = unitTable('（）()');
/** Quotations run on over some paragraphs; a bracket at most into the next. */
const QUOTES = unitTable('“「‘『');
const FARTHEST_PARAGRAPHS = 20;
/** `一)`, `1)` and `a)` number an item, also behind a word: 包括1)…2)…. */
const NUMBERING = /(?:^|[^\d])\d{1,2}$|[一二三四五六七八九十①-⑳]$|(?:^|[^A-Za-z])[A-Za-z]$/;

interface Open {
  readonly mark: number;
  readonly offset: number;
  readonly paragraph: number;
}

/**
 * The marks of the body that have no partner, ascending. A quotation may run over several paragraphs, whether it
 * opens anew in each or not, and closes in its last.
 * @param marks where marks stand, ascending
 */
export function findUnpaired(text: string, marks: readonly number[], body: readonly Span[]): Span[] {
  const alone: number[] = [];
  let next = 0;
  let open: Open[] = [];
  body.forEach((zone, paragraph) => {
    if (open.length > 0) {
      open = open.filter((mark) => {
        const reach = QUOTES[mark.mark] === 1 ? FARTHEST_PARAGRAPHS : 1;
        const goesOn = paragraph - mark.paragraph <= reach;
        if (!goesOn) alone.push(mark.offset);
        return goesOn;
      });
    }
    while ((marks[next] ?? Infinity) < zone.start) next++;
    for (; (marks[next] ?? Infinity) < zone.end; next++) {
      const offset = marks[next] ?? 0;
      const mark = text.charCodeAt(offset);
      if (MARKS[mark] === 0) continue;
      if (BRACKETS[mark] === 1 && isSmiley(text, zone.start, offset)) continue;
      const opens = OPENING.get(mark);
      if (opens !== undefined) {
        // Opened anew at the head of a paragraph: the quotation goes on, it is not a second one.
        if (offset === zone.start) open = open.filter((other) => other.mark !== opens);
        open.push({ mark: opens, offset, paragraph });
        continue;
      }
      const partner = PARTNER.get(mark);
      const at = open.findLastIndex((other) => other.mark === partner);
      if (at >= 0) {
        // What opened inside and did not close stands alone, unless it is a quotation from an earlier paragraph.
        for (const { offset: inner } of open.splice(at).slice(1)) alone.push(inner);
      } else if (!isExcused(mark, text.slice(Math.max(zone.start, offset - 4), offset))) alone.push(offset);
    }
  });
  for (const { offset } of open) alone.push(offset);
  return alone.sort((a, b) => a - b).map((offset) => ({ start: offset, end: offset + 1 }));
}

const EYES = unitTable(':;：；');
const DASH = 0x2d;

/** `:)` and `:-(`. */
function isSmiley(text: string, from: number, mouth: number): boolean {
  const eyes = text.charCodeAt(mouth - 1) === DASH ? mouth - 2 : mouth - 1;
  return eyes >= from && EYES[text.charCodeAt(eyes)] === 1;
}

/** A closing mark that closes nothing by right: the number of an item, an apostrophe. */
function isExcused(mark: number, before: string): boolean {
  if (mark === APOSTROPHE) return /[A-Za-z0-9]$/.test(before);
  return BRACKETS[mark] === 1 && NUMBERING.test(before);
}

const APOSTROPHE = '’'.charCodeAt(0);

function pairs(written: string): ReadonlyMap<number, number> {
  return new Map(written.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
}
