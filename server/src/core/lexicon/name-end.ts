import { givenOdds, surnameOdds } from './name-odds.js';
import { BODILY, Edge, edgeAt, isNameDot, isParticle, wantsPerson } from './name-edge.js';
import { isWordLikeName } from './name-words.js';
import type { KnownNames } from './naming/known-names.js';
import { beginningOf, penaltyOf, type Beginning } from './name-shape.js';
import { isCommonSurname, isCompoundSurname, isSurname } from './surnames.js';
import { titleHeadLength } from './title-heads.js';
import { unitTable } from '../text/unit-table.js';
import {
  dottedEnd,
  foreignEnd,
  isCapital,
  isSpelled,
  isSpelledOn,
  latinEnd,
  spelledEnd,
  transcribedEnd,
} from './transcribed-name.js';

/** How likely a name must be, log2 odds; what stands around it makes up for the rest. */
export const Least = {
  /** Behind a title. */
  titled: 0,
  /** Behind a word such as 业主, which more often stands alone. */
  role: 4,
  /** Between `、` in a list of names. */
  listed: 0,
  /** In front of a title or a verb, where nothing else says that a person is meant. */
  bare: 6,
} as const;

const DIVISION = unitTable('省市县区镇乡旗');
const NO_EDGE = -5;
/** So likely must a name be that begins like a verb. */
const LIKE_A_VERB = 6;
/** What a name loses whose last character begins a word that may follow a shorter one. */
const WITHIN_WORD = -2;
/** Most names have three characters. */
const THREE = 1;
/** A surname of two characters is hardly ever anything else. */
const COMPOUND = 4;
/** A married woman's surname in front of her own: 林郑月娥. */
const MARRIED = -3;
/** So likely must the four characters of such a name be: not 严于律己. */
const LEAST_MARRIED = 0;
/** So much better must the best reading be that the text is not asked as a whole. */
const CLEAR = 6;
const HYPHEN = 0x2d;
const LONGEST_FIRST = 6;
const SPACE = 0x20;
const MASK = '某'.charCodeAt(0);
/** Verbs of hand that given names hold all the same: 金锁. */
const GIVEN_VERBS = '锁';
const NEVER = unitTable(`的了们地不没姓完掉${BODILY.replace(GIVEN_VERBS, '')}`);

/**
 * The name that starts at `start` of folded text, judged by its characters and by what follows.
 * @param known names that the text settles; the longest wins
 * @param least see {@link Least}
 * @returns its end offset, or undefined
 */
export function nameEnd(text: string, start: number, known: KnownNames, least: number): number | undefined {
  const end = wholeNameEnd(text, start, known, least);
  return end !== undefined && text.charCodeAt(end) === STOP && goesOnBehindStop(text, start, end)
    ? undefined
    : end;
}

const STOP = '.'.charCodeAt(0);

/** 努尔兰.阿不都满金: the stop may be a folded dot, and nobody is better than a part of somebody's name. */
function goesOnBehindStop(text: string, start: number, end: number): boolean {
  return isSpelled(text, start + 1, end) && isSpelled(text, end + 1, end + 2);
}

function wholeNameEnd(text: string, start: number, known: KnownNames, least: number): number | undefined {
  const first = text.charCodeAt(start);
  if (!isHan(first)) return isCapital(first) ? latinEnd(text, start) : undefined;
  const settled = known.size > 0 ? known.endAt(text, start) : 0;
  if (settled > 0 && edgeAt(text, settled) !== Edge.none) return settled;
  // 林市长要求: the verb begins with a surname, unless all the rest speaks for a name (关心如主持).
  if (edgeAt(text, start) === Edge.word) {
    const end = chineseEnd(text, start, false, LIKE_A_VERB);
    return end !== undefined && end - start > 2 && edgeAt(text, end) >= Edge.word ? end : undefined;
  }
  if (isDotted(text, start)) {
    const end = dottedEnd(text, start);
    // Of a name with dots nothing is read rather than a part.
    if (end !== undefined || !isCommonSurname(first)) return end;
  }
  const transcribed = transcribedEnd(text, start);
  if (transcribed !== undefined) return transcribed;
  const compound = isCompoundSurname(text, start);
  if (!compound && !isSurname(first)) return settled > 0 ? settled : spelledEnd(text, start, 3);
  let end = chineseEnd(text, start, compound, least);
  // 吉克阿依, 毛兰木措: what is read as a Chinese name would end within a word.
  if (end === undefined || edgeAt(text, end) === Edge.none)
    end =
      spelledEnd(text, start, 4) ?? foreignEnd(text, start, end ?? start) ?? notCutShort(text, start, end);
  // 马哈木提不断强调
  else if (edgeAt(text, end) === Edge.particle && isSpelled(text, start, end + 1))
    end = spelledEnd(text, start, end - start + 1) ?? end;
  // 高鹏 is known, and here stands 高鹏飞.
  if (settled > 0)
    return end !== undefined && end > settled && edgeAt(text, end) >= Edge.word ? end : settled;
  return end ?? paddedEnd(text, start);
}

/** The end of a Chinese name, unless it seems to be the beginning of a foreign one: nobody rather than 古特雷 of 古特雷斯. */
function notCutShort(text: string, start: number, end: number | undefined): number | undefined {
  if (end === undefined || isSpelledOn(text, start, end)) return undefined;
  return isNameDot(text.charCodeAt(end)) && isSpelled(text, start + 1, end) ? undefined : end;
}

function chineseEnd(text: string, start: number, compound: boolean, least: number): number | undefined {
  let best = -Infinity;
  let second = -Infinity;
  let bestEnd = 0;
  let secondEnd = 0;
  const beginning = beginningOf(text, start);
  let shorterEdge: number = Edge.none;
  for (let length = compound ? 3 : 2; length <= 4; length++) {
    const end = start + length;
    const unit = text.charCodeAt(end - 1);
    if (!isHan(unit) || unit === MASK || NEVER[unit] === 1) break;
    const odds = oddsOf(beginning, compound, text, start, end);
    if (odds === -Infinity) continue;
    const edge = edgeAt(text, end);
    if (!compound && isDoubtful(text, start, end, edge, odds)) {
      shorterEdge = edge;
      continue;
    }
    let score = odds + (edge === Edge.none ? NO_EDGE : edge);
    // 陈凯则痛批, 陈晖宣读了: a word that may follow the shorter name seldom begins within a longer one, unless with a
    // character that names are made of and with another word behind it (李春生前往).
    if (shorterEdge === Edge.word && (edge < Edge.word || givenOdds(unit) <= 0)) score += WITHIN_WORD;
    shorterEdge = edge;
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
    const all = count(text, text.slice(start, short), start);
    const longer = count(text, text.slice(start, long), start);
    if (longer === 1 && all > 1) return short;
    if (longer > 1 && longer === all) return long;
  }
  return bestEnd;
}

/** So likely must a doubtful name be that an unknown word follows. */
const LIKELY_ALONE = 4;
/** Odds of a character that hardly any given name holds. */
const NEVER_GIVEN = -3;
const SAYING = '道'.charCodeAt(0);

/** Whether a run is rather a word: 书记周密部署, 市长明天将赴京, 廉洁主持. */
function isDoubtful(text: string, start: number, end: number, edge: number, odds: number): boolean {
  const length = end - start;
  const last = text.charCodeAt(end - 1);
  // 陈鹏拧开, 陈志业垫了: where no word is known that follows, the characters of the name must be all the likelier.
  if (edge === Edge.none) {
    const next = givenOdds(text.charCodeAt(end));
    if (length === 2 && (odds < LIKELY_ALONE || next > NEVER_GIVEN)) return true;
    if (
      length > 2 &&
      givenOdds(last) < 0 &&
      (odds < LIKELY_ALONE || givenOdds(last) <= NEVER_GIVEN || next >= 0)
    )
      return true;
  }
  if (!isWordLikeName(text.charCodeAt(start), text.charCodeAt(start + 1))) return false;
  // 镇长关心道,
  if (edge === Edge.mark) return length === 3 && last === SAYING;
  // 计划就…, but 安家和随同.
  if (length > 2) return edge === Edge.none || (edge < Edge.word && isParticle(last));
  return !wantsPerson(text, end) && count(text, text.slice(start, end), start) < 2;
}

/** How much likelier the characters are a name than other words, log2; minus infinity when they can be none. */
export function nameOdds(text: string, start: number, end: number): number {
  const compound = isCompoundSurname(text, start);
  if (!compound && !isSurname(text.charCodeAt(start))) return -Infinity;
  return oddsOf(beginningOf(text, start), compound, text, start, end);
}

/** {@link nameOdds} for several runs that begin with one surname, `compound` where it is one of two characters. */
function oddsOf(beginning: Beginning, compound: boolean, text: string, start: number, end: number): number {
  const length = end - start;
  const penalty = penaltyOf(beginning, text, start, end);
  // Neither a place nor a title: 鹿屿县, 李市长.
  if (
    penalty === Infinity ||
    (length > 2 && (DIVISION[text.charCodeAt(end - 1)] === 1 || titleHeadLength(text, end) > 0))
  )
    return -Infinity;
  let at = start + 1;
  let odds = -penalty;
  if (compound) {
    if (length < 3) return -Infinity;
    odds += COMPOUND;
    at++;
  } else {
    const surname = surnameOdds(text.charCodeAt(start));
    odds += surname;
    if (length === 4) {
      if (surname < 1 || !isCommonSurname(text.charCodeAt(at))) return -Infinity;
      odds += MARRIED;
      at++;
    } else if (length === 3) odds += THREE;
  }
  for (; at < end; at++) odds += givenOdds(text.charCodeAt(at));
  return length === 4 && !compound && odds < LEAST_MARRIED ? -Infinity : odds;
}

/** Padding between the characters of a name: 李 昂, 解 晓 东. */
function paddedEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start + 1) !== SPACE) return undefined;
  let at = start + 2;
  if (text.charCodeAt(at) === SPACE) at++;
  if (!isHan(text.charCodeAt(at)) || edgeAt(text, at + 1) === Edge.none) return undefined;
  // 解 晓 东
  const third = text.charCodeAt(at + 1) === SPACE && isHan(text.charCodeAt(at + 2)) ? at + 3 : 0;
  return third > 0 && edgeAt(text, third) >= Edge.word && text.charCodeAt(third) !== SPACE ? third : at + 1;
}

/** UTF-16 units on either side of a place that are searched: a report is shorter, and a text of megabytes is many. */
const REACH = 5000;

/** How often a text holds a string around an offset. */
export function count(text: string, wanted: string, around: number): number {
  const near = text.length <= 2 * REACH ? text : text.slice(Math.max(0, around - REACH), around + REACH);
  let found = 0;
  for (let at = near.indexOf(wanted); at >= 0; at = near.indexOf(wanted, at + wanted.length)) found++;
  return found;
}

/** Whether a bullet follows the Han characters at an offset, of which a name has six at most in front of it. */
function isDotted(text: string, start: number): boolean {
  const last = start + LONGEST_FIRST;
  let at = start + 1;
  while (at < last && isHan(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  // 让-皮埃尔·杜朗
  return isNameDot(unit) || (unit === HYPHEN && isHan(text.charCodeAt(at + 1)));
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
