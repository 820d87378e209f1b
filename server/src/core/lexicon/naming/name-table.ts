import { holdsAt } from '../holds-at.js';

/** A name with what is known of it. */
export interface Entry<T> {
  readonly name: string;
  readonly value: T;
  /** The entry before it in its row. */
  next: Entry<T> | undefined;
}

const SMALLEST = 16;

/**
 * The names of one text, found by their first two UTF-16 units without making strings. A hash table with chains: most
 * reports name a few people, for whom a Map costs more than the reading; it grows with a text that names thousands.
 */
export class NameTable<T> {
  /** Made with the first name: many texts have none. */
  #rows: (Entry<T> | undefined)[] | undefined = undefined;
  #size = 0;
  /** A bit for each last unit, by its low bits. */
  #endings = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a name of at least two units that the table does not hold. */
  add(name: string, value: T): void {
    let rows = (this.#rows ??= emptyRows<T>(SMALLEST));
    if (this.#size === rows.length) rows = this.#rows = grown(rows);
    put(rows, { name, value, next: undefined });
    this.#size++;
    this.#endings |= 1 << (name.charCodeAt(name.length - 1) & 31);
  }

  forEach(use: (name: string, value: T) => void): void {
    for (const row of this.#rows ?? [])
      for (let entry = row; entry !== undefined; entry = entry.next) use(entry.name, entry.value);
  }

  get(name: string): T | undefined {
    for (let entry = this.#row(name, 0); entry !== undefined; entry = entry.next)
      if (entry.name === name) return entry.value;
    return undefined;
  }

  /** The value of the name that stands at a stretch of a text. */
  between(text: string, start: number, end: number): T | undefined {
    for (let entry = this.#row(text, start); entry !== undefined; entry = entry.next)
      if (entry.name.length === end - start && holdsAt(text, start, entry.name)) return entry.value;
    return undefined;
  }

  /** The longest name that starts at an offset of a text and does not go beyond `stop`. */
  longestAt(text: string, start: number, stop: number): Entry<T> | undefined {
    let longest: Entry<T> | undefined;
    for (let entry = this.#row(text, start); entry !== undefined; entry = entry.next) {
      const { length } = entry.name;
      if (length <= (longest?.name.length ?? 0) || length > stop - start) continue;
      if (holdsAt(text, start, entry.name)) longest = entry;
    }
    return longest;
  }

  /** Whether some name may end with a unit. */
  mayEndWith(unit: number): boolean {
    return ((this.#endings >>> (unit & 31)) & 1) === 1;
  }

  #row(text: string, start: number): Entry<T> | undefined {
    const rows = this.#rows;
    return rows?.[rowOf(text, start, rows.length)];
  }
}

function emptyRows<T>(length: number): (Entry<T> | undefined)[] {
  return new Array<Entry<T> | undefined>(length).fill(undefined);
}

function grown<T>(rows: readonly (Entry<T> | undefined)[]): (Entry<T> | undefined)[] {
  const larger = emptyRows<T>(rows.length * 4);
  for (const first of rows) {
    for (let entry = first; entry !== undefined;) {
      const { next } = entry;
      put(larger, entry);
      entry = next;
    }
  }
  return larger;
}

function put<T>(rows: (Entry<T> | undefined)[], entry: Entry<T>): void {
  const row = rowOf(entry.name, 0, rows.length);
  entry.next = rows[row];
  rows[row] = entry;
}

/** The row of what stands at an offset, of so many as is a power of two. */
function rowOf(text: string, start: number, rows: number): number {
  return (text.charCodeAt(start) * 31 + text.charCodeAt(start + 1)) & (rows - 1);
}
