import { CharacterClass, unitTables } from '../script/characters.js';
import { clueUnit, pairHash, type ClueTable } from './clues.js';

/**
 * What was found in a stretch of one line. The reader uses the same record and the same lists for every stretch, of all texts and
 * all lexicons: take out what is needed before the next call, and keep none of it.
 */
export interface LineFacts {
  /** The union of the `CharacterClass` flags of the raw units, and of those of the shadow. */
  classes: number;
  shadowClasses: number;
  /** Counts of units by class. */
  han: number;
  usual: number;
  latin: number;
  simplified: number;
  traditional: number;
  /** Offsets of `CharacterClass.mark` units; valid up to `markCount`. */
  readonly marks: Int32Array;
  markCount: number;
  /** Offsets of the second unit of pairs that may give a clue, and their hashes; valid up to `pairCount`. */
  readonly pairs: Int32Array;
  readonly hashes: Int32Array;
  pairCount: number;
  /** The last unit as clues see it, for the pair that begins with it. */
  previous: number;
}

/** Reads on to a line end, over so many units at most. */
export interface LineReader {
  /** Of the last call. Only `previous` is the caller's to set, at the beginning of a text. */
  readonly facts: LineFacts;
  /**
   * Reads the units of raw text and writes their folded shadow to `units` at the same offsets.
   * @returns the offset behind the last unit read; that unit is a line end, or the stretch is `to` or the longest
   */
  raw(raw: Uint16Array, from: number, to: number, units: Uint16Array, table: ClueTable): number;
  /** The same of `units` that hold a folded shadow already; raw and shadow flags are one, nothing is counted. */
  units(units: Uint16Array, from: number, to: number, table: ClueTable): number;
}

/** Longest stretch read at once: several counts share a number, so many bits for each, and none may run over. */
const COUNT_BITS = 10;
const ONE_COUNT = (1 << COUNT_BITS) - 1;
const LONGEST = ONE_COUNT;
const MARK_SHIFT = Math.log2(CharacterClass.mark);

/**
 * The one reader there is. Everything that it reads with is constant in a function that runs once: this is what V8 builds into its
 * code, instead of fetching a dozen tables anew for every unit. Which unit comes next is beyond any prediction, so there is no
 * branch but at line ends: counts add what a table says, lists write each place and only then decide whether it stays.
 */
export const lineReader = createLineReader();

function createLineReader(): LineReader {
  const { kinds, classes: classesOf, shadowClasses: shadowClassesOf, shadow: shadowOf } = unitTables;
  const { lineEnd: LINE_END } = CharacterClass;
  const countsOf = (...counted: readonly number[]): Int32Array =>
    Int32Array.from(classesOf, (flags) =>
      counted.reduce((sum, flag, i) => sum + ((flags & flag) === 0 ? 0 : 1 << (COUNT_BITS * i)), 0),
    );
  const hanUsualLatin = countsOf(CharacterClass.han, CharacterClass.usual, CharacterClass.latin);
  const byScript = countsOf(CharacterClass.simplifiedOnly, CharacterClass.traditionalOnly);
  const markShift = MARK_SHIFT;
  const marks = new Int32Array(LONGEST + 1);
  const pairs = new Int32Array(LONGEST + 1);
  const hashes = new Int32Array(LONGEST + 1);
  const facts: LineFacts = {
    classes: 0,
    shadowClasses: 0,
    han: 0,
    usual: 0,
    latin: 0,
    simplified: 0,
    traditional: 0,
    marks,
    markCount: 0,
    pairs,
    hashes,
    pairCount: 0,
    previous: 0,
  };

  return {
    facts,
    raw(raw, from, to, units, { filter, filterShift }) {
      const stop = Math.min(to, from + LONGEST);
      let classes = 0;
      let shadowClasses = 0;
      let ofHan = 0;
      let ofScript = 0;
      let markCount = 0;
      let pairCount = 0;
      let { previous } = facts;
      let at = from;
      while (at < stop) {
        const unit = raw[at] ?? 0;
        const kind = kinds[unit] ?? 0;
        const flags = classesOf[kind] ?? 0;
        classes |= flags;
        shadowClasses |= shadowClassesOf[kind] ?? 0;
        ofHan += hanUsualLatin[kind] ?? 0;
        ofScript += byScript[kind] ?? 0;
        marks[markCount] = at;
        markCount += (flags >>> markShift) & 1;
        const folded = shadowOf[unit] ?? 0;
        units[at] = folded;
        const seen = clueUnit(folded);
        const hash = pairHash(previous, seen);
        previous = seen;
        pairs[pairCount] = at;
        hashes[pairCount] = hash;
        const bit = hash >>> filterShift;
        pairCount += ((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1;
        at++;
        if ((flags & LINE_END) !== 0) break;
      }
      facts.classes = classes;
      facts.shadowClasses = shadowClasses;
      facts.han = ofHan & ONE_COUNT;
      facts.usual = (ofHan >>> COUNT_BITS) & ONE_COUNT;
      facts.latin = ofHan >>> (2 * COUNT_BITS);
      facts.simplified = ofScript & ONE_COUNT;
      facts.traditional = ofScript >>> COUNT_BITS;
      facts.markCount = markCount;
      facts.pairCount = pairCount;
      facts.previous = previous;
      return at;
    },
    units(units, from, to, { filter, filterShift }) {
      const stop = Math.min(to, from + LONGEST);
      let classes = 0;
      let pairCount = 0;
      let { previous } = facts;
      let at = from;
      while (at < stop) {
        const unit = units[at] ?? 0;
        const flags = classesOf[kinds[unit] ?? 0] ?? 0;
        classes |= flags;
        const seen = clueUnit(unit);
        const hash = pairHash(previous, seen);
        previous = seen;
        pairs[pairCount] = at;
        hashes[pairCount] = hash;
        const bit = hash >>> filterShift;
        pairCount += ((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1;
        at++;
        if ((flags & LINE_END) !== 0) break;
      }
      facts.classes = facts.shadowClasses = classes;
      facts.pairCount = pairCount;
      facts.previous = previous;
      return at;
    },
  };
}
