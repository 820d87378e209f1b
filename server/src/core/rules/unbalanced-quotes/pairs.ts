import type { Span } from '../../text/span.js';

const PARTNER: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '）': '(',
  ')': '(',
  '」': '「',
  '』': '『',
};
const OPENING: Readonly<Record<string, string>> = {
  '“': '“',
  '‘': '‘',
  '《': '《',
  '（': '(',
  '(': '(',
  '「': '「',
  '『': '『',
};
const MARKS = /[“”‘’《》（）()「」『』]/g;
/** Quotations run on over some paragraphs; a bracket at most into the next. */
const QUOTES = new Set(['“', '「', '‘', '『']);
const FARTHEST_PARAGRAPHS = 20;
/** `一)`, `1)` and `a)` number an item, also behind a word: 包括1)…2)…. */
const NUMBERING = /(?:^|[^\d])\d{1,2}$|[一二三四五六七八九十①-⑳]$|(?:^|[^A-Za-z])[A-Za-z]$/;
/** `:)` and `:-(`. */
const SMILEY = /[:;：；]-?$/;

interface Open {
  readonly mark: string;
  readonly offset: number;
  readonly paragraph: number;
}

/**
 * The marks of the body that have no partner, ascending. A quotation may run over several paragraphs, whether it
 * opens anew in each or not, and closes in its last.
 */
export function findUnpaired(text: string, body: readonly Span[]): Span[] {
  const alone: number[] = [];
  let open: Open[] = [];
  body.forEach((zone, paragraph) => {
    open = open.filter((mark) => {
      const reach = QUOTES.has(mark.mark) ? FARTHEST_PARAGRAPHS : 1;
      const goesOn = paragraph - mark.paragraph <= reach;
      if (!goesOn) alone.push(mark.offset);
      return goesOn;
    });
    for (const { index, 0: mark } of text.slice(zone.start, zone.end).matchAll(MARKS)) {
      const offset = zone.start + index;
      const before = text.slice(Math.max(zone.start, offset - 4), offset);
      if (SMILEY.test(before) && /[()（）]/.test(mark)) continue;
      const opens = OPENING[mark];
      if (opens !== undefined) {
        // Opened anew at the head of a paragraph: the quotation goes on, it is not a second one.
        if (index === 0) open = open.filter((other) => other.mark !== opens);
        open.push({ mark: opens, offset, paragraph });
        continue;
      }
      const at = open.findLastIndex((other) => other.mark === PARTNER[mark]);
      if (at >= 0) {
        // What opened inside and did not close stands alone, unless it is a quotation from an earlier paragraph.
        for (const { offset: inner } of open.splice(at).slice(1)) alone.push(inner);
      } else if (!isExcused(mark, before)) alone.push(offset);
    }
  });
  for (const { offset } of open) alone.push(offset);
  return alone.sort((a, b) => a - b).map((offset) => ({ start: offset, end: offset + 1 }));
}

/** A closing mark that closes nothing by right: the number of an item, an apostrophe. */
function isExcused(mark: string, before: string): boolean {
  if (mark === '’') return /[A-Za-z0-9]$/.test(before);
  return (mark === ')' || mark === '）') && NUMBERING.test(before);
}
