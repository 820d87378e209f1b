import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { CharacterClass } from '../script/characters.js';
import { findFullDate } from './calendar-date.js';
import { readClosingMetadata } from './closing-metadata.js';
import { isDatelineAlone, readDateline } from './dateline.js';
import { Weight } from './field-values.js';
import { scanFields } from './fields.js';
import { isContactLine } from './furniture.js';
import { isSureLone, lonePhrase } from './lone-medium.js';
import { isMediumBesideDate, isPublicOffice } from './medium.js';
import { readMetadataLine, type Metadata } from './metadata.js';
import { isBesideHeadline, isNameBesideHeadline } from './name-beside-headline.js';
import { countHan, isSentence, type ShadowLine } from './shadow-lines.js';
import { readTitleBesideMetadata, readTitleLabel, readTitleLine } from './title-line.js';

const LABEL_ORPHAN = /^(?:原标题|原题|标题|题目|主题|正文|原文|副标题)\s*:?$/;
const RETITLE = /^(?:原标题|原题)\s*:\s*\S/;
/** What a label of a headline begins with, in a table or brackets too. */
const OPENS_RETITLE = unitTable('原标题新文稿主正篇名|【[');
const OPENS_BRACKET = unitTable('【[');
const LONGEST_ORPHAN = 6;
/** Two characters beside a headline are a column's name; alone they are one: 讣告. */
const SHORTEST_TITLE = 2;

/**
 * Reads the lines above the body.
 * @returns the agency of a dateline on a line of its own
 */
export function readHead(lines: readonly ShadowLine[], metadata: Metadata): Span | undefined {
  for (const [i, line] of lines.entries())
    if (line.kind !== 'furniture') readHeadLine(line, lines[i + 1], metadata);
  // A medium that stands alone on the line behind an empty source label has been read already.
  let starts: ReadonlySet<number> | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'title' || lines[i - 1]?.kind !== 'metadata') continue;
    starts ??= new Set(metadata.sources.map(({ start }) => start));
    if (starts.has(line.start)) line.kind = 'metadata';
  }
  readLoneMedia(lines, metadata);
  let agency: Span | undefined;
  const titles = lines.filter(({ kind }) => kind === 'title');
  for (const line of titles) {
    if (line.title === undefined) readTitleLine(line, metadata);
    if (isDatelineAlone(line)) {
      agency ??= readDateline(line, metadata).agency;
      line.kind = 'metadata';
    } else if (
      titles.length > 1 &&
      line.length <= SHORTEST_TITLE &&
      countHan(line.folded) <= SHORTEST_TITLE
    ) {
      line.kind = 'furniture';
      line.furniture = 'column';
    }
  }
  if (!lines.some(({ kind }) => kind === 'title')) findHiddenTitle(lines, metadata);
  if (metadata.dates.length > 0) trustDatesBelowTitle(lines, metadata);
  return agency;
}

/** Without a line of its own the headline is one that a label names, or what stands beside the metadata. */
function findHiddenTitle(lines: readonly ShadowLine[], metadata: Metadata): void {
  const hidden =
    lines.find((line) => isOfPage(line) && readTitleLabel(line, 'any')) ??
    lines.find((line) => line.kind === 'metadata' && readTitleBesideMetadata(line, metadata)) ??
    lines.findLast(({ furniture, folded }) => furniture === 'menu' && CELL_OF_TITLE.test(folded));
  if (hidden === undefined) return;
  hidden.kind = 'title';
  hidden.furniture = undefined;
}

/** `聚焦 | 清溪 | 一座城的防汛日记`: the last cell of a menu is shorter. */
const CELL_OF_TITLE = /[|│]\s?[^|│]{0,12}[\u4e00-\u9fff]{6,}[^|│]{0,12}$/;

/** A line that was read as metadata, or as the index of a page, which gives its headline as a name. */
function isOfPage({ kind, furniture }: ShadowLine): boolean {
  return kind === 'metadata' || furniture === 'index';
}

function readHeadLine(line: ShadowLine, following: ShadowLine | undefined, metadata: Metadata): void {
  if (line.length <= LONGEST_ORPHAN && LABEL_ORPHAN.test(line.folded)) {
    line.kind = 'label-orphan';
    return;
  }
  if (OPENS_RETITLE[line.unitAt(0)] === 1 && mayBeLabelled(line)) {
    if (readTitleLabel(line)) {
      line.kind = 'title';
      return;
    }
    if (RETITLE.test(line.folded)) {
      line.kind = 'metadata';
      return;
    }
  }
  const next = following?.kind === 'furniture' ? undefined : following;
  const reading = readMetadataLine(line, 'head', next, metadata);
  line.controls = reading.controls;
  line.kind = reading.isMetadata ? 'metadata' : 'title';
}

function mayBeLabelled(line: ShadowLine): boolean {
  const marks = CharacterClass.colon | CharacterClass.furnitureMark;
  return (line.classes & marks) !== 0 || OPENS_BRACKET[line.unitAt(0)] === 1;
}

/** A medium alone on a line names the source: as masthead, or next to the date. What can be a headline is left where no other is. */
function readLoneMedia(lines: readonly ShadowLine[], metadata: Metadata): void {
  let titles = 0;
  for (const { kind } of lines) if (kind === 'title') titles++;
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'title') continue;
    const lone = lonePhrase(line.folded);
    if (lone === undefined) continue;
    const { phrase } = lone;
    const at = line.start + lone.start;
    const behind = tellsTime(lines[i - 1]) && isMediumBesideDate(phrase);
    const before = tellsTime(lines[i + 1]) && isMediumBesideDate(phrase) && !isPublicOffice(phrase);
    const isSure = isSureLone(lone, line.folded, false);
    const isBeside = isNameBesideHeadline(phrase) && isBesideHeadline(lines, i);
    if (!isSure && !behind && !before && !isBeside) continue;
    // The only title may be no headline only where nothing speaks for one.
    if (titles < 2 && !(isSure && (lone.isLed || behind || before))) continue;
    const weight = lone.isLed || behind || before ? Weight.bareSource : Weight.doubtful;
    metadata.sources.push({ start: at, end: at + phrase.length, weight });
    line.kind = 'metadata';
    titles--;
  }
}

/** A line of metadata, or what an app shows in place of a date: `昨天 20:15`. */
function tellsTime(line: ShadowLine | undefined): boolean {
  return line?.kind === 'metadata' || line?.furniture === 'relative-time';
}

/** A page shows its clock above everything else: a date with weekday between the headline and the body is the report's. */
function trustDatesBelowTitle(lines: readonly ShadowLine[], metadata: Metadata): void {
  const lastTitle = lines.findLast(({ kind }) => kind === 'title');
  if (lastTitle === undefined) return;
  for (const [i, date] of metadata.dates.entries()) {
    if (date.weight === Weight.doubtful && date.start > lastTitle.end)
      metadata.dates[i] = { ...date, weight: Weight.incompleteDate };
  }
}

/** Han characters of a line below the body that is the title of another article. */
const SHORTEST_OTHER_TITLE = 7;

/** Reads the lines below the body; what stands behind a copyright note tells of the site and not of the report. */
export function readTail(lines: readonly ShadowLine[], metadata: Metadata): void {
  let ofReport = lines.length;
  let related = false;
  let isList = false;
  for (const [i, line] of lines.entries()) {
    if (line.furniture === 'related' || line.furniture === 'comment') related = true;
    if (line.kind === 'furniture') {
      // Bars and buttons may stand between the heading of a list and its entries.
      isList ||= line.furniture === 'related';
      continue;
    }
    isList &&= isLinkToOther(line);
    if (isList) {
      line.kind = 'furniture';
      line.furniture = 'related';
      continue;
    }
    // Lines of a list of other articles carry their dates, on the title's line or on the next.
    if ((related || isOtherTitle(lines[i - 1])) && isDateOfAnother(line)) {
      line.kind = 'tail';
      line.furniture = 'related';
      continue;
    }
    if (line.furniture === 'copyright') ofReport = Math.min(ofReport, i);
    if (i >= ofReport || isContactLine(line)) {
      line.kind = 'tail';
      line.furniture ??= isContactLine(line) ? 'contact' : undefined;
      continue;
    }
    const reading = readMetadataLine(line, 'tail', lines[i + 1], metadata);
    line.controls = reading.controls;
    line.kind = reading.isMetadata ? 'metadata' : 'tail';
    if (i === 0 && !reading.isMetadata) readClosingMetadata(line, metadata);
  }
  for (const [i, line] of lines.entries()) {
    if (i >= ofReport) break;
    if (line.kind !== 'tail' || line.furniture !== undefined) continue;
    const lone = lonePhrase(line.folded);
    if (lone === undefined) continue;
    const isBeside = lines[i - 1]?.kind === 'metadata' || lines[i + 1]?.kind === 'metadata';
    const isAtEdge = i === 0 || i === lines.length - 1;
    if (!isSureLone(lone, line.folded, isAtEdge) && !(isBeside && isMediumBesideDate(lone.phrase))) continue;
    const start = line.start + lone.start;
    metadata.sources.push({ start, end: start + lone.phrase.length, weight: Weight.bareSource });
    line.kind = 'metadata';
  }
}

const LIST_MARK = /^[·•●○■□◆◇▲△★☆>]|^[【\[]?\d{1,2}[】\].、]/;

/** An entry of the list that a heading such as 相关链接 opens: the title of another article, or its date. */
function isLinkToOther(line: ShadowLine): boolean {
  if (line.furniture !== undefined || isSentence(line) || isContactLine(line)) return false;
  if (isDateOfAnother(line)) return true;
  const hasMark = LIST_MARK.test(line.folded) && countHan(line.folded) > 0;
  return scanFields(line).length === 0 && (hasMark || isTitleOfOther(line));
}

function isOtherTitle(line: ShadowLine | undefined): boolean {
  return line?.kind === 'tail' && line.furniture !== 'copyright' && isTitleOfOther(line);
}

function isTitleOfOther(line: ShadowLine): boolean {
  return (
    countHan(line.folded) >= SHORTEST_OTHER_TITLE &&
    !isSentence(line) &&
    !isMediumBesideDate(line.folded) &&
    !/^[^,。]{1,8}:/.test(line.folded)
  );
}

function isDateOfAnother(line: ShadowLine): boolean {
  if (findFullDate(line.folded) === undefined) return false;
  return !scanFields(line).some(({ label }) => !/于$|^(?:浏览|阅读|点击|评论)/.test(label));
}
