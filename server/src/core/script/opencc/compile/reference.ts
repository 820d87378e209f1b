import type { ConfigSource, Dictionary } from './dictionaries.js';

/** Longest-match conversion in the plainest form, for what is worked out at build time (OpenCC's MaxMatch). */
export interface Matcher {
  readonly dictionary: Dictionary;
  /** Keys of more than one code point by their first code point, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
}

const matchers = new WeakMap<Dictionary, Matcher>();

export function matcherOf(dictionary: Dictionary): Matcher {
  const known = matchers.get(dictionary);
  if (known !== undefined) return known;
  const phrases = new Map<string, string[]>();
  for (const key of dictionary.keys()) {
    const first = firstOf(key);
    if (first.length === key.length) continue;
    const list = phrases.get(first);
    if (list === undefined) phrases.set(first, [key]);
    else list.push(key);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);
  const matcher = { dictionary, phrases };
  matchers.set(dictionary, matcher);
  return matcher;
}

/** The first code point of a text that is not empty. */
export function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** The longest key that stands at an offset, or undefined. */
export function longestAt({ dictionary, phrases }: Matcher, text: string, at: number): string | undefined {
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return (
    phrases.get(first)?.find((key) => text.startsWith(key, at)) ?? (dictionary.has(first) ? first : undefined)
  );
}

/** One pass. Knows nothing of description sequences: dictionary keys hold none. */
export function convertBy(dictionary: Dictionary, text: string): string {
  const matcher = matcherOf(dictionary);
  let output = '';
  for (let i = 0; i < text.length;) {
    const key = longestAt(matcher, text, i);
    if (key === undefined) {
      const first = String.fromCodePoint(text.codePointAt(i) ?? 0);
      output += first;
      i += first.length;
    } else {
      output += dictionary.get(key) ?? key;
      i += key.length;
    }
  }
  return output;
}

/** The whole chain on one piece. */
export function convertPiece({ chain }: ConfigSource, piece: string): string {
  return chain.reduce((text, dictionary) => convertBy(dictionary, text), piece);
}
