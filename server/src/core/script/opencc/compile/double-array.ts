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

interface Node {
  readonly children: Map<number, Node>;
  value: number | undefined;
  slot: number;
}

const node = (): Node => ({ children: new Map(), value: undefined, slot: -1 });

/**
 * Packs keys of at least two units into a double array (J. Aoe, 1989), first fit, the widest nodes first. A slot is
 * checked by its unit alone, which tells its parent because no two nodes share a base.
 *
 * @param entries keys with values from 0 to 2^30
 */
export function packTrie(entries: Iterable<readonly [key: string, value: number]>): PackedTrie {
  const root = node();
  for (const [key, value] of entries) {
    if (key.length < 2) throw new Error(`a key of the trie is too short: ${JSON.stringify(key)}`);
    let current = root;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      let next = current.children.get(unit);
      if (next === undefined) current.children.set(unit, (next = node()));
      current = next;
    }
    current.value = value;
  }

  const inner: Node[] = [];
  const collect = (one: Node): void => {
    if (one.children.size > 0) inner.push(one);
    for (const child of one.children.values()) collect(child);
  };
  for (const child of root.children.values()) collect(child);
  inner.sort((a, b) => b.children.size - a.children.size);

  let size = 1 << 16;
  let word = new Int32Array(size);
  let check = new Uint16Array(size);
  let used = new Uint8Array(size);
  const bases = new Map<Node, number>();
  const basesUsed = new Set<number>();
  // Free slots are found by skipping: what a used slot says is never beyond the next free one.
  let skip = new Int32Array(size);
  const freeFrom = (from: number): number => {
    let at = from;
    while (skip[at]! > 0) at = skip[at]!;
    for (let i = from; skip[i]! > 0 && skip[i]! < at;) {
      const next = skip[i]!;
      skip[i] = at;
      i = next;
    }
    return at;
  };
  let top = 0;
  // Nodes come by falling width; where one did not fit, a node of the same width will not fit either, or seldom.
  let width = 0;
  let begin = 0;
  for (const one of inner) {
    const units = [...one.children.keys()].sort((a, b) => a - b);
    const [lowest = 0] = units;
    if (units.length !== width) [width, begin] = [units.length, 0];
    let at = freeFrom(begin);
    while (!fits(used, units, at - lowest) || basesUsed.has(at - lowest)) at = freeFrom(at + 1);
    begin = width > 1 ? Math.max(begin, at - NEAR) : begin;
    const base = at - lowest;
    basesUsed.add(base);
    bases.set(one, base);
    const last = base + (units.at(-1) ?? 0);
    while (last >= size) {
      size *= 2;
      word = grown(word, new Int32Array(size));
      check = grown(check, new Uint16Array(size));
      used = grown(used, new Uint8Array(size));
      skip = grown(skip, new Int32Array(size));
    }
    for (const [unit, child] of one.children) {
      used[base + unit] = 1;
      skip[base + unit] = base + unit + 1;
      check[base + unit] = unit;
      child.slot = base + unit;
    }
    top = Math.max(top, last + 1);
  }

  const wordOf = (one: Node): number => {
    if (one.children.size === 0) return ~(one.value ?? 0);
    return (((bases.get(one) ?? 0) + BASE_SHIFT) << 1) | (one.value === undefined ? 0 : 1);
  };
  const valued: (readonly [number, number])[] = [];
  const fill = (one: Node): void => {
    for (const child of one.children.values()) {
      word[child.slot] = wordOf(child);
      if (child.children.size > 0 && child.value !== undefined) valued.push([child.slot, child.value]);
      fill(child);
    }
  };
  for (const child of root.children.values()) fill(child);
  const starts = [...root.children].sort(([a], [b]) => a - b);
  valued.sort(([a], [b]) => a - b);
  return {
    word: word.slice(0, top),
    check: check.slice(0, top),
    startUnits: Uint16Array.from(starts, ([unit]) => unit),
    startWords: Int32Array.from(starts, ([, one]) => wordOf(one)),
    valueSlots: Int32Array.from(valued, ([slot]) => slot),
    values: Int32Array.from(valued, ([, value]) => value),
  };
}

function fits(used: Uint8Array, units: readonly number[], base: number): boolean {
  for (const unit of units) if (used[base + unit] === 1) return false;
  return true;
}

function grown<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
