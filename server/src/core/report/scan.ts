import { CharacterClass } from '../script/characters.js';
import { createLineIndex, type LineIndex } from '../text/line-index.js';
import { Clues, type ClueTable } from './clues.js';
import { lineReader } from './line-reader.js';
import { createMemoryMaker } from '../text/unit-memory.js';
import type { PinyinNote } from './notes.js';
import { ShadowLine } from './shadow-lines.js';

/** What one pass over the raw text finds. */
export interface RawScan {
  /** The union of the `CharacterClass` flags of the text. */
  readonly classes: number;
  readonly lines: LineIndex;
  /** Offsets of `CharacterClass.mark` units, ascending. */
  readonly marks: readonly number[];
  /** Script-exclusive characters of the basic plane. */
  readonly simplified: number;
  readonly traditional: number;
  /** The lines, ascending, that have hardly a usual Han character, or none but letters of Latin-1, as garbled text has. */
  readonly unusual: readonly number[];
}

/**
 * What one pass over the shadow finds. `units` and `clues` are memory of the scanner, which the next text overwrites: they are
 * for the reading of this text alone. Nothing that outlives it may hold them, or find out later what a report says.
 */
export interface ShadowScan {
  readonly folded: string;
  readonly lines: ShadowLine[];
  /** The folded shadow's UTF-16 units and whatever lies behind them. */
  readonly units: Uint16Array;
  readonly clues: Clues;
}

/**
 * Memory that is used again for every text: an array of its own for each costs more than the reading. One text at a time:
 * what was handed out for the last is void with the next `raw`.
 */
export interface Scanner {
  raw(text: string): RawScan;
  /** Reads the text that {@link Scanner.raw} has just read, without its certain notes. */
  shadow(text: string, notes: readonly PinyinNote[]): ShadowScan;
}

const { lineEnd: LINE_END } = CharacterClass;
const CHANGED = CharacterClass.simplifies | CharacterClass.wide;
/** Units of memory that are kept for the next text. */
const KEPT = 1 << 20;
const FEWEST_UNITS = 8192;
const makeMemory = createMemoryMaker();
const LF = 10;
const CR = 13;
/** As in findMojibake: fewer characters may be anything, and garbled text has one usual character of twenty. */
const FEWEST = 4;
const LEAST_USUAL = 0.3;

export function createScanner(table: ClueTable): Scanner {
  const { masks, maskShift } = table;
  const { facts } = lineReader;
  const clues = new Clues();
  let raw = makeMemory(FEWEST_UNITS);
  let folded = makeMemory(FEWEST_UNITS);
  let { units } = folded;
  let lines: ShadowLine[] = [];
  let shadow = { folded: '' };
  let changed = false;
  /** The line of the shadow that is being read. */
  let lineStart = 0;
  let lineClasses = 0;
  let lineClues = 0;

  const begin = (): void => {
    clues.clear();
    lines = [];
    facts.previous = 0;
    lineStart = lineClasses = lineClues = 0;
  };
  const addStretch = (): void => {
    const { pairs, hashes, pairCount } = facts;
    lineClasses |= facts.shadowClasses;
    for (let i = 0; i < pairCount; i++) {
      const mask = masks[(hashes[i] ?? 0) >>> maskShift] ?? 0;
      lineClues |= mask;
      clues.add((pairs[i] ?? 0) - 1, mask);
    }
  };
  const endLine = (to: number): void => {
    let start = lineStart;
    let end = to;
    while (start < end && isBlank(units[start] ?? 0)) start++;
    while (end > start && isBlank(units[end - 1] ?? 0)) end--;
    if (end > start) lines.push(new ShadowLine(shadow, start, end, lineClasses, lineClues));
    lineStart = to + 1;
    lineClasses = lineClues = 0;
  };

  // One pass reads the text and, as if there were no notes in it, its shadow: most reports have none.
  const scanRaw = (text: string): RawScan => {
    const { length } = text;
    if (units.length < length || units.length > Math.max(KEPT, length)) {
      const size = Math.max(FEWEST_UNITS, Math.ceil(length * 1.25));
      raw = makeMemory(size);
      folded = makeMemory(size);
      ({ units } = folded);
    }
    raw.write(text);
    shadow = { folded: '' };
    begin();
    const starts: number[] = [0];
    const ends: number[] = [];
    const marks: number[] = [];
    let classes = 0;
    let simplified = 0;
    let traditional = 0;
    let han = 0;
    let usual = 0;
    let latin = 0;
    const unusual: number[] = [];
    for (let at = 0; at < length;) {
      at = lineReader.raw(raw.units, at, length, units, table);
      classes |= facts.classes;
      simplified += facts.simplified;
      traditional += facts.traditional;
      han += facts.han;
      usual += facts.usual;
      latin += facts.latin;
      for (let i = 0; i < facts.markCount; i++) marks.push(facts.marks[i] ?? 0);
      addStretch();
      if ((facts.classes & LINE_END) === 0) continue;
      if (isUnusual(han, usual, latin)) unusual.push(ends.length);
      han = usual = latin = 0;
      endLine(at - 1);
      // CRLF is one line end.
      if (starts.at(-1) === at - 1 && raw.units[at - 1] === LF && raw.units[at - 2] === CR)
        starts[starts.length - 1] = at;
      else {
        ends.push(at - 1);
        starts.push(at);
      }
    }
    if (isUnusual(han, usual, latin)) unusual.push(ends.length);
    endLine(length);
    ends.push(length);
    changed = (classes & CHANGED) !== 0;
    return {
      classes,
      lines: createLineIndex(starts, ends, length),
      marks,
      simplified,
      traditional,
      unusual,
    };
  };

  /** Closes the gaps that the notes leave and reads again what was read with them; returns what is left of the length. */
  const takeOut = (length: number, notes: readonly PinyinNote[]): number => {
    let kept = notes[0]?.start ?? length;
    for (let next = 0; next < notes.length; next++) {
      const stop = notes[next + 1]?.start ?? length;
      for (let i = notes[next]?.end ?? length; i < stop; i++) units[kept++] = units[i] ?? 0;
    }
    begin();
    for (let at = 0; at < kept;) {
      at = lineReader.units(units, at, kept, table);
      addStretch();
      if ((facts.classes & LINE_END) !== 0) endLine(at - 1);
    }
    endLine(kept);
    return kept;
  };

  return {
    raw: scanRaw,
    shadow(text, notes) {
      const length = notes.length > 0 ? takeOut(text.length, notes) : text.length;
      shadow.folded = notes.length > 0 || changed ? folded.read(0, length, true) : text;
      return { folded: shadow.folded, lines, units, clues };
    },
  };
}

/** Whether a line may be garbled: hardly a usual Han character among many, or none beside letters of Latin-1. */
function isUnusual(han: number, usual: number, latin: number): boolean {
  return han === 0 ? latin >= FEWEST : han >= FEWEST && usual < han * LEAST_USUAL;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xfeff || unit === 0x200b || (unit >= 0x2000 && unit <= 0x200a);
}
