import { divisionAt } from '../../places/divisions.js';
import { unitTable } from '../../text/unit-table.js';
import { holdsAt } from '../holds-at.js';
import { count, nameOdds } from '../name-end.js';
import { Edge, edgeAt, isNameDot } from '../name-edge.js';
import { givenOdds } from '../name-odds.js';
import { hasNameShape } from '../name-shape.js';
import { isCommonSurname } from '../surnames.js';
import type { TitleWord } from '../title-heads.js';
import { isCapital } from '../transcribed-name.js';
import type { KnownNames } from './known-names.js';
import { beginsClause, clauseStart, isHan, type Page } from './page.js';

/** A name in front of a title that it bears. */
export interface NameInFront {
  readonly start: number;
  readonly end: number;
}

/** What may stand between a name and the head of its title: 胡宜弘分局长, 朱玉龙省委书记. */
const MODIFIERS =
  '副 代 常务 助理 署理 代理 区域 分 总 专门 首席 主任 政治 行政 省委 市委 县委 区委 州委 旗委 党委 党组 纪委 市政府 县政府 区政府 省政府 人大常委会 人大 政协 立法会 区议会 市议会 县议会'.split(
    ' ',
  );
/** By their last unit, the longest first. */
const modifiersByEnd = new Map<number, string[]>();
for (const word of [...MODIFIERS].sort((a, b) => b.length - a.length)) {
  const last = word.charCodeAt(word.length - 1);
  const known = modifiersByEnd.get(last);
  if (known === undefined) modifiersByEnd.set(last, [word]);
  else known.push(word);
}
const MODIFIER_ENDS = unitTable(MODIFIERS.map((word) => word.slice(-1)).join(''));
const LENGTHS = [3, 2, 4] as const;
/** Names that begin a clause must be as likely as this, log2 odds. */
const LIKELY = 3;
const IN_CLAUSE = 5;
/** Names of rare characters, where all around says that somebody is meant. */
const UNLIKELY = -2;
/** In front of 市长 and 县委书记, where a place may stand as well. */
const SURE = 7;
const DIVISION = unitTable('省市县区旗州盟镇乡村里');
const BEHIND_DIVISION = unitTable('长委政');
/** UTF-16 units of a post between a known name and its head: 江瑞昌云麓县长. */
const LONGEST_POST = 12;
/** What a name may follow without a mark. */
const BEFORE =
  /(?:任命|免去|省委|市委|区委|县委|州委|贯彻|落实|传达|学习|听取|按照|根据|遵照|牢记|领会|体会|在|对|由|受|向|与|和|及|以|随|陪同|会见|当选|邀请|聆听|收看|重温|把|将|到|宣讲|遵循|践行|拥护|响应|回应|感谢|代表|是|了|着|的|跟|请|连同|率|偕|偕同|包括|有)$/;
const BEFORE_ENDS = unitTable(
  '委彻实达习取照据遵记会在对由受向与和及以随同见选请听看温把将到讲循践行护应谢表是了着的跟率偕括有命去',
);
const LONGEST_BEFORE = 4;
const PAUSE = '、'.charCodeAt(0);

/**
 * NAME+TITLE: the name that ends in front of a title (`习近平总书记`, `江瑞昌云麓县长`, `欧阳修远副市长`).
 * @param from where the search may begin
 * @param certain whether only names that the text settles count
 */
export function nameInFront(
  { text, known }: Page,
  from: number,
  titleEnd: number,
  head: TitleWord,
  certain: boolean,
): NameInFront | undefined {
  const headStart = titleEnd - head.length;
  if (certain) return known.size === 0 ? undefined : knownInFront(text, from, headStart, known);
  let best: NameInFront | undefined;
  let most = 0;
  for (let end = headStart; end > from; end = modifierStart(text, from, end)) {
    const found =
      nameEndingAt(text, from, end, known) ??
      nameBehindBody(text, from, end, head) ??
      subjectEndingAt(text, from, end, titleEnd);
    if (
      found !== undefined &&
      found.odds > most &&
      (found.odds === Infinity || !isPlace(text, found.start, end, titleEnd))
    ) {
      most = found.odds;
      best = { start: found.start, end };
    }
    if (found?.odds === Infinity) break;
  }
  return best;
}

/** A known name that ends in front of a head, or begins the clause: 江瑞昌云麓县长. */
function knownInFront(
  text: string,
  from: number,
  headStart: number,
  known: KnownNames,
): NameInFront | undefined {
  if (known.mayEndWith(text.charCodeAt(headStart - 1))) {
    for (const length of LENGTHS) {
      const start = headStart - length;
      if (start >= from && known.has(text, start, headStart) && isOpen(text, from, start))
        return { start, end: headStart };
    }
  }
  const start = clauseStart(text, from, headStart, LONGEST_POST + 4);
  const end = start < 0 ? 0 : known.endAt(text, start);
  return end > 0 && end < headStart && edgeAt(text, end) === Edge.none ? { start, end } : undefined;
}

function modifierStart(text: string, from: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (MODIFIER_ENDS[last] !== 1) return from;
  for (const word of modifiersByEnd.get(last) ?? []) {
    const start = end - word.length;
    if (start > from && holdsAt(text, start, word)) return start;
  }
  return from;
}

/** The name that ends at an offset with a clause or a word of {@link BEFORE} in front of it. */
export function nameEndingAt(
  text: string,
  from: number,
  end: number,
  known: KnownNames,
): { readonly start: number; readonly odds: number } | undefined {
  const last = text.charCodeAt(end - 1);
  if (!isHan(last)) return latinStart(text, from, end);
  const mayBeKnown = known.size > 0 && known.mayEndWith(last);
  const mayBeName = givenOdds(last) > -3 && NO_NAME_ENDS[last] !== 1;
  let best: { start: number; odds: number } | undefined;
  for (const length of LENGTHS) {
    const start = end - length;
    if (start < from) continue;
    if (mayBeKnown && known.has(text, start, end) && isOpen(text, from, start))
      return { start, odds: Infinity };
    if (!mayBeName) continue;
    const odds = nameOdds(text, start, end);
    if (odds === -Infinity || !isSurnameLike(text, start, odds)) continue;
    const opens = beginsClause(text, start) || start === from || text.charCodeAt(start - 1) === PAUSE;
    if (!opens && !isOpen(text, from, start)) continue;
    if (
      odds < (opens ? LIKELY : IN_CLAUSE) &&
      !(isCommonSurname(text.charCodeAt(start)) && hasNameShape(text, start, end))
    )
      continue;
    if (best === undefined || odds > best.odds) best = { start, odds: Math.max(odds, 1) };
  }
  return best ?? dottedStart(text, from, end);
}

/** 王姓局长 is not named, 高检院 in 高检院院长 a body. */
const NO_NAME_ENDS = unitTable('姓局委办厅院部处会所站组署');

function isSurnameLike(text: string, start: number, odds: number): boolean {
  return odds >= LIKELY || isCommonSurname(text.charCodeAt(start));
}

function isOpen(text: string, from: number, start: number): boolean {
  return (
    start === from ||
    beginsClause(text, start) ||
    (BEFORE_ENDS[text.charCodeAt(start - 1)] === 1 &&
      BEFORE.test(text.slice(Math.max(from, start - LONGEST_BEFORE), start)))
  );
}

/** The name that stands between a body and a head: 县财政局唐志远局长. */
function nameBehindBody(
  text: string,
  from: number,
  end: number,
  head: TitleWord,
): { readonly start: number; readonly odds: number } | undefined {
  if (!head.isAddress) return undefined;
  let best: { start: number; odds: number } | undefined;
  for (const length of LENGTHS) {
    const start = end - length;
    if (start - 2 < from || !endsWithBody(text, start)) continue;
    const odds = nameOdds(text, start, end);
    const least = length === 2 ? IN_CLAUSE : LIKELY;
    if (odds < least && (odds < UNLIKELY || !isAddressedAgain(text, start, end))) continue;
    if (odds > (best?.odds ?? -Infinity)) best = { start, odds: Math.max(odds, 1) };
  }
  return best;
}

/** Whether three characters stand in front of the same title elsewhere as well. */
function isAddressedAgain(text: string, start: number, end: number): boolean {
  return end - start === 3 && count(text, text.slice(start, end + 2), start) > 1;
}

/** 国立远县长出席: three characters between the beginning of a clause and a title that a verb follows. */
function subjectEndingAt(
  text: string,
  from: number,
  end: number,
  titleEnd: number,
): { readonly start: number; readonly odds: number } | undefined {
  const start = end - 3;
  if (start < from || !beginsClause(text, start) || edgeAt(text, titleEnd) !== Edge.word) return undefined;
  // 党工委书记主持
  if (endsWithBody(text, end) || givenOdds(text.charCodeAt(end - 1)) < -1) return undefined;
  return nameOdds(text, start, end) >= UNLIKELY ? { start, odds: 1 } : undefined;
}

const BODY_ENDS = unitTable('委局府办厅院部署处会所队站校科镇乡县市区旗州盟村社团组协联');

/** Whether a body or a place may end before an offset: 县财政局, 云溪镇. */
export function endsWithBody(text: string, offset: number): boolean {
  return BODY_ENDS[text.charCodeAt(offset - 1)] === 1 && isHan(text.charCodeAt(offset - 2));
}

/** Whether the supposed name is a place: 云麓 in 云麓县长, where 云麓县 stands elsewhere without 长 behind it. */
function isPlace(text: string, start: number, end: number, titleEnd: number): boolean {
  if (DIVISION[text.charCodeAt(end)] !== 1 || BEHIND_DIVISION[text.charCodeAt(end + 1)] !== 1) return false;
  // 石家庄市长
  if (isDivision(text, start, end + 1)) return true;
  // 云溪镇吴英镇长, 县政府陈国梁县长
  if (endsWithBody(text, start)) {
    const before = text.charCodeAt(start - 1);
    return DIVISION[before] === 1 && before !== text.charCodeAt(end);
  }
  // 由云溪县委副书记…主持
  if (PREPOSITIONS[text.charCodeAt(start)] === 1 && count(text, text.slice(start, end), start) < 2)
    return true;
  if (end - start === 2 || nameOdds(text, start, end) < leastFor(text, start, titleEnd)) return true;
  return count(text, text.slice(start, end + 1), start) > count(text, text.slice(start, titleEnd), start);
}

function isDivision(text: string, start: number, end: number): boolean {
  return divisionAt(text, start)?.length === end - start;
}

const PREPOSITIONS = unitTable('由任从向与和对在');

/** 国立远县长出席: between the beginning of a clause and a verb somebody is meant rather than a place. */
function leastFor(text: string, start: number, titleEnd: number): number {
  return beginsClause(text, start) && edgeAt(text, titleEnd) === Edge.word ? UNLIKELY : SURE;
}

const LONGEST_DOTTED = 16;
/** UTF-16 units of the last part of a dotted name with its dot. */
const LONGEST_LAST = 6;

function dottedStart(text: string, from: number, end: number): { start: number; odds: number } | undefined {
  let start = end;
  let last = -1;
  for (; start > from; start--) {
    const unit = text.charCodeAt(start - 1);
    if (isNameDot(unit)) last = Math.max(last, start - 1);
    else if (!isHan(unit)) break;
    if (end - start >= LONGEST_DOTTED) return undefined;
  }
  return last >= 0 &&
    end - last <= LONGEST_LAST &&
    beginsClause(text, start) &&
    !isNameDot(text.charCodeAt(start))
    ? { start, odds: LIKELY }
    : undefined;
}

function latinStart(text: string, from: number, end: number): { start: number; odds: number } | undefined {
  let start = end;
  let words = 0;
  for (let at = end; at >= from; at--) {
    const unit = at > from ? text.charCodeAt(at - 1) : 0;
    const isLetter = (unit >= 0x41 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f) || unit === 0x2d;
    if (isLetter) continue;
    if (at < start && isCapital(text.charCodeAt(at))) {
      start = at;
      words++;
    }
    if (unit !== 0x20) break;
  }
  return words >= 2 ? { start, odds: LIKELY } : undefined;
}
