import { unitTable } from '../../text/unit-table.js';
import { Edge, edgeAt } from '../name-edge.js';
import { Least, nameEnd, nameOdds } from '../name-end.js';
import { givenOdds } from '../name-odds.js';
import { wordPenalty } from '../name-shape.js';
import { titleHeadLength } from '../title-heads.js';
import type { KnownNames } from './known-names.js';
import { isHan, skipRemark, type Page } from './page.js';

const SPACE = 0x20;
const PAUSE = '、'.charCodeAt(0);
/** UTF-16 units within which the title of a list's next element ends. */
const LONGEST_TITLE = 14;

const LIST_STARTS = unitTable('(、 和及与暨以');

/** Whether a list may go on behind a name: what all joints and remarks begin with. */
export function listGoesOn(text: string, offset: number): boolean {
  return LIST_STARTS[text.charCodeAt(offset)] === 1;
}

/**
 * Reads the names that follow a name in a list (`A、B、C`, `A和B`, `A B`); stops in front of the next title.
 * @param from the end of the name that opens the list
 * @param shared whether a collective word or the plural says that several people are meant
 * @param add takes the offsets of each name
 * @returns where the list ends
 */
export function readList(
  { text, known }: Pick<Page, 'text' | 'known'>,
  from: number,
  end: number,
  shared: boolean,
  add: (start: number, end: number) => void,
): number {
  let position = from;
  let several = shared;
  for (;;) {
    if (!listGoesOn(text, position)) return position;
    const next = skipRemark(text, position);
    const length = jointLength(text, next);
    if (length === 0) return position;
    const joint = text.charCodeAt(next);
    let at = next + length;
    while (text.charCodeAt(at) === SPACE) at++;
    const stop = nameEnd(text, at, known, Least.listed) ?? (shared ? memberEnd(text, at, known) : undefined);
    if (stop === undefined || stop > end || titleFollows(text, at, stop)) return position;
    // 市长张平和李明 may be one post and one name; a space may end a piece of a headline.
    if (joint !== PAUSE && joint !== SPACE && (!several || edgeAt(text, stop) < Edge.word)) return position;
    if (joint === SPACE && !shared && !isSpaced(text, at, stop)) return position;
    add(at, stop);
    several = true;
    position = stop;
  }
}

/** `副主任A B C,`: a name that only spaces and marks stand around. */
function isSpaced(text: string, start: number, stop: number): boolean {
  return SPACED_ENDS[text.charCodeAt(stop)] === 1 && nameOdds(text, start, stop) >= LIKELY_SPACED;
}

const SPACED_ENDS = unitTable(' ,。;');
const LIKELY_SPACED = 2;

/** Between the `、` of a collective list even an unknown surname makes a name: 年广才. */
function memberEnd(text: string, start: number, known: KnownNames): number | undefined {
  let end = start;
  while (
    end - start <= 3 &&
    isHan(text.charCodeAt(end)) &&
    edgeAt(text, end) < Edge.surely &&
    !isAnd(text, end)
  )
    end++;
  if (end - start < 2 || end - start > 3 || wordPenalty(text, start, end) === Infinity) return undefined;
  let odds = 0;
  for (let i = start + 1; i < end; i++) odds += givenOdds(text.charCodeAt(i));
  // 曾建玲、方便及陈文权先后发言: a name behind the last joint makes up for doubtful characters.
  if (!isAnd(text, end)) return odds >= LIKELY_GIVEN ? end : undefined;
  const last = nameEnd(text, end + 1, known, Least.titled);
  return last !== undefined && odds >= -LIKELY_GIVEN && edgeAt(text, last) >= Edge.word ? end : undefined;
}

const AND = unitTable('和与及');

function isAnd(text: string, offset: number): boolean {
  return AND[text.charCodeAt(offset)] === 1;
}

const LIKELY_GIVEN = 1;
/** See {@link Least}: without what stands around it. */
const LIKELY = 2;

const JOINTS = unitTable('、 和及与暨');

function jointLength(text: string, offset: number): number {
  if (JOINTS[text.charCodeAt(offset)] === 1) return 1;
  return text.startsWith('以及', offset) ? 2 : 0;
}

/** Whether the supposed name is the beginning of a title or stands in front of one: 、应急管理局局长, 、龙门头镇长范…. */
export function titleFollows(text: string, start: number, end: number): boolean {
  const edge = edgeAt(text, end);
  // 司长河 begins like a title and is a name all the same.
  for (let i = edge >= Edge.word ? end : start + 2; i <= end + 1; i++)
    if (titleHeadLength(text, i) > 0) return true;
  if (edge >= Edge.surely) return false;
  // 胡凤涛及县公安局局长…
  if (edge === Edge.particle && isAnd(text, end) && nameOdds(text, start, end) >= LIKELY) return false;
  for (let i = end + 2; i <= end + LONGEST_TITLE; i++) {
    if (!isHan(text.charCodeAt(i - 1))) return false;
    if (titleHeadLength(text, i) > 0) return true;
  }
  return false;
}
