/*
 * The container of the tables: a header of 32-bit words (magic, number of sections, then kind, byte offset and length
 * in elements of each) and the sections, each at a multiple of four bytes, little-endian as every platform that
 * VS Code and Node run on.
 */
const MAGIC = 0x3143434f;

export type Section = Uint16Array | Int32Array;

/**
 * The sections of a trie, from the one that is given. `slots` says where each word and check belongs; empty where they
 * stand as they are, which is shorter once most slots are used.
 */
export const TRIE = {
  slots: 0,
  word: 1,
  check: 2,
  startUnits: 3,
  startWords: 4,
  valueSlots: 5,
  values: 6,
  pool: 7,
} as const;
const TRIE_SECTIONS = 8;

/**
 * The sections of a configuration's tables. `single` are characters with one unit on either side: two parallel lists,
 * or, where there are many, the lowest unit and the steps of all from that one on. `wide` are those that become two: unit, high, low. `targets` holds the characters with several targets, see `targets.ts`.
 */
export const TABLE = {
  /** 1: the trie stands in a table of its own, `st`, and the two patch sections change values of it. */
  meta: 0,
  singleFrom: 1,
  singleTo: 2,
  wide: 3,
  hard: 4,
  /** What tells places that phrases may change from all others: see `telling.ts`. */
  telling: 5,
  pairs: 6,
  inside: 7,
  patchSlots: 8,
  patchWords: 9,
  targets: 10,
  trie: 11,
  /** Present for two dictionaries in a chain: see `Tables.stages`, and the characters and phrases of either. */
  odd: 11 + TRIE_SECTIONS,
  firstFrom: 12 + TRIE_SECTIONS,
  firstTo: 13 + TRIE_SECTIONS,
  firstWide: 14 + TRIE_SECTIONS,
  firstTrie: 15 + TRIE_SECTIONS,
  secondFrom: 15 + 2 * TRIE_SECTIONS,
  secondTo: 16 + 2 * TRIE_SECTIONS,
  secondWide: 17 + 2 * TRIE_SECTIONS,
  secondTrie: 18 + 2 * TRIE_SECTIONS,
} as const;

/** @param sections in the order in which they are read again */
export function writeSections(sections: readonly Section[]): Uint8Array {
  const header = 4 * (2 + 3 * sections.length);
  const aligned = (bytes: number): number => (bytes + 3) & ~3;
  const bytes = new Uint8Array(sections.reduce((sum, one) => sum + aligned(one.byteLength), header));
  const words = new Uint32Array(bytes.buffer, 0, header / 4);
  words[0] = MAGIC;
  words[1] = sections.length;
  let offset = header;
  sections.forEach((section, i) => {
    words.set([section.BYTES_PER_ELEMENT, offset, section.length], 2 + 3 * i);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += aligned(section.byteLength);
  });
  return bytes;
}

/** The sections of a table as views into it. */
export interface Sections {
  u16(index: number): Uint16Array;
  i32(index: number): Int32Array;
  readonly count: number;
}

/** @throws Error when the bytes are no table: the package is damaged. */
export function readSections(table: Uint8Array): Sections {
  // Views need aligned offsets, which a small buffer of a shared pool may not have.
  const bytes = table.byteOffset % 4 === 0 ? table : table.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const count = words[1] ?? 0;
  if (words[0] !== MAGIC || words.length < 2 + 3 * count) throw new Error('not a conversion table');
  const place = (index: number, size: number): [number, number] => {
    const at = 2 + 3 * index;
    const offset = words[at + 1]!;
    const length = words[at + 2]!;
    if (index >= count || words[at] !== size || offset + length * size > bytes.byteLength) {
      throw new Error(`section ${String(index)} of a conversion table is missing or cut`);
    }
    return [bytes.byteOffset + offset, length];
  };
  return {
    u16: (index) => new Uint16Array(bytes.buffer, ...place(index, 2)),
    i32: (index) => new Int32Array(bytes.buffer, ...place(index, 4)),
    count,
  };
}
