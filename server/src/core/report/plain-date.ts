import { unitTable } from '../text/unit-table.js';
import type { Day } from './gregorian-day.js';
import { isSpaceUnit } from './white-space.js';

/** A day and where it is written, offsets into the text that was searched. */
export interface DatePlace extends Day {
  readonly start: number;
  readonly end: number;
}

const [ZERO, NINE, YEAR, MONTH, DAY, DAY_NUMBER, DASH, SLASH, STOP] = Array.from('09年月日号-/.', (c) =>
  c.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number];

/**
 * The date that begins with the first digit, where it has one of the two shapes that nearly all have and nothing in
 * front of it can begin a date: `2021年6月13日`, `2021-06-13`.
 */
export function plainDate(folded: string, from: number): DatePlace | undefined {
  let at = from;
  for (; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) break;
    if (BEGINS_DATE[unit] === 1) return undefined;
  }
  // The digit in front of `from` may belong to the number.
  if (at === from && isDigit(folded, at - 1)) return undefined;
  const century = numberAt(folded, at, 2);
  if (century !== 19 && century !== 20) return undefined;
  const year = numberAt(folded, at, 4);
  if (year === undefined) return undefined;
  const mark = folded.charCodeAt(at + 4);
  if (mark === YEAR) return plainYear(folded, at, year);
  if (mark !== DASH && mark !== SLASH && mark !== STOP) return undefined;
  const month = numberAt(folded, at + 5, 2);
  const day = numberAt(folded, at + 8, 2);
  if (month === undefined || day === undefined || day > 39 || folded.charCodeAt(at + 7) !== mark)
    return undefined;
  return { start: at, end: at + 10, year, month, day };
}

/** What a date can begin with besides a digit: a numeral, 民国 or 中华民国, the name of a month. */
const BEGINS_DATE = unitTable('一二民中JFMASOND');

/** `2021年6月13日` without white space, which the pattern allows. */
function plainYear(folded: string, start: number, year: number): DatePlace | undefined {
  const monthAt = start + 5;
  const monthEnd = isDigit(folded, monthAt + 1) ? monthAt + 2 : monthAt + 1;
  const month = numberAt(folded, monthAt, monthEnd - monthAt);
  if (month === undefined || folded.charCodeAt(monthEnd) !== MONTH) return undefined;
  const dayAt = monthEnd + 1;
  const dayEnd = isDigit(folded, dayAt + 1) ? dayAt + 2 : dayAt + 1;
  const day = numberAt(folded, dayAt, dayEnd - dayAt);
  if (day === undefined || isSpaceUnit(folded.charCodeAt(dayEnd))) return undefined;
  const behind = folded.charCodeAt(dayEnd);
  const end = behind === DAY || behind === DAY_NUMBER ? dayEnd + 1 : dayEnd;
  return { start, end, year, month, day };
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= ZERO && unit <= NINE;
}

/** The number that so many digits write; undefined where other characters stand among them. */
function numberAt(text: string, at: number, length: number): number | undefined {
  let value = 0;
  for (let i = at; i < at + length; i++) {
    if (!isDigit(text, i)) return undefined;
    value = value * 10 + text.charCodeAt(i) - ZERO;
  }
  return value;
}
