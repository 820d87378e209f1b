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
  // Only the stretch: a search that ran on to the next date anywhere would be quadratic over many paragraphs.
  const stretch = folded.slice(from, to);
  // No date is without 日, but for a day in brackets: 今天(12).
  if (!stretch.includes('日') && !stretch.includes('(')) return NONE;
  const found: FoundEventDate[] = [];
  for (const match of stretch.matchAll(PATTERN)) {
    const groups = match.groups ?? {};
    const month = numberOf(groups.month ?? groups.month2);
    const day = numberOf(groups.day ?? groups.day2 ?? groups.day3);
    if (month !== undefined && (month < 1 || month > 12)) continue;
    if (day === undefined || day < 1 || day > 31) continue;
    const written = groups.roc === undefined ? numberOf(groups.year) : Number(groups.roc.slice(2)) + 1911;
    const year = written ?? (month === undefined ? undefined : yearFrom(published, month, day));
    const known = year !== undefined && month !== undefined && isValid({ year, month, day });
    found.push({
      start: from + match.index,
      end: from + match.index + match[0].length,
      iso: known ? isoDate(year, month, day) : undefined,
      month,
      day,
    });
  }
  return found;
}

const NONE: readonly FoundEventDate[] = [];

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
