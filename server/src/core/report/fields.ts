import { CharacterClass } from '../script/characters.js';
import { Clue, type ClueSource } from './clues.js';
import { labelAt, nextLabel } from './label-at.js';
import { LABEL_WORDS } from './label-words.js';
import { BOXED, BYLINE_WORDS, SPACED_SOURCES, type FieldKind } from './labels.js';
import type { ShadowLine } from './shadow-lines.js';
import { WHITE_SPACE } from '../text/unit-table.js';

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

/** Unusual colons and bars, and slashes: of these marks no flag tells. */
const UNUSUAL_MARKS = Array.from('︰﹕∶│┃∣︱▏▎▍▪/╱∕');
const OPENING = Array.from('【[〔(');

/**
 * What a label without a colon or bar shows itself by, and a byline in brackets: the words that need nothing behind, those that a space may
 * part from a name, an unusual mark behind the last character of a word or behind white space, a word in brackets.
 */
export const labelClues: ClueSource = {
  clue: Clue.label,
  pairs: [
    ...'表于 布于 发于 登于 贴于 新于 传于 辑于 源于 记者 通讯 实习 字号 字体 浏览 分享 打印 关闭'.split(' '),
    ...SPACED_SOURCES.split('|'),
    ...BYLINE_WORDS.map((word) => word.slice(0, 2)),
    ...[...LABEL_WORDS.map(({ label }) => label), ...Array.from(WHITE_SPACE)].flatMap((word) =>
      UNUSUAL_MARKS.map((mark) => word.charAt(word.length - 1) + mark),
    ),
    ...BOXED.split('|').flatMap((word) => OPENING.map((mark) => mark + word.charAt(0))),
  ],
};

/** The labelled fields of a line, in order; each value runs to the next label or the line's end. */
export function scanFields({ folded: line, classes, clues }: LineText): readonly Field[] {
  // Nearly no headline holds anything that a label is made with.
  if ((classes & CharacterClass.colon) === 0 && (clues & Clue.label) === 0) return NONE;
  let fields: OpenField[] | undefined;
  let last: OpenField | undefined;
  for (let at = nextLabel(line, 0); at < line.length; at = nextLabel(line, at)) {
    const found = labelAt(line, at);
    if (found === undefined) {
      at++;
      continue;
    }
    const { label, valueStart } = found;
    const kind = isOfOther(label, line, at) ? 'aside' : found.kind;
    if (last !== undefined) last.valueEnd = at;
    last = { kind, label, labelStart: at, valueStart, valueEnd: line.length };
    if (fields === undefined) fields = [last];
    else fields.push(last);
    at = valueStart;
  }
  return fields ?? NONE;
}

/** A field whose value ends where the next label begins. */
interface OpenField extends Field {
  valueEnd: number;
}

/** What in front of 更新日期 or 日期 makes it the date of the site or of something else. */
const OF_SITE = /(?:最近|最后|资料|网站|网页|页面|本页|本站|数据|系统)$/;
const OF_OTHER =
  /(?:修订|修改|检视|维护|更正|到期|结束|开始|申请|投票|考试|比赛|演出|展览|集合|出发|报到|完工|开工|施工|停水|停电|调查|统计|评选|提交|来信|来访|回复|答复|诉求|录音|录像|出生|签约|庆典)$/;

/** `资料图 来源:…` credits a photograph. */
const OF_PICTURE = /(?:图|图片|照片|影片|视频|题图)\s$/;

function isOfOther(label: string, line: string, at: number): boolean {
  if (label.startsWith('更新')) return OF_SITE.test(line.slice(Math.max(0, at - 4), at));
  if (label === '来源') return OF_PICTURE.test(line.slice(Math.max(0, at - 6), at));
  return (label === '日期' || label === '时间') && OF_OTHER.test(line.slice(Math.max(0, at - 4), at));
}

const NONE: readonly Field[] = [];
