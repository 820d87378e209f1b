import type { Span } from '../../text/span.js';
import { defineRule } from '../rule.js';

const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '》': '《',
  '）': '（',
  ')': '(',
  '」': '「',
  '』': '『',
};
const OPENING = new Set(Object.values(PAIRS));
/** `一)` and `1)` number an item. */
const NUMBERING = /(?:^|[。；;，,：:\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/;

export const unbalancedQuotes = defineRule({
  id: 'unbalanced-quotes',
  group: 'text',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'Quotation marks and brackets without partner', 'zh-cn': '引号、括号不成对' },
  messages: {
    unpaired: { en: '{mark} has no partner in this paragraph', 'zh-cn': '“{mark}”在本段中不成对' },
  },
  *check({ report }) {
    const { text, zones } = report;
    for (const [i, zone] of zones.entries()) {
      if (zone.kind !== 'lead' && zone.kind !== 'paragraph' && zone.kind !== 'attendance') continue;
      const next = zones[i + 1];
      // A quotation over several paragraphs opens anew in each and closes in the last.
      const continues = next !== undefined && /^[“「]/.test(text.slice(next.start, next.start + 1));
      for (const span of unpaired(text, zone, continues)) {
        yield { message: 'unpaired', arguments: { mark: text.slice(span.start, span.end) }, span };
      }
    }
  },
});

function unpaired(text: string, zone: Span, continues: boolean): Span[] {
  const open: { readonly mark: string; readonly offset: number }[] = [];
  const alone: number[] = [];
  for (let i = zone.start; i < zone.end; i++) {
    const mark = fold(text.charAt(i));
    if (OPENING.has(mark)) open.push({ mark, offset: i });
    const partner = PAIRS[mark];
    if (partner === undefined) continue;
    const last = open.findLastIndex((candidate) => candidate.mark === fold(partner));
    if (last >= 0)
      alone.push(
        ...open
          .splice(last)
          .slice(1)
          .map(({ offset }) => offset),
      );
    else if (!NUMBERING.test(text.slice(Math.max(zone.start, i - 5), i))) alone.push(i);
  }
  for (const { mark, offset } of open)
    if (!(continues && (mark === '“' || mark === '「'))) alone.push(offset);
  return alone.sort((a, b) => a - b).map((offset) => ({ start: offset, end: offset + 1 }));
}

/** A folded bracket pairs with a full-width one. */
function fold(mark: string): string {
  return mark === '（' ? '(' : mark === '）' ? ')' : mark;
}
