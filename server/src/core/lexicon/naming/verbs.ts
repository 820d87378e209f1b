import { Clue, type Clues } from '../../report/clues.js';
import type { FoundZone } from '../../report/zones.js';
import { unitTable } from '../../text/unit-table.js';
import { holdsAt } from '../holds-at.js';
import { Edge, edgeAt } from '../name-edge.js';
import { count, Least, nameEnd, nameOdds } from '../name-end.js';
import { createPairIndex } from '../pair-index.js';
import { titleHeadLength } from '../title-heads.js';
import { NO_POSTS, type Standing } from './book.js';
import { KnownNames } from './known-names.js';
import { readList, titleFollows } from './name-list.js';
import { beginsClause, isHan, lineClauseStart, type Page } from './page.js';

/** What anybody does: it only shows where a name ends. */
const SPEECH = '指出 表示 说, 说: 说。 认为 介绍 报告 说明 提醒 回应 坦言 允诺 裁示'.split(' ');
/** What officials do in a meeting. */
const OFFICE =
  '强调 要求 主持会议 主持召开 主持 作出 作了 首先代表 率队 带队 部署 讲话 调研 检查 督导 明确 到会 通报'.split(
    ' ',
  );
/** Being there. */
const PRESENCE = '出席 参加 列席 与会 参会 陪同'.split(' ');
/** Behind several names it calls them officials, whatever they do: A、B等同志逐一发言. */
const COMRADES = '等同志';

/** A verb that people of reports are the subjects of. */
interface Verb {
  readonly word: string;
  readonly isOffice: boolean;
  readonly isPresence: boolean;
}

const presences: ReadonlySet<string> = new Set([...PRESENCE, COMRADES, '主持会议', '主持召开', '主持']);

/** All by their first two characters. */
export const VERBS: readonly string[] = [...SPEECH, ...OFFICE, ...PRESENCE, COMRADES];
const verbs = createPairIndex(
  VERBS.map((word): readonly [string, Verb] => [
    word,
    { word, isOffice: OFFICE.includes(word), isPresence: presences.has(word) },
  ]),
);

function verbAt(text: string, offset: number): Verb | undefined {
  const candidates = verbs.get(text.charCodeAt(offset), text.charCodeAt(offset + 1));
  if (candidates === undefined) return undefined;
  for (const verb of candidates) if (holdsAt(text, offset, verb.word, 2)) return verb;
  return undefined;
}

/** A name that is the whole clause in front of a verb; `official` where the verb is one of office. */
export interface Subject {
  readonly start: number;
  readonly end: number;
  readonly official: boolean;
}

/** What the verbs of a text say at the first reading. */
export interface Spoken {
  readonly subjects: readonly Subject[];
  /** Offsets of verbs of being there, ascending. */
  readonly attendance: readonly number[];
}

const LONGEST_SUBJECT = 4;
const ADVERBS = unitTable('在也还都就则并均亦');

/** Reads all verbs: names in front of them (`陆明远强调`) settle where an ambiguous name ends elsewhere. */
export function readVerbs(text: string, clues: Clues): Spoken {
  const subjects: Subject[] = [];
  const attendance: number[] = [];
  for (let i = clues.next(0, Clue.speech); i < clues.count; i = clues.next(i + 1, Clue.speech)) {
    const at = clues.place(i);
    const verb = verbAt(text, at);
    if (verb === undefined) continue;
    if (verb.isPresence) attendance.push(at);
    const start = subjectStart(text, at);
    // 陆明远在主持会议时
    const end = at - start > 2 && ADVERBS[text.charCodeAt(at - 1)] === 1 ? at - 1 : at;
    if (end - start < 2 || end - start > LONGEST_SUBJECT || !beginsClause(text, start)) continue;
    if (nameOdds(text, start, end) + Edge.word < Least.bare || titleHeadLength(text, end) > 0) continue;
    subjects.push({ start, end, official: verb.isOffice });
  }
  return { subjects, attendance };
}

/** Where the Han characters in front of a verb begin, of which so many are looked at as tell that it is no name. */
function subjectStart(text: string, end: number): number {
  const least = Math.max(0, end - LONGEST_SUBJECT - 2);
  let start = end;
  while (start > least && isHan(text.charCodeAt(start - 1))) start--;
  return start;
}

const NOBODY: Standing = { posts: NO_POSTS, group: undefined, role: undefined };
/** 出席会议的还有, 参加调研的领导有, 列席者: */
const ATTENDANTS =
  /(?:出席|参加|列席|与会|参会|陪同)[^,。;:、的者]{0,12}(?:的|者)(?:[省市区县州旗盟镇乡]?领导|同志|人员|官员|嘉宾|还|另|也|主要)*(?:有|为|包括|是)?:?/y;
/** UTF-16 units of a list of names in front of its verb. */
const LONGEST_LIST = 100;
/** What may stand between a list and its verb. */
const TOGETHER = /(?:等人|等同志|等)?(?:也|还|均|都)?(?:一同|一起|共同|分别|先后|随同)?/y;

/** Lists without titles: `出席会议的有A、B、C`, `A、B、C参加会议`. */
export function readAttendance(page: Page, tails: readonly FoundZone[]): void {
  if (page.attendance.length === 0) return;
  readAttendanceOf(page, page.places);
  readAttendanceOf(page, tails);
}

/** @param zones ascending, as the verbs are */
function readAttendanceOf(page: Page, zones: readonly FoundZone[]): void {
  const { attendance } = page;
  let i = 0;
  for (const { start, end } of zones) {
    while ((attendance[i] ?? Infinity) < start) i++;
    for (let at = attendance[i] ?? Infinity; at + 2 <= end; at = attendance[i] ?? Infinity) {
      if (!listBehind(page, at, end)) listInFront(page, start, at);
      i++;
    }
  }
}

/** How far behind its verb the 的 of 出席会议的有 may stand. */
const LONGEST_OCCASION = 12;
const OF = unitTable('的者');
const NO_OCCASION = unitTable(',。;:、');

/** Whether a verb is that of an occasion with its attendants: what the pattern cannot do without. */
function mayHaveAttendants(text: string, verb: number): boolean {
  for (let i = verb + 2; i <= verb + 2 + LONGEST_OCCASION; i++) {
    const unit = text.charCodeAt(i);
    if (OF[unit] === 1) return true;
    if (NO_OCCASION[unit] === 1) return false;
  }
  return false;
}

function listBehind(page: Page, verb: number, end: number): boolean {
  const { text, known, book } = page;
  if (!mayHaveAttendants(text, verb)) return false;
  ATTENDANTS.lastIndex = verb;
  if (!ATTENDANTS.test(text)) return false;
  let at = ATTENDANTS.lastIndex;
  while (text.charCodeAt(at) === 0x20) at++;
  const stop = nameEnd(text, at, known, Least.listed);
  if (stop === undefined || stop > end || edgeAt(text, stop) === Edge.none || titleFollows(text, at, stop))
    return true;
  book.add(at, stop, NOBODY);
  readList(page, stop, end, true, (a, b) => {
    book.add(a, b, NOBODY);
  });
  return true;
}

function listInFront(page: Page, from: number, verb: number): void {
  const { text, known, book } = page;
  const start = lineClauseStart(text, from, verb, LONGEST_LIST);
  if (start < 0 || start === verb) return;
  const first = nameEnd(text, start, known, Least.titled);
  if (first === undefined || first > verb) return;
  // Only when nothing but names stands in front of the verb they are a list.
  const names: (readonly [start: number, end: number])[] = [];
  const stop = readList(page, first, verb, true, (a, b) => {
    names.push([a, b]);
  });
  if (stop !== verb) {
    TOGETHER.lastIndex = stop;
    if (!TOGETHER.test(text) || TOGETHER.lastIndex !== verb) return;
  }
  if (
    names.length === 0 &&
    nameEnd(text, start, NONE, Least.bare) !== first &&
    !known.has(text, start, first)
  )
    return;
  book.add(start, first, NOBODY);
  for (const [a, b] of names) book.add(a, b, NOBODY);
}

const NONE = new KnownNames();

/** Verbs of a headline whose subject is an official. */
const HEADLINE =
  /(?:主持|出席|参加|赴|到|率|带队|调研|会见|强调|要求|讲话|督导|检查|督查|慰问|走访|看望|部署|视察|巡查|暗访|晤|接见|听取|作报告|宣讲)/y;

const HEADLINE_STARTS = unitTable('主出参赴到率带调会强要讲督检慰走看部视巡暗晤接听作宣');
const COLON = 0x3a;

/** Subjects of headlines: `A主持召开…`, `A B赴…调研`, `A:让群众少跑路`. The last only settles the name. */
export function readHeadlines(page: Page): void {
  for (const zone of page.places) {
    if (zone.kind !== 'headline' && zone.kind !== 'subheadline' && zone.kind !== 'kicker') continue;
    for (let at = zone.start; at < zone.end; at = pieceBehind(page.text, at, zone)) readPiece(page, at, zone);
  }
}

const SPACE = 0x20;

function pieceBehind(text: string, at: number, { end }: FoundZone): number {
  // Not by indexOf: without a space it would run on to the end of the text from every headline.
  for (let i = at; i < end; i++) if (text.charCodeAt(i) === SPACE) return i + 1;
  return end;
}

function readPiece(page: Page, start: number, { end }: FoundZone): void {
  const { text, known } = page;
  const stop = nameEnd(text, start, known, Least.bare);
  if (stop === undefined || stop > end || edgeAt(text, stop) === Edge.none) return;
  const behind = text.charCodeAt(stop);
  if (behind === COLON) {
    const name = text.slice(start, stop);
    if (count(text, name, start) > 1) known.add(name);
    return;
  }
  if (HEADLINE_STARTS[behind] !== 1) return;
  HEADLINE.lastIndex = stop;
  if (!HEADLINE.test(text)) return;
  known.add(text.slice(start, stop));
  page.book.add(start, stop, NOBODY);
}

/** People who are officials by what they do alone: `陆明远强调`. */
export function addSubjects({ book, places }: Page, subjects: readonly Subject[]): void {
  const first = places[0]?.start ?? 0;
  const last = places.at(-1)?.end ?? 0;
  for (const { start, end, official } of subjects)
    if (official && start >= first && end <= last) book.addSubject(start, end);
}
