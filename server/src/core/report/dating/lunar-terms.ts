import { createPairIndex } from '../../lexicon/pair-index.js';
import { chineseNumber } from '../chinese-number.js';
import type { Span } from '../../text/span.js';
import type { Calendar } from './lunar.js';
import { Clue, type Clues, type ClueSource } from '../clues.js';

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
const pairs = createPairIndex(PAIRS.map((pair) => [pair, pair] as const));
/** How far behind the beginning of a term its first pair may stand at most, in UTF-16 units. */
const FARTHEST_PAIR = 8;
/** How far behind a pair a term may end at most, with the character that may not follow it. */
const FARTHEST_END = 8;

/**
 * The lunar days that a stretch of folded shadow text names.
 * @param clues those of the text, where the caller has them
 */
export function findLunarTerms(folded: string, from: number, to: number, clues?: Clues): LunarTerm[] {
  const found: LunarTerm[] = [];
  const [firstPair, lastPair] =
    clues === undefined ? pairsIn(folded, from, to) : cluedPairs(folded, clues, from, to);
  if (lastPair < 0) return found;
  const first = Math.max(from, firstPair - FARTHEST_PAIR);
  const stretch = folded.slice(first, Math.min(to, lastPair + FARTHEST_END));
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(stretch); match !== null; match = PATTERN.exec(stretch)) {
    const text = match[1] ?? '';
    const start = first + match.index + match[0].length - text.length;
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

/** Where the first and the last pair of a stretch stand; a last one of -1 where there is none. */
type Pairs = readonly [first: number, last: number];

function pairsIn(folded: string, from: number, to: number): Pairs {
  let first = from;
  let last = -1;
  for (let i = from; i < to - 1; i++) {
    if (!isPair(folded, i)) continue;
    if (last < 0) first = i;
    last = i;
  }
  return [first, last];
}

/** The same, looked for only where the clues say. */
function cluedPairs(folded: string, clues: Clues, from: number, to: number): Pairs {
  let first = from;
  let last = -1;
  let k = clues.next(clues.indexFrom(from), Clue.lunar, to);
  for (; clues.place(k) < to - 1; k = clues.next(k + 1, Clue.lunar, to)) {
    const place = clues.place(k);
    if (!isPair(folded, place)) continue;
    if (last < 0) first = place;
    last = place;
  }
  return [first, last];
}

function isPair(folded: string, at: number): boolean {
  return pairs.get(folded.charCodeAt(at), folded.charCodeAt(at + 1)) !== undefined;
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
