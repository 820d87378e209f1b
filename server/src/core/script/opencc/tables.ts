import { readSections, TABLE, TRIE, type Sections } from './format.js';
import { BY_UNITS, HARD, OFFSET_SHIFT, type Trie } from './trie.js';
import type { ConfigName } from './types.js';

/** Gives the binary of a table; `st` holds the phrases that all configurations from Simplified share. */
export type ReadTable = (name: ConfigName | 'st' | 'cjk') => Uint8Array;

/** What a unit is when it is neither copied nor replaced by another. */
export const FLAG = { wide: 1, hard: 2, description: 4, compatibility: 8 } as const;

/** Units that become two, ascending, each followed by these. */
export type Wide = Uint16Array;

/** Where the two units stand that a unit becomes, or -1; binary search, for such characters are rare. */
export function wideAt(wide: Wide, unit: number): number {
  let low = 0;
  let high = wide.length / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = wide[middle * 3]!;
    if (found === unit) return middle * 3 + 1;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** A dictionary of a chain of two, as the stretches between phrases need it. */
export interface Stage {
  /** What a unit becomes, less the unit, modulo 2^16. */
  readonly single: Uint16Array;
  readonly wide: Wide;
  readonly trie: Trie;
}

export interface Stages {
  readonly first: Stage;
  readonly second: Stage;
  /** Units at which a phrase of the second dictionary can go on. */
  readonly goesOn: Uint8Array;
  /** Units at which a result of the first dictionary may begin with another unit than `single` says, or that become two. */
  readonly odd: Uint8Array;
}

/** A configuration, ready to run. Differences instead of targets: a table of zeros costs nothing to make. */
export interface Tables {
  /**
   * What a unit becomes, less the unit, modulo 2^16; a result in D800..DFFF says that there is more to look at: it is by
   * this unit that a phrase is told (see `telling.ts`), or it has a flag.
   */
  readonly step: Uint16Array;
  /** The same, but stopping at all units that a key starts with; made when somebody asks for it. */
  readonly everyKey: () => Uint16Array;
  /** What a unit becomes, less the unit, once looking has led to nothing; of one that becomes two: where they are in `wide`. */
  readonly single: Uint16Array;
  /** {@link FLAG}s of units. */
  readonly flags: Uint8Array;
  /** Pairs of units by which phrases are told that change something, by {@link pairBit}. */
  readonly pairs: Uint16Array;
  /** A bit for every unit that a key may go on behind. */
  readonly inside: Uint16Array;
  readonly wide: Wide;
  /** Read when somebody asks: many a text has no phrase that changes anything. */
  readonly trie: () => Trie;
  readonly stages: Stages | undefined;
  /** See `targets.ts`; read when somebody asks. */
  readonly targets: Uint16Array;
}

const UNITS = 0x10000;
/** A step that says so: whatever the unit, the result is D800. */
const more = (unit: number): number => 0xd800 - unit;

/** What a unit becomes that is a text of its own, or -1 where it takes more than the table to say so. */
export const unitAlone = ({ single, flags }: Tables, unit: number): number =>
  flags[unit] === 0 && (unit & 0xf800) !== 0xd800 ? (unit + single[unit]!) & 0xffff : -1;

/** Reads and lays out the tables of a configuration. @throws Error when they are damaged */
export function loadTables(name: ConfigName | 'cjk', read: ReadTable): Tables {
  const sections = readSections(read(name));
  const single = readSingles(sections.u16(TABLE.singleFrom), sections.u16(TABLE.singleTo));
  const step = single.slice();
  const flags = new Uint8Array(UNITS);
  const wide = sections.u16(TABLE.wide);
  for (let i = 0; i < wide.length; i += 3) {
    const unit = wide[i]!;
    step[unit] = more(unit);
    single[unit] = i + 1;
    flags[unit] = FLAG.wide;
  }
  // Counted loops: this is run once, by the interpreter, and somebody waits for it.
  const hard = sections.u16(TABLE.hard);
  for (let i = 0, n = hard.length; i < n; i++) {
    const unit = hard[i]!;
    step[unit] = more(unit);
    flags[unit] = FLAG.hard;
  }
  const telling = sections.u16(TABLE.telling);
  for (let i = 0, n = telling.length; i < n; i++) step[telling[i]!] = more(telling[i]!);
  const flagRange = (first: number, last: number, flag: number): void => {
    for (let unit = first; unit <= last; unit++) {
      step[unit] = more(unit);
      flags[unit] = flag;
    }
  };
  flagRange(0x2ff0, 0x2fff, FLAG.description);
  if (name !== 'cjk') {
    flagRange(0xf900, 0xfaff, FLAG.compatibility);
    flagRange(0xd87e, 0xd87e, FLAG.compatibility);
  }
  let trie: StartedTrie | undefined;
  const ownTrie = (): StartedTrie =>
    (trie ??=
      sections.u16(TABLE.meta)[0] === 1 ? sharedTrie(sections, read) : readTrie(sections, TABLE.trie));
  let everyKey: Uint16Array | undefined;
  const stopAtStarts = (): Uint16Array => {
    const steps = step.slice();
    for (let i = 0, n = telling.length; i < n; i++) {
      const unit = telling[i]!;
      if (flags[unit] === 0) steps[unit] = single[unit]!;
    }
    const { startUnits } = ownTrie();
    for (let i = 0, n = startUnits.length; i < n; i++) steps[startUnits[i]!] = more(startUnits[i]!);
    return steps;
  };
  const two = sections.count > TABLE.odd;
  return {
    ...{ step, single, flags, wide, trie: ownTrie },
    everyKey: () => (everyKey ??= stopAtStarts()),
    pairs: sections.u16(TABLE.pairs),
    inside: sections.u16(TABLE.inside),
    stages: two ? readStages(sections) : undefined,
    targets: sections.u16(TABLE.targets),
  };
}

/** Steps by unit, from two parallel lists, or from the lowest unit and the steps of all from there on. */
function readSingles(from: Uint16Array, to: Uint16Array): Uint16Array {
  const steps = new Uint16Array(UNITS);
  if (from.length === 1 && to.length > 1) steps.set(to, from[0]);
  else for (let i = 0, n = from.length; i < n; i++) steps[from[i]!] = to[i]! - from[i]!;
  return steps;
}

type StartedTrie = Trie & { readonly startUnits: Uint16Array };

function readTrie(sections: Sections, at: number): StartedTrie {
  const [word, check] = readNodes(sections, at);
  const startUnits = sections.u16(at + TRIE.startUnits);
  const startWords = sections.i32(at + TRIE.startWords);
  const start = new Int32Array(UNITS);
  for (let i = 0; i < startUnits.length; i++) start[startUnits[i]!] = startWords[i]!;
  const slots = sections.i32(at + TRIE.valueSlots);
  const list = sections.i32(at + TRIE.values);
  const values = new Int32Array(word.length);
  for (let i = 0; i < slots.length; i++) values[slots[i]!] = list[i]!;
  return { word, check, start, startUnits, values, pool: sections.u16(at + TRIE.pool) };
}

function readNodes(sections: Sections, at: number): [word: Int32Array, check: Uint16Array] {
  const slots = sections.i32(at + TRIE.slots);
  const words = sections.i32(at + TRIE.word);
  const checks = sections.u16(at + TRIE.check);
  if (slots.length === 0) return [words, checks];
  const size = slots.at(-1)! + 1;
  const word = new Int32Array(size);
  const check = new Uint16Array(size);
  for (let i = 0; i < slots.length; i++) {
    word[slots[i]!] = words[i]!;
    check[slots[i]!] = checks[i]!;
  }
  return [word, check];
}

/** The phrases of all configurations from Simplified, with the values that this one has otherwise. */
function sharedTrie(sections: Sections, read: ReadTable): StartedTrie {
  const trie = readTrie(readSections(read('st')), 0);
  const slots = sections.i32(TABLE.patchSlots);
  const changed = sections.i32(TABLE.patchWords);
  if (slots.length === 0) return trie;
  const own = sections.u16(TABLE.trie + TRIE.pool);
  const pool = new Uint16Array(trie.pool.length + own.length);
  pool.set(trie.pool);
  pool.set(own, trie.pool.length);
  const word = trie.word.slice();
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    const now = changed[i]!;
    const value = now === BY_UNITS || now === HARD ? now : now + (trie.pool.length << OFFSET_SHIFT);
    if (word[slot]! < 0) word[slot] = ~value;
    else trie.values[slot] = value;
  }
  return { ...trie, word, pool };
}

function readStages(sections: Sections): Stages {
  const stage = (from: number, to: number, wide: number, trie: number): Stage => {
    const single = readSingles(sections.u16(from), sections.u16(to));
    return { single, wide: sections.u16(wide), trie: readTrie(sections, trie) };
  };
  const first = stage(TABLE.firstFrom, TABLE.firstTo, TABLE.firstWide, TABLE.firstTrie);
  const second = stage(TABLE.secondFrom, TABLE.secondTo, TABLE.secondWide, TABLE.secondTrie);
  const goesOn = new Uint8Array(UNITS);
  const { word, check } = second.trie;
  for (let slot = 0; slot < word.length; slot++) if (word[slot] !== 0) goesOn[check[slot]!] = 1;
  const odd = new Uint8Array(UNITS);
  for (const unit of sections.u16(TABLE.odd)) odd[unit] = 1;
  return { first, second, goesOn, odd };
}
