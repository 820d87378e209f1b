import { NameTable } from './name-table.js';

/** Names that a text settles; asking makes no strings. */
export class KnownNames {
  readonly #names = new NameTable<true>();

  /** Adds a name of at least two UTF-16 units. */
  add(name: string): void {
    if (this.#names.get(name) === undefined) this.#names.add(name, true);
  }

  /** Whether a stretch of a text is such a name. */
  has(text: string, start: number, end: number): boolean {
    return this.#names.between(text, start, end) !== undefined;
  }

  /** Whether some name may end with a UTF-16 unit. */
  mayEndWith(unit: number): boolean {
    return this.#names.mayEndWith(unit);
  }

  get size(): number {
    return this.#names.size;
  }

  /** Where the longest name ends that starts at an offset of a text, and ends before `stop`; 0 when none does. */
  endAt(text: string, start: number, stop = text.length): number {
    const longest = this.#names.longestAt(text, start, stop);
    return longest === undefined ? 0 : start + longest.name.length;
  }
}
