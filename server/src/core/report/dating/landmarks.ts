import { createTrie, type Trie } from '../../lexicon/trie.js';
import { Clue, type Clues, type ClueSource } from '../clues.js';
import type { Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';

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

/** Finds landmarks in a stretch of folded shadow text; each landmark once, at its first mention there. */
export interface LandmarkFinder {
  readonly clues: ClueSource;
  find(folded: string, clues: Clues, within: Span): LandmarkMention[];
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
  const isEnd = endsOf(trie, terms);
  const opens = openingTest(terms.map(([term]) => term));
  const find = (folded: string, clues: Clues, within: Span): LandmarkMention[] => {
    const found: LandmarkMention[] = [];
    let k = clues.next(clues.indexFrom(within.start), Clue.landmark, within.end);
    for (; clues.place(k) < within.end; k = clues.next(k + 1, Clue.landmark, within.end)) {
      const start = clues.place(k);
      if (!opens(folded, start)) continue;
      let node = 0;
      let quotes = 0;
      for (let end = start; end < folded.length;) {
        const unit = folded.charCodeAt(end);
        if (end > start && quotes < MOST_QUOTES && isQuote(unit)) {
          quotes++;
          end++;
          continue;
        }
        node = trie.step(node, unit);
        if (node < 0) break;
        end++;
        quotes = 0;
        if (isEnd[node] === 1) addMention(found, trie.values(node) ?? [], folded, start, end);
      }
    }
    return found;
  };
  // A quotation mark may stand between the first two characters.
  const pairs = terms.flatMap(([term]) => [
    term,
    ...Array.from(QUOTE_MARKS, (mark) => term.charAt(0) + mark),
  ]);
  return { clues: { clue: Clue.landmark, pairs }, find };
}

function addMention(
  found: LandmarkMention[],
  named: readonly Landmark[],
  folded: string,
  start: number,
  end: number,
): void {
  for (const landmark of named) {
    if (found.some((known) => known.landmark.id === landmark.id)) continue;
    found.push({ landmark, start, end, text: folded.slice(start, end) });
  }
}

/** By node of the trie: 1 where a term ends. A look into it costs less than asking the trie for values. */
function endsOf(
  trie: Trie<Landmark>,
  terms: readonly (readonly [term: string, landmark: Landmark])[],
): Uint8Array {
  const ends = terms.map(([term]) => {
    let node = 0;
    for (let i = 0; i < term.length; i++) node = trie.step(node, term.charCodeAt(i));
    return node;
  });
  const isEnd = new Uint8Array(1 + Math.max(0, ...ends));
  for (const node of ends) isEnd[node] = 1;
  return isEnd;
}

/**
 * A test whether a term may begin at a place, by its first characters. The two that give the clue are all over the
 * texts; the pairs that follow refuse nearly all places before the trie, which is large, is looked into.
 */
function openingTest(terms: readonly string[]): (text: string, at: number) => boolean {
  const pairs = new Uint8Array(HASH_MASK + 1);
  const add = (term: string, at: number, flag: number): void => {
    const hash = hashOf(term.charCodeAt(at), term.charCodeAt(at + 1));
    pairs[hash] = (pairs[hash] ?? 0) | flag;
  };
  for (const term of terms) {
    if (term.length < 3) return () => true;
    if (term.length < OPENING) add(term, 1, SECOND);
    else {
      add(term, 2, THIRD);
      add(term, 3, FOURTH);
    }
  }
  return (text, at) => {
    if (at + OPENING > text.length) return true;
    const second = text.charCodeAt(at + 1);
    const third = text.charCodeAt(at + 2);
    const fourth = text.charCodeAt(at + 3);
    const fifth = text.charCodeAt(at + 4);
    if (Math.min(second, third, fourth, fifth) < FIRST_HAN)
      if (isQuote(second) || isQuote(third) || isQuote(fourth) || isQuote(fifth)) return true;
    if (((pairs[hashOf(third, fourth)] ?? 0) & THIRD) !== 0)
      if (((pairs[hashOf(fourth, fifth)] ?? 0) & FOURTH) !== 0) return true;
    return ((pairs[hashOf(second, third)] ?? 0) & SECOND) !== 0;
  };
}

/** How much of a term is looked at, in UTF-16 units; of a shorter term three. */
const OPENING = 5;
/** Which pair of a term it is, by the place of its first character. */
const SECOND = 1;
const THIRD = 2;
const FOURTH = 4;
const HASH_MASK = 0x1fff;

function hashOf(first: number, second: number): number {
  return ((first * 31) ^ (second * 7)) & HASH_MASK;
}

/** Quotation marks that may stand between two characters of a term. */
const MOST_QUOTES = 2;
const QUOTE_MARKS = '“”"「」『』‘’、·';
const QUOTES = unitTable(QUOTE_MARKS);
/** All quotation marks come before this unit, nearly all Han behind it. */
const FIRST_HAN = 0x3400;

function isQuote(unit: number): boolean {
  return unit < FIRST_HAN && QUOTES[unit] === 1;
}

function strip(term: string): string {
  return [...term].filter((c) => !isQuote(c.charCodeAt(0))).join('');
}
