import { clueUnit } from '../report/clues.js';
import { BitFilter } from './bit-filter.js';

/** Share of the slots that are filled at most, so that a search finds a free one soon. */
const LOAD = 1 / 2;
const KEY = 3;

/** A string to be found by three of its units; its commas are those of clues (`、`). */
export interface FormEntry<T> {
  readonly form: string;
  /** Where its key begins. */
  readonly keyAt: number;
  readonly value: T;
}

/**
 * Strings by three of their units. Forms of one key are a group, in the order in which they were given. All letters
 * lie together in one array: a report asks at a hundred places, and to fetch an object for each answer would cost
 * more than the comparing.
 */
export class FormTable<T> {
  readonly #filter: BitFilter;
  /** An open-addressed hash table (linear probing): one more than a group, 0 where a slot is free. */
  readonly #slots: Uint32Array;
  /** By group: its key. */
  readonly #keys: Uint16Array;
  /** By group: its first form; one more number closes the last group. */
  readonly #groups: Uint32Array;
  /** By form: its first letter; one more number closes the last form. */
  readonly #starts: Uint32Array;
  readonly #letters: Uint16Array;
  readonly #entries: readonly FormEntry<T>[];

  constructor(entries: Iterable<FormEntry<T>>) {
    const byKey = new Map<string, FormEntry<T>[]>();
    for (const entry of entries) {
      const key = entry.form.slice(entry.keyAt, entry.keyAt + KEY);
      if (key.length < KEY) continue;
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [entry]);
      else group.push(entry);
    }
    const groups = Array.from(byKey.values());
    const forms = groups.flat();
    this.#entries = forms;
    this.#keys = lettersOf([...byKey.keys()].join(''));
    this.#letters = lettersOf(forms.map(({ form }) => form).join(''));
    this.#starts = sums(forms.map(({ form }) => form.length));
    this.#groups = sums(groups.map((group) => group.length));
    const hashes = groups.map((_, group) => this.#hashOfGroup(group));
    this.#filter = new BitFilter(hashes);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(groups.length / LOAD + 1)));
    hashes.forEach((hash, group) => {
      let slot = hash & (this.#slots.length - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = group + 1;
    });
  }

  /** The group whose key stands at an offset of a text; -1 where there is none. A comma of the text counts as `、`. */
  groupAt(units: Uint16Array, offset: number): number {
    const first = clueUnit(units[offset] ?? 0);
    const second = clueUnit(units[offset + 1] ?? 0);
    const third = clueUnit(units[offset + 2] ?? 0);
    const hash = hashOf(first, second, third);
    if (!this.#filter.mayHold(hash)) return -1;
    const slots = this.#slots;
    const keys = this.#keys;
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const group = (slots[slot] ?? 0) - 1;
      if (group < 0) return -1;
      const key = group * KEY;
      if (keys[key] === first && keys[key + 1] === second && keys[key + 2] === third) return group;
    }
  }

  /** The first form of a group; that of the next group ends it. */
  firstOf(group: number): number {
    return this.#groups[group] ?? 0;
  }

  entryOf(form: number): FormEntry<T> | undefined {
    return this.#entries[form];
  }

  lengthOf(form: number): number {
    return (this.#starts[form + 1] ?? 0) - (this.#starts[form] ?? 0);
  }

  letterOf(form: number, index: number): number {
    return this.#letters[(this.#starts[form] ?? 0) + index] ?? 0;
  }

  /** How many units a text from `offset` on has in common with a form from its unit `from` on. */
  commonWith(form: number, from: number, units: Uint16Array, offset: number): number {
    const letters = this.#letters;
    const start = (this.#starts[form] ?? 0) + from;
    const end = this.#starts[form + 1] ?? 0;
    let at = start;
    while (at < end && letters[at] === clueUnit(units[offset + at - start] ?? 0)) at++;
    return at - start;
  }

  #hashOfGroup(group: number): number {
    const key = group * KEY;
    return hashOf(this.#keys[key] ?? 0, this.#keys[key + 1] ?? 0, this.#keys[key + 2] ?? 0);
  }
}

function lettersOf(text: string): Uint16Array {
  const letters = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) letters[i] = text.charCodeAt(i);
  return letters;
}

/** 0 and the sums of the first, the first two … numbers. */
function sums(numbers: readonly number[]): Uint32Array {
  const all = new Uint32Array(numbers.length + 1);
  numbers.forEach((number, i) => {
    all[i + 1] = (all[i] ?? 0) + number;
  });
  return all;
}

/** Multiplicative hashing, Knuth 6.4; the slots take the lower bits, so that the upper ones are folded in. */
function hashOf(first: number, second: number, third: number): number {
  const hash = Math.imul(Math.imul((first << 16) | second, 0x9e3779b1) + third, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
