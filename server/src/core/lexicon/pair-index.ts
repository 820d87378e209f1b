/** Which entries of a fixed list begin with two given UTF-16 units; asking makes no strings. */
export interface PairIndex<T> {
  /** The entries in the order in which they were added. */
  get(first: number, second: number): readonly T[] | undefined;
  /** Whether any entry begins with this unit: the cheap test of a scan that has to look further for the second. */
  begins(first: number): boolean;
}

/** Builds the index over values with their keys; a key shorter than two units is never found. */
export function createPairIndex<T>(entries: Iterable<readonly [key: string, value: T]>): PairIndex<T> {
  const byPair = new Map<number, T[]>();
  // A scan asks at every character of a text: one look into a table refuses nearly all of them. One bit for each
  // hash keeps the table at 8 KB, so that it stays in the nearest cache.
  const possible = new Uint8Array(0x2000);
  const firsts = new Uint8Array(0x10000);
  for (const [key, value] of entries) {
    if (key.length < 2) continue;
    const [first, second] = [key.charCodeAt(0), key.charCodeAt(1)];
    firsts[first] = 1;
    const code = hash(first, second);
    possible[code >>> 3] = (possible[code >>> 3] ?? 0) | (1 << (code & 7));
    const known = byPair.get(first * 0x10000 + second);
    if (known === undefined) byPair.set(first * 0x10000 + second, [value]);
    else known.push(value);
  }
  return {
    get(first, second) {
      const code = hash(first, second);
      if ((((possible[code >>> 3] ?? 0) >>> (code & 7)) & 1) === 0) return undefined;
      return byPair.get(first * 0x10000 + second);
    },
    begins: (first) => firsts[first] !== 0,
  };
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

function hash(first: number, second: number): number {
  return ((first * 31) ^ (second * 7)) & 0xffff;
}
