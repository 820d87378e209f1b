/** Years that evidence may point to; reports of the web are not older, and no plan reaches further. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2035;

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
  const lookUp = (at: number): LunarDay | undefined => {
    if (!known.has(at)) known.set(at, compute(at));
    return known.get(at);
  };
  return {
    lunarDay: (year, month, day) => lookUp(Date.UTC(year, month - 1, day)),
    isNewYearsEve(year, month, day) {
      const next = lookUp(Date.UTC(year, month - 1, day) + DAY);
      return next?.month === 1 && next.day === 1 && !next.leap;
    },
  };
}

/** The years from {@link FIRST_YEAR} to {@link LAST_YEAR} in which a month and day exist and pass a test. */
export function yearsWhere(month: number, day: number, test: (year: number) => boolean): number[] {
  const years: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    if (new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1 && test(year)) years.push(year);
  }
  return years;
}

/** The day of the week, 0 for Sunday. */
export function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
