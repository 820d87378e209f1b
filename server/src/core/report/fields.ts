import { CharacterClass } from '../script/characters.js';
import { Clue, type ClueSource } from './clues.js';
import {
  APART_LABELS,
  BARE_LABELS,
  BARE_STARTS,
  BOXED,
  DATE_VERBS,
  GLUED_LABELS,
  SPACED_SOURCE,
  type FieldKind,
} from './labels.js';
import { MEDIUM_ENDING } from './medium.js';
import type { ShadowLine } from './shadow-lines.js';
import { unitTable } from '../text/unit-table.js';

export type { FieldKind } from './labels.js';

/** What reading a line as metadata needs of it; part of a line will do. */
export type LineText = Pick<ShadowLine, 'folded' | 'start' | 'classes' | 'clues'>;

/** A labelled field of one line; offsets are into the folded line. */
export interface Field {
  readonly kind: FieldKind;
  /** As the lists have it, without padding. */
  readonly label: string;
  readonly labelStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const wordsOf = (lists: readonly { readonly words: string }[]): string[] =>
  lists.flatMap(({ words }) => words.split('|')).sort((a, b) => b.length - a.length);
/** Scraped pages pad labels of two characters so that a column of them lines up: `来 源:`. */
const padded = (word: string): string =>
  word.length === 2 ? `${word.charAt(0)} {0,4}${word.charAt(1)}` : word;

const glued = wordsOf(GLUED_LABELS);
const apart = wordsOf(APART_LABELS);
const all = [...glued, ...apart].sort((a, b) => b.length - a.length);
const verbs = DATE_VERBS.split('|');
const kindOf = new Map<string, FieldKind>();
for (const { kind, words } of [...GLUED_LABELS, ...APART_LABELS])
  for (const word of words.split('|')) kindOf.set(word, kind);

const COLON = '[:︰﹕∶]';
const COLON_OR_BAR = '[:|丨︰﹕∶│┃]';
/** Where a field can begin. */
const APART = '(?<=^|[\\s\\d|丨│()【】〔〕〈〉\\[\\]<>,;、。/■●◆▲·])';
const YEAR = '(?:\\d{2}|(?:中华)?民国|[一二][〇零○oO0一二九])';
const BARE_GROUPS = BARE_LABELS.map((_, i) => `bare${String(i)}`);
const either = (words: readonly string[]): string => words.join('|');
/** How labels begin: with one character whatever follows, or with two, the second of which may be set off by padding. */
const starts = [...all, ...verbs, ...BARE_STARTS.split(' ')];
const startAlone = unitTable(`${starts.filter((word) => word.length === 1).join('')}文图【[〔(`);
const startOfPair = unitTable(starts.map((word) => word.charAt(0)).join(''));
const startPairs = new Set(starts.filter((word) => word.length > 1).map((word) => pairOf(word, 0)));

function pairOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

const SPACE = 0x20;
const SOURCE = pairOf('来源', 0);

/** Whether a field may begin at a place: all others are passed over before the pattern is tried. */
function mayBegin(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  if (startAlone[unit] === 1) return true;
  if (startOfPair[unit] === 1 && (line.charCodeAt(at + 1) === SPACE || startPairs.has(pairOf(line, at))))
    return true;
  return pairOf(line, at + 2) === SOURCE;
}

const pattern = new RegExp(
  `(?:${[
    // A verb with its date comes first: 转载 alone asks for a source.
    `${APART}(?<verb>${either(verbs.map(padded))})\\s?(?:${COLON_OR_BAR}|/)\\s*(?=${YEAR})`,
    `(?<labelled>${either(glued)}|(?<![\\u4e00-\\u9fff])[文图](?=\\s?[:|丨]))\\s?${COLON_OR_BAR}`,
    `${APART}(?:(?<spread>${either(glued.map(padded))})\\s{0,4}${COLON_OR_BAR}|(?<apart>${either(apart.map(padded))})\\s{0,4}${COLON})`,
    `${APART}(?<slashed>${either(glued.filter((word) => !word.includes('/')).map(padded))})\\s?[/╱∕]\\s?(?=[\\u4e00-\\u9fff\\d《“])(?!(?:${either(all)})(?:\\s|[:/]|$))`,
    `[【\\[〔(](?<boxed>${BOXED})[】\\]〕)]\\s?:?`,
    `(?<brace>[【\\[(])\\s*(?:字号|字体|打印|关闭)`,
    `${APART}(?<spaced>${SPACED_SOURCE})(?=\\s*[《“]?[\\u4e00-\\u9fff·]{1,14}?(?:${MEDIUM_ENDING})[》”]?(?:$|[\\s|()\\d]))`,
    `(?<=^|[\\s\\d()【】〔〈\\[\\],、/╱∕-]|[\\u4e00-\\u9fff])(?:${BARE_LABELS.map(
      ({ words }, i) => `(?<bare${String(i)}>${words})`,
    ).join('|')})`,
  ].join('|')})`,
  'y',
);

/** How the labels begin that need no colon or are written with an unusual one, and those of `[字号` with the bracket left off. */
export const labelClues: ClueSource = {
  clue: Clue.label,
  pairs: [
    ...'表于 布于 发于 登于 贴于 新于 传于 辑于 源于 记者 通讯 实习 字号 字体 浏览 分享 打印 关闭'.split(' '),
    ...[...all, ...verbs].flatMap((word) => {
      const first = word.charAt(0);
      if (word.length === 1) return [' ', '︰', '﹕', '∶'].map((mark) => first + mark);
      return word.length === 2 ? [word, `${first} `] : [word.slice(0, 2)];
    }),
  ],
};

/** The labelled fields of a line, in order; each value runs to the next label or the line's end. */
export function scanFields({ folded: line, classes, clues }: LineText): readonly Field[] {
  // Nearly no headline holds anything that a label is made with.
  if ((classes & CharacterClass.colon) === 0 && (clues & Clue.label) === 0) return NONE;
  const found: { kind: FieldKind; label: string; labelStart: number; valueStart: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    if (!mayBegin(line, at)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) continue;
    at = pattern.lastIndex - 1;
    const groups = match.groups ?? {};
    const written =
      groups.labelled ?? groups.verb ?? groups.spread ?? groups.apart ?? groups.slashed ?? groups.boxed;
    const label = (written ?? groups.spaced ?? match[0]).replace(/\s/g, '');
    const bare = BARE_GROUPS.findIndex((name) => groups[name] !== undefined);
    found.push({
      kind: isOfOther(label, line, match.index) ? 'aside' : kindOfMatch(label, groups, bare),
      label,
      labelStart: match.index,
      valueStart: match.index + match[0].length,
    });
  }
  return found.map(({ kind, label, labelStart, valueStart }, i) => {
    const valueEnd = found[i + 1]?.labelStart ?? line.length;
    return { kind, label, labelStart, valueStart, valueEnd };
  });
}

/** What in front of 更新日期 or 日期 makes it the date of the site or of something else. */
const OF_SITE = /(?:最近|最后|资料|网站|网页|页面|本页|本站|数据|系统)$/;
const OF_OTHER =
  /(?:修订|修改|检视|维护|更正|到期|结束|开始|申请|投票|考试|比赛|演出|展览|集合|出发|报到|完工|开工|施工|停水|停电|调查|统计|评选|提交|来信|来访|回复|答复|诉求|录音|录像|出生|签约|庆典)$/;

function isOfOther(label: string, line: string, at: number): boolean {
  if (label.startsWith('更新')) return OF_SITE.test(line.slice(Math.max(0, at - 4), at));
  return (label === '日期' || label === '时间') && OF_OTHER.test(line.slice(Math.max(0, at - 4), at));
}

function kindOfMatch(
  label: string,
  groups: Readonly<Record<string, string | undefined>>,
  bare: number,
): FieldKind {
  if (bare >= 0) return BARE_LABELS[bare]?.kind ?? 'other';
  if (groups.verb !== undefined) return 'date';
  if (groups.spaced !== undefined) return /[图照影频片据金]/.test(label.slice(0, 2)) ? 'aside' : 'source';
  return kindOf.get(label) ?? (label === '文' || label === '图' ? 'author' : 'other');
}

const NONE: readonly Field[] = [];
