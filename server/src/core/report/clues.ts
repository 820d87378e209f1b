/**
 * What a pair of neighbouring characters of the folded shadow may be part of. One pass over a text notes all of
 * them, so that each reader looks only at the few places that can hold what it reads; a clue proves nothing.
 */
export const Clue = {
  /** The last two characters of a title word. */
  title: 1,
  /** The first two of a verb of speech. */
  speech: 2,
  /** The first two of a set phrase. */
  phrase: 4,
  /** The first two of three that begin or end a long set phrase. */
  nearPhrase: 8,
  /** The first two of a landmark. */
  landmark: 16,
  /** Two of a festival or lunar day. */
  lunar: 32,
  /** Two of a label that needs no colon. */
  label: 64,
  /** Two of a line of page furniture. */
  furniture: 128,
  /** Two of a copyright note. */
  copyright: 256,
  /** The first two of a name that the corpus lists. */
  listed: 512,
} as const;

/** Clues whose places are kept; of the others a line knows only that it holds some. */
const PLACED =
  Clue.title | Clue.speech | Clue.phrase | Clue.nearPhrase | Clue.landmark | Clue.lunar | Clue.listed;

/** Pairs of characters (longer strings count by their first two) that give a clue. */
export interface ClueSource {
  readonly clue: number;
  readonly pairs: Iterable<string>;
}

/** By hash of a pair: the clues it may give. */
export interface ClueTable {
  /** One bit for each hash: nearly all pairs of a text end here, in a table that stays in the nearest cache. */
  readonly filter: Readonly<Uint32Array>;
  /** By how many bits to shift {@link pairHash} for the index of a bit of the filter. */
  readonly filterShift: number;
  /** The clues of what passes the filter. */
  readonly masks: Readonly<Uint16Array>;
  /** By how many bits to shift {@link pairHash} for the index of a mask. */
  readonly maskShift: number;
}

/** Bits of an index: a filter of 32 KB keeps false clues rare for a few thousand pairs; more pairs get more room. */
const FEWEST_BITS = 18;
const MOST_BITS = 26;
const ROOM_PER_PAIR = 32;
/** So many bits of the filter share a mask. */
const BITS_PER_MASK = 2;

/** Builds the table over the pairs of all lexicons. A comma counts as `、`, which lists in phrases alternate with. */
export function createClueTable(sources: Iterable<ClueSource>): ClueTable {
  const all = [...sources].map(({ clue, pairs }) => ({ clue, pairs: new Set(pairs) }));
  const wanted = all.reduce((sum, { pairs }) => sum + pairs.size, 0) * ROOM_PER_PAIR;
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(wanted + 1))));
  const filterShift = 32 - bits;
  const maskShift = filterShift + Math.log2(BITS_PER_MASK);
  const filter = new Uint32Array(2 ** (bits - 5));
  const masks = new Uint16Array(2 ** bits / BITS_PER_MASK);
  for (const { clue, pairs } of all) {
    for (const pair of pairs) {
      if (pair.length < 2) continue;
      const hash = pairHash(clueUnit(pair.charCodeAt(0)), clueUnit(pair.charCodeAt(1)));
      const bit = hash >>> filterShift;
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      masks[hash >>> maskShift] = (masks[hash >>> maskShift] ?? 0) | clue;
    }
  }
  return { filter, filterShift, masks, maskShift };
}

/** The hash of two UTF-16 units, of which the upper bits count (multiplicative hashing, Knuth 6.4). */
export function pairHash(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b);
}

/** The clues that a pair with this hash may give. */
function cluesOfHash(hash: number, { filter, filterShift, masks, maskShift }: ClueTable): number {
  const bit = hash >>> filterShift;
  return (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0 ? 0 : (masks[hash >>> maskShift] ?? 0);
}

/** The clues of any folded text, for a reader that works without a scan of the whole report. */
export function findClues(folded: string, table: ClueTable): Clues {
  const clues = new Clues();
  let previous = clueUnit(folded.charCodeAt(0));
  for (let i = 1; i < folded.length; i++) {
    const unit = clueUnit(folded.charCodeAt(i));
    clues.add(i - 1, cluesOfHash(pairHash(previous, unit), table));
    previous = unit;
  }
  return clues;
}

const COMMA = 0x2c;
const PAUSE = 0x3001;

/** A unit as clues see it. */
export function clueUnit(unit: number): number {
  return unit === COMMA ? PAUSE : unit;
}

/** The places of clues in a text, ascending shadow offsets of the first character of each pair. */
export class Clues {
  #count = 0;
  #places: Int32Array;
  #masks: Uint16Array;

  constructor(capacity = 256) {
    this.#places = new Int32Array(capacity);
    this.#masks = new Uint16Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  add(place: number, mask: number): void {
    if ((mask & PLACED) === 0) return;
    if (this.#count === this.#places.length) this.#grow();
    this.#places[this.#count] = place;
    this.#masks[this.#count++] = mask;
  }

  /**
   * The index of the first place, from `index` on, that gives one of the clues wanted; where there is none, of a place
   * at or behind `before` (a shadow offset), or `count`. Whoever reads stretch by stretch has to give `before`: else each
   * stretch would look on to the end of the text.
   */
  next(index: number, wanted: number, before = Number.POSITIVE_INFINITY): number {
    let i = index;
    while (i < this.#count && ((this.#masks[i] ?? 0) & wanted) === 0 && (this.#places[i] ?? 0) < before) i++;
    return i;
  }

  /** The shadow offset of a place; behind the last one, infinity. */
  place(index: number): number {
    return index < this.#count ? (this.#places[index] ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** Whether a clue wanted lies in a stretch. */
  within(start: number, end: number, wanted: number): boolean {
    for (let i = this.indexFrom(start); this.place(i) < end; i++)
      if (((this.#masks[i] ?? 0) & wanted) !== 0) return true;
    return false;
  }

  /** The index of the first place at or behind an offset. */
  indexFrom(offset: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const places = new Int32Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
    const masks = new Uint16Array(places.length);
    masks.set(this.#masks);
    this.#masks = masks;
  }
}
