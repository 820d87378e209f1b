import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { isDatelineAlone, NEAR, readClosingByline, readDateline, type Dateline } from './dateline.js';
import { isCopyrightLine } from './copyright.js';
import { isContactLine } from './furniture.js';
import { markFurniture, markNotes, settleBody } from './furniture-lines.js';
import { readHead, readTail } from './head-and-tail.js';
import { isHeadlineSentence } from './headline-sentence.js';
import { emptyMetadata, type Metadata } from './metadata.js';
import { readClosingMetadata } from './closing-metadata.js';
import { countHan, isBodyLike, isSentence, type ShadowLine } from './shadow-lines.js';
import { CharacterClass } from '../script/characters.js';
import { isBrokenOff, settleTitles } from './short-bodies.js';
import { reportStarts } from './report-starts.js';
import { isSpaceUnit, skipSpace } from './white-space.js';
import { startOfBody } from './wrapped-lines.js';
import type { FurnitureKind, ZoneKind } from './types.js';

/** A zone in shadow offsets. */
export interface FoundZone extends Span {
  readonly kind: ZoneKind;
  readonly furniture?: FurnitureKind;
}

/** The zones of the first report of a text with what its metadata lines say. */
export interface Layout {
  /** From its first line to the end of its last. */
  readonly whole: Span;
  readonly zones: readonly FoundZone[];
  readonly headlines: readonly Span[];
  readonly metadata: Metadata;
  readonly agency: Span | undefined;
  /** A dateline alone on the line above the body. */
  readonly opening: Span | undefined;
  /** The reports that stand behind it in the same text, each with all of its own. */
  readonly later: readonly Layout[];
}

const ATTENDANCE =
  /(?:参加|出席|列席|参与|陪同)(?:了)?(?:此次|本次|上述)?(?:会议|活动|调研|座谈会|督导|检查|仪式|视频会议|有关活动)?[。.]?$/;
const ATTENDANCE_END = unitTable('加席与同了次述议动研会导查式');
/** No match of the pattern is longer. */
const LONGEST_ATTENDANCE = 12;
const LONG_ATTENDANCE = 260;
const SHORTEST_SENTENCE = 8;

/** Cuts the lines of a text into zones and reads its metadata lines. */
export function layOut(work: readonly ShadowLine[], own: ReadonlySet<string>): Layout {
  markFurniture(work, own);
  const starts = reportStarts(work);
  if (starts.length === 0) return layOutOne(work);
  const [first, ...later] = [0, ...starts].map((start, i) => layOutOne(work.slice(start, starts[i])));
  return { ...(first ?? layOutOne(work)), later };
}

const NO_OTHERS: readonly Layout[] = [];

function layOutOne(work: readonly ShadowLine[]): Layout {
  const metadata = emptyMetadata();
  const [first, last] = bodyRange(work);
  const above = datelineAbove(work, first);
  const head = above ?? first;
  const alone = head === 0 ? undefined : readHead(work.slice(0, head), metadata);
  settleTitles(work, first < work.length);
  const { hosts } = metadata;
  const ofHead = hosts.length;
  if (last + 1 < work.length) readTail(work.slice(last + 1), metadata);
  const opening = above === undefined ? undefined : work[above];
  const ofOpening = opening === undefined ? undefined : readDateline(opening, metadata);
  if (opening !== undefined) opening.kind = 'metadata';
  const dateline = readBody(work, first, last, metadata);
  const agency = ofOpening?.agency ?? dateline?.agency ?? alone;
  // Below the body it is who owns the site.
  const [host] = hosts.slice(0, ofHead);
  if (host !== undefined && metadata.sources.length === 0) metadata.sources.push(host);
  const headlines = readTitles(work);
  const zones: FoundZone[] = [];
  for (const line of work) addZones(line, zones);
  const whole = { start: work[0]?.start ?? 0, end: work.at(-1)?.end ?? 0 };
  return { whole, zones, headlines, metadata, agency, opening, later: NO_OTHERS };
}

/** The indices of the first and the last body line; `[n, n - 1]` when nothing reads as running text. */
function bodyRange(lines: readonly ShadowLine[]): readonly [number, number] {
  let complete = lines.findIndex(isBody);
  if (isHeadlineSentence(lines, complete))
    complete = lines.findIndex((line, at) => at > complete && isBody(line));
  if (complete < 0) complete = firstSentence(lines);
  if (complete < 0) return [lines.length, lines.length - 1];
  let first = startOfBody(lines, complete);
  while (first > 0 && isQuestion(lines[first - 1])) first--;
  markNotes(lines, complete);
  let last = complete;
  /** Whether nothing but furniture has stood behind the last body line. */
  let isNext = true;
  for (let i = complete + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const isText = line.kind !== 'tail' && isRunningText(line);
    if (isText || (isNext && continuesBody(line, lines[last]))) {
      last = i;
      isNext = true;
    } else if (line.kind !== 'furniture') isNext = false;
  }
  // A last paragraph that is cut off in the middle of a sentence is still body.
  const after = lines[last + 1];
  if (after?.kind === 'paragraph' && after.length >= 40 && /[,、]/.test(after.folded) && isPlain(after))
    last++;
  settleBody(lines, first, last);
  return [first, last];
}

/** The index of a dateline alone on its line above the first body line, furniture apart. */
function datelineAbove(lines: readonly ShadowLine[], first: number): number | undefined {
  if (first >= lines.length) return undefined;
  let at = first - 1;
  while (lines[at]?.kind === 'furniture') at--;
  const line = lines[at];
  return line !== undefined && isDatelineAlone(line) ? at : undefined;
}

function isBody(line: ShadowLine): boolean {
  return isRunningText(line) && !isCopyrightLine(line);
}

function isRunningText(line: ShadowLine): boolean {
  return line.kind !== 'furniture' && isBodyLike(line) && !isContactLine(line);
}

/** The question that an interview begins with is shorter than other paragraphs. */
const QUESTION = /^(?:本报|本网|本台)?(?:记者|通讯员|主持人|问)\s?:.*[?!…]$/;

function isQuestion(line: ShadowLine | undefined): boolean {
  if (line === undefined || (line.classes & CharacterClass.colon) === 0) return false;
  return line.kind === 'paragraph' && QUESTION.test(line.folded);
}

/** Where nothing is long enough to read as running text: the first short sentence below a headline; -1 where none stands. */
function firstSentence(lines: readonly ShadowLine[]): number {
  const top = lines.findIndex(({ kind }) => kind !== 'furniture');
  return lines.findIndex((line, at) => at > top && closesBody(line) && line.folded.endsWith('。'));
}

function continuesBody(line: ShadowLine, above: ShadowLine | undefined): boolean {
  return closesBody(line) || (line.kind === 'paragraph' && isPlain(line) && isBrokenOff(line, above));
}

/** A short sentence or attendance list right behind the body belongs to it: `会议还研究了其他事项。` */
function closesBody(line: ShadowLine): boolean {
  return line.kind === 'paragraph' && line.length >= SHORTEST_SENTENCE && isSentence(line) && isPlain(line);
}

function isPlain(line: ShadowLine): boolean {
  if (isCopyrightLine(line) || isContactLine(line)) return false;
  return (line.classes & CharacterClass.colon) === 0 || !/^[^,。]{1,8}:/.test(line.folded);
}

/** Reads the lines from index `first` to `last`. */
function readBody(
  lines: readonly ShadowLine[],
  first: number,
  last: number,
  metadata: Metadata,
): Dateline | undefined {
  let dateline: Dateline | undefined;
  let closing: ShadowLine | undefined;
  for (let i = first; i <= last; i++) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture' || line.kind === 'tail') continue;
    closing = line;
    if (dateline === undefined) {
      dateline = readDateline(line, metadata);
      line.kind = 'lead';
    } else if (listsAttendance(line)) line.kind = 'attendance';
  }
  if (closing !== undefined) {
    readClosingByline(closing, closing.kind === 'lead' ? NEAR : 0, metadata);
    readClosingMetadata(closing, metadata);
  }
  return dateline;
}

function listsAttendance(line: ShadowLine): boolean {
  const { length } = line;
  // The last character, or the one before its stop, settles nearly every paragraph.
  if (ATTENDANCE_END[line.unitAt(length - 1)] !== 1 && ATTENDANCE_END[line.unitAt(length - 2)] !== 1)
    return false;
  return (
    length <= LONG_ATTENDANCE &&
    ATTENDANCE.test(line.folded.slice(-LONGEST_ATTENDANCE)) &&
    // Two names at least.
    (line.folded.includes('、') || line.folded.includes(','))
  );
}

const PRESIDER = /^\S{2,24}(?:主持|出席|参加|讲话|列席|作报告|部署|宣读|传达)[^,。]{0,12}$/;
const BANNER = /[\u4e00-\u9fff”]\s*[·•|]\s*[\u4e00-\u9fff“]/;

/**
 * Names the lines of the title block. A block of one line whose pieces are set apart by spaces is a block that
 * scraping flattened: each piece counts; in a block of several lines each line is one piece.
 */
function readTitles(lines: readonly ShadowLine[]): Span[] {
  const headlines: Span[] = [];
  const first = lines.find(isTitle);
  if (first === undefined) return headlines;
  const single = lines.findLast(isTitle) === first;
  for (const line of lines) {
    if (line.kind !== 'title') continue;
    line.kind = kindOfTitle(line, line === first, single);
    if (line.kind !== 'headline') continue;
    if (single) return pieces(line);
    headlines.push(titleOf(line));
  }
  return headlines;
}

function isTitle({ kind }: ShadowLine): boolean {
  return kind === 'title';
}

function kindOfTitle(line: ShadowLine, isFirst: boolean, single: boolean): ZoneKind {
  if (isFirst) {
    const mayBeBanner = !single && (line.classes & CharacterClass.furnitureMark) !== 0;
    return mayBeBanner && BANNER.test(line.folded) ? 'kicker' : 'headline';
  }
  return line.length <= LONGEST_PRESIDER && PRESIDER.test(line.folded) ? 'subheadline' : 'headline';
}

const LONGEST_PRESIDER = 24;
const SHORTEST_PIECE = 3;

function titleOf({ title, start, end }: ShadowLine): Span {
  return title ?? { start, end };
}

/** The pieces of a flattened title line; a space inside a Latin name or next to a bullet is no border. */
function pieces(line: ShadowLine): Span[] {
  const found: { start: number; end: number }[] = [];
  const { start } = line;
  const title = titleOf(line);
  const folded = line.folded.slice(0, title.end - start);
  let last: { start: number; end: number } | undefined;
  let word = '';
  for (let at = skipSpace(folded, title.start - start); at < folded.length; at = skipSpace(folded, at)) {
    const from = at;
    while (at < folded.length && !isSpaceUnit(folded.charCodeAt(at))) at++;
    if (last !== undefined && !isBorder(word, folded.charAt(from))) last.end = start + at;
    else {
      last = { start: start + from, end: start + at };
      found.push(last);
    }
    word = folded.slice(from, at);
  }
  return found;
}

/** Whether a new piece begins between a word and the character behind the space. */
function isBorder(word: string, right: string): boolean {
  // Between two words of Han, which is usual, there is one where the first is no mere character or two.
  const left = word.charAt(word.length - 1);
  if (isHan(left) && isHan(right))
    return countHan(word, SHORTEST_PIECE) >= SHORTEST_PIECE || /[A-Za-z]/.test(word);
  if (/[·•|—-]/.test(left) || /[·•|—-]/.test(right)) return false;
  if (/[A-Za-z0-9]/.test(left) && /[A-Za-z0-9]/.test(right)) return false;
  return countHan(word) >= SHORTEST_PIECE || /[A-Za-z]/.test(word) || /[A-Za-z]/.test(right);
}

function isHan(character: string): boolean {
  const unit = character.charCodeAt(0);
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Adds a line's zone; page controls inside a metadata line and metadata beside a headline are zones of their own. */
function addZones(line: ShadowLine, zones: FoundZone[]): void {
  const kind: ZoneKind = line.kind === 'title' ? 'headline' : line.kind;
  const { start, end, furniture, title } = line;
  if (title !== undefined && TITLES.has(kind)) {
    if (holdsText(line, start, title.start)) zones.push({ kind: 'metadata', start, end: title.start });
    zones.push({ kind, ...title });
    if (holdsText(line, title.end, end)) zones.push({ kind: 'metadata', start: title.end, end });
    return;
  }
  if (kind !== 'metadata' || line.controls.length === 0) {
    zones.push(furniture === undefined ? { kind, start, end } : { kind, start, end, furniture });
    return;
  }
  let position = start;
  for (const control of line.controls) {
    if (holdsText(line, position, control.start)) {
      zones.push({ kind: 'metadata', start: position, end: control.start });
    }
    zones.push({ kind: 'furniture', furniture: 'control', start: control.start, end: control.end });
    position = control.end;
  }
  if (holdsText(line, position, end)) zones.push({ kind: 'metadata', start: position, end });
}

const TITLES: ReadonlySet<ZoneKind> = new Set(['kicker', 'headline', 'subheadline']);

function holdsText(line: ShadowLine, from: number, to: number): boolean {
  return line.folded.slice(from - line.start, to - line.start).trim() !== '';
}
