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
export type LandmarkFinder = (folded: string) => LandmarkMention[];

/** Builds a finder; marks and quotation marks inside a term are ignored on both sides. */
export function createLandmarkFinder(landmarks: readonly Landmark[]): LandmarkFinder {
  const byPair = new Map<string, { readonly term: string; readonly landmark: Landmark }[]>();
  for (const landmark of landmarks) {
    if (landmark.soft === true) continue;
    for (const written of [...(landmark.terms ?? []), ...(landmark.yearTerms ?? [])]) {
      const term = strip(written);
      const pair = term.slice(0, 2);
      byPair.set(pair, [...(byPair.get(pair) ?? []), { term, landmark }]);
    }
  }
  const firsts = new Set([...byPair.keys()].map((pair) => pair.charCodeAt(0)));
  return (folded) => {
    const found = new Map<string, LandmarkMention>();
    for (let i = 0; i < folded.length - 1; i++) {
      if (!firsts.has(folded.charCodeAt(i))) continue;
      const candidates = byPair.get(folded.charAt(i) + folded.charAt(skipQuotes(folded, i + 1)));
      for (const { term, landmark } of candidates ?? []) {
        if (found.has(landmark.id)) continue;
        const end = matchEnd(folded, i, term);
        if (end !== undefined)
          found.set(landmark.id, { landmark, start: i, end, text: folded.slice(i, end) });
      }
    }
    return [...found.values()];
  };
}

const QUOTES = /[“”"「」『』‘’、·]/;

function strip(term: string): string {
  return [...term].filter((c) => !QUOTES.test(c)).join('');
}

function skipQuotes(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && i - offset < 2 && QUOTES.test(text.charAt(i))) i++;
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
