import { BitFilter } from './bit-filter.js';

/** Which entries of a fixed list begin with two given UTF-16 units; asking makes no strings. */
export interface PairIndex<T> {
  /** The entries in the order in which they were added. */
  get(first: number, second: number): readonly T[] | undefined;
}

/** The golden ratio, 2 ** 32 / 1.618 (multiplicative hashing, Knuth 6.4). */
const GOLDEN = 0x9e3779b1;

/** Share of the slots that are filled at most, so that a search finds a free one soon. */
const LOAD = 1 / 2;

/**
 * Builds the index over values with their keys; a key shorter than two units is never found. An open-addressed hash
 * table (linear probing): whoever finds something asks as often as a text has titles, and a Map takes twice as long.
 */
export function createPairIndex<T>(entries: Iterable<readonly [key: string, value: T]>): PairIndex<T> {
  const byPair = new Map<number, T[]>();
  for (const [key, value] of entries) {
    if (key.length < 2) continue;
    const pair = pairOf(key.charCodeAt(0), key.charCodeAt(1));
    const known = byPair.get(pair);
    if (known === undefined) byPair.set(pair, [value]);
    else known.push(value);
  }
  const filter = new BitFilter(Array.from(byPair.keys(), (pair) => Math.imul(pair, GOLDEN)));
  const bits = Math.ceil(Math.log2(byPair.size / LOAD + 1));
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const pairs = new Int32Array(mask + 1);
  const values = new Array<readonly T[] | undefined>(mask + 1).fill(undefined);
  for (const [pair, list] of byPair) {
    let slot = Math.imul(pair, GOLDEN) >>> shift;
    while (values[slot] !== undefined) slot = (slot + 1) & mask;
    pairs[slot] = pair;
    values[slot] = list;
  }
  return {
    get(first, second) {
      const pair = pairOf(first, second);
      const hash = Math.imul(pair, GOLDEN);
      if (!filter.mayHold(hash)) return undefined;
      for (let slot = hash >>> shift; ; slot = (slot + 1) & mask) {
        const list = values[slot];
        if (list === undefined || pairs[slot] === pair) return list;
      }
    },
  };
}

/** Two units as one number of 32 bits. */
function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/**
 * A test whether a text holds any of the pairs of characters: what a pattern with many alternatives cannot be
 * without, found in a fraction of the time.
 */
export function createPairTest(pairs: readonly string[]): (text: string) => boolean {
  const index = createPairIndex(pairs.map((pair) => [pair, pair]));
  return (text) => {
    let unit = text.charCodeAt(0);
    for (let i = 1; i < text.length; i++) {
      const next = text.charCodeAt(i);
      if (index.get(unit, next) !== undefined) return true;
      unit = next;
    }
    return false;
  };
}
