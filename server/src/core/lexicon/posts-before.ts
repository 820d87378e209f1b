import { unitTable } from '../text/unit-table.js';
import type { KnownNames } from './naming/known-names.js';
import { COLLECTIVE, titleHeadLength } from './title-heads.js';

const LONGEST_POST = 30;
/** What may stand in front of a title inside one clause; the title begins behind the last of these. */
const LEAD_IN =
  /(?:(?<!自)由|的|是|到|(?<=.)后|叫|喊|夸|邀|已故|(?<!驻)在|请|主持人|委托|陪同|偕同|联同|会同|协同|率领|责成|(?<!国)有|听取|时任|现任|曾任|新任|原任|担任|当选为?|任命.{2,4}为|以及|还有|包括|分别为|分别是|会见|接待|介绍|感谢|慰问|看望|拜访|会晤|约见|了|着|根据|随同|率|记者从|(?<!交)通过|弹劾|约谈|质询|质疑|拘提|传唤|逮捕|批评|[省市区县州盟旗镇乡]领导|(?:先生|女士|博士|同志)(?:以及|及|和|与)?|(?:今|昨|当)[天日](?:[上下]午|晚上?)?|跟随|[^\u4e00-\u9fff])$/;
const BY =
  /^(?:[^和]*?)(?:由|受|向|让|随|与|同|是|在|跟|请|经|对|被|从|给|问|听|据)(?=(?:中共|中央|全国|国务院|省|市|区|县|州|盟|旗|镇|乡|自治区))/;
const JOINED = /^[\u4e00-\u9fff]{2,3}(?:和|与|及)(?=(?:省|市|区|县|州|旗|盟|镇|乡)[\u4e00-\u9fff])/;
const OWN = /^[省市区县州旗盟镇乡]/;
const OPENING =
  /^(?:其中|至于|另外|此外|[被把]|对(?![外台口内])|向(?![阳东前上])|让(?!胡路)|给(?!排?水)|当[区地](?=[省市区县镇乡村])|(?!和[平田顺静硕龙布林])[和与及并的]+|[该本](?:[局院部厅委办处所](?=[局院部厅委办处所主]))?)/;

/** What a character in front of a title may be part of; each reading looks only where its characters stand. */
const Part = {
  border: 1,
  /** What a lead-in ends with; anything but Han does as well. */
  leadIn: 2,
  by: 4,
  joint: 8,
  opener: 16,
  double: 32,
} as const;

const parts = new Uint8Array(0x10000);
for (let unit = 0; unit < parts.length; unit++) if (unit < 0x4e00 || unit > 0x9fff) parts[unit] = Part.leadIn;
for (const [part, characters] of [
  [Part.border, '、,。;:!?()[]【】〔〕《》“”"‘’… \n\r\t|'],
  [
    Part.leadIn,
    '由人同率领成有取任选为及括是见待绍谢问望访晤了据天日午上晚随的着从生士志及和与托在请到后叫喊夸邀故过劾谈询疑提唤捕评导',
  ],
  [Part.by, '由受向让随与同是在跟请经对被从给问听据'],
  [Part.joint, '和与及'],
  [Part.opener, '和与及并的该本其至另此被把对向让给当'],
  [Part.double, '兼暨'],
] as const) {
  for (const character of characters) {
    const unit = character.charCodeAt(0);
    parts[unit] = (parts[unit] ?? 0) | part;
  }
}

function partsOf(text: string, offset: number): number {
  return parts[text.charCodeAt(offset)] ?? 0;
}

const NO_POSTS: readonly string[] = [];
const PAUSE = 0x3001;
const COMMA = 0x2c;

/**
 * The posts that stand before `end`, outermost first: a title and those that `、`, 兼 or 暨 joins to it, each of
 * which must end with a title word (省委常委、市委书记、领导小组组长). Offsets are into folded shadow text.
 */
export function postsBefore(text: string, from: number, end: number, known: KnownNames): readonly string[] {
  let posts: string[] | undefined;
  let stop = end;
  while (stop > from) {
    let start = stop;
    let holds = 0;
    for (; start > from && stop - start < LONGEST_POST; start--) {
      const found = partsOf(text, start - 1);
      if ((found & Part.border) !== 0) break;
      // Behind the last character of a segment no lead-in can end.
      holds |= start === stop ? found & ~Part.leadIn : found;
    }
    const titleStart = skipLead(text, start, stop, holds, known);
    if (stop > titleStart) {
      const segment = text.slice(titleStart, stop);
      if (posts === undefined) posts = (holds & Part.double) === 0 ? [segment] : splitJoined(segment);
      else if ((holds & Part.double) === 0) posts.unshift(segment);
      else posts.unshift(...splitJoined(segment));
    }
    const joint = text.charCodeAt(start - 1);
    if ((joint !== PAUSE && joint !== COMMA) || titleStart > start) break;
    if (titleHeadLength(text, start - 1) === 0) break;
    stop = start - 1;
  }
  return posts ?? NO_POSTS;
}

/** Words of posts that hold a lead-in: 市教育局有关负责人, 后勤部部长. */
const WITHIN: ReadonlySet<string> = new Set([
  '有关',
  '有限',
  '后勤',
  '后备',
  '后方',
  '在职',
  '到会',
  '导小',
  '导干',
  '导班',
]);

/** UTF-16 units of a lead-in with what it may not follow. */
const LONGEST_LEAD_IN = 9;

/** Where the last lead-in ends that something follows; `start` when there is none. */
function leadInEnd(text: string, start: number, stop: number): number {
  for (let end = stop - 1; end > start; end--) {
    if ((partsOf(text, end - 1) & Part.leadIn) === 0) continue;
    const unit = text.charCodeAt(end - 1);
    if (unit < 0x4e00 || unit > 0x9fff) return end;
    if (!LEAD_IN.test(text.slice(Math.max(start, end - LONGEST_LEAD_IN), end))) continue;
    if (WITHIN.has(text.slice(end - 1, end + 1))) continue;
    if (end === stop - COLLECTIVE.length && text.startsWith(COLLECTIVE, end) && isCharge(text, start, end))
      continue;
    return end;
  }
  return start;
}

/** 分管农业工作的领导 are a group of their own: what they are in charge of belongs to its name. */
function isCharge(text: string, start: number, end: number): boolean {
  return text.charCodeAt(end - 1) === OF && CHARGE.test(text.slice(start, end));
}

const OF = '的'.charCodeAt(0);
const CHARGE = /分管|主管|联系|包[联保抓]|挂[点钩]/;

/** Where the title of a segment begins, behind whatever else stands in it. */
function skipLead(text: string, from: number, stop: number, holds: number, known: KnownNames): number {
  let start = (holds & Part.leadIn) === 0 ? from : leadInEnd(text, from, stop);
  if ((holds & Part.by) !== 0) start += matchLength(BY, text, start, stop);
  const nameEnd = known.size === 0 ? 0 : lastNameEnd(text, start, stop, known);
  if (nameEnd > 0)
    start = AFTER_NAME[text.charCodeAt(nameEnd)] === 1 && nameEnd < stop ? nameEnd + 1 : nameEnd;
  // 张平和省委常委…: a name in front of a conjunction belongs to somebody else.
  if ((holds & Part.joint) !== 0) {
    const joined = matchLength(JOINED, text, start, stop);
    if (joined > 0 && matchLength(OWN, text, start, stop) === 0) start += joined;
  }
  if (text.charCodeAt(stop - 1) === MEMBER_END) start += matchLength(PARTY, text, start, stop);
  return start < stop && (partsOf(text, start) & Part.opener) !== 0
    ? start + matchLength(OPENING, text, start, stop)
    : start;
}

/** What Taiwan's papers put in front of a legislator is no part of the office. */
const PARTY = /^(?:[^党]{1,6}党|无党籍)(?=立委$)/;
const MEMBER_END = '委'.charCodeAt(0);

const AFTER_NAME = unitTable('和与及同');

/** How much of a segment a pattern takes that matches its beginning. */
function matchLength(pattern: RegExp, text: string, start: number, stop: number): number {
  return pattern.exec(text.slice(start, stop))?.[0].length ?? 0;
}

/** Where the last known name (two or three characters) in a segment ends; 0 when it holds none. */
function lastNameEnd(text: string, from: number, stop: number, known: KnownNames): number {
  for (let start = stop - 2; start >= from; start--) {
    const end = known.endAt(text, start, stop);
    if (end > 0 && end - start <= 3) return end;
  }
  return 0;
}

/** 福建省副省长兼厦门市长 states two posts. */
function splitJoined(segment: string): string[] {
  const split = segment.split(/兼任?|暨/);
  let whole = true;
  let consumed = 0;
  for (const part of split.slice(0, -1)) {
    consumed += part.length;
    if (titleHeadLength(segment, consumed) === 0) whole = false;
    consumed = segment.indexOf(split[split.indexOf(part) + 1] ?? '', consumed);
  }
  return whole ? split.filter((part) => part.length > 0) : [segment];
}
