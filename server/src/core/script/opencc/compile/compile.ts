import { writeSections, type Section } from '../format.js';
import { BASE_SHIFT, BY_UNITS, HARD, JOINS, slice } from '../trie.js';
import { CONFIG_NAMES, type ConfigName } from '../types.js';
import { compose, type Composed } from './compose.js';
import { configSource, type Dictionary } from './dictionaries.js';
import { packTrie, type PackedTrie } from './double-array.js';
import { targetsOf } from './targets.js';
import { tellingOf, type Telling } from './telling.js';

/** The tables that there are: one a configuration, the phrases that all from Simplified share, and the compatibility characters. */
export type TableName = ConfigName | 'st' | 'cjk';
export const TABLE_NAMES: readonly TableName[] = [...CONFIG_NAMES, 'st', 'cjk'];

/** The longest key or value that fits the five bits of a value. */
const LONGEST = 31;
/** From here on, characters are laid out when they are compiled: reading more bytes takes less time than a loop. */
const MANY = 1000;
/** Pools start with a unit that nobody uses: no stretch of them is {@link HARD}. */
const UNUSED = [0, 0];

const units = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** Strings as one pool, equal ones once. */
function createPool(): { readonly units: number[]; readonly add: (text: string) => number } {
  const pool = [...UNUSED];
  const known = new Map<string, number>();
  return {
    units: pool,
    add: (text) => {
      if (text.length > LONGEST || text === '') throw new Error(`a value is too long or empty: ${text}`);
      let value = known.get(text);
      if (value === undefined) {
        value = slice(pool.length, text.length);
        known.set(text, value);
        pool.push(...units(text));
      }
      return value;
    },
  };
}

function trieSections(trie: PackedTrie, pool: readonly number[]): Section[] {
  const used = [...trie.word.keys()].filter((slot) => trie.word[slot] !== 0);
  const isSparse = used.length < trie.word.length / 2;
  return [
    Int32Array.from(isSparse ? used : []),
    isSparse ? Int32Array.from(used, (slot) => trie.word[slot] ?? 0) : trie.word,
    isSparse ? Uint16Array.from(used, (slot) => trie.check[slot] ?? 0) : trie.check,
    trie.startUnits,
    trie.startWords,
    trie.valueSlots,
    trie.values,
    Uint16Array.from(pool),
  ];
}
const NO_TRIE = trieSections(packTrie([]), []);

const tellingSections = ({ units: ofKeys, pairs, inside }: Telling): Section[] => [ofKeys, pairs, inside];
const NO_TELLING: readonly Section[] = [new Uint16Array(0), new Uint16Array(1), new Uint16Array(0)];

/** By which units the keys are told that the characters alone do not make. */
function tellingOfKeys({ keys, joining, singles }: Composed): Telling {
  const changing = new Map<string, string | undefined>(joining);
  for (const [key, value] of keys)
    if (valueOf(key, value, singles, () => -1) !== BY_UNITS) changing.set(key, value);
  return tellingOf([...keys.keys(), ...joining.keys()], changing, singles);
}

/** Characters of the BMP: those that become one unit (see `TABLE`), and those that become two as triples. */
function singleSections(singles: ReadonlyMap<string, string>): [Uint16Array, Uint16Array, Uint16Array] {
  const from: number[] = [];
  const to: number[] = [];
  const wide: number[] = [];
  for (const [key, value] of [...singles].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key.length !== 1 || key === value) continue;
    if (value.length === 1) {
      from.push(key.charCodeAt(0));
      to.push(value.charCodeAt(0));
    } else if (value.length === 2) wide.push(...units(key + value));
    else throw new Error(`a character becomes more than one: ${key} ${value}`);
  }
  if (from.length < MANY) return [Uint16Array.from(from), Uint16Array.from(to), Uint16Array.from(wide)];
  const lowest = from[0] ?? 0;
  const steps = new Uint16Array((from.at(-1) ?? 0) - lowest + 1);
  from.forEach((unit, i) => (steps[unit - lowest] = (to[i] ?? unit) - unit));
  return [Uint16Array.of(lowest), steps, Uint16Array.from(wide)];
}

function packKeys({ keys, joining, singles }: Composed): Keys {
  const pool = createPool();
  const entries = [
    ...[...keys].map(([key, value]) => [key, valueOf(key, value, singles, pool.add)] as const),
    ...[...joining].map(
      ([key, value]) => [key, value === undefined ? HARD : pool.add(value) | JOINS] as const,
    ),
  ];
  return { trie: packTrie(entries), pool: pool.units };
}

interface Keys {
  readonly trie: PackedTrie;
  readonly pool: readonly number[];
}

/** A value: by units where that gives the same, else a stretch of the pool. */
function valueOf(
  key: string,
  value: string,
  singles: ReadonlyMap<string, string>,
  add: (text: string) => number,
): number {
  let isByUnits = key.length === value.length;
  for (let i = 0; isByUnits && i < key.length; i++) {
    const unit = key.charAt(i);
    isByUnits = (singles.get(unit) ?? unit) === value.charAt(i);
  }
  return isByUnits ? BY_UNITS : add(value);
}

function stageSections(dictionary: Dictionary): Section[] {
  const pool = createPool();
  const longer = [...dictionary].filter(([key]) => key.length > 1);
  const singles = new Map([...dictionary].filter(([key]) => key.length === 1));
  const trie = packTrie(longer.map(([key, value]) => [key, pool.add(value)] as const));
  return [...singleSections(singles), ...trieSections(trie, pool.units)];
}

/** Where the value of every key of a trie stands: at the slot of a word or of a value. */
function slotsOf({ trie }: Keys, keys: Iterable<string>): Map<string, number> {
  const starts = new Map(Array.from(trie.startUnits, (unit, i) => [unit, trie.startWords[i] ?? 0]));
  const slots = new Map<string, number>();
  for (const key of keys) {
    let word = starts.get(key.charCodeAt(0)) ?? 0;
    let slot = -1;
    for (let i = 1; i < key.length; i++) {
      slot = (word >> 1) - BASE_SHIFT + key.charCodeAt(i);
      word = trie.word[slot] ?? 0;
    }
    slots.set(key, slot);
  }
  return slots;
}

const shared = new Map<string, { readonly composed: Composed; readonly keys: Keys }>();
function sharedKeys(): { readonly composed: Composed; readonly keys: Keys } {
  let known = shared.get('st');
  if (known === undefined) {
    const composed = compose('s2t');
    known = { composed, keys: packKeys(composed) };
    shared.set('st', known);
  }
  return known;
}

/** The binary of one table; `../README.md` says what is in it. */
export function compileTable(name: TableName): Uint8Array {
  if (name === 'st') {
    const { trie, pool } = sharedKeys().keys;
    return writeSections(trieSections(trie, pool));
  }
  if (name === 'cjk') return compileNormalisation();
  const composed = compose(name);
  const isShared = name.startsWith('s2');
  const patch: [slot: number, value: number][] = [];
  let trie: readonly Section[];
  if (isShared) {
    const base = sharedKeys();
    const { keys, joining, singles } = composed;
    if (keys.size + joining.size !== base.composed.keys.size) {
      throw new Error(`${name} has other phrases than s2t`);
    }
    const slots = slotsOf(base.keys, base.composed.keys.keys());
    const pool = createPool();
    for (const [key, before] of base.composed.keys) {
      const value = keys.get(key);
      if (value === undefined && joining.get(key) !== undefined) throw new Error(`${name}: ${key} joins`);
      const byUnits = valueOf(key, before, base.composed.singles, () => -1) === BY_UNITS;
      const now = value === undefined ? HARD : valueOf(key, value, singles, pool.add);
      if (now === BY_UNITS ? !byUnits : byUnits || value !== before) patch.push([slots.get(key) ?? -1, now]);
    }
    trie = [...NO_TRIE.slice(0, -1), Uint16Array.from(pool.units)];
  } else {
    const { trie: own, pool } = packKeys(composed);
    trie = trieSections(own, pool);
  }
  patch.sort(([a], [b]) => a - b);
  return writeSections([
    Uint16Array.of(isShared ? 1 : 0),
    ...singleSections(composed.singles),
    Uint16Array.from(composed.hard, (character) => character.charCodeAt(0)),
    ...tellingSections(tellingOfKeys(composed)),
    Int32Array.from(patch, ([slot]) => slot),
    Int32Array.from(patch, ([, value]) => value),
    Uint16Array.from(units(targetsOf(name))),
    ...trie,
    ...(composed.stages === undefined ? [] : [Uint16Array.from(composed.stages.odd)]),
    ...[composed.stages?.first, composed.stages?.second].flatMap((one) => (one ? stageSections(one) : [])),
  ]);
}

/** The compatibility characters, in the form of a configuration: every configuration has the same. */
function compileNormalisation(): Uint8Array {
  const { normalisation } = configSource('t2s');
  for (const key of normalisation.keys()) {
    // The scanner stops at these units alone.
    if (!/^(?:[\uf900-\ufaff]|\ud87e[\udc00-\udfff])$/.test(key))
      throw new Error(`not a compatibility character: ${key}`);
  }
  const singles = new Map([...normalisation].filter(([key]) => key.length === 1));
  const keys = new Map([...normalisation].filter(([key]) => key.length > 1));
  const { trie, pool } = packKeys({ singles, keys, joining: new Map(), hard: [] });
  return writeSections([
    Uint16Array.of(0),
    ...singleSections(singles),
    new Uint16Array(0),
    ...NO_TELLING,
    new Int32Array(0),
    new Int32Array(0),
    new Uint16Array(0),
    ...trieSections(trie, pool),
  ]);
}
