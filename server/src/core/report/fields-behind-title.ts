import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { findFullDate, findLabelledDate, mayHoldDate } from './calendar-date.js';
import { scanFields, type Field } from './fields.js';
import { isPublisher, isUnmistakableMedium } from './medium.js';
import { readMetadataLine, type Metadata } from './metadata.js';
import { countHan, type ShadowLine } from './shadow-lines.js';
import { sourceEnd } from './source-end.js';
import { nameStart } from './source-name.js';
import { trimmedEnd } from './white-space.js';

const FEWEST_OF_TITLE = 4;
/** A label as short as 来源 or 时间 may be the last word of a headline: 感染来源, 运营时间. */
const SHORT_LABEL = 2;
/** In UTF-16 units; what a label announces is shorter than the rest of a headline behind its colon. */
const LONGEST_VALUE = 24;
/** Behind what a label stands apart from the headline, and what parts fields. */
const PARTS = unitTable(`${WHITE_SPACE}|丨│()[]【】<>/`);
const COLON = unitTable(':|丨│︰﹕∶┃∣︱');
/** A headline that runs on behind its colon does, no field. */
const STOPPED = /[。!?]$/;

/**
 * Reads the labelled fields that scraping left behind a headline on its line: `某会议召开发布时间:2021-06-13来源:某报`. A headline
 * may hold a colon and the word of a label itself, so a date or a name of who published has to prove the fields.
 * Narrows the line's title to what stands in front of them.
 * @returns whether there are any
 */
export function readFieldsBehindTitle(line: ShadowLine, metadata: Metadata): boolean {
  const fields = scanFields(line);
  const { folded } = line;
  let first = fields.findIndex((field) => isProof(line, field, fields.length > 1));
  while (first > 0 && isShortAndMarked(folded, fields[first - 1])) first--;
  const label = fields[first];
  if (label === undefined || STOPPED.test(folded)) return false;
  const from = startOfDateBefore(line, label.labelStart);
  if (countHan(folded.slice(0, from), FEWEST_OF_TITLE) < FEWEST_OF_TITLE) return false;
  const { start, classes, clues } = line;
  const rest = { folded: folded.slice(from), start: start + from, classes, clues };
  if (!readMetadataLine(rest, 'head', undefined, metadata).isMetadata) return false;
  line.title = { start, end: start + endOfTitle(folded, from) };
  return true;
}

function isProof(line: ShadowLine, field: Field, hasCompany: boolean): boolean {
  const { folded } = line;
  const { kind, label, labelStart, valueStart, valueEnd } = field;
  if (!isMarked(folded, field)) return false;
  const isSure = hasCompany || label.length > SHORT_LABEL || PARTS[folded.charCodeAt(labelStart - 1)] === 1;
  if (kind === 'date') {
    const value = folded.slice(valueStart, valueEnd);
    const date = isSure && mayHoldDate(line, value) ? findLabelledDate(value) : undefined;
    return date?.iso !== undefined && value.slice(0, date.start).trim() === '';
  }
  if (kind !== 'source') return false;
  const from = nameStart(folded, valueStart, valueEnd);
  const name = folded.slice(from, sourceEnd(folded, from, valueEnd)).trimEnd();
  return isSure ? isPublisher(name) : isUnmistakableMedium(name);
}

function isMarked(folded: string, { valueStart }: Field): boolean {
  return COLON[folded.charCodeAt(valueStart - 1)] === 1;
}

function isShortAndMarked(folded: string, field: Field | undefined): boolean {
  return field !== undefined && isMarked(folded, field) && field.valueEnd - field.valueStart <= LONGEST_VALUE;
}

/** Where the date in front of a label begins, nothing but white space and bars between them; else the label. */
function startOfDateBefore(line: ShadowLine, label: number): number {
  const before = line.folded.slice(0, label);
  const date = mayHoldDate(line, before) ? findFullDate(before) : undefined;
  return date?.iso !== undefined && endOfTitle(before, label) === date.end ? date.start : label;
}

/** The offset behind the last character in front of `end` that does not merely part. */
function endOfTitle(folded: string, end: number): number {
  let at = trimmedEnd(folded, 0, end);
  while (at > 0 && OPENS[folded.charCodeAt(at - 1)] === 1) at = trimmedEnd(folded, 0, at - 1);
  return at;
}

/** A bracket behind a headline may be its own last mark. */
const OPENS = unitTable('|丨│([【</');
