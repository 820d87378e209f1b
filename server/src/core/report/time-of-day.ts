import { unitTable } from '../text/unit-table.js';
import { skipSpace } from './white-space.js';

/** What stands behind the day of a date. */
export interface TimeOfDay {
  /** The offset behind it. */
  readonly end: number;
  /** 0..99, as written. */
  readonly hour: number;
  /** Two digits, as written. */
  readonly minute: string;
  /** Two digits, as written. */
  readonly second: string | undefined;
  readonly afternoon: boolean;
}

const WEEKDAYS = ['星期', '周', '礼拜'];
const DAYS = unitTable('一二三四五六日天');
const BEGINS_WEEKDAY = unitTable('星周礼');
const PERIODS = ['T', '上午', '下午', '晚上', '晚间', '中午', '早上', '凌晨', 'AM', 'PM'];
const BEGINS_PERIOD = unitTable('T上下晚中早凌AP');
const AFTERNOON = new Set(['下午', '晚上', '晚间', 'PM']);
const BEHIND_HOUR = unitTable(':时点');
const BEHIND_MINUTE = unitTable(':分');

/** The offset behind the weekday that stands at `from`, behind white space or not; undefined where none does. */
export function weekdayEnd(text: string, from: number, limit: number): number | undefined {
  const at = skipSpace(text, from, limit);
  if (at >= limit || BEGINS_WEEKDAY[text.charCodeAt(at)] !== 1) return undefined;
  const word = WEEKDAYS.find((name) => text.startsWith(name, at));
  if (word === undefined) return undefined;
  const day = at + word.length;
  return day < limit && DAYS[text.charCodeAt(day)] === 1 ? day + 1 : undefined;
}

/** The time of day at `from`, behind white space or not: `09:20`, `下午 3:05:10`, `9时20分`. */
export function timeOfDay(text: string, from: number, limit: number): TimeOfDay | undefined {
  let at = skipSpace(text, from, limit);
  if (at >= limit) return undefined;
  let afternoon = false;
  if (!isDigit(text, at, limit)) {
    if (BEGINS_PERIOD[text.charCodeAt(at)] !== 1) return undefined;
    const start = at;
    const period = PERIODS.find((word) => text.startsWith(word, start));
    if (period === undefined) return undefined;
    afternoon = AFTERNOON.has(period);
    at = skipSpace(text, at + period.length, limit);
  }
  let end = at;
  while (end - at < 2 && isDigit(text, end, limit)) end++;
  if (end === at || end >= limit || BEHIND_HOUR[text.charCodeAt(end)] !== 1) return undefined;
  const hour = Number(text.slice(at, end));
  const minute = twoDigits(text, end + 1, limit);
  if (minute === undefined) return undefined;
  end += 3;
  const second =
    end < limit && BEHIND_MINUTE[text.charCodeAt(end)] === 1 ? twoDigits(text, end + 1, limit) : undefined;
  return { end: second === undefined ? end : end + 3, hour, minute, second, afternoon };
}

function twoDigits(text: string, at: number, limit: number): string | undefined {
  return isDigit(text, at, limit) && isDigit(text, at + 1, limit) ? text.slice(at, at + 2) : undefined;
}

function isDigit(text: string, at: number, limit: number): boolean {
  const unit = text.charCodeAt(at);
  return at < limit && unit >= 0x30 && unit <= 0x39;
}
