import { chineseNumber, chineseYear, republicYear } from './chinese-number.js';
import { isValid, type Day } from './gregorian-day.js';
import type { DateProblem } from './types.js';

const NUMERAL_YEAR = '[〇零○oO0一二三四五六七八九]';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';
const MONTH = `(${MONTHS.replaceAll(' ', '|')})[a-z]*\\.?`;
/** What a text holds that dates are written with, bit by bit. */
export const Sign = {
  year: 1,
  dash: 2,
  slash: 4,
  stop: 8,
  otherMark: 16,
  republic: 32,
  capital: 64,
} as const;
/** The shapes of full dates; of two that begin at the same place the first counts. */
export const SHAPES: readonly {
  /** Of these signs each date of this shape has one at least. */
  readonly needs: number;
  /** Digits that no date of this shape has fewer of. */
  readonly digits: number;
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Day | undefined;
}[] = [
  {
    needs: Sign.year,
    digits: 6,
    // Electronic papers write 2021年/6月/13日.
    pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*\/?\s*(\d{1,2})\s*月\s*\/?\s*(\d{1,2})\s*[日号]?/g,
    read: (m) => numbers(m[1], m[2], m[3]),
  },
  {
    needs: Sign.dash | Sign.slash | Sign.stop,
    digits: 8,
    pattern: /(?<!\d)((?:19|20)\d{2})([-/.])(\d{2})\2([0-3]\d)/g,
    read: (m) => numbers(m[1], m[3], m[4]),
  },
  {
    needs: Sign.dash | Sign.slash | Sign.stop | Sign.otherMark,
    digits: 6,
    pattern: /(?<!\d)((?:19|20)\d{2})\s?([-/.·–—])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g,
    read: (m) => numbers(m[1], m[3], m[4]),
  },
  {
    needs: Sign.stop,
    digits: 6,
    pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/g,
    read: (m) => numbers(m[3], m[2], m[1]),
  },
  // Hong Kong writes the day first; a first number over 12 settles it, else the day still comes first.
  {
    needs: Sign.slash,
    digits: 6,
    pattern: /(?<![\d/])(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?((?:19|20)\d{2})(?!\d)/g,
    read: (m) => (Number(m[2]) > 12 ? numbers(m[3], m[1], m[2]) : numbers(m[3], m[2], m[1])),
  },
  {
    needs: Sign.dash,
    digits: 6,
    pattern: /(?<![\d-])([0-3]?\d)-([01]?\d)-((?:19|20)\d{2})(?![\d-])/g,
    read: (m) => {
      const found = numbers(m[3], m[2], m[1]);
      return found !== undefined && isValid(found) ? found : undefined;
    },
  },
  {
    needs: Sign.year,
    digits: 2,
    pattern: new RegExp(`([一二]${NUMERAL_YEAR}{3})年(\\d{1,2})月(\\d{1,2})日`, 'g'),
    read: (m) => numbers(chineseYear(m[1]), m[2], m[3]),
  },
  {
    needs: Sign.year,
    digits: 0,
    pattern:
      /([一二][〇零○oO0一二三四五六七八九]{3})年([一二三四五六七八九十元]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/g,
    read: (m) => numbers(chineseYear(m[1]), chineseNumber(m[2]), chineseNumber(m[3])),
  },
  {
    needs: Sign.republic,
    digits: 4,
    pattern: /(?:民国|中华民国)\s*(\d{2,3})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})\s*日?/g,
    read: (m) => numbers(Number(m[1]) + 1911, m[2], m[3]),
  },
  {
    needs: Sign.republic,
    digits: 0,
    pattern:
      /民国([〇零○一二三四五六七八九十百]{2,6})年([一二三四五六七八九十元]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/g,
    read: (m) => numbers(republicYear(m[1]), chineseNumber(m[2]), chineseNumber(m[3])),
  },
  // ROC years without the word: only 1xx, as in 110年8月2日 and 109-02-06.
  {
    needs: Sign.dash | Sign.slash | Sign.stop | Sign.year,
    digits: 5,
    pattern: /(?<![\d年])(1[01]\d)\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?![\d])/g,
    read: (m) => numbers(Number(m[1]) + 1911, m[3], m[4]),
  },
  {
    needs: Sign.capital,
    digits: 5,
    pattern: new RegExp(`(?<![A-Za-z])${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,? (20\\d{2})(?!\\d)`, 'g'),
    read: (m) => numbers(m[3], monthNumber(m[1]), m[2]),
  },
  {
    needs: Sign.capital,
    digits: 5,
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s${MONTH},? (20\\d{2})(?!\\d)`, 'g'),
    read: (m) => numbers(m[3], monthNumber(m[2]), m[1]),
  },
];
/** Dates with figures that mean one only behind a label: 20210613, 21-06-13, 98-06-13 of the Republic. */
export const SHORT_SHAPES: readonly {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Day | undefined;
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
/** Dates that lack their day or their year. */
export const INCOMPLETE_SHAPES: readonly { readonly pattern: RegExp; readonly problem: DateProblem }[] = [
  { pattern: /(?<!\d)(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}(?![-/.\d]))/, problem: 'no-day' },
  { pattern: /(?<!\d)\d{1,2}(?:月\d{1,2}日|[-/]\d{1,2}(?![-/\d]))/, problem: 'no-year' },
];

function numbers(year: unknown, month: unknown, day: unknown): Day | undefined {
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return Number.isInteger(read.year) && Number.isInteger(read.month) && Number.isInteger(read.day)
    ? read
    : undefined;
}

function monthNumber(name: string | undefined): number {
  return MONTHS.split(' ').indexOf(name ?? '') + 1;
}
