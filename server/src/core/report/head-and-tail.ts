import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { CharacterClass } from '../script/characters.js';
import { findFullDate } from './calendar-date.js';
import { readClosingMetadata } from './closing-metadata.js';
import { datelineAlone } from './dateline.js';
import { Weight } from './field-values.js';
import { scanFields } from './fields.js';
import { isContactLine, isCopyrightLine } from './furniture.js';
import { isMedium, isMediumBesideDate, isOwnName, isPublicOffice, isUnmistakableMedium } from './medium.js';
import { readMetadataLine, type Metadata } from './metadata.js';
import { countHan, isSentence, type ShadowLine } from './shadow-lines.js';

const LABEL_ORPHAN = /^(?:原标题|原题|标题|题目|主题|正文|原文|副标题)\s*:?$/;
const RETITLE = /^(?:原标题|原题|标题|题目)\s*:\s*\S/;
const OPENS_RETITLE = unitTable('原标题');
const LONGEST_ORPHAN = 6;
/** Two characters head no report: a column's name. */
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
  for (const line of lines) {
    if (line.kind !== 'title') continue;
    readTitleExtras(line, metadata);
    const alone = datelineAlone(line);
    agency ??= alone;
    if (alone !== undefined) line.kind = 'metadata';
    else if (line.length <= SHORTEST_TITLE && countHan(line.folded) <= SHORTEST_TITLE) {
      line.kind = 'furniture';
      line.furniture = 'column';
    }
  }
  if (metadata.dates.length > 0) trustDatesBelowTitle(lines, metadata);
  return agency;
}

function readHeadLine(line: ShadowLine, following: ShadowLine | undefined, metadata: Metadata): void {
  if (line.length <= LONGEST_ORPHAN && LABEL_ORPHAN.test(line.folded)) {
    line.kind = 'label-orphan';
    return;
  }
  const mayRetitle = (line.classes & CharacterClass.colon) !== 0 && OPENS_RETITLE[line.unitAt(0)] === 1;
  if (mayRetitle && RETITLE.test(line.folded)) {
    line.kind = 'metadata';
    return;
  }
  const next = following?.kind === 'furniture' ? undefined : following;
  const reading = readMetadataLine(line, 'head', next, metadata);
  line.controls = reading.controls;
  line.kind = reading.isMetadata ? 'metadata' : 'title';
}

const LONGEST_LONE_MEDIUM = 20;
const ENCLOSED = /^[《【〔(\[]\s?([^《》【】〔〕()\[\]]{2,20}?)\s?[》】〕)\]]$/;
const OPENS_ENCLOSED = unitTable('《【〔([');

/** The name that fills a line, without brackets; undefined for a longer line. */
function lonePhrase(line: ShadowLine): { readonly phrase: string; readonly at: number } | undefined {
  if (line.length > LONGEST_LONE_MEDIUM + 2) return undefined;
  const inner = OPENS_ENCLOSED[line.unitAt(0)] === 1 ? ENCLOSED.exec(line.folded)?.[1] : undefined;
  const phrase = inner ?? line.folded;
  return isOwnName(phrase) ? undefined : { phrase, at: line.start + line.folded.indexOf(phrase) };
}

/** A medium alone on a line names the source: as masthead, or next to the date. A headline is left in any case. */
function readLoneMedia(lines: readonly ShadowLine[], metadata: Metadata): void {
  let titles = 0;
  for (const { kind } of lines) if (kind === 'title') titles++;
  if (titles < 2) return;
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'title' || titles < 2) continue;
    const lone = lonePhrase(line);
    if (lone === undefined) continue;
    const { phrase, at } = lone;
    const behind = tellsTime(lines[i - 1]) && isMediumBesideDate(phrase);
    const before = tellsTime(lines[i + 1]) && isMediumBesideDate(phrase) && !isPublicOffice(phrase);
    if (!behind && !before && !isUnmistakableMedium(phrase)) continue;
    const weight = behind || before ? Weight.bareSource : Weight.doubtful;
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

const TITLE_MEDIUM = /^[【[]([\u4e00-\u9fff]{2,12})[】\]]\S/;
const TITLE_DATE =
  /^(?:\d{4}|1[01]\d)([-./])\d{1,2}\1\d{1,2}(?=\s?[\u4e00-\u9fff“])|[(\[]?(?:\d{4}|1[01]\d)([-./])\d{1,2}\2\d{1,2}[)\]]?$/;

const OPENS_MEDIUM = unitTable('【[');

/** A medium in brackets in front of a headline, a date of figures glued to either end of it. */
function readTitleExtras(line: ShadowLine, metadata: Metadata): void {
  const medium = OPENS_MEDIUM[line.unitAt(0)] === 1 ? TITLE_MEDIUM.exec(line.folded)?.[1] : undefined;
  if (medium !== undefined && isMedium(medium) && !isOwnName(medium)) {
    metadata.sources.push({
      start: line.start + 1,
      end: line.start + 1 + medium.length,
      weight: Weight.doubtful,
    });
  }
  const glued =
    (line.classes & CharacterClass.digit) !== 0 && /^\d|\d[)\]]?$/.test(line.folded)
      ? TITLE_DATE.exec(line.folded)
      : null;
  if (glued === null) return;
  const date = findFullDate(line.folded, glued.index);
  if (date?.iso === undefined || date.start > glued.index + 1) return;
  metadata.dates.push({
    start: line.start + date.start,
    end: line.start + date.end,
    weight: Weight.titleDate,
    date,
  });
}

/** Han characters of a line below the body that is the title of another article. */
const SHORTEST_OTHER_TITLE = 7;

/** Reads the lines below the body. */
export function readTail(lines: readonly ShadowLine[], metadata: Metadata): void {
  let legal = false;
  let related = false;
  for (const [i, line] of lines.entries()) {
    if (line.furniture === 'related' || line.furniture === 'comment') related = true;
    if (line.kind === 'furniture') continue;
    // Lines of a list of other articles carry their dates, on the title's line or on the next.
    if ((related || isOtherTitle(lines[i - 1])) && isDateOfAnother(line)) {
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
    if (i === 0 && !reading.isMetadata) readClosingMetadata(line, metadata);
  }
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'tail' || line.furniture !== undefined) continue;
    if (lines[i - 1]?.kind !== 'metadata' && lines[i + 1]?.kind !== 'metadata') continue;
    const lone = lonePhrase(line);
    if (lone === undefined || !isMediumBesideDate(lone.phrase)) continue;
    metadata.sources.push({ start: lone.at, end: lone.at + lone.phrase.length, weight: Weight.bareSource });
    line.kind = 'metadata';
  }
}

function isOtherTitle(line: ShadowLine | undefined): boolean {
  return (
    line?.kind === 'tail' &&
    line.furniture !== 'copyright' &&
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
