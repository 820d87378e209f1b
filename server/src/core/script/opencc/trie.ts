/*
 * A double-array trie over UTF-16 units. A node is a word:
 *   0     nothing is here
 *   > 0   it has children: bits 1.. are its base plus BASE_SHIFT, bit 0 says that it is a key too (see `values`)
 *   < 0   a key without children; the complement is its value
 * The child for a unit stands at slot `base + unit`, if `check` holds the unit there. Bases may be negative.
 */
export const BASE_SHIFT = 0x10000;

/** The value of a key that is converted unit by unit, as its characters are; see {@link slice} for the others. */
export const BY_UNITS = 0;

/**
 * The bit of a value whose key does not cut the text: a phrase of the first dictionary of a chain of two, which is
 * looked at within the stretch between two phrases that do.
 */
export const JOINS = 1 << 5;

/** The value of a key that has to be looked at with what stands around it; see `island.ts`. */
export const HARD = (1 << 6) | JOINS;

/** A stretch of the pool as a value: its offset and length in UTF-16 units, the length from 1 to 31. */
export const slice = (offset: number, length: number): number => (offset << 6) | length;

/** The two parts of {@link slice}. */
export const OFFSET_SHIFT = 6;
export const LENGTH_MASK = 31;

export interface Trie {
  readonly word: Int32Array;
  readonly check: Uint16Array;
  /** The word of each first unit, 0 where no key starts with it; 65,536 entries. */
  readonly start: Int32Array;
  /** The values of keys that are the beginning of another, by slot. */
  readonly values: Int32Array;
  readonly pool: Uint16Array;
}

export const NO_TRIE: Trie = {
  word: new Int32Array(0),
  check: new Uint16Array(0),
  start: new Int32Array(0),
  values: new Int32Array(0),
  pool: new Uint16Array(0),
};

/** The slot of the child of a node for a unit, or -1. */
export function childSlot(trie: Trie, word: number, unit: number): number {
  if (word <= 0) return -1;
  const slot = (word >> 1) - BASE_SHIFT + unit;
  if (slot >>> 0 >= trie.word.length || trie.check[slot] !== unit || trie.word[slot] === 0) return -1;
  return slot;
}

/** The value of the key that a character of two units is, {@link BY_UNITS} where it is none. */
export function pairValue(trie: Trie, high: number, low: number): number {
  const slot = childSlot(trie, trie.start[high]!, low);
  if (slot < 0) return BY_UNITS;
  const word = trie.word[slot]!;
  if (word < 0) return ~word;
  return (word & 1) !== 0 ? trie.values[slot]! : BY_UNITS;
}
