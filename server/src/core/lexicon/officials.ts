import type { Span } from '../text/span.js';
import type { FoundPeople } from '../report/parse.js';
import type { FoundZone } from '../report/zones.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { Clue, type Clues, type ClueSource } from '../report/clues.js';
import type { ShadowScan } from '../report/scan.js';
import { titleEndings, titleHeadLength } from './title-heads.js';
import { nameEnd as readNameEnd } from './name-end.js';
import { hasNameShape, endsName } from './name-shape.js';
import { isCommonSurname } from './surnames.js';
import { postsBefore } from './posts-before.js';

const nameEnd = (text: string, start: number, known: ReadonlySet<string>): number | undefined => readNameEnd(text, start, known, 1);
interface Naming extends Span {
  readonly name: string;
  readonly posts: readonly string[];
}

/**
 * Recognises officials by title and name (`市委书记戴源`), by lists (`市领导A、B、C`) and by name and title
 * (`习近平总书记`) in folded shadow text; then finds every other mention of the names so found.
 * Precision goes before recall: a run of characters counts as a name only when its surname, its length and
 * what follows agree.
 */
export function recogniseOfficials(
  { folded, units, clues }: Pick<ShadowScan, 'folded' | 'units' | 'clues'>,
  zones: readonly FoundZone[],
): FoundPeople {
  const known = speakers(folded, clues);
  const namings: Naming[] = [];
  const places = zones.filter(({ kind }) => kind !== 'furniture' && kind !== 'metadata' && kind !== 'tail');
  for (const { start, end } of places) scan(folded, clues, start, end, known, namings);
  const officials = new Map<string, { posts: string[]; mentions: Naming[] }>();
  for (const naming of namings) {
    const official = officials.get(naming.name) ?? { posts: [], mentions: [] };
    for (const post of naming.posts) if (!official.posts.includes(post)) official.posts.push(post);
    official.mentions.push(naming);
    officials.set(naming.name, official);
  }
  if (officials.size === 0) return { officials: [], others: [], surnames: [] };
  addMentions(folded, units, places, officials);
  return { others: [], surnames: [], officials: [...officials].map(([name, { posts, mentions }]) => ({
    name,
    group: undefined,
    posts,
    mentions: mentions
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, posts }) => ({ start, end, posts })),
  })) };
}

/** What a speaker does; the first characters lead to the words. */
const VERBS = ['指出', '强调', '要求', '表示', '说,', '说:', '主持会议', '主持召开', '首先代表'];
/** What the recogniser looks for in a text: title words and verbs of speech. */
export const officialClues: readonly ClueSource[] = [
  { clue: Clue.title, pairs: titleEndings },
  { clue: Clue.speech, pairs: VERBS },
];
/** Behind one of these (or at the start of the text) a sentence or clause begins. */
const CLAUSE_START = unitTable(`。;”,${WHITE_SPACE}`);

/** Names that open a sentence in front of a verb of speech: they settle where an ambiguous name ends. */
function speakers(text: string, clues: Clues): Set<string> {
  const found = new Set<string>();
  let from = 0;
  for (let i = clues.next(0, Clue.speech); i < clues.count; i = clues.next(i + 1, Clue.speech)) {
    const end = clues.place(i);
    const start = clauseStart(text, end);
    if (start === undefined || start < from) continue;
    const verb = VERBS.find((word) => text.startsWith(word, end));
    if (verb === undefined) continue;
    if (end - start <= 3 && hasNameShape(text, start, end) && isCommonSurname(text.charCodeAt(start)))
      found.add(text.slice(start, end));
    from = end + verb.length + 1;
  }
  return found;
}

/** Where a clause begins that has two to four Han characters in front of `end` and nothing else. */
function clauseStart(text: string, end: number): number | undefined {
  let start = end;
  while (start > 0 && end - start <= 4 && isHan(text.charCodeAt(start - 1))) start--;
  const length = end - start;
  if (length < 2 || length > 4) return undefined;
  return start === 0 || CLAUSE_START[text.charCodeAt(start - 1)] === 1 ? start : undefined;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function scan(
  text: string,
  clues: Clues,
  start: number,
  end: number,
  known: ReadonlySet<string>,
  namings: Naming[],
): void {
  // Behind a name new posts begin: 市长张平和省委常委….
  let from = start;
  // Titles behind which the search goes on.
  let next = start;
  for (
    let k = clues.next(clues.indexFrom(start), Clue.title);
    clues.place(k) + 2 <= end;
    k = clues.next(k + 1, Clue.title)
  ) {
    const titleEnd = clues.place(k) + 2;
    if (titleEnd <= next) continue;
    const head = titleHeadLength(text, titleEnd);
    if (head === 0 || titleEnd - head < start) continue;
    const before = nameBefore(text, start, titleEnd, head, known);
    if (before !== undefined) {
      namings.push(before);
      from = titleEnd;
      continue;
    }
    const behind = skipRemark(text, titleEnd);
    const at = text.charCodeAt(behind) === 0x20 ? behind + 1 : behind;
    const stop = at < end ? nameEnd(text, at, known) : undefined;
    // A name does not end like a title: 由市长兼任.
    if (stop === undefined || stop > end || titleHeadLength(text, stop) > 0) continue;
    if (isTitleContext(text, titleEnd, head)) {
      const posts = postsBefore(text, from, titleEnd, known);
      addName(text, at, stop, posts, namings);
      from = readList(text, stop, end, known, posts, namings);
      next = from;
    }
  }
}

/** Whether a title word is one here: 加强组织领导 and 各委员 name nobody's post. */
function isTitleContext(text: string, titleEnd: number, head: number): boolean {
  const word = text.slice(titleEnd - head, titleEnd);
  const before = text.charAt(titleEnd - head - 1);
  if (word === '领导') return /[省市区县州盟旗镇乡级家子的委]/.test(before);
  return word !== '负责人' && word !== '委员' ? true : before !== '各';
}

function addName(
  text: string,
  start: number,
  end: number,
  posts: readonly string[],
  namings: Naming[],
): void {
  namings.push({ start, end, name: text.slice(start, end).replace(/ /g, ''), posts });
}

/** Reads the names that `、` joins to a name, all with the same posts; stops at the next title. */
function readList(
  text: string,
  from: number,
  end: number,
  known: ReadonlySet<string>,
  posts: readonly string[],
  namings: Naming[],
): number {
  let position = from;
  for (;;) {
    const next = skipRemark(text, position);
    const mark = text.charAt(next);
    if (mark !== '、' && !(mark === ' ' && text.charAt(next + 1) !== ' ')) return position;
    let at = next + 1;
    while (text.charAt(at) === ' ') at++;
    const stop = nameEnd(text, at, known);
    if (stop === undefined || stop > end || mark === ' ') return position;
    if (titleFollows(text, at, stop)) return position;
    addName(text, at, stop, posts, namings);
    position = stop;
  }
}

/** Behind a name there may stand `(左五)` or `(女)`, behind a title `(兼)`. */
function skipRemark(text: string, offset: number): number {
  if (text.charAt(offset) !== '(') return offset;
  const close = text.indexOf(')', offset);
  return close >= 0 && close - offset <= 8 ? close + 1 : offset;
}

/** Whether the supposed name is the beginning of a title: 、应急管理局局长. */
function titleFollows(text: string, start: number, end: number): boolean {
  for (let i = start + 2; i <= end + 1; i++) if (titleHeadLength(text, i) > 0) return true;
  return false;
}

const NAME_LENGTHS = [3, 2, 4] as const;
const HONORIFIC = new Set([
  '总书记',
  '书记',
  '主席',
  '总理',
  '副总理',
  '市长',
  '省长',
  '区长',
  '县长',
  '部长',
  '主任',
  '局长',
  '院长',
  '委员长',
  '常委',
  '副市长',
  '副省长',
  '镇长',
  '州长',
]);
const BEFORE_NAME =
  /(?:^|[。;,、:!?\s“”()]|省委|市委|区委|县委|州委|贯彻|落实|传达|学习|听取|按照|根据|遵照|牢记|领会|体会|在|对|由|受|向|与|和|及|以|随|陪同|会见|当选|邀请|聆听|收看|重温|把|将|到|宣讲|遵循|践行|拥护|响应|回应|感谢|代表|是|了|着|的)$/;

/** NAME+TITLE: `习近平总书记`, `李希书记`; only whole names in front of which a new word begins. */
function nameBefore(
  text: string,
  from: number,
  titleEnd: number,
  head: number,
  known: ReadonlySet<string>,
): Naming | undefined {
  const title = text.slice(titleEnd - head, titleEnd);
  if (!HONORIFIC.has(title)) return undefined;
  const end = titleEnd - head;
  for (const length of NAME_LENGTHS) {
    const start = end - length;
    if (start < from) continue;
    const isCommon = isCommonSurname(text.charCodeAt(start));
    if (!isCommon && known.size === 0) continue;
    const name = text.slice(start, end);
    const certain = known.has(name);
    if (!certain && (!isCommon || !hasNameShape(text, start, end))) continue;
    if (/[省市区县州盟旗镇乡村部局委办会院处厅司]$/.test(name)) continue;
    if (certain || BEFORE_NAME.test(text.slice(Math.max(from, start - 4), start))) {
      return { name, start, end, posts: [title] };
    }
  }
  return undefined;
}

interface KnownName {
  readonly name: string;
  readonly first: number;
  readonly mentions: Naming[];
}

/** Adds the mentions of known names that no title accompanies, in one pass over the places. */
function addMentions(
  text: string,
  units: Uint16Array,
  places: readonly FoundZone[],
  officials: ReadonlyMap<string, { readonly mentions: Naming[] }>,
): void {
  const names: KnownName[] = [];
  const taken = new Set<number>();
  // A flag for the low bits of the first and of the second characters refuses nearly every place.
  let firsts = 0;
  let seconds = 0;
  for (const [name, { mentions }] of officials) {
    const first = name.charCodeAt(0);
    firsts |= 1 << (first & 31);
    seconds |= 1 << (name.charCodeAt(1) & 31);
    names.push({ name, first, mentions });
    for (const { start } of mentions) taken.add(start);
  }
  // Of names that begin alike the longest is looked for first.
  names.sort((a, b) => b.name.length - a.name.length);
  for (const { start, end } of places) {
    for (let i = start; i < end - 1; i++) {
      if (((firsts >>> ((units[i] ?? 0) & 31)) & (seconds >>> ((units[i + 1] ?? 0) & 31)) & 1) === 0)
        continue;
      const known = nameAt(text, i, names);
      if (known === undefined || taken.has(i) || i + known.name.length > end) continue;
      const { name, mentions } = known;
      if (name.length === 2 && !endsName(text, i + 2) && nameAt(text, i + 2, names) === undefined) continue;
      mentions.push({ start: i, end: i + name.length, name, posts: NO_POSTS });
      i += name.length - 1;
    }
  }
}

const NO_POSTS: readonly string[] = [];

function nameAt(text: string, offset: number, names: readonly KnownName[]): KnownName | undefined {
  const unit = text.charCodeAt(offset);
  for (const known of names) if (known.first === unit && text.startsWith(known.name, offset)) return known;
  return undefined;
}
