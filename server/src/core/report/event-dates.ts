import type { Span } from '../text/span.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { chineseNumber } from './chinese-number.js';
import { dayNumber, isoDate, isValid } from './gregorian-day.js';

/** An event date in the shadow (shadow offsets). */
export interface FoundEventDate extends Span {
  readonly iso: string | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A time of day belongs to the date it stands behind; the longer ones first. */
const PERIODS = '凌晨 清晨 早晨 早上 上午 中午 午后 下午 傍晚 晚上 晚间 夜间 当天 当日 晚 夜'.split(' ');
const BEGINS_PERIOD = unitTable(PERIODS.map((period) => period.charAt(0)).join(''));
const NUMERALS = unitTable('一二三四五六七八九十');
const DAY_NUMERALS = unitTable('一二三四五六七八九十廿卅');
/** What may stand in front of a day alone. A day alone only where a sentence begins: 30日内 is a term. */
const BEFORE_DAY = unitTable(`。)讯电${WHITE_SPACE}`);
const BEHIND_DAY = unitTable(',上下中晚凌清早傍');
/** How many days from the publication a day is that states no year. */
const FARTHEST = 150;

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

/** The same for the paragraphs of a body, ascending. */
export function findBodyDates(
  folded: string,
  body: readonly Span[],
  published: string | undefined,
): readonly FoundEventDate[] {
  const found: FoundEventDate[] = [];
  // No date is without 日, but for a day in brackets: 今天(12). Each is looked for once over the whole text.
  let day = -1;
  let bracket = -1;
  for (const { start, end } of body) {
    let done = start;
    for (let from = start; ;) {
      if (day < from) day = indexFrom(folded, '日', from);
      if (bracket < from) bracket = indexFrom(folded, '(', from);
      const at = Math.min(day, bracket);
      if (at >= end) break;
      const written =
        at === day ? dateBefore(folded, done, start, at, end) : dateInBrackets(folded, done, at, end);
      from = written === undefined ? at + 1 : written.end;
      if (written === undefined) continue;
      done = written.end;
      const date = valueOf(written, published);
      if (date !== undefined) found.push(date);
    }
  }
  return found;
}

function indexFrom(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** A date as written; the numbers may be none of the calendar. */
interface WrittenDay extends Span {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const [ZERO, NINE, YEAR, MONTH, DAY_MARK, FIRST] = Array.from('09年月日元', (c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The date that ends with the 日 at `at`, read backwards: day, month, year. @param from where it may begin */
function dateBefore(
  text: string,
  from: number,
  paragraph: number,
  at: number,
  end: number,
): WrittenDay | undefined {
  const dayStart = numberStart(text, from, at, 3, DAY_NUMERALS);
  if (dayStart === at) return undefined;
  const day = numberOf(text.slice(dayStart, at));
  const stop = periodEnd(text, at + 1, end);
  if (dayStart > from && text.charCodeAt(dayStart - 1) === MONTH) {
    const monthEnd = dayStart - 1;
    const monthStart =
      text.charCodeAt(monthEnd - 1) === FIRST && monthEnd > from
        ? monthEnd - 1
        : numberStart(text, from, monthEnd, 2, NUMERALS);
    if (monthStart < monthEnd) {
      const month = numberOf(text.slice(monthStart, monthEnd));
      const { start, year } = yearBefore(text, from, monthStart);
      return { start, end: stop, year, month, day };
    }
  }
  const opens = dayStart === paragraph || BEFORE_DAY[text.charCodeAt(dayStart - 1)] === 1;
  if (!opens || !isDigit(text.charCodeAt(dayStart)) || at + 1 >= end) return undefined;
  if (BEHIND_DAY[text.charCodeAt(at + 1)] !== 1) return undefined;
  return { start: dayStart, end: stop, year: undefined, month: undefined, day };
}

/** `今天(12)`, `昨(3月4日)`: the date that begins before the bracket at `at`. */
function dateInBrackets(text: string, from: number, at: number, end: number): WrittenDay | undefined {
  const suffixed = '天日'.includes(text.charAt(at - 1));
  const start = suffixed ? at - 2 : at - 1;
  if (start < from || !'今昨前'.includes(text.charAt(start))) return undefined;
  let position = at + 1;
  let number = digitsEnd(text, position, 2);
  let month: number | undefined;
  if (number > position && text.charCodeAt(number) === MONTH) {
    month = Number(text.slice(position, number));
    position = number + 1;
    number = digitsEnd(text, position, 2);
  }
  if (number === position) return undefined;
  const day = Number(text.slice(position, number));
  if (text.charCodeAt(number) === DAY_MARK) number++;
  if (text.charAt(number) !== ')' || number >= end) return undefined;
  number++;
  if (number < end && text.charCodeAt(number) === DAY_MARK) number++;
  return { start, end: periodEnd(text, number, end), year: undefined, month, day };
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** Where the number begins that ends before `end`: up to two digits or so many numerals; `end` when there is none. */
function numberStart(text: string, from: number, end: number, most: number, numerals: Uint8Array): number {
  let start = end;
  if (isDigit(text.charCodeAt(end - 1))) {
    while (start > from && end - start < 2 && isDigit(text.charCodeAt(start - 1))) start--;
  } else {
    while (start > from && end - start < most && numerals[text.charCodeAt(start - 1)] === 1) start--;
  }
  return start;
}

function digitsEnd(text: string, start: number, most: number): number {
  let end = start;
  while (end - start < most && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** `2023年` or `民国112年` in front of a month. */
function yearBefore(text: string, from: number, end: number): { start: number; year: number | undefined } {
  const none = { start: end, year: undefined };
  if (end <= from || text.charCodeAt(end - 1) !== YEAR) return none;
  let start = end - 1;
  while (start > from && end - 1 - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
  const digits = text.slice(start, end - 1);
  if (digits.length === 4 && (digits.startsWith('19') || digits.startsWith('20')))
    return { start, year: Number(digits) };
  for (const length of [2, 3]) {
    const at = end - 1 - length - 2;
    if (digits.length >= length && at >= from && text.startsWith('民国', at))
      return { start: at, year: Number(digits.slice(-length)) + 1911 };
  }
  return none;
}

function periodEnd(text: string, at: number, end: number): number {
  if (BEGINS_PERIOD[text.charCodeAt(at)] !== 1) return at;
  for (const period of PERIODS)
    if (at + period.length <= end && text.startsWith(period, at)) return at + period.length;
  return at;
}

function valueOf(
  { start, end, year: written, month, day }: WrittenDay,
  published: string | undefined,
): FoundEventDate | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day === undefined || day < 1 || day > 31) return undefined;
  const year = written ?? (month === undefined ? undefined : yearFrom(published, month, day));
  const known = year !== undefined && month !== undefined && isValid({ year, month, day });
  return { start, end, iso: known ? isoDate(year, month, day) : undefined, month, day };
}

function numberOf(text: string): number | undefined {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 ? Number(text) : chineseNumber(text);
}

/** The year in which month and day fall nearest to the publication date; undefined when that leaves a doubt. */
function yearFrom(published: string | undefined, month: number, day: number): number | undefined {
  if (published === undefined) return undefined;
  const base = figures(published, 0, 4);
  const at = dayNumber(base, figures(published, 5, 7), figures(published, 8, 10));
  if (Math.abs(dayNumber(base, month, day) - at) <= FARTHEST) return base;
  if (Math.abs(dayNumber(base - 1, month, day) - at) <= FARTHEST) return base - 1;
  return Math.abs(dayNumber(base + 1, month, day) - at) <= FARTHEST ? base + 1 : undefined;
}

/** The number that the digits of an ISO date write. */
function figures(iso: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + iso.charCodeAt(i) - ZERO;
  return value;
}
