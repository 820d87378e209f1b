import { CharacterClass } from '../script/characters.js';
import { INCOMPLETE_SHAPES, SHAPES, SHORT_SHAPES, Sign } from './date-shapes.js';
import { isoDate, isValid, twoDigits, type Day } from './gregorian-day.js';
import { plainDate, type DatePlace } from './plain-date.js';
import { timeOfDay, weekdayEnd, type TimeOfDay } from './time-of-day.js';
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

/** Without so many digits there is a date only in Chinese numerals, whose 年 shows it. */
const FEWEST_DIGITS = 4;

/** The signs that a UTF-16 unit gives, bits of {@link Sign}. */
const SIGNS = new Uint8Array(0x10000);
for (const [sign, characters] of [
  [Sign.year, '年'],
  [Sign.dash, '-'],
  [Sign.slash, '/'],
  [Sign.stop, '.'],
  [Sign.otherMark, '·–—'],
  [Sign.republic, '民'],
  [Sign.capital, 'JFMASOND'],
] as const)
  for (const character of characters) SIGNS[character.charCodeAt(0)] = sign;

/**
 * Whether a part of a line may hold a full date: one without digits is written with 年.
 * @param line of which the flags are known
 */
export function mayHoldDate({ classes }: { readonly classes: number }, part: string): boolean {
  return (classes & CharacterClass.digit) !== 0 || part.includes('年');
}

/** The earliest date with year, month and day in folded text, with the time of day behind it. */
export function findFullDate(folded: string, from = 0): WrittenDate | undefined {
  const plain = plainDate(folded, from);
  if (plain !== undefined) return written(plain, folded);
  let digits = 0;
  let signs = 0;
  for (let i = from; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) digits++;
    else signs |= SIGNS[unit] ?? 0;
  }
  if (digits < FEWEST_DIGITS && (signs & Sign.year) === 0) return undefined;
  let best: DatePlace | undefined;
  for (const shape of SHAPES) {
    if ((shape.needs & signs) === 0 || digits < shape.digits) continue;
    const { pattern } = shape;
    pattern.lastIndex = from;
    const match = pattern.exec(folded);
    if (match === null || (best !== undefined && match.index >= best.start)) continue;
    const day = shape.read(match);
    if (day !== undefined) best = placed(match, day);
  }
  return best === undefined ? undefined : written(best, folded);
}

/** How far behind a date its weekday and its time are looked for, in UTF-16 units. */
const REACH = 40;

function placed(match: RegExpExecArray, { year, month, day }: Day): DatePlace {
  return { start: match.index, end: match.index + match[0].length, year, month, day };
}

/** A date with the weekday and the time of day behind it. */
function written(date: DatePlace, folded: string): WrittenDate {
  let { end } = date;
  const weekday = weekdayEnd(folded, end, Math.min(folded.length, end + REACH));
  if (weekday !== undefined) end = weekday;
  const found = timeOfDay(folded, end, Math.min(folded.length, end + REACH));
  const time = found !== undefined && found.hour < 24 && Number(found.minute) < 60 ? found : undefined;
  if (time !== undefined) end = time.end;
  const iso = isValid(date) ? isoOf(date, time) : undefined;
  return {
    start: date.start,
    end,
    iso,
    problem: iso === undefined ? 'impossible' : undefined,
    weekday: weekday !== undefined,
  };
}

/** The date that a labelled value writes: as {@link findFullDate}, or in figures that are a date only there. */
export function findLabelledDate(folded: string): WrittenDate | undefined {
  const full = findFullDate(folded);
  if (full !== undefined) return full;
  for (const { pattern, read } of SHORT_SHAPES) {
    const match = pattern.exec(folded);
    const found = match === null ? undefined : read(match);
    if (match === null || found === undefined || !isValid(found)) continue;
    return written(placed(match, found), folded);
  }
  return undefined;
}

/** A date without year or without day, for labelled fields only. */
export function findIncompleteDate(folded: string): WrittenDate | undefined {
  for (const { pattern, problem } of INCOMPLETE_SHAPES) {
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

function isoOf({ year, month, day }: Day, time: TimeOfDay | undefined): string {
  const date = isoDate(year, month, day);
  if (time === undefined) return date;
  const { hour, minute, second, afternoon } = time;
  const seconds = second === undefined ? '' : `:${second}`;
  return `${date}T${twoDigits(afternoon && hour < 12 ? hour + 12 : hour)}:${minute}${seconds}`;
}
