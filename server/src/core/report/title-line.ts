import type { Span } from '../text/span.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { findFullDate, mayHoldDate, type WrittenDate } from './calendar-date.js';
import { Weight } from './field-values.js';
import { readFieldsBehindTitle } from './fields-behind-title.js';
import {
  isMedium,
  isMediumBesideDate,
  isOwnName,
  isPublicOffice,
  isUnmistakableMedium,
  mediumGluedAtStart,
} from './medium.js';
import type { Metadata } from './metadata.js';
import { countHan, type ShadowLine } from './shadow-lines.js';

/** What parts a headline from a date or a medium on the same line. */
const SEPARATES = unitTable(`${WHITE_SPACE}|丨│∣︱/╱_·•-—–:,;、()[]【】〔〕《》<>〈〉@■□●◆▲★◎`);
/** What stands between the words of a headline too, so that a date in front of nothing else may be that of an event. */
const FEWEST_TITLE = 4;
/**
 * A medium at the end of a page's title: ` - 南屏日报`, `_南屏新闻网`, `(南屏日报)`, or at its front: `南屏日报:`. Bars are only
 * read from the first of a run: from each of them, a line of bars would take time quadratic in its length.
 */
const AT_END = /(?:\s?(?<![-_|丨│])[-_|丨│]+\s?|\s?[(〔[【]|\s)([\u4e00-\u9fff]{2,14})[)〕\]】]?$/;
const AT_FRONT = /^([\u4e00-\u9fff]{3,14})(?:\s?[:|丨│]\s?|\s)(?=\S)/;
const IN_BRACKETS = /^[【[]([\u4e00-\u9fff]{2,12})[】\]]\S/;
const OPENS_MEDIUM = unitTable('【[');
/** A date of figures glued to either end of a headline. */
const GLUED_DATE =
  /^(?:\d{4}|1[01]\d)([-./])\d{1,2}\1\d{1,2}(?=\s?[\u4e00-\u9fff“])|[(\[]?(?:\d{4}|1[01]\d)([-./])\d{1,2}\2\d{1,2}[)\]]?$/;
/** What follows the date of a telegram or a photograph. */
const OTHER_DATE = /^\s?(?:专?[电讯]|摄|拍)/;
const OF_PICTURE = /[摄拍]于|图为|资料图|截图|[摄图]$/;
/** Where a title may be cut: the marks that part it from the rest belong to neither. */
const BARS = unitTable(`${WHITE_SPACE}|丨│`);

/** Parts of one line, offsets into it. */
interface TitleParts {
  readonly date: WrittenDate;
  readonly medium: Span | undefined;
  readonly title: Span;
}

/**
 * Reads what else stands on the line of a headline: labelled fields behind it, a date and a medium beside it, a medium in
 * brackets in front of it or behind the bar that ends the title of a page. Narrows the line's title to the headline.
 */
export function readTitleLine(line: ShadowLine, metadata: Metadata): void {
  if (readFieldsBehindTitle(line, metadata)) return;
  const { folded } = line;
  if (BARS[line.unitAt(0)] === 1 || BARS[line.unitAt(line.length - 1)] === 1)
    setTitle(line, withoutBars(folded));
  const parts = mayHoldDate(line, folded) ? titleParts(folded) : undefined;
  if (parts !== undefined) {
    addDate(line, parts.date, metadata);
    if (parts.medium !== undefined) addMedium(line, parts.medium, Weight.bareSource, metadata);
    setTitle(line, parts.title);
    return;
  }
  const bracketed = OPENS_MEDIUM[line.unitAt(0)] === 1 ? IN_BRACKETS.exec(folded)?.[1] : undefined;
  if (bracketed === undefined || isOwnName(bracketed) || !isInFront(bracketed)) readPageTitle(line, metadata);
  else {
    const end = 1 + bracketed.length;
    addMedium(line, { start: 1, end }, Weight.doubtful, metadata);
    setTitle(line, trimmed(folded, end, folded.length));
  }
}

function isInFront(name: string): boolean {
  return isMedium(name) || isUnmistakableMedium(name);
}

const BEFORE_NAME = unitTable(`${WHITE_SPACE}-_|丨│(〔[【`);
const BEHIND_NAME = unitTable(`${WHITE_SPACE}:|丨│`);
const CLOSES_NAME = unitTable(')〕]】');
/** In UTF-16 units. */
const LONGEST_NAME = 14;

/** Whether a short run of Han behind a mark ends the line: hardly a headline is like that. */
function mayEndWithName(line: ShadowLine): boolean {
  let at = line.length - 1;
  if (CLOSES_NAME[line.unitAt(at)] === 1) at--;
  const last = Math.max(0, at - LONGEST_NAME);
  while (at > last && isHan(line.unitAt(at))) at--;
  return at >= 0 && BEFORE_NAME[line.unitAt(at)] === 1;
}

/** The same in front of a mark that begins the line. */
function mayBeginWithName(line: ShadowLine): boolean {
  const last = Math.min(line.length - 1, LONGEST_NAME);
  let at = 0;
  while (at < last && isHan(line.unitAt(at))) at++;
  return BEHIND_NAME[line.unitAt(at)] === 1;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** The medium at an end of the title of a page, parted by a bar, brackets or a space. */
function readPageTitle(line: ShadowLine, metadata: Metadata): void {
  const isAtEnd = mayEndWithName(line);
  if (!isAtEnd && !mayBeginWithName(line)) return;
  const { folded } = line;
  if (OF_PICTURE.test(folded)) return;
  const [behind, last] = isAtEnd ? (AT_END.exec(folded) ?? []) : [];
  if (behind !== undefined && last !== undefined && isUnmistakableMedium(last)) {
    const end = folded.length - behind.length;
    if (countHan(folded.slice(0, end), FEWEST_TITLE) < FEWEST_TITLE) return;
    const start = end + behind.indexOf(last);
    addMedium(line, { start, end: start + last.length }, Weight.doubtful, metadata);
    setTitle(line, { start: 0, end });
    return;
  }
  const [front, first] = AT_FRONT.exec(folded) ?? [];
  if (front === undefined || first === undefined || !isUnmistakableMedium(first)) return;
  // In front of a space 发布 may be the verb.
  if (/发布\s$/.test(front) || countHan(folded.slice(front.length), FEWEST_TITLE) < FEWEST_TITLE) return;
  addMedium(line, { start: 0, end: first.length }, Weight.doubtful, metadata);
  setTitle(line, { start: front.length, end: folded.length });
}

/**
 * Cuts a line into date, medium and headline. A date counts only where a medium stands beside it or beside the headline,
 * or where it is written in figures at an end of the line: any other may be that of the event.
 */
function titleParts(folded: string): TitleParts | undefined {
  const date = findFullDate(folded);
  if (date?.iso === undefined || OTHER_DATE.test(folded.slice(date.end)) || OF_PICTURE.test(folded))
    return undefined;
  const before = trimmed(folded, 0, date.start);
  const behind = trimmed(folded, date.end, folded.length);
  for (const medium of mediaOf(folded, date, before, behind)) {
    const title = restOf(folded, [medium, date]);
    if (title !== undefined) return { date, medium, title };
  }
  const title = restOf(folded, [date]);
  if (title === undefined || !isAtEnd(folded, date)) return undefined;
  return { date, medium: undefined, title };
}

function isAtEnd(folded: string, date: WrittenDate): boolean {
  const glued = GLUED_DATE.exec(folded);
  if (glued !== null) return date.start <= glued.index + 1;
  // Written out it needs a space or a bar: without one it may belong to the headline.
  return date.end === folded.length && date.start > 0 && BARS[folded.charCodeAt(date.start - 1)] === 1;
}

/** The phrases of a line that may be the medium, the likeliest first. */
function* mediaOf(folded: string, date: WrittenDate, before: Span, behind: Span): Iterable<Span> {
  const next = firstWord(folded, behind);
  if (isBeside(folded, next, behind)) yield next;
  else if (behind.start === date.end) {
    const glued = mediumGluedAtStart(folded.slice(behind.start, behind.end));
    if (glued !== undefined) yield { start: behind.start, end: behind.start + glued.length };
  }
  const previous = lastWord(folded, before);
  if (isBeside(folded, previous, before)) yield previous;
  for (const edge of [firstWord(folded, before), lastWord(folded, behind)])
    if (isUnmistakableMedium(folded.slice(edge.start, edge.end))) yield edge;
}

/** Whether a word next to the date names a medium; an office only where it is all that stands on that side. */
function isBeside(folded: string, word: Span, side: Span): boolean {
  const name = folded.slice(word.start, word.end);
  if (isOwnName(name)) return false;
  if (isUnmistakableMedium(name)) return true;
  if (!isMediumBesideDate(name)) return false;
  const isAlone = word.start === side.start && word.end === side.end;
  return isAlone || (name.length <= LONGEST_DOUBTFUL && !isPublicOffice(name));
}

/** An ordinary word may end as a medium does: 织密防护网. */
const LONGEST_DOUBTFUL = 4;

/** The only stretch that is left of a line, without separators; undefined where there are more, or too little. */
function restOf(folded: string, taken: readonly Span[]): Span | undefined {
  const ordered = [...taken].sort((a, b) => a.start - b.start);
  let title: Span | undefined;
  let from = 0;
  for (const { start, end } of [...ordered, { start: folded.length, end: folded.length }]) {
    const rest = trimmed(folded, from, start);
    from = end;
    if (rest.start >= rest.end) continue;
    if (countHan(folded.slice(rest.start, rest.end), FEWEST_TITLE) < FEWEST_TITLE || title !== undefined)
      return undefined;
    title = rest;
  }
  return title;
}

function trimmed(folded: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && SEPARATES[folded.charCodeAt(start)] === 1) start++;
  while (end > start && SEPARATES[folded.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

function firstWord(folded: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && SEPARATES[folded.charCodeAt(at)] !== 1) at++;
  return { start, end: at };
}

function lastWord(folded: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && SEPARATES[folded.charCodeAt(at - 1)] !== 1) at--;
  return { start: at, end };
}

function withoutBars(folded: string): Span {
  let start = 0;
  let end = folded.length;
  while (start < end && BARS[folded.charCodeAt(start)] === 1) start++;
  while (end > start && BARS[folded.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

function setTitle(line: ShadowLine, { start, end }: Span): void {
  if (end > start) line.title = { start: line.start + start, end: line.start + end };
}

function addDate({ start }: ShadowLine, date: WrittenDate, metadata: Metadata): void {
  metadata.dates.push({ start: start + date.start, end: start + date.end, weight: Weight.titleDate, date });
}

function addMedium({ start }: ShadowLine, medium: Span, weight: number, metadata: Metadata): void {
  metadata.sources.push({ start: start + medium.start, end: start + medium.end, weight });
}

/** Labels of a headline; that of the original headline counts where there is no other. */
const TITLE_LABEL =
  /^[|【[\s]*(?:(?:新闻|文章|稿件|主|正)?标\s{0,4}题|题\s{0,4}目|题\s{0,4}名|篇\s{0,4}名|主\s{0,4}旨)\s?[】\]]?\s?[:|│】\]]\s?(?=[^\s|])/;
const OTHER_TITLE_LABEL =
  /^[|【[\s]*(?:原标题|原题|名\s{0,4}称|主\s{0,4}题)\s?[】\]]?\s?[:|│】\]]\s?(?=[^\s|])/;

/** Whether a line is a labelled headline (`标题:…`); narrows its title to the value. */
export function readTitleLabel(line: ShadowLine, which: 'own' | 'any' = 'own'): boolean {
  const match =
    TITLE_LABEL.exec(line.folded) ?? (which === 'any' ? OTHER_TITLE_LABEL.exec(line.folded) : null);
  if (match === null) return false;
  const rest = withoutBars(line.folded.slice(match[0].length));
  if (rest.end <= rest.start) return false;
  setTitle(line, { start: match[0].length + rest.start, end: match[0].length + rest.end });
  return true;
}

/**
 * The headline that stands on a metadata line, where no line of its own holds one: what is left of it in front of all
 * that was read, or behind its date and source.
 */
export function readTitleBesideMetadata(line: ShadowLine, metadata: Metadata): boolean {
  const within = (span: Span): boolean => span.start >= line.start && span.end <= line.end;
  const fields = metadata.fields.filter(within);
  const values = [...metadata.dates, ...metadata.sources].filter(within);
  if (values.length === 0) return false;
  if (metadata.sources.length === 0) {
    const parts = titleParts(line.folded);
    if (parts?.medium !== undefined) {
      addMedium(line, parts.medium, Weight.bareSource, metadata);
      setTitle(line, parts.title);
      return true;
    }
  }
  const all = [...fields, ...values];
  const first = Math.min(...all.map(({ start }) => start)) - line.start;
  const front = trimmed(line.folded, 0, first);
  if (countHan(line.folded.slice(front.start, front.end), FEWEST_TITLE) >= FEWEST_TITLE) {
    setTitle(line, front);
    return true;
  }
  if (fields.some(({ kind }) => kind !== 'date' && kind !== 'source')) return false;
  const last = Math.max(...values.map(({ end }) => end)) - line.start;
  const back = trimmed(line.folded, last, line.length);
  const isGlued = back.start === last && /[年月日]/.test(line.folded.charAt(last - 1));
  const fewest = isGlued ? FEWEST_TITLE : FEWEST_BEHIND;
  if (countHan(line.folded.slice(back.start, back.end), fewest) < fewest) return false;
  setTitle(line, isGlued ? { start: 0, end: line.length } : back);
  // A date in words that runs into the headline is that of the event.
  const at = isGlued ? metadata.dates.findIndex(within) : -1;
  if (at >= 0) metadata.dates.splice(at, 1);
  return true;
}

/** Behind the source stands many a note; a headline is longer. */
const FEWEST_BEHIND = 7;
