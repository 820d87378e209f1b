import { chooseDivision, divisionAt, type Division } from '../../places/divisions.js';
import type { Level, PostPlace } from './types.js';

/** The words that say what a division is, the longest first, with the level where the word alone fixes it. */
const KINDS: readonly (readonly [word: string, level: Level | undefined, english: string])[] = [
  ['特别行政区', 'province', ''],
  ['自治区', 'province', 'regional'],
  ['自治州', 'prefecture', 'prefectural'],
  ['自治县', 'county', 'county'],
  ['自治旗', 'county', 'banner'],
  ['新区', undefined, 'new area'],
  ['街道', 'township', 'subdistrict'],
  ['社区', 'township', 'community'],
  ['地区', 'prefecture', 'prefectural'],
  ['省', 'province', 'provincial'],
  ['市', undefined, 'municipal'],
  ['州', 'prefecture', 'prefectural'],
  ['盟', 'prefecture', 'league'],
  ['县', 'county', 'county'],
  ['区', 'county', 'district'],
  ['旗', 'county', 'banner'],
  ['镇', 'township', 'town'],
  ['乡', 'township', 'township'],
  ['村', 'township', 'village'],
];

/** A place in front of a title, with what follows from it. */
export interface ReadPlace {
  readonly place: PostPlace;
  readonly level: Level | undefined;
  /** English of its kind (municipal), for the body that follows. */
  readonly english: string;
  /** The division, where the list knows it. */
  readonly division: Division | undefined;
  /** The kind of division as it is written between its name and the body (市 in 南京市委), or empty. */
  readonly kind: string;
}

/** What may follow a bare 市 or an unlisted name in a title: a body or a word that has no body before it. */
const AFTER_KIND =
  /^(?:委|党|纪|监|人大|人民|政协|政府|政法|法院|检察|中级|中院|高级|高院|领导|长$|长[、兼]|级|直|属|办|公安|公所|应急|卫|发改|发展|财政|教育|住|交通|水|农|林|民政|司法|审计|统计|市场|商务|文|科|人力|人社|医|退|信访|国资|税务|扶贫|乡村|疾控|消防|交警|防|安|总工会|工会|妇联|团委|工商联|残联|红十字|管|组织|宣传|统战|机关|军|人武|武警|生态|环|自然|国土|规划|城|经|工信|气象|疫情|新冠|新型|应对|疾|行政|行署|议会|书记|主任)/;

/** Words that look like a place: the first are kinds of zone without a name, the others no places at all. */
const ZONES = new Set([
  '开发区',
  '经开区',
  '高新区',
  '示范区',
  '工业园区',
  '园区',
  '新区',
  '景区',
  '林区',
  '矿区',
]);
/** 副市长 and 代县长 begin with no place. */
const NO_NAME = /^(?:副|代|常务|执行|名誉|第一|原|前|时任|各)/;
const NO_PLACE = new Set(['城市', '都市', '农村', '乡村', '城乡', '小区', '军区', '战区', '校区', '院区']);

/** Places of one to five characters that are not listed (清溪市, 云溪镇): only where a body follows. */
const UNLISTED = /^[\u4e00-\u9fff]{1,5}?(?:自治区|自治州|自治县|新区|街道|社区|地区|[省市州盟县区旗镇乡村])/;

/**
 * The place that a part of a title begins with: one or several divisions (江苏省南京市), or a bare kind (市委).
 * @param around divisions that parts before this one named: they tell two 鼓楼区 apart
 * @param start UTF-16 offset of `text` in the whole title
 */
export function readPlace(text: string, start: number, around: readonly string[]): ReadPlace | undefined {
  let length = 0;
  let known: readonly string[] = around;
  let division: Division | undefined;
  let candidates: readonly Division[] = [];
  let lastStart = 0;
  for (;;) {
    const found = divisionAt(text, length);
    if (found === undefined || length + found.length >= text.length) break;
    const rest = text.slice(length + found.length);
    const written = text.slice(length, length + found.length);
    // 代县 is a county, 代县长 an acting county head: the head of 代县 is 代县县长.
    if (written.startsWith('代') && rest.startsWith('长')) break;
    // 南京 in 南京路: a short name counts only where a body, or the rest of a name, follows.
    const isFull = found.candidates.some(({ name }) => name === written);
    if (!isFull && !AFTER_KIND.test(rest) && divisionAt(rest, 0) === undefined && !UNLISTED.test(rest)) break;
    lastStart = length;
    length += found.length;
    candidates = found.candidates;
    division = chooseDivision(candidates, known);
    if (division !== undefined) known = [...known, ...division.within, division.name];
  }
  // Behind a listed place an unlisted one may follow: 南京市某某镇; a bare kind (省委, 市长) stands at the beginning.
  const rest = text.slice(length);
  const unlisted = (length === 0 ? bareKind(rest) : undefined) ?? UNLISTED.exec(rest)?.[0];
  if (
    unlisted !== undefined &&
    !NO_NAME.test(unlisted) &&
    !NO_PLACE.has(unlisted) &&
    AFTER_KIND.test(rest.slice(unlisted.length))
  ) {
    const end = length + unlisted.length;
    const isZone = ZONES.has(unlisted);
    const kind = isZone ? undefined : kindOf(unlisted);
    return {
      place: {
        start,
        end: start + end,
        text: text.slice(0, end),
        name: unlisted === kind?.[0] || isZone ? undefined : unlisted,
        within: division === undefined ? [] : [...division.within, division.name],
      },
      level: kind?.[1],
      english: kind?.[2] ?? '',
      division: undefined,
      kind: isZone ? unlisted : (kind?.[0] ?? ''),
    };
  }
  if (length === 0) return undefined;
  const written = text.slice(lastStart, length);
  const kind = kindOf(written);
  const levels = new Set(candidates.map(({ level }) => level));
  return {
    place: {
      start,
      end: start + length,
      text: text.slice(0, length),
      name:
        division?.name ??
        (candidates.every(({ name }) => name === candidates[0]?.name) ? candidates[0]?.name : undefined),
      within: division?.within ?? [],
    },
    level: division?.level ?? (levels.size === 1 ? [...levels][0] : kind?.[1]),
    english: kind?.[2] ?? '',
    division,
    kind: kind?.[0] ?? '',
  };
}

function bareKind(text: string): string | undefined {
  return KINDS.find(([word]) => text.startsWith(word))?.[0];
}

function kindOf(written: string): (typeof KINDS)[number] | undefined {
  return KINDS.find(([word]) => written.endsWith(word));
}
