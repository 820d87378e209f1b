import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import type { Span } from '../text/span.js';
import type { FurnitureKind, ZoneKind } from './types.js';

const NO_CONTROLS: readonly Span[] = [];

/**
 * A line of the shadow that is not blank, without white space at its ends, and what the reading has made of it so
 * far; offsets are shadow offsets.
 */
export class ShadowLine {
  kind: ZoneKind | 'title' = 'paragraph';
  furniture: FurnitureKind | undefined = undefined;
  /** Parts that are page controls (`字号:`). */
  controls: readonly Span[] = NO_CONTROLS;
  /** The headline on this line where other things stand beside it, shadow offsets; else it is the whole line. */
  title: Span | undefined = undefined;
  #folded: string | undefined = undefined;

  /**
   * @param shadow holds the folded shadow once the scan is over
   * @param classes the union of the `CharacterClass` flags of the line
   * @param clues the union of its clues
   */
  constructor(
    private readonly shadow: { readonly folded: string },
    readonly start: number,
    readonly end: number,
    readonly classes: number,
    readonly clues: number,
  ) {}

  get length(): number {
    return this.end - this.start;
  }

  /** A UTF-16 unit of the line, for a look at a few: cheaper than taking the line out of the shadow. */
  unitAt(index: number): number {
    return this.shadow.folded.charCodeAt(this.start + index);
  }

  /** The line width-folded; `folded[i]` stands at shadow offset `start + i`. */
  get folded(): string {
    return (this.#folded ??= this.shadow.folded.slice(this.start, this.end));
  }
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
export function isSentence(line: ShadowLine): boolean {
  // The last character settles nearly every line; only a quotation or a byline in brackets needs the pattern.
  const last = line.unitAt(line.length - 1);
  if (STOP[last] === 1) return true;
  return CLOSING[last] === 1 && SENTENCE_END.test(line.folded);
}

/** Whether a line opens as the first paragraph of a report does: with a dateline, a date or 近日. */
export function opensLikeLead(line: ShadowLine): boolean {
  return LEAD_START.test(line.folded);
}

/** Whether a line reads as running text: it holds a sentence, or opens like a lead; a short one does both. */
export function isBodyLike(line: ShadowLine): boolean {
  const { length } = line;
  if (length < 20) return false;
  if (isSentence(line)) return true;
  const holdsStop = line.folded.includes('。');
  if (length < 40 && !holdsStop) return false;
  return (length >= 40 && holdsStop) || LEAD_START.test(line.folded);
}
