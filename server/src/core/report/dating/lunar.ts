import { dayNumber, isValid } from '../gregorian-day.js';

/** Years that evidence may point to; reports of the web are not older, and no plan reaches further. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2035;

const DAY = 86_400_000;

/** A day of the Chinese calendar: month 1..12, day 1..30. */
export interface LunarDay {
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** The Chinese calendar; answers are remembered. */
export interface Calendar {
  /** The lunar day of a Gregorian day; undefined where the runtime has no Chinese calendar. */
  lunarDay(year: number, month: number, day: number): LunarDay | undefined;
  /** Whether the next day is the first of the first month. */
  isNewYearsEve(year: number, month: number, day: number): boolean;
}

/** The Chinese calendar as ICU computes it (`Intl`, calendar `chinese`), at noon in Beijing. */
export function createCalendar(): Calendar {
  let formatter: Intl.DateTimeFormat | undefined;
  const known = new Map<number, LunarDay | undefined>();
  const eves = new Map<number, boolean>();
  const compute = (at: number): LunarDay | undefined => {
    formatter ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'Asia/Shanghai',
    });
    const parts = formatter.formatToParts(new Date(at + DAY / 6));
    const monthText = parts.find(({ type }) => type === 'month')?.value ?? '';
    const month = Number.parseInt(monthText, 10);
    const day = Number.parseInt(parts.find(({ type }) => type === 'day')?.value ?? '', 10);
    if (!Number.isInteger(month) || !Number.isInteger(day)) return undefined;
    return { month, day, leap: !/^\d+$/.test(monthText) };
  };
  const isEve = (at: number): boolean => {
    const next = compute(at + DAY);
    return next?.month === 1 && next.day === 1 && !next.leap;
  };
  return {
    lunarDay(year, month, day) {
      const key = keyOf(year, month, day);
      const answer = known.get(key);
      if (answer !== undefined || known.has(key)) return answer;
      const computed = compute(Date.UTC(year, month - 1, day));
      known.set(key, computed);
      return computed;
    },
    isNewYearsEve(year, month, day) {
      // The year begins between 21 January and 21 February.
      if (month > 2) return false;
      const key = keyOf(year, month, day);
      const answer = eves.get(key);
      if (answer !== undefined) return answer;
      const computed = isEve(Date.UTC(year, month - 1, day));
      eves.set(key, computed);
      return computed;
    },
  };
}

/** A small whole number for a day, which a map finds sooner than a time in milliseconds. */
function keyOf(year: number, month: number, day: number): number {
  return (year * 12 + month) * 32 + day;
}

/** The years from {@link FIRST_YEAR} to {@link LAST_YEAR} in which a month and day exist and pass a test. */
export function yearsWhere(month: number, day: number, test: (year: number) => boolean): number[] {
  const years: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    if (isValid({ year, month, day }) && test(year)) years.push(year);
  return years;
}

const THURSDAY = 4;

/** The day of the week, 0 for Sunday; `month` 1..12, a day behind the end of its month counted on. */
export function weekday(year: number, month: number, day: number): number {
  // 1 January 1970 was a Thursday.
  const days = dayNumber(year, month, day) + THURSDAY;
  return ((days % 7) + 7) % 7;
}
