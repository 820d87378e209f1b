import { Least, nameEnd, nameOdds } from '../name-end.js';
import { Edge, edgeAt } from '../name-edge.js';
import { postsBefore } from '../posts-before.js';
import { isCompoundSurname, isSurname } from '../surnames.js';
import { titleHeadLength } from '../title-heads.js';
import { Clue } from '../../report/clues.js';
import { unitTable } from '../../text/unit-table.js';
import { NO_POSTS, type Standing } from './book.js';
import { readList, titleFollows } from './name-list.js';
import { beginsClause, clauseStart, lineClauseStart, skipRemark, type Page } from './page.js';
import { roleOfPost, roleWordAt } from './roles.js';
import { nameEndingAt, nameInFront } from './title-behind-name.js';
import type { PersonRole } from '../../report/types.js';

/** A title word in a text: `head` UTF-16 units that end at `end`. */
interface Title {
  readonly head: number;
  readonly end: number;
  /** What somebody without public office does (村民, 教授); undefined for an office. */
  readonly role: PersonRole | undefined;
  /** Where the text begins that has not been read yet: behind a name new posts begin (市长张平和省委常委…). */
  readonly from: number;
  /** Where the line ends. */
  readonly stop: number;
}

/** A pattern reads the people around a title; it returns where the text goes on, or undefined. */
type Pattern = (page: Page, title: Title) => number | undefined;

/** In this order: the surer reading first. */
const PATTERNS: readonly Pattern[] = [
  knownNameThenTitle,
  nameThenTitleInBrackets,
  namesThenCollectiveWord,
  titleThenNames,
  appointment,
  nameThenTitle,
  surnameThenTitle,
];

/** Reads all titles of the page with the people who bear them. */
export function readTitles(page: Page): void {
  const { text, clues, places } = page;
  for (const { start, end: stop } of places) {
    let from = start;
    for (
      let k = clues.next(clues.indexFrom(start), Clue.title, stop);
      clues.place(k) + 2 <= stop;
      k = clues.next(k + 1, Clue.title, stop)
    ) {
      const end = clues.place(k) + 2;
      if (end <= from) continue;
      const title = titleAt(text, from, end, stop);
      if (title === undefined || title.end - title.head < from || isPartOfLonger(text, title.end)) continue;
      for (const pattern of PATTERNS) {
        const next = pattern(page, title);
        if (next === undefined) continue;
        from = Math.max(next, end);
        break;
      }
    }
  }
}

function titleAt(text: string, from: number, end: number, stop: number): Title | undefined {
  const head = titleHeadLength(text, end);
  const role = roleWordAt(text, end);
  if (role !== undefined && role.word.length >= head)
    return { head: role.word.length, end, role: role.role, from, stop };
  return head > 0 && isOffice(text, end, head) ? { head, end, role: undefined, from, stop } : undefined;
}

/** Whether a title word is one here: 加强组织领导 and 各委员 name nobody's post. */
function isOffice(text: string, end: number, head: number): boolean {
  const before = text.charAt(end - head - 1);
  if (BEHIND_NO_TITLE[text.charCodeAt(end)] === 1 && NO_TITLE.test(text.slice(end - 2, end + 2)))
    return false;
  switch (text.slice(end - head, end)) {
    case '领导':
      return '省市区县州盟旗镇乡道级家子的委'.includes(before) && before !== '';
    case '成员':
      return '组议会'.includes(before) && before !== '';
    case '委员':
      return before !== '各';
    default:
      return true;
  }
}

const BEHIND_NO_TITLE = unitTable('会台团处级班小信办');
/** 主席台, 主任会议, 常委会, 书记处, 领导小组, 局长信箱 */
const NO_TITLE = /主席[台团]|书记处|会$|..(?:会|级|班子|小组|信箱|办公)/;

/** 主任 in 主任秘书. */
function isPartOfLonger(text: string, end: number): boolean {
  return titleHeadLength(text, end + 2) > 2;
}

/** `江瑞昌云麓县长`, where 江瑞昌 is the subject of another sentence. */
function knownNameThenTitle(page: Page, title: Title): number | undefined {
  return title.role === undefined ? nameThenTitle(page, title, true) : undefined;
}

/** `市委副书记、市长A`, `市领导A、B、C`, `居民A`. */
function titleThenNames(page: Page, { head, end, role, from, stop }: Title): number | undefined {
  const { text, known, book } = page;
  const remark = skipRemark(text, end);
  const behind = remark + candidateLength(text, remark);
  const at = text.charCodeAt(behind) === 0x20 ? behind + 1 : behind;
  const least = role === undefined ? Least.titled : Least.role;
  const nameStop = at < stop ? nameEnd(text, at, known, least) : undefined;
  // A name does not end like a title (由市长兼任), nor does it stand in front of one (市长高新区党工委书记).
  if (nameStop === undefined || nameStop > stop || titleHeadLength(text, nameStop) > 0) return undefined;
  const edge = edgeAt(text, nameStop);
  if (edge === Edge.none && (role !== undefined || titleFollows(text, at, nameStop))) return undefined;
  const posts = postsBefore(text, from, end, known);
  // A candidate for a post does not hold it.
  const standing = standingOf(behind > remark ? posts.slice(0, -1) : posts, role);
  book.add(at, nameStop, standing);
  const isPlural = standing.group !== undefined || PLURAL.test(text.slice(end - head, end));
  return readList(page, nameStop, stop, isPlural, (a, b) => {
    book.add(a, b, standing);
  });
}

/** The length of 候选人 and the like behind a title. */
function candidateLength(text: string, offset: number): number {
  if (CANDIDATE_STARTS[text.charCodeAt(offset)] !== 1) return 0;
  return CANDIDATES.find((word) => text.startsWith(word, offset))?.length ?? 0;
}

const CANDIDATES = ['候选人', '提名人选', '人选'];
const CANDIDATE_STARTS = unitTable('候提人');
const PLURAL = /(?:委员|议员|代表|立委|成员|常委)$/;
const COLLECTIVE = '领导';

function standingOf(posts: readonly string[], role: PersonRole | undefined): Standing {
  const last = posts.at(-1) ?? '';
  const own = role ?? roleOfPost(last);
  if (own !== undefined) return { posts, group: undefined, role: own };
  const group = posts.find((post) => post.endsWith(COLLECTIVE));
  return group === undefined
    ? { posts, group, role: undefined }
    : { posts: posts.filter((post) => !post.endsWith(COLLECTIVE)), group, role: undefined };
}

/** `A(镇党委委员)`. */
function nameThenTitleInBrackets(
  { text, known, book }: Page,
  { end, role, from }: Title,
): number | undefined {
  if (text.charCodeAt(end) !== CLOSE) return undefined;
  const open = text.lastIndexOf('(', end);
  if (open < from || end - open > LONGEST_IN_BRACKETS || text.lastIndexOf(')', end - 1) > open)
    return undefined;
  const found = nameEndingAt(text, from, open, known) ?? nameBetween(text, from, open);
  if (found === undefined) return undefined;
  const posts = text.slice(open + 1, end).split('、');
  book.add(found.start, open, standingOf(posts, role));
  return end + 1;
}

const CLOSE = ')'.charCodeAt(0);
const LONGEST_IN_BRACKETS = 32;

/** What stands between a mark and a bracket with a title in it is a name, whatever its characters: 、于是民(副镇长). */
function nameBetween(text: string, from: number, end: number): { readonly start: number } | undefined {
  for (const length of [3, 2]) {
    const start = end - length;
    if (start > from && isSurname(text.charCodeAt(start)) && BEFORE_LISTED.test(text.slice(start - 1, start)))
      return { start };
  }
  return undefined;
}

const BEFORE_LISTED = /[、,:有是为]/;
const AND_OTHERS = '等'.charCodeAt(0);
/** UTF-16 units in front of the head of a collective word: 高新区 in 高新区领导. */
const LONGEST_COLLECTIVE = 6;
/** UTF-16 units of a list of names. */
const LONGEST_LIST = 100;

/** `A、B、C等市领导`, `A、B等委员`. */
function namesThenCollectiveWord(page: Page, { head, end, from }: Title): number | undefined {
  const { text, known, book } = page;
  const least = Math.max(from, end - head - LONGEST_COLLECTIVE);
  let and = end - head - 1;
  while (and >= least && text.charCodeAt(and) !== AND_OTHERS) and--;
  const word = and < least ? '' : text.slice(end - head, end);
  if (!word.endsWith(COLLECTIVE) && !PLURAL.test(word)) return undefined;
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
  const { head, end, role, from } = title;
  if (role !== undefined) return undefined;
  const found = nameInFront(page, from, end, head, certain);
  if (found === undefined) return undefined;
  const post = page.text.slice(found.end, end).replace(/^ /, '');
  page.book.add(found.start, found.end, standingOf([post], undefined));
  return end;
}

/** `任命A为副市长`, `免去A的副市长职务`. */
function appointment({ text, known, book }: Page, { head, end, role, from }: Title): number | undefined {
  const start = clauseStart(text, from, end, LONGEST_APPOINTMENT);
  if (role !== undefined || start < 0) return undefined;
  let link = end - head - 1;
  while (link > start && LINKS[text.charCodeAt(link)] !== 1) link--;
  const match = link > start ? APPOINTMENT.exec(text.slice(start, end - head)) : null;
  if (match === null) return undefined;
  const at = start + match[0].length;
  const [, before = '', name = '', joint = ''] = match;
  const nameStart = at - joint.length - name.length;
  if (
    nameOdds(text, nameStart, at - joint.length) < (before === '' ? Least.bare : Least.titled) &&
    !known.has(name)
  )
    return undefined;
  if ((before === '免去') !== (joint === '的')) return undefined;
  book.add(nameStart, at - joint.length, standingOf([text.slice(at, end)], undefined));
  return end;
}

const LINKS = unitTable('为的');
const LONGEST_APPOINTMENT = 40;
const APPOINTMENT = /^(?:.*?(任命|选举|补选|推选|增选|免去))?([\u4e00-\u9fff]{2,4}?)(同志为|为|的)/;

const BEFORE_HEAD = unitTable('副代理署分');
const DEPUTY = /(?:副|代理?|署理|助理|分)$/;
/** Characters in front of a title that are words there although they are surnames. */
const NO_SURNAME = unitTable('由任从向和与对是有该本各原前现新老全时代兼及正副大小时市区县');
/** Titles by which people are addressed. */
const ADDRESS = /(?:长|书记|主席|主任|主委|总理|专员|议员|立委|常委|政委|委员|召集人)$/;

/** `林市长`, `上官局长`: nobody by itself. */
function surnameThenTitle({ text, book }: Page, { head, end, role, from }: Title): number | undefined {
  let stop = end - head;
  const before =
    BEFORE_HEAD[text.charCodeAt(stop - 1)] === 1
      ? DEPUTY.exec(text.slice(Math.max(from, stop - 2), stop))
      : null;
  if (before !== null) stop -= before[0].length;
  const compound = stop - 2 >= from && isCompoundSurname(text, stop - 2);
  const start = stop - (compound ? 2 : 1);
  if (role !== undefined || start < from || !ADDRESS.test(text.slice(end - head, end))) return undefined;
  if (!compound && (!isSurname(text.charCodeAt(start)) || NO_SURNAME[text.charCodeAt(start)] === 1))
    return undefined;
  if (!beginsClause(text, start) && !ADDRESSED.test(text.charAt(start - 1))) return undefined;
  book.addSurname(start, stop, text.slice(stop, end));
  return end;
}

/** What a surname with a title may follow. */
const ADDRESSED = /[、对由向与和跟及称请据但因将让在]/;
