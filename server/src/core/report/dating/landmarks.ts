import { createPairIndex } from '../../lexicon/pair-index.js';
import { Clue, type Clues, type ClueSource } from '../clues.js';
import type { Span } from '../../text/span.js';

/** A landmark as landmarks.json has it. */
export interface Landmark {
  readonly id: string;
  readonly terms?: readonly string[];
  readonly yearTerms?: readonly string[];
  /** ISO date before which nobody could use the terms. */
  readonly notBefore?: string;
  /** The year that a report which says `yearTerms` of its present was written in. */
  readonly year?: number;
  /** The terms have been used earlier in another sense; such a landmark proves nothing by itself. */
  readonly soft?: boolean;
  readonly what: { readonly zh: string; readonly en: string };
}

/** A landmark that a text names; shadow offsets. */
export interface LandmarkMention extends Span {
  readonly landmark: Landmark;
  readonly text: string;
}

/** Finds landmarks in folded shadow text; each landmark once, at its first mention. */
export interface LandmarkFinder {
  readonly clues: ClueSource;
  find(folded: string, clues: Clues): LandmarkMention[];
}

/** Builds a finder; marks and quotation marks inside a term are ignored on both sides. */
export function createLandmarkFinder(landmarks: readonly Landmark[]): LandmarkFinder {
  const terms = landmarks
    .filter(({ soft }) => soft !== true)
    .flatMap((landmark) =>
      [...(landmark.terms ?? []), ...(landmark.yearTerms ?? [])].map((written) => {
        const term = strip(written);
        return [term, { term, landmark }] as const;
      }),
    );
  const index = createPairIndex(terms);
  const find = (folded: string, clues: Clues): LandmarkMention[] => {
    const found = new Map<string, LandmarkMention>();
    for (let k = clues.next(0, Clue.landmark); k < clues.count; k = clues.next(k + 1, Clue.landmark)) {
      const i = clues.place(k);
      const candidates = index.get(folded.charCodeAt(i), folded.charCodeAt(skipQuotes(folded, i + 1)));
      if (candidates === undefined) continue;
      for (const { term, landmark } of candidates) {
        if (found.has(landmark.id)) continue;
        const end = matchEnd(folded, i, term);
        if (end !== undefined)
          found.set(landmark.id, { landmark, start: i, end, text: folded.slice(i, end) });
      }
    }
    return [...found.values()];
  };
  // A quotation mark may stand between the first two characters.
  const pairs = terms.flatMap(([term]) => [term, ...Array.from(QUOTE_MARKS, (mark) => term.charAt(0) + mark)]);
  return { clues: { clue: Clue.landmark, pairs }, find };
}

const QUOTE_MARKS = '“”"「」『』‘’、·';
const QUOTES = new Set(Array.from(QUOTE_MARKS, (mark) => mark.charCodeAt(0)));
/** All quotation marks come before this unit, nearly all Han behind it. */
const FIRST_HAN = 0x3400;

function isQuote(unit: number): boolean {
  return unit < FIRST_HAN && QUOTES.has(unit);
}

function strip(term: string): string {
  return [...term].filter((c) => !isQuote(c.charCodeAt(0))).join('');
}

function skipQuotes(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && i - offset < 2 && isQuote(text.charCodeAt(i))) i++;
  return i;
}

/** Where a term that starts at `at` ends, quotation marks in the text being passed over. */
function matchEnd(text: string, at: number, term: string): number | undefined {
  let position = at;
  for (let i = 0; i < term.length; i++) {
    if (i > 0) position = skipQuotes(text, position);
    if (text.charCodeAt(position) !== term.charCodeAt(i)) return undefined;
    position++;
  }
  return position;
}
