import { Clue, type Clues } from '../../report/clues.js';
import type { FoundZone } from '../../report/zones.js';
import { Edge, edgeAt } from '../name-edge.js';
import { count, Least, nameEnd, nameOdds } from '../name-end.js';
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

/** All by their first two characters. */
export const VERBS: readonly string[] = [...SPEECH, ...OFFICE, ...PRESENCE];
const byUnit = new Map<number, string[]>();
for (const verb of VERBS) {
  const unit = verb.charCodeAt(0);
  const known = byUnit.get(unit);
  if (known === undefined) byUnit.set(unit, [verb]);
  else known.push(verb);
}
const offices: ReadonlySet<string> = new Set(OFFICE);
const presences: ReadonlySet<string> = new Set([...PRESENCE, '主持会议', '主持召开', '主持']);

function verbAt(text: string, offset: number): string | undefined {
  const verbs = byUnit.get(text.charCodeAt(offset));
  if (verbs !== undefined) for (const verb of verbs) if (text.startsWith(verb, offset)) return verb;
  return undefined;
}

/** A name that is the whole clause in front of a verb; `official` where the verb is one of office. */
export interface Subject {
  readonly start: number;
  readonly end: number;
  readonly official: boolean;
}

const LONGEST_SUBJECT = 4;
const ADVERBS = '在也还都就则并均亦';

/** Names in front of verbs: `陆明远强调`. They settle where an ambiguous name ends elsewhere. */
export function findSubjects(text: string, clues: Clues): Subject[] {
  const subjects: Subject[] = [];
  for (let i = clues.next(0, Clue.speech); i < clues.count; i = clues.next(i + 1, Clue.speech)) {
    const end = clues.place(i);
    let start = end;
    while (start > 0 && end - start <= LONGEST_SUBJECT + 1 && isHan(text.charCodeAt(start - 1))) start--;
    // 陆明远在主持会议时
    const stop = end - start > 2 && ADVERBS.includes(text.charAt(end - 1)) ? end - 1 : end;
    const length = stop - start;
    if (length < 2 || length > LONGEST_SUBJECT || !beginsClause(text, start)) continue;
    if (nameOdds(text, start, stop) + Edge.word < Least.bare || titleHeadLength(text, stop) > 0) continue;
    const verb = verbAt(text, end);
    if (verb !== undefined) subjects.push({ start, end: stop, official: offices.has(verb) });
  }
  return subjects;
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
  const { text, clues, places } = page;
  for (const { start, end } of tails.length === 0 ? places : [...places, ...tails]) {
    for (
      let k = clues.next(clues.indexFrom(start), Clue.speech, end);
      clues.place(k) + 2 <= end;
      k = clues.next(k + 1, Clue.speech, end)
    ) {
      const at = clues.place(k);
      const verb = verbAt(text, at);
      if (verb === undefined || !presences.has(verb)) continue;
      if (!listBehind(page, at, end)) listInFront(page, start, at);
    }
  }
}

function listBehind(page: Page, verb: number, end: number): boolean {
  const { text, known, book } = page;
  ATTENDANTS.lastIndex = verb;
  const match = ATTENDANTS.exec(text);
  if (match === null) return false;
  let at = verb + match[0].length;
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
  TOGETHER.lastIndex = stop;
  const together = TOGETHER.exec(text)?.[0].length ?? 0;
  if (stop + together !== verb) return;
  if (
    names.length === 0 &&
    nameEnd(text, start, NONE, Least.bare) !== first &&
    !known.has(text.slice(start, first))
  )
    return;
  book.add(start, first, NOBODY);
  for (const [a, b] of names) book.add(a, b, NOBODY);
}

const NONE = new KnownNames();

/** Verbs of a headline whose subject is an official. */
const HEADLINE =
  /(?:主持|出席|参加|赴|到|率|带队|调研|会见|强调|要求|讲话|督导|检查|督查|慰问|走访|看望|部署|视察|巡查|暗访|晤|接见|听取|作报告|宣讲)/y;

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
  const name = text.slice(start, stop);
  if (text.charAt(stop) === ':') {
    if (count(text, name, start) > 1) known.add(name);
    return;
  }
  HEADLINE.lastIndex = stop;
  const isSubject = HEADLINE.test(text);
  if (!isSubject) return;
  known.add(name);
  page.book.add(start, stop, NOBODY);
}

/** People who are officials by what they do alone: `陆明远强调`. */
export function addSubjects({ text, book, known, places }: Page, subjects: readonly Subject[]): void {
  const first = places[0]?.start ?? 0;
  const last = places.at(-1)?.end ?? 0;
  for (const { start, end, official } of subjects)
    if (official && start >= first && end <= last && known.has(text.slice(start, end)))
      book.addSubject(start, end);
}
