import { CharacterClass } from '../script/characters.js';
import { findFullDate } from './calendar-date.js';
import { isCopyrightLine } from './copyright.js';
import { scanFields } from './fields.js';
import { isContactLine } from './furniture.js';
import { isMediumBesideDate } from './medium.js';
import { countHan, isBodyLike, isSentence, opensLikeLead, type ShadowLine } from './shadow-lines.js';

/** UTF-16 units of a line that dates a report. */
const LONGEST_DATING = 80;
const SHORTEST_HEADLINE = 6;
const LONGEST_HEADLINE = 60;
/** Lines between the date line and the first paragraph: a byline, page controls. */
const FARTHEST_BODY = 3;
/** Han characters that may stand beside a date without a label: a medium. */
const MOST_BESIDE = 12;
const SUPPLIED = /供稿\s*$/;
const LABEL = /^[^,。]{1,8}:/;
const LIST_MARK = /^[·•●○■□◆◇▲△★☆>\-*\d(【\[]/;

/**
 * Where the second report of a file begins, and each one behind it: indices of headlines. Files are put together of
 * several reports; what shows it is a headline behind a body, and a body of its own: with a line between them that
 * dates it, or with what closes the report before it above (an editor, a copyright note) and a dateline or date in
 * its first sentence. A list of other articles has no bodies.
 */
export function reportStarts(lines: readonly ShadowLine[]): readonly number[] {
  let starts: number[] | undefined;
  let hasBody = false;
  /** The line before is one that a headline may be. */
  let isBelowShort = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture') continue;
    const isLong = line.length > LONGEST_DATING;
    const mayBeHeadline = isBelowShort;
    isBelowShort = line.length <= LONGEST_HEADLINE && !isSentence(line);
    if (!hasBody) {
      hasBody = isBodyLike(line);
      continue;
    }
    let headline = -1;
    if (!isLong && (line.classes & CharacterClass.digit) !== 0 && isDating(line))
      headline = hasBodyBelow(lines, i) ? above(lines, i) : -1;
    else if (mayBeHeadline && isBodyLike(line) && opensLikeLead(line)) headline = behindClosing(lines, i);
    if (headline < 0) continue;
    if (starts === undefined) starts = [headline];
    else starts.push(headline);
    hasBody = isBodyLike(line);
  }
  return starts ?? NONE;
}

/** Headlines of one report stand on so many lines at most. */
const MOST_HEADLINES = 3;

/** The index of the first of the headlines above a lead, where something above them closes another report. */
function behindClosing(lines: readonly ShadowLine[], at: number): number {
  let first = -1;
  let i = at;
  for (let left = MOST_HEADLINES; left > 0; left--) {
    const next = above(lines, i);
    if (next < 0) break;
    first = i = next;
  }
  if (first < 0) return -1;
  let before = first - 1;
  while (before > 0 && lines[before]?.kind === 'furniture') before--;
  const line = lines[before];
  return line !== undefined && closesReport(line) ? first : -1;
}

function closesReport(line: ShadowLine): boolean {
  if (isCopyrightLine(line) || isContactLine(line)) return true;
  return (
    line.length <= LONGEST_DATING &&
    scanFields(line).some(({ kind, labelStart }) => kind === 'editor' && labelStart <= 1)
  );
}

const NONE: readonly number[] = [];

/** Whether a line does nothing but date a report and name who wrote it. */
function isDating(line: ShadowLine): boolean {
  const date = isSentence(line) ? undefined : findFullDate(line.folded);
  if (date === undefined) return false;
  const fields = scanFields(line);
  if (fields.length > 0)
    return (
      fields.every(({ kind }) => kind !== 'aside') &&
      countHan(line.folded.slice(0, fields[0]?.labelStart)) <= MOST_BESIDE
    );
  const beside = `${line.folded.slice(0, date.start)} ${line.folded.slice(date.end)}`
    .replace(SUPPLIED, '')
    .trim();
  return countHan(beside) === 0
    ? !/[,、]/.test(beside)
    : countHan(beside) <= MOST_BESIDE && isMediumBesideDate(beside);
}

/** The index of the headline above a line; -1 where what stands there is none. */
function above(lines: readonly ShadowLine[], at: number): number {
  let i = at - 1;
  while (i > 0 && lines[i]?.kind === 'furniture') i--;
  const line = lines[i];
  if (line === undefined || line.length > LONGEST_HEADLINE || isSentence(line)) return -1;
  const { folded } = line;
  const isHeadline =
    countHan(folded, SHORTEST_HEADLINE) >= SHORTEST_HEADLINE &&
    !LABEL.test(folded) &&
    !LIST_MARK.test(folded);
  return isHeadline && scanFields(line).length === 0 && !isCopyrightLine(line) ? i : -1;
}

function hasBodyBelow(lines: readonly ShadowLine[], at: number): boolean {
  let left = FARTHEST_BODY;
  for (let i = at + 1; i < lines.length && left > 0; i++) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture') continue;
    if (isBodyLike(line) && !isCopyrightLine(line)) return true;
    left--;
  }
  return false;
}
