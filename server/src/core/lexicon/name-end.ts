import { givenOdds, surnameOdds } from './name-odds.js';
import { Edge, edgeAt } from './name-edge.js';
import { wordPenalty } from './name-shape.js';
import { isCommonSurname, isCompoundSurname, isSurname } from './surnames.js';
import { dottedEnd, isCapital, latinEnd, transcribedEnd } from './transcribed-name.js';

/** How likely a name must be, log2 odds; what stands around it makes up for the rest. */
export const Least = {
  /** Behind a title. */
  titled: 1,
  /** Between `、` in a list of names. */
  listed: 0,
  /** In front of a title or a verb, where nothing else says that a person is meant. */
  bare: 6,
} as const;

const NO_EDGE = -5;
/** Most names have three characters. */
const THREE = 1;
/** A surname of two characters is hardly ever anything else. */
const COMPOUND = 4;
/** A married woman's surname in front of her own: 林郑月娥. */
const MARRIED = -3;
/** So much better must the best reading be that the text is not asked as a whole. */
const CLEAR = 4;
const BULLET = 0xb7;
const PAUSE = 0x3001;
const SPACE = 0x20;
const MASK = '某'.charCodeAt(0);
const NEVER = new Set(Array.from('的了们', (character) => character.charCodeAt(0)));

/**
 * The name that starts at `start` of folded text, judged by its characters and by what follows.
 * @param known names that the text settles; the longest wins
 * @param least see {@link Least}
 * @returns its end offset, or undefined
 */
export function nameEnd(
  text: string,
  start: number,
  known: ReadonlySet<string>,
  least: number,
): number | undefined {
  const first = text.charCodeAt(start);
  if (!isHan(first)) return isCapital(first) ? latinEnd(text, start) : undefined;
  const settled = known.size > 0 ? knownEnd(text, start, known) : 0;
  if (settled > 0 && edgeAt(text, settled) !== Edge.none) return settled;
  if (text.charCodeAt(start + 1) !== PAUSE && holdsBullet(text, start + 1)) {
    const end = dottedEnd(text, start);
    if (end !== undefined) return end;
  }
  const transcribed = transcribedEnd(text, start);
  if (transcribed !== undefined) return transcribed;
  const compound = isCompoundSurname(text, start);
  if (!compound && !isSurname(first)) return settled > 0 ? settled : undefined;
  const end = chineseEnd(text, start, compound, least);
  // 高鹏 is known, and here stands 高鹏飞.
  if (settled > 0) return end !== undefined && end > settled && edgeAt(text, end) >= Edge.word ? end : settled;
  return end ?? paddedEnd(text, start);
}

function chineseEnd(text: string, start: number, compound: boolean, least: number): number | undefined {
  let best = -Infinity;
  let second = -Infinity;
  let bestEnd = 0;
  let secondEnd = 0;
  for (let length = compound ? 3 : 2; length <= 4; length++) {
    const end = start + length;
    const unit = text.charCodeAt(end - 1);
    if (!isHan(unit) || unit === MASK || NEVER.has(unit)) break;
    const odds = nameOdds(text, start, end);
    if (odds === -Infinity) continue;
    const edge = edgeAt(text, end);
    const score = odds + (edge === Edge.none ? NO_EDGE : edge);
    if (score > best) {
      second = best;
      secondEnd = bestEnd;
      best = score;
      bestEnd = end;
    } else if (score > second) {
      second = score;
      secondEnd = end;
    }
  }
  if (best < least) return undefined;
  // 沈华都认为: where the rest of the text goes on otherwise behind the shorter reading, the shorter one is the name.
  if (best - second < CLEAR && second >= least) {
    const short = Math.min(bestEnd, secondEnd);
    const long = Math.max(bestEnd, secondEnd);
    const all = count(text, text.slice(start, short));
    const longer = count(text, text.slice(start, long));
    if (longer === 1 && all > 1) return short;
    if (longer > 1 && longer === all) return long;
  }
  return bestEnd;
}

/** How much likelier the characters are a name than other words, log2; minus infinity when they can be none. */
export function nameOdds(text: string, start: number, end: number): number {
  const length = end - start;
  const penalty = wordPenalty(text, start, end);
  if (penalty === Infinity) return -Infinity;
  let at = start + 1;
  let odds = -penalty;
  if (isCompoundSurname(text, start)) {
    if (length < 3) return -Infinity;
    odds += COMPOUND;
    at++;
  } else {
    if (!isSurname(text.charCodeAt(start))) return -Infinity;
    odds += surnameOdds(text.charCodeAt(start));
    if (length === 4) {
      if (!isCommonSurname(text.charCodeAt(start)) || !isCommonSurname(text.charCodeAt(at))) return -Infinity;
      odds += MARRIED;
      at++;
    } else if (length === 3) odds += THREE;
  }
  for (; at < end; at++) odds += givenOdds(text.charCodeAt(at));
  return odds;
}

function knownEnd(text: string, start: number, known: ReadonlySet<string>): number {
  let longest = 0;
  for (const name of known)
    if (name.length > longest && text.startsWith(name, start)) longest = name.length;
  return longest === 0 ? 0 : start + longest;
}

/** Padding between the two characters of a short name: 李 昂. */
function paddedEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start + 1) !== SPACE) return undefined;
  let at = start + 2;
  if (text.charCodeAt(at) === SPACE) at++;
  return isHan(text.charCodeAt(at)) && edgeAt(text, at + 1) !== Edge.none ? at + 1 : undefined;
}

/** How often a text holds a string. */
export function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found++;
  return found;
}

function holdsBullet(text: string, start: number): boolean {
  for (let i = start; i < start + 6; i++) if (text.charCodeAt(i) === BULLET) return true;
  return false;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
