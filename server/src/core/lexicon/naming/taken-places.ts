import type { Naming } from './person.js';

/** Units of memory that are kept for the next text. */
const KEPT = 1 << 20;
const SMALLEST = 8192;
/** One flag for each offset of a text, used again for every text: all of it is 0 between two. */
let flags = new Uint8Array(SMALLEST);

/** The offsets of one text at which somebody is named already. Who adds any has to remove them in the end. */
export class TakenPlaces {
  /** @param length of the text, UTF-16 units */
  constructor(length: number) {
    if (flags.length < length || flags.length > Math.max(KEPT, length))
      flags = new Uint8Array(Math.max(SMALLEST, length));
  }

  add(mentions: readonly Naming[]): void {
    for (const { start } of mentions) flags[start] = 1;
  }

  addOne(start: number): void {
    flags[start] = 1;
  }

  has(start: number): boolean {
    return flags[start] === 1;
  }

  remove(mentions: readonly Naming[]): void {
    for (const { start } of mentions) flags[start] = 0;
  }
}
