/** Names that a text settles, found by their first characters; asking makes no strings. */
export class KnownNames {
  readonly #names = new Set<string>();
  readonly #byUnit = new Map<number, string[]>();
  readonly #lastUnits = new Set<number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.#lastUnits.add(name.charCodeAt(name.length - 1));
    const unit = name.charCodeAt(0);
    const others = this.#byUnit.get(unit);
    if (others === undefined) this.#byUnit.set(unit, [name]);
    else others.push(name);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Whether some name ends with a UTF-16 unit. */
  endsWith(unit: number): boolean {
    return this.#lastUnits.has(unit);
  }

  get size(): number {
    return this.#names.size;
  }

  /** Where the longest name ends that starts at an offset of a text; 0 when none does. */
  endAt(text: string, start: number): number {
    const names = this.#byUnit.get(text.charCodeAt(start));
    if (names === undefined) return 0;
    let longest = 0;
    for (const name of names)
      if (name.length > longest && text.startsWith(name, start)) longest = name.length;
    return longest === 0 ? 0 : start + longest;
  }
}
