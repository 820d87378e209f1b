/** Bits for each hash: one of sixteen strangers is let through. */
const ROOM = 16;
const FEWEST_BITS = 6;

/**
 * Which 32-bit hashes a set may hold (a Bloom filter of one hash). A reader asks at very many places, nearly all in
 * vain: a filter of a few hundred bytes stays in the nearest cache where a table of the entries would not.
 */
export class BitFilter {
  readonly #words: Int32Array;
  readonly #shift: number;

  /** @param hashes well mixed in their upper bits */
  constructor(hashes: readonly number[]) {
    const bits = Math.max(FEWEST_BITS, Math.ceil(Math.log2(hashes.length * ROOM + 1)));
    this.#shift = 32 - bits;
    this.#words = new Int32Array(2 ** (bits - 5));
    for (const hash of hashes) {
      const bit = hash >>> this.#shift;
      this.#words[bit >>> 5] = (this.#words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  mayHold(hash: number): boolean {
    const bit = hash >>> this.#shift;
    return (((this.#words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}
