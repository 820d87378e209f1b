/** The entries of a lexicon by their UTF-16 units; asking makes no strings. */
export interface Trie<T> {
  /** The node behind `node` on a unit; -1 where no key goes on. The root is 0. */
  step(node: number, unit: number): number;
  /** The values of the key that ends at a node, in the order in which they were added. */
  values(node: number): readonly T[] | undefined;
}

/** Share of the table that is filled at most, so that a search finds a free place soon. */
const LOAD = 0.5;

/**
 * Builds a trie whose edges stand in one open-addressed hash table (linear probing): a step costs the same with a
 * hundred keys and with a hundred thousand.
 */
export function createTrie<T>(entries: Iterable<readonly [key: string, value: T]>): Trie<T> {
  const all = [...entries];
  const most = all.reduce((sum, [key]) => sum + key.length, 1);
  const bits = Math.max(4, Math.ceil(Math.log2(most / LOAD)));
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  // An edge is the node it leaves and its unit; the root's first child is 1, so a target of 0 is a free place.
  const sources = new Int32Array(mask + 1);
  const units = new Uint16Array(mask + 1);
  const targets = new Int32Array(mask + 1);
  // By node, one more than the place of its values in the list: a step on the way to a key ends at nothing.
  const listed = new Int32Array(most);
  const values: T[][] = [];
  let nodes = 1;

  const placeOf = (node: number, unit: number): number => {
    let at = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> shift;
    while (targets[at] !== 0 && (sources[at] !== node || units[at] !== unit)) at = (at + 1) & mask;
    return at;
  };
  for (const [key, value] of all) {
    let node = 0;
    for (let i = 0; i < key.length; i++) {
      const at = placeOf(node, key.charCodeAt(i));
      if (targets[at] === 0) {
        sources[at] = node;
        units[at] = key.charCodeAt(i);
        targets[at] = nodes++;
      }
      node = targets[at] ?? 0;
    }
    const known = values[(listed[node] ?? 0) - 1];
    if (known === undefined) listed[node] = values.push([value]);
    else known.push(value);
  }
  return {
    step(node, unit) {
      const target = targets[placeOf(node, unit)] ?? 0;
      return target === 0 ? -1 : target;
    },
    values(node) {
      const place = listed[node] ?? 0;
      return place === 0 ? undefined : values[place - 1];
    },
  };
}
