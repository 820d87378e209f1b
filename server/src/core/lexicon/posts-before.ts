import { unitTable } from '../text/unit-table.js';
import type { KnownNames } from './naming/known-names.js';
import { titleHeadLength } from './title-heads.js';

const BORDER = unitTable('、,。;:!?()[]【】〔〕《》“”"‘’… \n\r\t|');
const LONGEST_POST = 30;
/** What may stand in front of a title inside one clause; the title begins behind the last of these. */
const LEAD_IN =
  /(?:(?<!自)由|的|主持人|陪同|偕同|联同|会同|协同|率领|责成|有|听取|时任|现任|原任|担任|当选为?|任命.{2,4}为|以及|还有|包括|分别为|分别是|会见|接待|介绍|感谢|慰问|看望|拜访|会晤|约见|了|着|根据|随同|率|记者从|(?:先生|女士|博士|同志)(?:以及|及|和|与)?|(?:今|昨|当)[天日](?:[上下]午|晚上?)?|跟随|[^\u4e00-\u9fff])$/;
/** What a lead-in ends with; anything but Han does as well. */
const LEAD_IN_END = unitTable(
  '由人同率领成有取任选为及括是见待绍谢问望访晤了据天日午上晚随的着从生士志及和与',
);
const BY =
  /^(?:[^和]*?)(?:由|受|向|让|随|与|同|是)(?=(?:中共|中央|全国|国务院|省|市|区|县|州|盟|旗|镇|乡|自治区))/;

/**
 * The posts that stand before `end`, outermost first: a title and those that `、`, 兼 or 暨 joins to it, each of
 * which must end with a title word (省委常委、市委书记、领导小组组长). Offsets are into folded shadow text.
 */
export function postsBefore(text: string, from: number, end: number, known: KnownNames): string[] {
  const posts: string[] = [];
  let stop = end;
  while (stop > from) {
    let start = stop;
    while (start > from && stop - start < LONGEST_POST && !isBorder(text, start - 1)) start--;
    const segment = trimLead(text.slice(start, stop), known);
    posts.unshift(...splitJoined(segment));
    const joint = text.charAt(start - 1);
    if ((joint !== '、' && joint !== ',') || segment.length < stop - start) break;
    if (titleHeadLength(text, start - 1) === 0) break;
    stop = start - 1;
  }
  return posts.filter((post) => post.length > 0);
}

function isBorder(text: string, offset: number): boolean {
  return BORDER[text.charCodeAt(offset)] === 1;
}

/** Where the last lead-in ends that something follows; 0 when there is none. */
function leadInEnd(segment: string): number {
  for (let end = segment.length - 1; end > 0; end--) {
    const unit = segment.charCodeAt(end - 1);
    if (unit < 0x4e00 || unit > 0x9fff) return end;
    if (LEAD_IN_END[unit] === 1 && LEAD_IN.test(segment.slice(0, end))) return end;
  }
  return 0;
}

function holds(text: string, table: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (table[text.charCodeAt(i)] === 1) return true;
  return false;
}

const BY_WORDS = unitTable('由受向让随与同是');
const JOINTS = unitTable('和与及');
const OPENERS = unitTable('和与及并的该本');
const JOINED = unitTable('兼暨');

function trimLead(segment: string, known: KnownNames): string {
  let rest = segment.slice(leadInEnd(segment));
  if (holds(rest, BY_WORDS)) rest = rest.replace(BY, '');
  const nameEnd = lastNameEnd(rest, known);
  if (nameEnd > 0) rest = rest.slice(nameEnd).replace(/^(?:和|与|及|同)/, '');
  // 张平和省委常委…: a name in front of a conjunction belongs to somebody else.
  const joined = !holds(rest, JOINTS)
    ? null
    : /^[\u4e00-\u9fff]{2,3}(?:和|与|及)(?=(?:省|市|区|县|州|旗|盟|镇|乡)[\u4e00-\u9fff])/.exec(rest);
  if (joined !== null && !/^[省市区县州旗盟镇乡]/.test(rest)) rest = rest.slice(joined[0].length);
  if (OPENERS[rest.charCodeAt(0)] !== 1) return rest;
  return rest.replace(/^(?:[和与及并的]+|[该本](?:[局院部厅委办处所](?=[局院部厅委办处所主]))?)/, '');
}

/** Where the last known name (two or three characters) in a segment ends; 0 when it holds none. */
function lastNameEnd(segment: string, known: KnownNames): number {
  if (known.size === 0) return 0;
  for (let start = segment.length - 2; start >= 0; start--) {
    const end = known.endAt(segment, start);
    if (end > 0 && end - start <= 3) return end;
  }
  return 0;
}

/** 福建省副省长兼厦门市长 states two posts. */
function splitJoined(segment: string): string[] {
  if (!holds(segment, JOINED)) return [segment];
  const parts = segment.split(/兼任?|暨/);
  let whole = true;
  let consumed = 0;
  for (const part of parts.slice(0, -1)) {
    consumed += part.length;
    if (titleHeadLength(segment, consumed) === 0) whole = false;
    consumed = segment.indexOf(parts[parts.indexOf(part) + 1] ?? '', consumed);
  }
  return whole ? parts : [segment];
}
