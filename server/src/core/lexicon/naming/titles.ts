import { Least, nameEnd } from '../name-end.js';
import { Edge, edgeAt } from '../name-edge.js';
import { postsBefore } from '../posts-before.js';
import { rankLength } from '../ranks.js';
import { isCompoundSurname, isSurname } from '../surnames.js';
import { titleHeadLength } from '../title-heads.js';
import { Clue } from '../../report/clues.js';
import type { PersonRole } from '../../report/types.js';
import { unitTable } from '../../text/unit-table.js';
import { NO_POSTS, type Standing } from './book.js';
import { listGoesOn, readList, titleFollows } from './name-list.js';
import { beginsClause, clauseStart, lineClauseStart, skipRemark, type Page } from './page.js';
import { Roster } from './roster.js';
import { isOfOwnBody, isPublicRole, isStateBusiness } from './roles.js';
import { standingOf } from './standing.js';
import { statedPosts } from './stated-posts.js';
import { titleAt, type Title } from './title-at.js';
import { endsWithBody, nameEndingAt, nameInFront } from './title-behind-name.js';

/** Reads all titles of the page with the people who bear them. */
export function readTitles(page: Page): void {
  const { text, clues, places } = page;
  const roster = new Roster();
  let place = 0;
  let from = places[0]?.start ?? 0;
  let stop = places[0]?.end ?? 0;
  for (let k = clues.next(0, Clue.title); k < clues.count; k = clues.next(k + 1, Clue.title)) {
    const end = clues.place(k) + 2;
    while (end > stop) {
      const next = places[++place];
      if (next === undefined) return;
      from = next.start;
      stop = next.end;
    }
    if (end - 2 < from) continue;
    const title = titleAt(text, from, end, stop);
    if (title === undefined) continue;
    const next = readTitle(page, title, roster);
    if (next !== undefined) from = Math.max(next, end);
  }
}

/**
 * Reads the people around a title, the surer reading first; each reading gives where the text goes on, or undefined
 * where it does not fit.
 */
function readTitle(page: Page, title: Title, roster: Roster): number | undefined {
  return (
    knownNameThenTitle(page, title) ??
    nameThenTitleInBrackets(page, title) ??
    namesThenCollectiveWord(page, title) ??
    titleThenNames(page, title) ??
    statedPosts(page, title) ??
    roster.read(page, title) ??
    nameThenTitle(page, title) ??
    surnameThenTitle(page, title)
  );
}

/** `江瑞昌云麓县长`, where 江瑞昌 is the subject of another sentence. */
function knownNameThenTitle(page: Page, title: Title): number | undefined {
  return page.known.size > 0 ? nameThenTitle(page, title, true) : undefined;
}

/** `市委副书记、市长A`, `市领导A、B、C`, `居民A`. */
function titleThenNames(page: Page, { word, end, role, from, stop }: Title): number | undefined {
  const { text, known, book } = page;
  const remark = skipRetired(text, skipRemark(text, end));
  const behind = remark + candidateLength(text, remark);
  const at = nameStartBehind(text, behind, end);
  // 党委书记、厂长A: with a public office in front 厂长 is one as well.
  const isPublic =
    (role === 'boss' || role === 'expert') &&
    isPublicHere(page, postsBefore(text, from, end, known), role, end);
  const least = role === undefined || isPublic ? Least.titled : Least.role;
  const nameStop = at < stop ? nameEnd(text, at, known, least) : undefined;
  // A name does not end like a title (由市长兼任), nor does it stand in front of one (市长高新区党工委书记).
  if (nameStop === undefined || nameStop > stop || titleHeadLength(text, nameStop) > 0) return undefined;
  const edge = edgeAt(text, nameStop);
  if (text.charCodeAt(behind) === COLON && edge < Edge.mark) return undefined;
  if (edge === Edge.none && (role !== undefined || titleFollows(text, at, nameStop))) return undefined;
  const posts = postsBefore(text, from, end, known);
  // A candidate for a post does not hold it.
  const held = behind > remark ? posts.slice(0, -1) : posts;
  const standing = standingHere(page, held, role ?? sharedRole(page, end - word.length, held), at);
  const rank = rankLength(text, nameStop);
  if (rank > 0) {
    const posts = [...standing.posts, text.slice(nameStop, nameStop + rank)];
    book.add(at, nameStop, { ...standing, posts });
    return nameStop + rank;
  }
  book.add(at, nameStop, standing);
  if (!listGoesOn(text, nameStop)) return nameStop;
  const isPlural = standing.group !== undefined || word.isPlural;
  return readList(page, nameStop, stop, isPlural, (a, b) => {
    book.add(a, b, standing);
  });
}

/** Whether posts are public that their last word calls a business's, also by the company that was named before. */
function isPublicHere({ book }: Page, posts: readonly string[], role: PersonRole, at: number): boolean {
  if (isPublicRole(role, posts)) return true;
  return role === 'boss' && book.isNearStateBusiness(at) && posts.every(isOfOwnBody);
}

/** The standing of who is named at an offset: 公司党委书记A, 副总经理B are of one company, and that is the state's. */
function standingHere(
  page: Page,
  posts: readonly string[],
  role: PersonRole | undefined,
  at: number,
): Standing {
  const standing = standingOf(posts, role);
  if (standing.role === undefined) {
    if (isStateBusiness(posts)) page.book.addStateBusiness(at);
    return standing;
  }
  if (!isPublicHere(page, posts, standing.role, at)) return standing;
  return { posts, group: undefined, role: undefined };
}

/** Where a name may begin behind a title: at once, behind a space, or behind the colon of a heading (组长:A、B). */
function nameStartBehind(text: string, offset: number, titleEnd: number): number {
  let at = offset;
  if (text.charCodeAt(at) === COLON && isHeading(text, titleEnd)) at++;
  return text.charCodeAt(at) === SPACE ? at + 1 : at;
}

const COLON = ':'.charCodeAt(0);
const LF = '\n'.charCodeAt(0);
/** UTF-16 units of a heading. */
const LONGEST_HEADING = 12;

/** Whether a line begins with the title that ends at an offset. */
function isHeading(text: string, end: number): boolean {
  const start = clauseStart(text, 0, end, LONGEST_HEADING);
  return (
    start === 0 || (start > 0 && (text.charCodeAt(start - 1) === LF || text.charCodeAt(start - 1) === SPACE))
  );
}

/** 街坊会理事长A、监事长B: a bare title behind somebody without public office is one of the same body. */
function sharedRole({ text, book }: Page, start: number, posts: readonly string[]): PersonRole | undefined {
  const pause = start - 1;
  if (text.charCodeAt(pause) !== PAUSE || posts.length !== 1) return undefined;
  return book.roleEndingAt(pause);
}

/** 曾任地委书记的老领导A */
function skipRetired(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== OF || text.charCodeAt(offset + 1) !== OLD) return offset;
  return RETIRED.includes(text.slice(offset + 2, offset + 4)) ? offset + 4 : offset;
}

const OF = '的'.charCodeAt(0);
const OLD = '老'.charCodeAt(0);
const RETIRED = ['领导', '同志', '干部'];

/** The length of 候选人 and the like behind a title. */
function candidateLength(text: string, offset: number): number {
  if (CANDIDATE_STARTS[text.charCodeAt(offset)] !== 1) return 0;
  return CANDIDATES.find((word) => text.startsWith(word, offset))?.length ?? 0;
}

const CANDIDATES = ['候选人', '提名人选', '人选'];
const CANDIDATE_STARTS = unitTable('候提人');

/** `A(镇党委委员)`. */
function nameThenTitleInBrackets(page: Page, { end, role, from }: Title): number | undefined {
  const { text, known, book } = page;
  if (text.charCodeAt(end) !== CLOSE) return undefined;
  const open = bracketBefore(text, from, end);
  if (open === undefined) return undefined;
  const found = nameEndingAt(text, from, open, known) ?? nameBetween(text, from, open);
  if (found === undefined) return undefined;
  const posts = text
    .slice(open + 1, end)
    .replace(PERSONAL, '')
    .split('、');
  book.add(found.start, open, standingHere(page, posts, role, found.start));
  return end + 1;
}

/** What brackets hold of the person besides the posts: (女,壮族,副县长). */
const PERSONAL = /^(?:(?:男|女|[\u4e00-\u9fff]{1,4}族)[,、])+/;
const SPACE = 0x20;
const PAUSE = '、'.charCodeAt(0);
const OPEN = '('.charCodeAt(0);
const CLOSE = ')'.charCodeAt(0);
const LONGEST_IN_BRACKETS = 32;

/** Where the bracket opens that closes at an offset, with no other between them. */
function bracketBefore(text: string, from: number, end: number): number | undefined {
  const least = Math.max(from, end - LONGEST_IN_BRACKETS);
  for (let i = end - 1; i >= least; i--) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN) return i;
    if (unit === CLOSE) return undefined;
  }
  return undefined;
}

/** What stands between a mark and a bracket with a title in it is a name, whatever its characters: 、于是民(副镇长). */
function nameBetween(text: string, from: number, end: number): { readonly start: number } | undefined {
  for (const length of [3, 2]) {
    const start = end - length;
    if (start > from && isSurname(text.charCodeAt(start)) && BEFORE_LISTED[text.charCodeAt(start - 1)] === 1)
      return { start };
  }
  return undefined;
}

const BEFORE_LISTED = unitTable('、,:有是为');
const AND_OTHERS = '等'.charCodeAt(0);
/** UTF-16 units in front of the head of a collective word: 高新区 in 高新区领导. */
const LONGEST_COLLECTIVE = 6;
/** UTF-16 units of a list of names. */
const LONGEST_LIST = 100;

/** `A、B、C等市领导`, `A、B等委员`. */
function namesThenCollectiveWord(page: Page, { word, end, from }: Title): number | undefined {
  if (!word.isCollective && !word.isPlural) return undefined;
  const { text, known, book } = page;
  const least = Math.max(from, end - word.length - LONGEST_COLLECTIVE);
  let and = end - word.length - 1;
  while (and >= least && text.charCodeAt(and) !== AND_OTHERS) and--;
  if (and < least) return undefined;
  const start = lineClauseStart(text, from, and, LONGEST_LIST);
  if (start < 0) return undefined;
  const first = nameEnd(text, start, known, Least.titled);
  if (first === undefined || first > and) return undefined;
  const standing = { posts: NO_POSTS, group: text.slice(and + 1, end), role: undefined };
  book.add(start, first, standing);
  const last = readList(page, first, and, true, (a, b) => {
    book.add(a, b, standing);
  });
  return Math.max(end, last);
}

/** `欧阳修远副市长`. */
function nameThenTitle(page: Page, title: Title, certain = false): number | undefined {
  const { word, end, role, from } = title;
  if (role !== undefined) return undefined;
  const found = nameInFront(page, from, end, word, certain);
  if (found === undefined) return undefined;
  const { text, known, book } = page;
  const postStart = text.charCodeAt(found.end) === SPACE ? found.end + 1 : found.end;
  // 县财政局唐志远局长: the name stands between the body and the title.
  const body = endsWithBody(text, found.start)
    ? (postsBefore(text, from, found.start, known).at(-1) ?? '')
    : '';
  book.add(found.start, found.end, standingOf([body + text.slice(postStart, end)], undefined));
  return end;
}

const BEFORE_HEAD = unitTable('副代理署分');
const DEPUTY = /(?:副|代理?|署理|助理|分)$/;
/** Characters in front of a title that are words there although they are surnames. */
const NO_SURNAME = unitTable('由任从向和与对是有该本各原前现新老全时代兼及正副大小时市区县');

/** `林市长`, `上官局长`: nobody by itself. */
function surnameThenTitle({ text, book }: Page, { word, end, role, from }: Title): number | undefined {
  if (role !== undefined || !word.isAddress) return undefined;
  let stop = end - word.length;
  const before =
    BEFORE_HEAD[text.charCodeAt(stop - 1)] === 1
      ? DEPUTY.exec(text.slice(Math.max(from, stop - 2), stop))
      : null;
  if (before !== null) stop -= before[0].length;
  const compound = stop - 2 >= from && isCompoundSurname(text, stop - 2);
  const start = stop - (compound ? 2 : 1);
  if (start < from) return undefined;
  if (!compound && (!isSurname(text.charCodeAt(start)) || NO_SURNAME[text.charCodeAt(start)] === 1))
    return undefined;
  if (!beginsClause(text, start) && ADDRESSED[text.charCodeAt(start - 1)] !== 1) return undefined;
  book.addSurname(start, stop, text.slice(stop, end));
  return end;
}

/** What a surname with a title may follow. */
const ADDRESSED = unitTable('、对由向与和跟及称请据但因将让在');
