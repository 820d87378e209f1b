import { createPairTest } from '../../lexicon/pair-index.js';
import { chineseNumber } from '../calendar-date.js';
import type { Span } from '../../text/span.js';
import type { Calendar } from './lunar.js';
import { Clue, type ClueSource } from '../clues.js';

/** A lunar day named in the text, shadow offsets. */
export interface LunarTerm extends Span {
  readonly text: string;
  /** Whether the term falls on a Gregorian day. */
  fits(calendar: Calendar, year: number, month: number, day: number): boolean;
}

const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1],
  大年初一: [1, 1],
  元宵节: [1, 15],
  元宵佳节: [1, 15],
  端午节: [5, 5],
  中秋节: [8, 15],
  中秋佳节: [8, 15],
  重阳节: [9, 9],
  腊八节: [12, 8],
};
const NEW_YEARS_EVE = /^(?:大年)?(?:除夕|三十)夜?$/;
const PATTERN =
  /(?:今天|今日|昨天|昨日|当天)?(大年除夕|除夕夜?|大年三十|大年初一|元宵节|元宵佳节|端午节|中秋节|中秋佳节|重阳节|腊八节|(?:农历|大年)?(正月|腊月|冬月|[一二三四五六七八九十]{1,2}月)(初[一二三四五六七八九十]|[一二三四五六七八九十廿卅]{2,3})(?!日)|大年(初[二三四五六七八]))/g;

/** Pairs of characters that no term is without; the day of a month in numerals comes behind 月. */
const PAIRS = [
  ...'除夕 年三 年初 宵节 宵佳 午节 秋节 秋佳 阳节 八节 月初'.split(' '),
  ...Array.from('一二三四五六七八九十廿卅', (numeral) => `月${numeral}`),
];
export const lunarClues: ClueSource = { clue: Clue.lunar, pairs: PAIRS };
const mayHoldTerm = createPairTest(PAIRS);

/** The lunar days that a stretch of folded shadow text names. */
export function findLunarTerms(folded: string, from: number, to: number): LunarTerm[] {
  const stretch = folded.slice(from, to);
  const found: LunarTerm[] = [];
  if (!mayHoldTerm(stretch)) return found;
  for (const match of stretch.matchAll(PATTERN)) {
    const text = match[1] ?? '';
    const start = from + match.index + match[0].length - text.length;
    const span = { start, end: start + text.length, text };
    if (NEW_YEARS_EVE.test(text)) {
      found.push({ ...span, fits: (calendar, ...date) => calendar.isNewYearsEve(...date) });
      continue;
    }
    const target = NAMED[text] ?? lunarNumbers(match[2], match[3] ?? match[4]);
    if (target === undefined) continue;
    const [lunarMonth, lunarDay] = target;
    found.push({
      ...span,
      fits(calendar, ...date) {
        const lunar = calendar.lunarDay(...date);
        return lunar?.month === lunarMonth && lunar.day === lunarDay && !lunar.leap;
      },
    });
  }
  return found;
}

function lunarNumbers(
  month: string | undefined,
  day: string | undefined,
): readonly [number, number] | undefined {
  const monthNumber =
    month === undefined || month === '正月'
      ? 1
      : month === '腊月'
        ? 12
        : month === '冬月'
          ? 11
          : chineseNumber(month.slice(0, -1));
  const dayNumber = chineseNumber(day?.replace('初', ''));
  return monthNumber === undefined || dayNumber === undefined ? undefined : [monthNumber, dayNumber];
}
