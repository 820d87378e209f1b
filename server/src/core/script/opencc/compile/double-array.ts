import { BASE_SHIFT } from '../trie.js';

/** A trie over UTF-16 units in arrays, as `../trie.ts` describes it. */
export interface PackedTrie {
  readonly word: Int32Array;
  readonly check: Uint16Array;
  /** The first units of keys, ascending, and the word of each. */
  readonly startUnits: Uint16Array;
  readonly startWords: Int32Array;
  /** Slots of nodes that are a key and the beginning of another, and the value of each. */
  readonly valueSlots: Int32Array;
  readonly values: Int32Array;
}

/** How far before the last node of a width the next is tried: fewer holes for a little more time. */
const NEAR = 1024;

/** A trie as lists by node; the children of a node are numbered without gaps. Node 0 is the root. */
interface Nodes {
  readonly unit: readonly number[];
  /** -1 where the node is no key. */
  readonly value: readonly number[];
  readonly firstChild: readonly number[];
  readonly children: readonly number[];
}

function buildNodes(entries: Iterable<readonly [key: string, value: number]>): Nodes {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const unit = [0];
  const value = [-1];
  const firstChild: number[] = [];
  const children: number[] = [];
  // Which of the sorted keys a node begins, and at which depth it is.
  const from = [0];
  const to = [sorted.length];
  const depth = [0];
  for (let one = 0; one < unit.length; one++) {
    const at = depth[one] ?? 0;
    let i = from[one] ?? 0;
    const end = to[one] ?? 0;
    // The key that ends here comes before those that go on.
    if (i < end && sorted[i]?.[0].length === at) value[one] = sorted[i++]?.[1] ?? -1;
    firstChild.push(unit.length);
    while (i < end) {
      const next = sorted[i]?.[0].charCodeAt(at) ?? 0;
      from.push(i);
      while (i < end && sorted[i]?.[0].charCodeAt(at) === next) i++;
      to.push(i);
      unit.push(next);
      value.push(-1);
      depth.push(at + 1);
    }
    children.push(unit.length - (firstChild[one] ?? 0));
  }
  return { unit, value, firstChild, children };
}

/**
 * Packs keys of at least two units into a double array (J. Aoe, 1989), first fit, the widest nodes first. A slot is
 * checked by its unit alone, which tells its parent because no two nodes share a base.
 *
 * @param entries keys, each once, with values from 0 to 2^30
 */
export function packTrie(entries: Iterable<readonly [key: string, value: number]>): PackedTrie {
  const { unit, value, firstChild, children } = buildNodes(entries);
  const roots = Array.from({ length: children[0] ?? 0 }, (_, i) => i + 1);
  if (roots.some((one) => value[one] !== -1)) throw new Error('a key of the trie is too short');
  const inner = [...unit.keys()].filter((one) => one > 0 && (children[one] ?? 0) > 0);
  inner.sort((a, b) => (children[b] ?? 0) - (children[a] ?? 0));

  let size = 1 << 16;
  let used = new Uint8Array(size);
  // Free slots are found by skipping: what a used slot says is never beyond the next free one.
  let skip = new Int32Array(size);
  const freeFrom = (start: number): number => {
    let at = start;
    while (skip[at]! > 0) at = skip[at]!;
    for (let i = start; skip[i]! > 0 && skip[i]! < at;) {
      const next = skip[i]!;
      skip[i] = at;
      i = next;
    }
    return at;
  };
  const slots = new Int32Array(unit.length);
  const bases = new Int32Array(unit.length);
  const basesUsed = new Set<number>();
  let top = 0;
  // Nodes come by falling width; where one did not fit, a node of the same width seldom will.
  let width = 0;
  let begin = 0;
  for (const one of inner) {
    const first = firstChild[one] ?? 0;
    const units = unit.slice(first, first + (children[one] ?? 0));
    const [lowest = 0] = units;
    if (units.length !== width) [width, begin] = [units.length, 0];
    let at = freeFrom(begin);
    while (!fits(used, units, at - lowest) || basesUsed.has(at - lowest)) at = freeFrom(at + 1);
    begin = width > 1 ? Math.max(begin, at - NEAR) : begin;
    const base = at - lowest;
    basesUsed.add(base);
    bases[one] = base;
    const last = base + (units.at(-1) ?? 0);
    while (last >= size) {
      size *= 2;
      used = grown(used, new Uint8Array(size));
      skip = grown(skip, new Int32Array(size));
    }
    units.forEach((child, i) => {
      const slot = base + child;
      used[slot] = 1;
      skip[slot] = slot + 1;
      slots[first + i] = slot;
    });
    top = Math.max(top, last + 1);
  }

  const wordOf = (one: number): number => {
    const own = value[one] ?? -1;
    if (children[one] === 0) return ~own;
    return ((bases[one]! + BASE_SHIFT) << 1) | (own === -1 ? 0 : 1);
  };
  const word = new Int32Array(top);
  const check = new Uint16Array(top);
  const valued: number[] = [];
  for (let one = roots.length + 1; one < unit.length; one++) {
    const slot = slots[one]!;
    word[slot] = wordOf(one);
    check[slot] = unit[one]!;
    if ((children[one] ?? 0) > 0 && value[one] !== -1) valued.push(one);
  }
  return {
    word,
    check,
    startUnits: Uint16Array.from(roots, (one) => unit[one] ?? 0),
    startWords: Int32Array.from(roots, wordOf),
    valueSlots: Int32Array.from(valued, (one) => slots[one] ?? 0),
    values: Int32Array.from(valued, (one) => value[one] ?? 0),
  };
}

function fits(used: Uint8Array, units: readonly number[], base: number): boolean {
  for (const unit of units) if (used[base + unit] === 1) return false;
  return true;
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
