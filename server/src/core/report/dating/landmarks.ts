import { createTrie } from '../../lexicon/trie.js';
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
        return [strip(written), landmark] as const;
      }),
    );
  const trie = createTrie(terms);
  const find = (folded: string, clues: Clues): LandmarkMention[] => {
    const found = new Map<string, LandmarkMention>();
    for (let k = clues.next(0, Clue.landmark); k < clues.count; k = clues.next(k + 1, Clue.landmark)) {
      const start = clues.place(k);
      let node = 0;
      for (let end = start; end < folded.length;) {
        node = trie.step(node, folded.charCodeAt(end));
        if (node < 0) break;
        end++;
        for (const landmark of trie.values(node) ?? []) {
          if (!found.has(landmark.id))
            found.set(landmark.id, { landmark, start, end, text: folded.slice(start, end) });
        }
        end = skipQuotes(folded, end);
      }
    }
    return [...found.values()];
  };
  // A quotation mark may stand between the first two characters.
  const pairs = terms.flatMap(([term]) => [
    term,
    ...Array.from(QUOTE_MARKS, (mark) => term.charAt(0) + mark),
  ]);
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
