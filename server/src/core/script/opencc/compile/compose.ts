import type { ConfigName } from '../types.js';
import { configSource, type ConfigSource, type Dictionary } from './dictionaries.js';
import { convertBy, convertPiece, firstOf, longestAt, matcherOf } from './reference.js';

/** A configuration as one pass over the text needs it: its two dictionaries put together as far as that goes. */
export interface Composed {
  /** What one character of the BMP becomes where no key matches. */
  readonly singles: ReadonlyMap<string, string>;
  /** Keys that cut the text, and what each becomes whatever stands around it. */
  readonly keys: ReadonlyMap<string, string>;
  /** Keys that do not; undefined where what stands around them counts. None has one that cuts at its beginning. */
  readonly joining: ReadonlyMap<string, string | undefined>;
  /** Characters of one unit whose result may depend on what follows, where no key starts. */
  readonly hard: readonly string[];
  /** What is left of the dictionaries for places where it does depend; absent where the chain has one. */
  readonly stages?: {
    readonly first: Dictionary;
    readonly second: Dictionary;
    /** Units at which a result of the first begins with another unit than the character's, or that become two. */
    readonly odd: readonly number[];
  };
}

const isPhrase = (key: string): boolean => firstOf(key).length < key.length;

/** @throws Error when opencc-js's dictionaries break what the pass relies on */
export function compose(name: ConfigName): Composed {
  const source = configSource(name);
  const { segmentation, chain, normalisation } = source;
  for (const dictionary of chain) {
    for (const [key, value] of dictionary) {
      // Both are settled before any key is looked up.
      if (/[\u2ff0-\u2fff]/.test(key + value)) throw new Error(`${name}: a description in ${key}`);
      if ([...key].some((character) => normalisation.has(character))) {
        throw new Error(`${name}: a compatibility character in ${key}`);
      }
    }
  }
  const [first = new Map<string, string>(), second] = chain;
  if (second === undefined || segmentation === undefined) {
    if (second !== undefined || segmentation !== undefined)
      throw new Error(`${name}: two dictionaries, not cut`);
    const singles = new Map([...first].filter(([key]) => key.length === 1));
    const keys = new Map([...first].filter(([key]) => key.length > 1));
    return { singles, keys, joining: new Map(), hard: [] };
  }
  return composeTwo(source, segmentation, first, second);
}

function composeTwo(
  source: ConfigSource,
  segmentation: Dictionary,
  whole: Dictionary,
  second: Dictionary,
): Composed {
  const singles = new Map<string, string>();
  const keys = new Map<string, string>();
  const joining = new Map<string, string | undefined>();
  for (const key of segmentation.keys()) keys.set(key, convertPiece(source, key));
  // Phrases that cut the text never match in what lies between.
  const first = new Map([...whole].filter(([key]) => !segmentation.has(key)));
  const hard = hardCharacters(segmentation, first, second);
  const inPhrases = new Set([...first.keys(), ...second.keys()].filter(isPhrase).join(''));
  for (const key of new Set([...first.keys(), ...second.keys(), ...hard])) {
    if (isPhrase(key)) continue;
    if (key.length === 1) singles.set(key, convertPiece(source, key));
    // A character of two units goes through the trie: as a phrase that cuts, which is right unless it is in one.
    else if (inPhrases.has(first.get(key) ?? key)) joining.set(key, undefined);
    else keys.set(key, convertPiece(source, key));
  }
  const beginnings = new Set([...segmentation.keys()].flatMap(beginningsOf));
  for (const [key, value] of first) {
    if (!isPhrase(key) || beginningsOf(key).some((beginning) => segmentation.has(beginning))) continue;
    const isFixed = !canBeCut(key, segmentation, beginnings) && !goesOnAfter(value, second);
    joining.set(key, isFixed ? convertBy(second, value) : undefined);
  }
  // A result that no phrase of the second dictionary goes on with is as good as any other.
  const goesOn = new Set([...second.keys()].flatMap((key) => key.slice(1).split('')));
  const odd = new Set<number>();
  for (const [key, value] of first) {
    const single = first.get(key.charAt(0)) ?? key.charAt(0);
    if (!value.startsWith(single.charAt(0)) && goesOn.has(value.charAt(0))) odd.add(key.charCodeAt(0));
    if (single.length > 1) odd.add(key.charCodeAt(0));
  }
  for (const [key, value] of singles) if (value.length > 1) odd.add(key.charCodeAt(0));
  const ofOneUnit = hard.filter((character) => character.length === 1);
  return { singles, keys, joining, hard: ofOneUnit, stages: { first, second, odd: [...odd] } };
}

/** All beginnings of a key, itself included, that end between two code points. */
function beginningsOf(key: string): string[] {
  let beginning = '';
  return Array.from(key, (character) => (beginning += character));
}

/** Whether a phrase that cuts the text can start inside a key, and end inside or after it. */
function canBeCut(key: string, segmentation: Dictionary, beginnings: ReadonlySet<string>): boolean {
  return beginningsOf(key)
    .slice(0, -1)
    .map((beginning) => key.slice(beginning.length))
    .some((rest) => beginnings.has(rest) || beginningsOf(rest).some((part) => segmentation.has(part)));
}

/** Whether a phrase of a dictionary can start in a text, where the passes over it look, and go on after it. */
function goesOnAfter(text: string, dictionary: Dictionary): boolean {
  const matcher = matcherOf(dictionary);
  for (let i = 0; i < text.length;) {
    const rest = text.slice(i);
    const phrases = matcher.phrases.get(firstOf(rest)) ?? [];
    if (phrases.some((phrase) => phrase.length > rest.length && phrase.startsWith(rest))) return true;
    i += (longestAt(matcher, text, i) ?? firstOf(rest)).length;
  }
  return false;
}

/**
 * Characters whose result of the first dictionary starts a phrase of the second. Where the character stays as it is, and
 * nothing that the first dictionary changes is in the phrase, the source has the phrase itself: if that cuts the text,
 * it is found there.
 */
function hardCharacters(segmentation: Dictionary, first: Dictionary, second: Dictionary): string[] {
  const changed = new Set(
    [...first].filter(([key, value]) => key !== value).flatMap(([, value]) => [...value]),
  );
  const { phrases } = matcherOf(second);
  const all = new Set([...phrases.keys(), ...[...first.keys()].filter((key) => !isPhrase(key))]);
  return [...all].filter((character) => {
    const between = first.get(character) ?? character;
    const starting = phrases.get(between) ?? [];
    if (between !== character) return starting.length > 0;
    return starting.some(
      (phrase) => !segmentation.has(phrase) || [...phrase].slice(1).some((part) => changed.has(part)),
    );
  });
}
