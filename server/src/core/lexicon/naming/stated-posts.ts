import { Least, nameOdds } from '../name-end.js';
import { isSurname } from '../surnames.js';
import { titleHeadLength } from '../title-heads.js';
import { unitTable } from '../../text/unit-table.js';
import { beginsClause, clauseStart, type Page } from './page.js';
import { endsOffice, readChain, type PostChain } from './post-chain.js';
import { standingOf } from './standing.js';
import type { KnownNames } from './known-names.js';
import type { Title } from './title-at.js';
import { nameEndingAt } from './title-behind-name.js';

/** UTF-16 units of a list of names with the beginning of a post. */
const LONGEST_CLAUSE = 40;
const COMMA = ','.charCodeAt(0);
const PAUSE = '、'.charCodeAt(0);
const CLOSE = ')'.charCodeAt(0);
const OPEN = '('.charCodeAt(0);
const LONGEST_REMARK = 12;
const CHAIR = '主席';

/** What joins a name to posts, and how surely. */
interface Link {
  readonly start: number;
  /** `weak`: 为 and 是, which join other words as well; `of`: 的, behind whose posts 职务 must stand. */
  readonly kind: 'strong' | 'weak' | 'of';
}

/**
 * Posts that a sentence states behind the name: `A同志任B、C`, `任命A为B`, `免去A的B职务`, `A、B当选C`,
 * `接受A辞去B职务`, and in apposition `A,B、C,…`.
 * @returns where the posts end; undefined where a title is none of a sentence of this kind
 */
export function statedPosts(page: Page, { word, end, role, stop }: Title): number | undefined {
  if (role !== undefined) return undefined;
  const { text } = page;
  const headStart = end - word.length;
  const start = clauseStart(text, 0, headStart, LONGEST_CLAUSE);
  if (start < 0) return undefined;
  if (start > 1 && text.charCodeAt(start - 1) === COMMA) {
    const chain = apposition(page, start, end, stop);
    if (chain !== undefined) return chain.end;
  }
  for (let at = headStart; at > start; at--) {
    const link = linkBefore(text, start, at);
    if (link === undefined || (link.kind === 'of' && !mayEndOffice(text, end))) continue;
    const postStart = Math.max(at, text.lastIndexOf('的', headStart - 1) + 1);
    const chain = readChain(text, postStart, end, stop);
    // Who 担任主席 chairs this one meeting.
    if (chain.posts.length === 1 && chain.posts[0] === CHAIR) continue;
    if (link.kind === 'of' && !endsOffice(text, chain.end)) continue;
    if (addBearers(page, link, chain, stop)) return chain.end;
  }
  return undefined;
}

/** Whether 职务 may follow a title, or a post between. */
function mayEndOffice(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === PAUSE || endsOffice(text, offset);
}

/** `A,B、C,`: the name is a clause of its own that begins a sentence. */
function apposition(
  { text, known, book }: Page,
  start: number,
  end: number,
  stop: number,
): PostChain | undefined {
  const next = text.charCodeAt(end);
  if (end < stop && next !== PAUSE && BEHIND_APPOSITION[next] !== 1) return undefined;
  const found = clauseName(text, start - 1, known) ?? introducedName(text, start - 1);
  if (found === undefined) return undefined;
  if (text.charCodeAt(found.start - 1) === COMMA) return undefined;
  const chain = readChain(text, start, end, stop);
  if (chain.end < stop && BEHIND_APPOSITION[text.charCodeAt(chain.end)] !== 1) return undefined;
  book.add(found.start, start - 1, standingOf(chain.posts, undefined));
  return chain;
}

/** The name that is the whole of the clause that ends at an offset. */
function clauseName(text: string, end: number, known: KnownNames): { readonly start: number } | undefined {
  if (!isShortClause(text, end)) return undefined;
  const found = nameEndingAt(text, 0, end, known);
  return found !== undefined && beginsClause(text, found.start) ? found : undefined;
}

/** `他叫A`, `第一任是A`, `第二任A`: the name that ends at an offset behind words that introduce it. */
function introducedName(text: string, end: number): { readonly start: number } | undefined {
  const clause = clauseStart(text, 0, end, LONGEST_INTRODUCTION);
  if (clause < 0) return undefined;
  let best: { readonly start: number } | undefined;
  let most = LIKELY;
  for (const length of LENGTHS) {
    const start = end - length;
    if (start <= clause || !INTRODUCTION.test(text.slice(clause, start))) continue;
    const odds = nameOdds(text, start, end);
    if (odds < most) continue;
    most = odds;
    best = { start };
  }
  return best;
}

/** UTF-16 units of a clause that introduces somebody. */
const LONGEST_INTRODUCTION = 12;
const INTRODUCTION = /(?:叫|是|^第.任)$/;
const LIKELY = 2;

/** Whether the clause that ends at an offset is as long as a name. */
function isShortClause(text: string, end: number): boolean {
  for (const length of LENGTHS) if (beginsClause(text, end - length)) return true;
  return false;
}

const BEHIND_APPOSITION = unitTable(',;。\n');

const LINK_ENDS = unitTable('任为是选去的');
const VERB =
  /(?:不再|再次|继续|全票|一并|同时|正式|拟|已|被|并|仍|也|都|分别)*(?:(?:担|兼|出|接|转|就|连|续|调|专|聘|升|改|历)任|任|(?:当选|推选|增选|补选|任命|聘任|聘|升任|改任|选举?)为|当选|辞去|卸去)$/;
const OFFICE = '任'.charCodeAt(0);
const NO_OFFICE = unitTable('主责前信首赴胜在委现曾');
const ELECTED = '选'.charCodeAt(0);
const TO_BE = '当'.charCodeAt(0);
const GONE = '去'.charCodeAt(0);
const RESIGNED = unitTable('辞卸');
const OF = '的'.charCodeAt(0);
const AS = '为'.charCodeAt(0);
const IS = '是'.charCodeAt(0);
/** UTF-16 units of a verb with its adverbs. */
const LONGEST_LINK = 12;
const TITLE_OF_RESPECT = /(?:等?同志|先生|女士)$/;

function linkBefore(text: string, from: number, end: number): Link | undefined {
  const last = text.charCodeAt(end - 1);
  if (LINK_ENDS[last] !== 1) return undefined;
  if (last === OF) return { start: end - 1, kind: 'of' };
  // Nearly all of these stand in 主任, 过去 and the like: the character before tells it without a pattern.
  const previous = text.charCodeAt(end - 2);
  if (last === OFFICE && NO_OFFICE[previous] === 1) return undefined;
  if (last === ELECTED && previous !== TO_BE) return undefined;
  if (last === GONE && RESIGNED[previous] !== 1) return undefined;
  const before = text.slice(Math.max(from, end - LONGEST_LINK), end);
  const verb = VERB.exec(before);
  if (verb !== null) return { start: end - verb[0].length, kind: 'strong' };
  return last === AS || last === IS ? { start: end - 1, kind: 'weak' } : undefined;
}

/** Adds who bears the posts; false where nobody stands in front of the link. */
function addBearers(page: Page, { start, kind }: Link, { posts, end }: PostChain, stop: number): boolean {
  const { text, book } = page;
  const respect = TITLE_OF_RESPECT.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  let nameStop = remarkStart(text, start - respect);
  const isDecree = nameStop < start - respect || kind !== 'weak' || endsItem(text, end, stop);
  let nameStart = bearerStart(page, nameStop, kind === 'weak' && respect === 0 && !isDecree);
  if (nameStart === undefined) return false;
  const standing = standingOf(posts, undefined);
  for (;;) {
    book.add(nameStart, nameStop, standing);
    if (text.charCodeAt(nameStart - 1) !== PAUSE) return true;
    nameStop = nameStart - 1;
    nameStart = bearerStart(page, nameStop, false);
    if (nameStart === undefined) return true;
  }
}

/** Whether nothing follows in a line or an item of a decree. */
function endsItem(text: string, offset: number, stop: number): boolean {
  return offset >= stop || ITEM_ENDS[text.charCodeAt(offset)] === 1;
}

const ITEM_ENDS = unitTable(';。\n');

/** `A(女,满族)`: where the bracket opens that closes at an offset. */
function remarkStart(text: string, end: number): number {
  if (text.charCodeAt(end - 1) !== CLOSE) return end;
  for (let i = end - 2; i > end - LONGEST_REMARK; i--) if (text.charCodeAt(i) === OPEN) return i;
  return end;
}

const APPOINTS = /(?:任命|选举|补选|推选|增选|免去|接受|同意|决定|宣布|提名|聘任|聘请|由|派)$/;
const LENGTHS = [3, 2, 4] as const;

/** Where the name begins that ends at an offset; `doubtful` where only the name itself says that somebody is meant. */
function bearerStart({ text, known }: Page, end: number, doubtful: boolean): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const length of LENGTHS) {
    const start = end - length;
    if (start < 0) continue;
    const isKnown = known.has(text, start, end);
    if (!isKnown && length < 4 && !isSurname(text.charCodeAt(start))) continue;
    const isNamed =
      beginsClause(text, start) ||
      text.charCodeAt(start - 1) === PAUSE ||
      APPOINTS.test(text.slice(Math.max(0, start - 2), start));
    if (!isNamed && titleHeadLength(text, start) === 0) continue;
    const odds = isKnown ? Infinity : nameOdds(text, start, end);
    if (odds < (doubtful ? Least.bare : Least.titled) || odds <= most) continue;
    most = odds;
    best = start;
  }
  return best ?? (doubtful ? undefined : nameEndingAt(text, 0, end, known)?.start);
}
