import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { LABEL_WORDS, labelTrie, type LabelWord } from './label-words.js';
import { BOXED, NO_REPORTERS, type FieldKind } from './labels.js';
import { MEDIUM_ENDING } from './medium.js';
import { isSpaceUnit, skipSpace } from './white-space.js';

/** A label found at a place of a line. */
export interface LabelFound {
  readonly kind: FieldKind;
  /** As the lists have it, without padding. */
  readonly label: string;
  /** Where its value begins, an offset into the line. */
  readonly valueStart: number;
}

/** Behind what a field can begin. */
const BEFORE_FIELD = unitTable(`${WHITE_SPACE}0123456789|丨│()【】〔〕〈〉[]<>,;、。/■●◆▲·`);
/** Behind what, but for Han, a label without a colon can begin. */
const BEFORE_BARE = unitTable(`${WHITE_SPACE}0123456789()【】〔〈[],、/╱∕-`);
const BRACKETS = unitTable('【[〔(');
const CREDITS = unitTable('文图');
/** What labels begin with; 来源 may have any two characters in front. */
const BEGINS = unitTable(`${LABEL_WORDS.map(({ label }) => label.charAt(0)).join('')}文图【[〔(`);

const MARKS = { colon: 1, bar: 2, slash: 3, otherSlash: 4 } as const;
const MARK = new Uint8Array(0x10000);
for (const [mark, characters] of [
  [MARKS.colon, ':︰﹕∶'],
  [MARKS.bar, '|丨│┃∣︱▏▎▍▪'],
  [MARKS.slash, '/'],
  [MARKS.otherSlash, '╱∕'],
] as const)
  for (const character of characters) MARK[character.charCodeAt(0)] = mark;

const [SPACE, COLON, BAR, VERTICAL, OPEN_QUOTE, OPEN_TITLE, ZERO, NINE, LAI, YUAN, WEN] = Array.from(
  ' :|丨“《09来源文',
  (character) => character.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number, number, number];
/** White space between a label that stands apart and its colon, and between the two characters of a padded label. */
const WIDEST_GAP = 4;
const YEAR = /\d{2}|(?:中华)?民国|[一二][〇零○oO0一二九]/y;
const NO_REPORTER = new RegExp(NO_REPORTERS, 'y');
const BOX = new RegExp(`[【\\[〔(](${BOXED})[】\\]〕)]\\s?:?`, 'y');
const BRACE = /[【[(]\s*(?:字号|字体|打印|关闭)/y;
/** `文字 【大 中 小】`, `文字 【 】【增加行距】`: buttons that set its size. */
const SIZES = /文字\s*(?=[【[(]\s*(?:[】\])]|特?大|中|小|增加|减小|放大|缩小))/y;
/** The name of a medium, up to where it ends. */
const NAME = new RegExp(
  `\\s*[《“]?[\\u4e00-\\u9fff·]{1,14}?(?:${MEDIUM_ENDING})[》”]?(?:$|[\\s|()\\d])`,
  'y',
);
const OF_PICTURES = /[图照影频片据金]/;

/** The first offset from `from` on at which a label may begin; the end of the line where none may. */
export function nextLabel(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (BEGINS[unit] === 1 || (isHan(unit) && isSource(line, at + 2))) return at;
  }
  return line.length;
}

/**
 * The label that begins at an offset of a folded line. Of the ways to write one those with a mark behind come first;
 * as no word holds such a mark, at most one word ends in front of it.
 */
export function labelAt(line: string, at: number): LabelFound | undefined {
  const unit = line.charCodeAt(at);
  if (BEGINS[unit] !== 1) return spacedSource(line, at, undefined);
  if (BRACKETS[unit] === 1) return inBrackets(line, at);
  const isApart = at === 0 || BEFORE_FIELD[line.charCodeAt(at - 1)] === 1;
  let bare: LabelWord | undefined;
  let spaced: LabelWord | undefined;
  let node = labelTrie.step(0, unit);
  for (let end = at + 1; node >= 0; end++) {
    const word = labelTrie.values(node)?.[0];
    if (word !== undefined) {
      const found = markedLabel(line, word, end, isApart, false);
      if (found !== undefined) return found;
      if (word.bare !== undefined) bare = word;
      if (word.spaced) spaced = word;
    }
    node = end < line.length ? labelTrie.step(node, line.charCodeAt(end)) : -1;
  }
  if (unit === WEN && isApart) {
    SIZES.lastIndex = at;
    if (SIZES.test(line)) return { kind: 'other', label: '文字', valueStart: SIZES.lastIndex };
  }
  if (CREDITS[unit] === 1 && (at === 0 || !isHan(line.charCodeAt(at - 1)))) {
    const found = credit(line, at);
    if (found !== undefined) return found;
  }
  if (isApart) {
    const found = line.charCodeAt(at + 1) === SPACE ? paddedLabel(line, at) : undefined;
    if (found !== undefined) return found;
    const source = spacedSource(line, at, spaced);
    if (source !== undefined) return source;
  }
  return bare === undefined ? undefined : bareLabel(line, at, bare);
}

/** The label that a word and the mark behind it are. */
function markedLabel(
  line: string,
  word: LabelWord,
  end: number,
  isApart: boolean,
  isPadded: boolean,
): LabelFound | undefined {
  let at = end;
  while (at - end < WIDEST_GAP && isSpaceUnit(line.charCodeAt(at))) at++;
  const mark = MARK[line.charCodeAt(at)] ?? 0;
  if (mark === 0) return undefined;
  const isClose = at - end <= 1;
  const { label, kind, glued } = word;
  if (word.verb && isApart && isClose && mark !== MARKS.otherSlash) {
    // 转载 alone asks for a source, with a date behind for a date.
    const valueStart = skipSpace(line, at + 1);
    YEAR.lastIndex = valueStart;
    if (YEAR.test(line)) return { kind: 'date', label, valueStart };
  }
  if (mark === MARKS.slash || mark === MARKS.otherSlash) {
    if (!isApart || !isClose || !glued || label.includes('/')) return undefined;
    const valueStart = isSpaceUnit(line.charCodeAt(at + 1)) ? at + 2 : at + 1;
    return isNameOrDate(line, valueStart) ? { kind, label, valueStart } : undefined;
  }
  const isLabel =
    (glued && isClose && !isPadded) || (isApart && (glued || (word.apart && mark === MARKS.colon)));
  return isLabel ? { kind, label, valueStart: at + 1 } : undefined;
}

/** Whether what stands behind a slash may be a value: no other label, as in 作者/来源:. */
function isNameOrDate(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  if (!isHan(unit) && !(unit >= ZERO && unit <= NINE) && unit !== OPEN_TITLE && unit !== OPEN_QUOTE)
    return false;
  let node = labelTrie.step(0, unit);
  for (let end = at + 1; node >= 0; end++) {
    const word = labelTrie.values(node)?.[0];
    if (word !== undefined && (word.glued || word.apart)) {
      const behind = line.charCodeAt(end);
      if (end === line.length || isSpaceUnit(behind) || behind === COLON || MARK[behind] === MARKS.slash)
        return false;
    }
    node = end < line.length ? labelTrie.step(node, line.charCodeAt(end)) : -1;
  }
  return true;
}

/** A word of two characters set apart by spaces, so that a column of labels lines up: `来 源:`. */
function paddedLabel(line: string, at: number): LabelFound | undefined {
  let second = at + 1;
  while (second - at <= WIDEST_GAP && line.charCodeAt(second) === SPACE) second++;
  if (second >= line.length) return undefined;
  const first = labelTrie.step(0, line.charCodeAt(at));
  const node = first < 0 ? -1 : labelTrie.step(first, line.charCodeAt(second));
  const word = node < 0 ? undefined : labelTrie.values(node)?.[0];
  return word === undefined ? undefined : markedLabel(line, word, second + 1, true, true);
}

/** `文:何书田`. */
function credit(line: string, at: number): LabelFound | undefined {
  const end = isSpaceUnit(line.charCodeAt(at + 1)) ? at + 2 : at + 1;
  const mark = line.charCodeAt(end);
  if (mark !== COLON && mark !== BAR && mark !== VERTICAL) return undefined;
  return { kind: 'author', label: line.charAt(at), valueStart: end + 1 };
}

/** `[来源]清溪日报`, and a page control such as `[字号`. */
function inBrackets(line: string, at: number): LabelFound | undefined {
  BOX.lastIndex = at;
  const label = BOX.exec(line)?.[1];
  if (label !== undefined) {
    const kind = labelTrie.values(nodeOf(label))?.[0]?.kind ?? 'other';
    return { kind, label, valueStart: BOX.lastIndex };
  }
  BRACE.lastIndex = at;
  if (!BRACE.test(line)) return undefined;
  const valueStart = BRACE.lastIndex;
  return { kind: 'other', label: line.slice(at, valueStart).replace(/\s/g, ''), valueStart };
}

function nodeOf(label: string): number {
  let node = 0;
  for (let i = 0; i < label.length && node >= 0; i++) node = labelTrie.step(node, label.charCodeAt(i));
  return node;
}

/** `来源 清溪日报` and `文章来源 清溪日报`: nothing but the name of a medium shows that the word is a label. */
function spacedSource(line: string, at: number, word: LabelWord | undefined): LabelFound | undefined {
  if (at > 0 && BEFORE_FIELD[line.charCodeAt(at - 1)] !== 1) return undefined;
  if (isSource(line, at + 2) && isHan(line.charCodeAt(at)) && isHan(line.charCodeAt(at + 1))) {
    const valueStart = at + 4;
    if (isBeforeMedium(line, valueStart)) {
      const label = line.slice(at, valueStart);
      return { kind: OF_PICTURES.test(label.slice(0, 2)) ? 'aside' : 'source', label, valueStart };
    }
  }
  if (word === undefined) return undefined;
  const valueStart = at + word.label.length;
  return isBeforeMedium(line, valueStart) ? { kind: 'source', label: word.label, valueStart } : undefined;
}

function isSource(line: string, at: number): boolean {
  return line.charCodeAt(at) === LAI && line.charCodeAt(at + 1) === YUAN;
}

function isBeforeMedium(line: string, at: number): boolean {
  NAME.lastIndex = at;
  return NAME.test(line);
}

/** A label that needs nothing behind it. */
function bareLabel(line: string, at: number, { label, bare }: LabelWord): LabelFound | undefined {
  if (bare === undefined) return undefined;
  const before = line.charCodeAt(at - 1);
  if (at > 0 && BEFORE_BARE[before] !== 1 && !isHan(before)) return undefined;
  const valueStart = at + label.length;
  if (label.endsWith('记者') || label.endsWith('通讯员')) {
    NO_REPORTER.lastIndex = valueStart;
    if (NO_REPORTER.test(line)) return undefined;
  }
  return { kind: bare, label, valueStart };
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
