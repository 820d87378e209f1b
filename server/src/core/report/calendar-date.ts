import type { DateProblem } from './types.js';

/** A publication date as written; offsets are into the folded shadow text that was searched. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | undefined;
  readonly problem: DateProblem | undefined;
  /** `2023年03月29日 星期三`: a page clock writes dates so. */
  readonly weekday: boolean;
}

const TIME =
  /^\s*(?:T|上午|下午|晚上|晚间|中午|早上|凌晨|AM|PM)?\s*(\d{1,2})(?:[::]|时|点)(\d{2})(?:(?:[::]|分)(\d{2}))?/;
const WEEKDAY = /^\s*(?:星期|周|礼拜)[一二三四五六日天]/;
const NUMERAL_YEAR = '[〇零○oO0一二三四五六七八九]';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';
const MONTH = `(${MONTHS.replaceAll(' ', '|')})[a-z]*\\.?`;
const SHAPES: readonly {
  /** A mark that no date of this shape is without. */
  readonly needs?: string;
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Numbers | undefined;
}[] = [
  {
    needs: '年',
    // Electronic papers write 2021年/6月/13日.
    pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*\/?\s*(\d{1,2})\s*月\s*\/?\s*(\d{1,2})\s*[日号]?/g,
    read: (m) => numbers(m[1], m[2], m[3]),
  },
  { pattern: /(?<!\d)((?:19|20)\d{2})([-/.])(\d{2})\2([0-3]\d)/g, read: (m) => numbers(m[1], m[3], m[4]) },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?([-/.·–—])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g,
    read: (m) => numbers(m[1], m[3], m[4]),
  },
  {
    needs: '.',
    pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/g,
    read: (m) => numbers(m[3], m[2], m[1]),
  },
  // Hong Kong writes the day first; a first number over 12 settles it, else the day still comes first.
  {
    needs: '/',
    pattern: /(?<![\d/])(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?((?:19|20)\d{2})(?!\d)/g,
    read: (m) => (Number(m[2]) > 12 ? numbers(m[3], m[1], m[2]) : numbers(m[3], m[2], m[1])),
  },
  {
    needs: '-',
    pattern: /(?<![\d-])([0-3]?\d)-([01]?\d)-((?:19|20)\d{2})(?![\d-])/g,
    read: (m) => {
      const found = numbers(m[3], m[2], m[1]);
      return found !== undefined && isValid(found) ? found : undefined;
    },
  },
  {
    needs: '年',
    pattern: new RegExp(`([一二]${NUMERAL_YEAR}{3})年(\\d{1,2})月(\\d{1,2})日`, 'g'),
    read: (m) => numbers(chineseYear(m[1]), m[2], m[3]),
  },
  {
    needs: '年',
    pattern:
      /([一二][〇零○oO0一二三四五六七八九]{3})年([一二三四五六七八九十元]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/g,
    read: (m) => numbers(chineseYear(m[1]), chineseNumber(m[2]), chineseNumber(m[3])),
  },
  {
    needs: '民国',
    pattern: /(?:民国|中华民国)\s*(\d{2,3})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})\s*日?/g,
    read: (m) => numbers(Number(m[1]) + 1911, m[2], m[3]),
  },
  {
    needs: '民国',
    pattern:
      /民国([〇零○一二三四五六七八九十百]{2,6})年([一二三四五六七八九十元]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/g,
    read: (m) => numbers(republicYear(m[1]), chineseNumber(m[2]), chineseNumber(m[3])),
  },
  // ROC years without the word: only 1xx, as in 110年8月2日 and 109-02-06.
  {
    pattern: /(?<![\d年])(1[01]\d)\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?![\d])/g,
    read: (m) => numbers(Number(m[1]) + 1911, m[3], m[4]),
  },
  {
    needs: ' 20',
    pattern: new RegExp(`(?<![A-Za-z])${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,? (20\\d{2})(?!\\d)`, 'g'),
    read: (m) => numbers(m[3], monthNumber(m[1]), m[2]),
  },
  {
    needs: ' 20',
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s${MONTH},? (20\\d{2})(?!\\d)`, 'g'),
    read: (m) => numbers(m[3], monthNumber(m[2]), m[1]),
  },
];
/** Dates with figures that mean one only behind a label: 20210613, 21-06-13, 98-06-13 of the Republic. */
const SHORT: readonly {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Numbers | undefined;
}[] = [
  {
    pattern: /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)/,
    read: (m) => numbers(m[1], m[2], m[3]),
  },
  {
    pattern: /(?<![\d/.-])(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])/,
    read: (m) => numbers(Number(m[1]) + (Number(m[1]) < 60 ? 2000 : 1911), m[3], m[4]),
  },
];
const INCOMPLETE: readonly { readonly pattern: RegExp; readonly problem: DateProblem }[] = [
  { pattern: /(?<!\d)(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}(?![-/.\d]))/, problem: 'no-day' },
  { pattern: /(?<!\d)\d{1,2}(?:月\d{1,2}日|[-/]\d{1,2}(?![-/\d]))/, problem: 'no-year' },
];

interface Numbers {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function numbers(year: unknown, month: unknown, day: unknown): Numbers | undefined {
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return Number.isInteger(read.year) && Number.isInteger(read.month) && Number.isInteger(read.day)
    ? read
    : undefined;
}

/** The shortest dates (1.2.2023, 民国99年1月2日) have so many digits. */
const FEWEST_DIGITS = 4;

/** Whether there are digits enough, or the 年 of a date in Chinese numerals: no date is without. */
function mayHoldDate(folded: string, from: number): boolean {
  let digits = 0;
  for (let i = from; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit === 0x5e74) return true;
    if (unit >= 0x30 && unit <= 0x39 && ++digits === FEWEST_DIGITS) return true;
  }
  return false;
}

/** The earliest date with year, month and day in folded text, with the time of day behind it. */
export function findFullDate(folded: string, from = 0): WrittenDate | undefined {
  if (!mayHoldDate(folded, from)) return undefined;
  let best: Place | undefined;
  for (const { needs, pattern, read } of SHAPES) {
    if (needs !== undefined && !folded.includes(needs, from)) continue;
    pattern.lastIndex = from;
    const match = pattern.exec(folded);
    if (match === null || (best !== undefined && match.index >= best.index)) continue;
    const found = read(match);
    if (found !== undefined) best = { index: match.index, length: match[0].length, numbers: found };
  }
  return best === undefined ? undefined : written(best, folded);
}

interface Place {
  readonly index: number;
  readonly length: number;
  readonly numbers: Numbers;
}

/** A date with the weekday and the time of day behind it. */
function written(best: Place, folded: string): WrittenDate {
  let end = best.index + best.length;
  let rest = folded.slice(end, end + 40);
  const weekday = WEEKDAY.exec(rest);
  if (weekday !== null) {
    end += weekday[0].length;
    rest = folded.slice(end, end + 40);
  }
  const time = TIME.exec(rest);
  if (time !== null && Number(time[1]) < 24 && Number(time[2]) < 60) end += time[0].length;
  const iso = isValid(best.numbers) ? isoOf(best.numbers, time) : undefined;
  return {
    start: best.index,
    end,
    iso,
    problem: iso === undefined ? 'impossible' : undefined,
    weekday: weekday !== null,
  };
}

/** The date that a labelled value writes: as {@link findFullDate}, or in figures that are a date only there. */
export function findLabelledDate(folded: string): WrittenDate | undefined {
  const full = findFullDate(folded);
  if (full !== undefined) return full;
  for (const { pattern, read } of SHORT) {
    const match = pattern.exec(folded);
    const found = match === null ? undefined : read(match);
    if (match === null || found === undefined || !isValid(found)) continue;
    return written({ index: match.index, length: match[0].length, numbers: found }, folded);
  }
  return undefined;
}

/** A date without year or without day, for labelled fields only. */
export function findIncompleteDate(folded: string): WrittenDate | undefined {
  for (const { pattern, problem } of INCOMPLETE) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    return {
      start: match.index,
      end: match.index + match[0].length,
      iso: undefined,
      problem,
      weekday: false,
    };
  }
  return undefined;
}

/** The number that Chinese numerals write, up to 99; undefined when they do not write one. 元 is 1 (元月). */
export function chineseNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '元') return 1;
  const digit = (c: string | undefined): number => '〇一二三四五六七八九'.indexOf(c ?? '');
  const expanded = text.replace('廿', '二十').replace('卅', '三十');
  const ten = expanded.indexOf('十');
  if (ten < 0) return expanded.length === 1 && digit(expanded) >= 0 ? digit(expanded) : undefined;
  const tens = ten === 0 ? 1 : digit(expanded[0]);
  const ones = ten === expanded.length - 1 ? 0 : digit(expanded[ten + 1]);
  return tens < 0 || ones < 0 ? undefined : tens * 10 + ones;
}

function chineseYear(text: string | undefined): number {
  const digits = [...(text ?? '')].map((c) =>
    '〇零○oO0'.includes(c) ? 0 : '〇一二三四五六七八九'.indexOf(c),
  );
  return digits.some((d) => d < 0) ? Number.NaN : Number(digits.join(''));
}

/** A year of the Republic in Chinese numerals: 一〇九, 一百零九, 九十九. */
function republicYear(text: string | undefined): number {
  const hundreds = (text ?? '').split('百');
  if (hundreds.length === 2) {
    const rest = (hundreds[1] ?? '').replace(/^[零〇○]/, '');
    return 1911 + 100 + (rest === '' ? 0 : (chineseNumber(rest) ?? Number.NaN));
  }
  const plain = text ?? '';
  return 1911 + (plain.includes('十') ? (chineseNumber(plain) ?? Number.NaN) : chineseYear(plain));
}

function monthNumber(name: string | undefined): number {
  return MONTHS.split(' ').indexOf(name ?? '') + 1;
}

/** Whether a day exists in the Gregorian calendar. */
export function isValid({ year, month, day }: Numbers): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

/** `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isoOf({ year, month, day }: Numbers, time: RegExpExecArray | null): string {
  const date = isoDate(year, month, day);
  if (time === null || Number(time[1]) > 23 || Number(time[2]) > 59) return date;
  const seconds = time[3] === undefined ? '' : `:${time[3]}`;
  const afternoon = /下午|晚|PM/.test(time[0]) && Number(time[1]) < 12 ? 12 : 0;
  return `${date}T${String(Number(time[1]) + afternoon).padStart(2, '0')}:${time[2] ?? '00'}${seconds}`;
}
