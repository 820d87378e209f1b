import { CharacterClass } from '../script/characters.js';
import { findFullDate, mayHoldDate } from './calendar-date.js';
import { scanFields } from './fields.js';
import { isHeadlineSentence } from './headline-sentence.js';
import { countHan, isSentence, opensLikeLead, type ShadowLine } from './shadow-lines.js';

/** Lines on both sides that show how wide a hard-wrapped text is, and how many of them must be that wide. */
const WRAPPED_SAMPLE = 12;
const WRAPPED_LINES = 4;
/** An indent or a mark that may not begin a line makes it shorter. */
const WRAPPED_SLACK = 3;
const WIDEST_WRAP = 60;
const METADATA_LABEL = /(?:来源|稿源|发布|时间|日期|编辑|责编)\s*[:|]/;

/** A paragraph of one short sentence; a headline ends in no full stop. */
const SHORTEST_PARAGRAPH = 8;
const FULL_STOP = '。'.charCodeAt(0);

/**
 * Where the body begins, of which one line reads as running text: with the short paragraphs and the lines of hard-wrapped
 * text that stand right in front of it.
 * @param complete the index of that line
 */
export function startOfBody(lines: readonly ShadowLine[], complete: number): number {
  let first = startOfFullLines(lines, complete);
  for (let above = lineAbove(lines, first); isShortParagraph(lines, above); above = lineAbove(lines, first))
    first = startOfFullLines(lines, above);
  return first;
}

/** The index of the line above another one, furniture apart; -1 above the first. */
function lineAbove(lines: readonly ShadowLine[], at: number): number {
  let above = at - 1;
  while (lines[above]?.kind === 'furniture') above--;
  return above;
}

function isShortParagraph(lines: readonly ShadowLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.length < SHORTEST_PARAGRAPH) return false;
  if (line.unitAt(line.length - 1) !== FULL_STOP || isLabelled(line) || isField(line)) return false;
  return (opensLikeLead(line) || hasTitleAbove(lines, at)) && !isHeadlineSentence(lines, at);
}

/** A headline may have a stop behind it, so that only another one above shows that a line is none. */
function hasTitleAbove(lines: readonly ShadowLine[], at: number): boolean {
  return lines.some(
    (line, i) =>
      i < at &&
      line.kind !== 'furniture' &&
      countHan(line.folded, FEWEST_OF_TITLE) >= FEWEST_OF_TITLE &&
      !isLabelled(line) &&
      !(mayHoldDate(line, line.folded) && findFullDate(line.folded) !== undefined),
  );
}

const FEWEST_OF_TITLE = 6;

function isLabelled(line: ShadowLine): boolean {
  return (line.classes & CharacterClass.colon) !== 0 && METADATA_LABEL.test(line.folded);
}

/** `作者:何书田。` */
function isField(line: ShadowLine): boolean {
  return (line.classes & CharacterClass.colon) !== 0 && scanFields(line)[0]?.labelStart === 0;
}

/**
 * Where the body of a hard-wrapped text begins: its first lines end in the middle of a sentence, so that only the
 * width which they share with the lines behind them tells them from headlines.
 */
function startOfFullLines(lines: readonly ShadowLine[], complete: number): number {
  if (complete === 0 || (lines[complete]?.length ?? 0) > WIDEST_WRAP) return complete;
  const from = Math.max(0, complete - WRAPPED_SAMPLE);
  const to = Math.min(lines.length, complete + WRAPPED_SAMPLE);
  let width = 0;
  for (let i = from; i < to; i++) width = Math.max(width, lines[i]?.length ?? 0);
  if (width > WIDEST_WRAP) return complete;
  let full = 0;
  for (let i = from; i < to; i++) if (isFull(lines[i], width)) full++;
  if (full < WRAPPED_LINES) return complete;
  let first = complete;
  for (; first > 0; first--) {
    const before = lines[first - 1];
    if (before === undefined || before.kind === 'furniture') break;
    // The last line of a paragraph is as short as it comes.
    const endsParagraph = isSentence(before) && isFull(lines[first - 2], width);
    if (!isFull(before, width) && !endsParagraph) break;
  }
  return first;
}

function isFull(line: ShadowLine | undefined, width: number): boolean {
  return (
    line !== undefined &&
    line.length >= width - WRAPPED_SLACK &&
    (line.folded.includes(',') || /[、。;:“”]/.test(line.folded)) &&
    !isLabelled(line)
  );
}
