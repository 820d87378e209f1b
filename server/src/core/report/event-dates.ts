import type { Span } from '../text/span.js';
import { chineseNumber, isoDate, isValid } from './calendar-date.js';

/** An event date in the shadow (shadow offsets). */
export interface FoundEventDate extends Span {
  readonly iso: string | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const PERIOD = '(?:凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚上|晚间|夜间|晚|夜|当天|当日)?';
const PATTERN = new RegExp(
  `(?:(?<roc>民国\\d{2,3})年|(?<year>(?:19|20)\\d{2})年)?(?<month>\\d{1,2}|元|[一二三四五六七八九十]{1,2})月(?<day>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日${PERIOD}` +
    `|(?:今|昨|前)[天日]?\\((?:(?<month2>\\d{1,2})月)?(?<day2>\\d{1,2})日?\\)日?${PERIOD}` +
    // A day alone only where a sentence begins: 30日内 is a term.
    `|(?<=^|[。\\s)讯电])(?<day3>\\d{1,2})日(?=[,上下中晚凌清早傍])${PERIOD}`,
  'g',
);
const DAY = 86_400_000;
const FARTHEST = 150 * DAY;

/**
 * The dates that a stretch of folded shadow text states, as `[start, end)` shadow offsets.
 * A year comes from the text itself or from the publication date, never from today.
 * @param published ISO date of the date line
 */
export function findEventDates(
  folded: string,
  from: number,
  to: number,
  published: string | undefined,
): readonly FoundEventDate[] {
  return findBodyDates(folded, [{ start: from, end: to }], published);
}

/** No date has more characters in front of its 日: 民国109年12月三十一日 has twelve. */
const LONGEST_BEFORE = 16;
const LONGEST_BEHIND = 4;
/** Behind the bracket of 今天(12月31日)下午. */
const LONGEST_BEHIND_BRACKET = 18;

/** The same for the paragraphs of a body, ascending. */
export function findBodyDates(
  folded: string,
  body: readonly Span[],
  published: string | undefined,
): readonly FoundEventDate[] {
  const found: FoundEventDate[] = [];
  // No date is without 日, but for a day in brackets: 今天(12). Each is looked for once over the whole text, and the
  // pattern is tried on the few characters around it: a search that ran on would be quadratic over many paragraphs.
  let day = -1;
  let bracket = -1;
  for (const { start, end } of body) {
    let done = start;
    for (let from = start; ; ) {
      if (day < from) day = indexFrom(folded, '日', from);
      if (bracket < from) bracket = indexFrom(folded, '(', from);
      const at = Math.min(day, bracket);
      if (at >= end) break;
      from = at + 1;
      if (at === bracket && !DAY_BEFORE_BRACKET.has(folded.charAt(at - 1))) continue;
      const begin = Math.max(done, at - LONGEST_BEFORE);
      // One character of context, for what must stand in front of a day alone.
      const context = Math.max(start, begin - 1);
      const behind = at === bracket ? LONGEST_BEHIND_BRACKET : LONGEST_BEHIND;
      PATTERN.lastIndex = begin - context;
      const match = PATTERN.exec(folded.slice(context, Math.min(end, at + behind)));
      if (match === null) continue;
      const first = context + match.index;
      const last = first + match[0].length;
      // A date further on is found at its own mark.
      if (first > at || last <= at) continue;
      done = last;
      from = Math.max(from, last);
      const date = readDate(match, first, last, published);
      if (date !== undefined) found.push(date);
    }
  }
  return found;
}

const DAY_BEFORE_BRACKET = new Set('今昨前天日');

function indexFrom(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function readDate(
  { groups = {} }: RegExpExecArray,
  start: number,
  end: number,
  published: string | undefined,
): FoundEventDate | undefined {
  const month = numberOf(groups.month ?? groups.month2);
  const day = numberOf(groups.day ?? groups.day2 ?? groups.day3);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day === undefined || day < 1 || day > 31) return undefined;
  const written = groups.roc === undefined ? numberOf(groups.year) : Number(groups.roc.slice(2)) + 1911;
  const year = written ?? (month === undefined ? undefined : yearFrom(published, month, day));
  const known = year !== undefined && month !== undefined && isValid({ year, month, day });
  return { start, end, iso: known ? isoDate(year, month, day) : undefined, month, day };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 ? Number(text) : chineseNumber(text);
}

/** The year in which month and day fall nearest to the publication date; undefined when that leaves a doubt. */
function yearFrom(published: string | undefined, month: number, day: number): number | undefined {
  if (published === undefined) return undefined;
  const at = Date.parse(published.slice(0, 10));
  const base = Number(published.slice(0, 4));
  for (const year of [base, base - 1, base + 1]) {
    if (Math.abs(Date.UTC(year, month - 1, day) - at) <= FARTHEST) return year;
  }
  return undefined;
}
