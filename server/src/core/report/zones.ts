import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { NEAR, readClosingByline, readDateline, type Dateline } from './dateline.js';
import { furnitureKind, isContactLine, isCopyrightLine } from './furniture.js';
import { readHead, readTail } from './head-and-tail.js';
import { emptyMetadata, type Metadata } from './metadata.js';
import { readClosingMetadata } from './closing-metadata.js';
import { countHan, isBodyLike, isSentence, type ShadowLine } from './shadow-lines.js';
import { CharacterClass } from '../script/characters.js';
import type { FurnitureKind, ZoneKind } from './types.js';

/** A zone in shadow offsets. */
export interface FoundZone extends Span {
  readonly kind: ZoneKind;
  readonly furniture?: FurnitureKind;
}

/** The zones of a report with what its metadata lines say. */
export interface Layout {
  readonly zones: readonly FoundZone[];
  readonly headlines: readonly Span[];
  readonly metadata: Metadata;
  readonly agency: Span | undefined;
}

const DATED = /(?:日期|时间|来源):\s*\S/;
/** A row of a table that names the source or the date looks like a menu. */
const TABLE_ROW = /(?:来源|稿源|日期|时间|单位|机构)\s?\|\s*[^\s|]/;
const ATTENDANCE =
  /(?:参加|出席|列席|参与|陪同)(?:了)?(?:此次|本次|上述)?(?:会议|活动|调研|座谈会|督导|检查|仪式|视频会议|有关活动)?[。.]?$/;
const ATTENDANCE_END = unitTable('加席与同了次述议动研会导查式');
/** No match of the pattern is longer. */
const LONGEST_ATTENDANCE = 12;
const LONG_ATTENDANCE = 260;
const SHORTEST_SENTENCE = 8;

/** Cuts the lines of a report into zones and reads its metadata lines. */
export function layOut(work: readonly ShadowLine[], own: ReadonlySet<string>): Layout {
  const metadata = emptyMetadata();
  markFurniture(work, own);
  const [first, last] = bodyRange(work);
  const alone = readHead(work.slice(0, first), metadata);
  readTail(work.slice(last + 1), metadata);
  const dateline = readBody(work.slice(first, last + 1), metadata);
  const headlines = readTitles(work.filter(({ kind }) => kind === 'title'));
  const zones: FoundZone[] = [];
  for (const line of work) addZones(line, zones);
  return { zones, headlines, metadata, agency: dateline?.agency ?? alone };
}

function markFurniture(lines: readonly ShadowLine[], own: ReadonlySet<string>): void {
  for (const line of lines) {
    const kind = own.size > 0 && own.has(line.folded) ? 'own' : furnitureKind(line);
    // An index line that also dates the page is metadata: 索引号:… 发文日期:….
    if (kind === undefined || (kind === 'index' && DATED.test(line.folded))) continue;
    if (kind === 'menu' && TABLE_ROW.test(line.folded)) continue;
    line.kind = 'furniture';
    line.furniture = kind;
  }
}

/** The indices of the first and the last body line; `[n, n - 1]` when nothing reads as running text. */
function bodyRange(lines: readonly ShadowLine[]): readonly [number, number] {
  const isBody = (line: ShadowLine): boolean =>
    line.kind !== 'furniture' && isBodyLike(line) && !isCopyrightLine(line) && !isContactLine(line);
  const complete = lines.findIndex(isBody);
  if (complete < 0) return [lines.length, lines.length - 1];
  const first = startOfWrapped(lines, complete);
  let last = complete;
  for (let i = complete + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isCopyrightLine(line)) break;
    if (isBody(line) || (last === i - 1 && closesBody(line))) last = i;
  }
  // A last paragraph that is cut off in the middle of a sentence is still body.
  const after = lines[last + 1];
  if (
    after?.kind === 'paragraph' &&
    after.folded.length >= 40 &&
    /[,、]/.test(after.folded) &&
    isPlain(after)
  )
    last++;
  return [first, last];
}

/** Lines on both sides that show how wide a hard-wrapped text is, and how many of them must be that wide. */
const WRAPPED_SAMPLE = 12;
const WRAPPED_LINES = 4;
/** An indent or a mark that may not begin a line makes it shorter. */
const WRAPPED_SLACK = 3;
const WIDEST_WRAP = 60;
const METADATA_LABEL = /(?:来源|稿源|发布|时间|日期|编辑|责编)\s*[:|]/;

/**
 * Where the body of a hard-wrapped text begins: its first lines end in the middle of a sentence, so that only the
 * width which they share with the lines behind them tells them from headlines.
 */
function startOfWrapped(lines: readonly ShadowLine[], complete: number): number {
  if (complete === 0 || (lines[complete]?.length ?? 0) > WIDEST_WRAP) return complete;
  const sample = lines.slice(Math.max(0, complete - WRAPPED_SAMPLE), complete + WRAPPED_SAMPLE);
  const width = sample.reduce((widest, { length }) => Math.max(widest, length), 0);
  if (width > WIDEST_WRAP) return complete;
  const isFull = (line: ShadowLine | undefined): boolean =>
    line !== undefined &&
    line.length >= width - WRAPPED_SLACK &&
    /[,、。;:“”]/.test(line.folded) &&
    !METADATA_LABEL.test(line.folded);
  if (sample.filter(isFull).length < WRAPPED_LINES) return complete;
  let first = complete;
  while (first > 0 && lines[first - 1]?.kind !== 'furniture') {
    // The last line of a paragraph is as short as it comes.
    const endsParagraph = isSentence(lines[first - 1]?.folded ?? '') && isFull(lines[first - 2]);
    if (!isFull(lines[first - 1]) && !endsParagraph) break;
    first--;
  }
  return first;
}

/** A short sentence or attendance list right behind the body belongs to it: `会议还研究了其他事项。` */
function closesBody(line: ShadowLine): boolean {
  return (
    line.kind === 'paragraph' && line.length >= SHORTEST_SENTENCE && isSentence(line.folded) && isPlain(line)
  );
}

function isPlain(line: ShadowLine): boolean {
  return !isCopyrightLine(line) && !isContactLine(line) && !/^[^,。]{1,8}:/.test(line.folded);
}

function readBody(lines: readonly ShadowLine[], metadata: Metadata): Dateline | undefined {
  let dateline: Dateline | undefined;
  for (const line of lines) {
    if (line.kind === 'furniture') continue;
    if (dateline === undefined) {
      dateline = readDateline(line, metadata);
      line.kind = 'lead';
    } else if (
      line.length <= LONG_ATTENDANCE &&
      mayListAttendance(line.folded) &&
      ATTENDANCE.test(line.folded.slice(-LONGEST_ATTENDANCE)) &&
      countNames(line.folded) >= 2
    ) {
      line.kind = 'attendance';
    }
  }
  const last = lines.findLast(({ kind }) => kind !== 'furniture');
  if (last !== undefined) {
    readClosingByline(last, last.kind === 'lead' ? NEAR : 0, metadata);
    readClosingMetadata(last, metadata);
  }
  return dateline;
}

/** The last character of an attendance list, or the one before its stop, settles nearly every paragraph. */
function mayListAttendance(text: string): boolean {
  const last = text.length - 1;
  return ATTENDANCE_END[text.charCodeAt(last)] === 1 || ATTENDANCE_END[text.charCodeAt(last - 1)] === 1;
}

/** How many enumerated items of name length a paragraph holds. */
function countNames(text: string): number {
  return text.split(/[、,]/).length;
}

const PRESIDER = /^\S{2,24}(?:主持|出席|参加|讲话|列席|作报告|部署|宣读|传达)[^,。]{0,12}$/;
const BANNER = /[\u4e00-\u9fff”]\s*[·•|]\s*[\u4e00-\u9fff“]/;

/**
 * Names the lines of the title block. A block of one line whose pieces are set apart by spaces is a block that
 * scraping flattened: each piece counts; in a block of several lines each line is one piece.
 */
function readTitles(lines: readonly ShadowLine[]): Span[] {
  const headlines: Span[] = [];
  const single = lines.length === 1;
  lines.forEach((line, i) => {
    const isFirst = i === 0;
    if (!single && isFirst && (line.classes & CharacterClass.furnitureMark) !== 0 && BANNER.test(line.folded))
      line.kind = 'kicker';
    else if (!isFirst && line.folded.length <= 24 && PRESIDER.test(line.folded)) line.kind = 'subheadline';
    else line.kind = 'headline';
    if (line.kind !== 'headline') return;
    if (!single) headlines.push({ start: line.start, end: line.end });
  });
  const [only] = lines;
  return single && only?.kind === 'headline' ? pieces(only) : headlines;
}

const SHORTEST_PIECE = 3;

/** The pieces of a flattened title line; a space inside a Latin name or next to a bullet is no border. */
function pieces(line: ShadowLine): Span[] {
  const found: { start: number; end: number }[] = [];
  if ((line.classes & CharacterClass.space) === 0 && !/\s/.test(line.folded))
    return [{ start: line.start, end: line.end }];
  let word = '';
  for (const match of line.folded.matchAll(/\S+/g)) {
    const start = line.start + match.index;
    const end = start + match[0].length;
    const previous = found.at(-1);
    const joined = previous !== undefined && !isBorder(word, match[0].charAt(0));
    word = match[0];
    if (joined) previous.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** Whether a new piece begins between a word and the character behind the space. */
function isBorder(word: string, right: string): boolean {
  const left = word.charAt(word.length - 1);
  if (/[·•|—-]/.test(left) || /[·•|—-]/.test(right)) return false;
  if (/[A-Za-z0-9]/.test(left) && /[A-Za-z0-9]/.test(right)) return false;
  return countHan(word) >= SHORTEST_PIECE || /[A-Za-z]/.test(word) || /[A-Za-z]/.test(right);
}

/** Adds a line's zone; page controls inside a metadata line are zones of their own. */
function addZones(line: ShadowLine, zones: FoundZone[]): void {
  const kind: ZoneKind = line.kind === 'title' ? 'headline' : line.kind;
  const { start, end, furniture } = line;
  if (kind !== 'metadata' || line.controls.length === 0) {
    zones.push(furniture === undefined ? { kind, start, end } : { kind, start, end, furniture });
    return;
  }
  let position = start;
  for (const control of line.controls) {
    if (line.folded.slice(position - start, control.start - start).trim() !== '') {
      zones.push({ kind: 'metadata', start: position, end: control.start });
    }
    zones.push({ kind: 'furniture', furniture: 'control', start: control.start, end: control.end });
    position = control.end;
  }
  if (line.folded.slice(position - start).trim() !== '')
    zones.push({ kind: 'metadata', start: position, end });
}
