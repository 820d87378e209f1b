import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import type { Shadow } from './shadow.js';

/** A line of the shadow that is not blank, without white space at its ends; offsets are shadow offsets. */
export interface ShadowLine {
  readonly start: number;
  readonly end: number;
  /** The line width-folded; `folded[i]` stands at shadow offset `start + i`. */
  readonly folded: string;
}

/** The lines of a shadow that hold anything. */
export function shadowLines({ folded }: Shadow): ShadowLine[] {
  const lines: ShadowLine[] = [];
  let position = 0;
  while (position <= folded.length) {
    let stop = position;
    while (stop < folded.length && !isLineEnd(folded.charCodeAt(stop))) stop++;
    let start = position;
    let end = stop;
    while (start < end && isBlank(folded.charCodeAt(start))) start++;
    while (end > start && isBlank(folded.charCodeAt(end - 1))) end--;
    if (end > start) lines.push({ start, end, folded: folded.slice(start, end) });
    position = stop + 1;
  }
  return lines;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xfeff || unit === 0x200b || (unit >= 0x2000 && unit <= 0x200a);
}

/** How many Han characters a text holds, counted up to `limit`. */
export function countHan(text: string, limit = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let i = 0; i < text.length && count < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) count++;
  }
  return count;
}

const SENTENCE_END = /[。!?;][”’"」』)]?$|[。!?][”’"」』)]?\s*[(\[【〔][^()]{0,40}[)\]】〕]\s*$/;
const LEAD_START =
  /^[【〔\[(]?(?:本[报网台刊][\u4e00-\u9fff]{0,6}讯|[^\s,。]{1,20}?(?:讯|电)[\s:,(【]|(?:今年)?\d{1,2}月\d{1,2}日|(?:今|昨|近|日前|连日))/;

const STOP = unitTable('。!?;');
const CLOSING = unitTable(`”’"」』)]】〕${WHITE_SPACE}`);

/** Whether a line ends as a sentence does, with a byline in brackets behind it or without. */
export function isSentence(line: string): boolean {
  // The last character settles nearly every line; only a quotation or a byline in brackets needs the pattern.
  const last = line.charCodeAt(line.length - 1);
  if (STOP[last] === 1) return true;
  return CLOSING[last] !== 0 && SENTENCE_END.test(line);
}

/** Whether a line reads as running text: it holds a sentence, or opens like a lead and is long. */
export function isBodyLike(line: string): boolean {
  if (line.length < 15) return false;
  if (line.length >= 20 && isSentence(line)) return true;
  return line.length >= 40 && (line.includes('。') || LEAD_START.test(line));
}
