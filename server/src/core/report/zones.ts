import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { findFullDate } from './calendar-date.js';
import { datelineAlone, NEAR, readClosingByline, readDateline, type Dateline } from './dateline.js';
import { scanFields } from './fields.js';
import { furnitureKind, isCopyrightLine } from './furniture.js';
import { isMedium, isMediumBesideDate } from './medium.js';
import { emptyMetadata, readMetadataLine, type Metadata } from './metadata.js';
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

const LABEL_ORPHAN = /^(?:原标题|原题|标题|题目|主题|正文|原文|副标题)\s*:?$/;
const RETITLE = /^(?:原标题|原题|标题|题目)\s*:\s*\S/;
const LONGEST_ORPHAN = 6;
/** Two characters head no report: a column's name. */
const SHORTEST_TITLE = 2;
const DATED = /(?:日期|时间|来源):\s*\S/;
const CONTACT =
  /(?:(?:举报|监督|服务|咨询|联系|投诉|爆料|新闻|值班|办公)?(?:电话|热线|邮箱|信箱|传真|QQ|微信号?)|地址|邮编)\s*:/;
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
    line.kind = 'furniture';
    line.furniture = kind;
  }
}

/** The indices of the first and the last body line; `[n, n - 1]` when nothing reads as running text. */
function bodyRange(lines: readonly ShadowLine[]): readonly [number, number] {
  const isBody = (line: ShadowLine): boolean =>
    line.kind !== 'furniture' && isBodyLike(line) && !isCopyrightLine(line) && !isContactLine(line);
  const first = lines.findIndex(isBody);
  if (first < 0) return [lines.length, lines.length - 1];
  let last = first;
  for (let i = first + 1; i < lines.length; i++) {
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

/** A short sentence or attendance list right behind the body belongs to it: `会议还研究了其他事项。` */
function closesBody(line: ShadowLine): boolean {
  return (
    line.kind === 'paragraph' && line.length >= SHORTEST_SENTENCE && isSentence(line.folded) && isPlain(line)
  );
}

function isPlain(line: ShadowLine): boolean {
  return !isCopyrightLine(line) && !isContactLine(line) && !/^[^,。]{1,8}:/.test(line.folded);
}

function isContactLine({ length, classes, folded }: ShadowLine): boolean {
  return (
    length < 160 && (classes & CharacterClass.colon) !== 0 && /\d{5,}|@/.test(folded) && CONTACT.test(folded)
  );
}

/** @returns the agency of a dateline on a line of its own */
function readHead(lines: readonly ShadowLine[], metadata: Metadata): Span | undefined {
  let agency: Span | undefined;
  lines.forEach((line, i) => {
    if (line.kind === 'furniture') return;
    if (line.length <= LONGEST_ORPHAN && LABEL_ORPHAN.test(line.folded)) {
      line.kind = 'label-orphan';
      return;
    }
    if ((line.classes & CharacterClass.colon) !== 0 && RETITLE.test(line.folded)) {
      line.kind = 'metadata';
      return;
    }
    const following = lines[i + 1];
    const reading = readMetadataLine(
      line,
      'head',
      following?.kind === 'furniture' ? undefined : following,
      metadata,
    );
    line.controls = reading.controls;
    line.kind = reading.isMetadata ? 'metadata' : 'title';
    if (reading.isMetadata) return;
    if (lines[i - 1]?.kind === 'metadata' && isMediumBesideDate(line.folded)) {
      metadata.sources.push({ start: line.start, end: line.end, weight: 2 });
      line.kind = 'metadata';
      return;
    }
    readTitleExtras(line, metadata);
    const alone = datelineAlone(line);
    agency ??= alone;
    if (alone !== undefined) line.kind = 'metadata';
    else if (countHan(line.folded) <= SHORTEST_TITLE && line.folded.length <= SHORTEST_TITLE) {
      line.kind = 'furniture';
      line.furniture = 'column';
    }
  });
  // A medium that stands alone on the line behind an empty source label has been read already.
  const starts = new Set(metadata.sources.map(({ start }) => start));
  for (const line of lines) if (line.kind === 'title' && starts.has(line.start)) line.kind = 'metadata';
  return agency;
}

const TITLE_MEDIUM = /^[【[]([\u4e00-\u9fff]{2,12})[】\]]\S/;
const TITLE_DATE =
  /^(?:\d{4}|1[01]\d)([-./])\d{1,2}\1\d{1,2}(?=\s?[\u4e00-\u9fff“])|(?:\d{4}|1[01]\d)([-./])\d{1,2}\2\d{1,2}$/;

/** A medium in brackets in front of a headline, a date of figures glued to either end of it. */
function readTitleExtras(line: ShadowLine, metadata: Metadata): void {
  const opens = line.folded.startsWith('【') || line.folded.startsWith('[');
  const medium = opens ? TITLE_MEDIUM.exec(line.folded)?.[1] : undefined;
  if (medium !== undefined && isMedium(medium)) {
    metadata.sources.push({ start: line.start + 1, end: line.start + 1 + medium.length, weight: 1 });
  }
  const glued =
    (line.classes & CharacterClass.digit) !== 0 && /^\d|\d$/.test(line.folded)
      ? TITLE_DATE.exec(line.folded)
      : null;
  if (glued === null) return;
  const date = findFullDate(line.folded, glued.index);
  if (date?.iso === undefined || date.start !== glued.index) return;
  metadata.dates.push({ start: line.start + date.start, end: line.start + date.end, weight: 2, date });
}

function readTail(lines: readonly ShadowLine[], metadata: Metadata): void {
  let legal = false;
  let related = false;
  for (const [i, line] of lines.entries()) {
    if (line.furniture === 'related') related = true;
    if (line.kind === 'furniture') continue;
    // Lines of a list of other articles carry their dates.
    if (related && findFullDate(line.folded) !== undefined && scanFields(line).length === 0) {
      line.kind = 'tail';
      line.furniture = 'related';
      continue;
    }
    if (isCopyrightLine(line)) legal = true;
    if (legal || isContactLine(line)) {
      line.kind = 'tail';
      line.furniture = isContactLine(line) && !isCopyrightLine(line) ? 'contact' : 'copyright';
      continue;
    }
    const reading = readMetadataLine(line, 'tail', lines[i + 1], metadata);
    line.controls = reading.controls;
    line.kind = reading.isMetadata ? 'metadata' : 'tail';
  }
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
  if (last !== undefined) readClosingByline(last, last.kind === 'lead' ? NEAR : 0, metadata);
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
