/*
 * Most phrases say what the character table says. The few that do not are told from the rest by two units that stand side
 * by side in them: one of the two, the telling one, makes a scan stop, and the pair says whether such a phrase may be here.
 */

/** The bit of a pair in a set of `bits` (a power of two); other pairs may share it. */
export const pairBit = (first: number, second: number, bits: number): number =>
  (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x85eb5)) & (bits - 1);

/** Whether a set of units (a bit each, sixteen in an element) or of pairs has a bit. */
export const hasBit = (set: Uint16Array, bit: number): boolean => ((set[bit >> 4]! >> (bit & 15)) & 1) === 1;

export function setBit(set: Uint16Array, bit: number): void {
  set[bit >> 4] = (set[bit >> 4] ?? 0) | (1 << (bit & 15));
}
