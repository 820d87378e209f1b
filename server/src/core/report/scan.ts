import { CharacterClass, unitTables } from '../script/characters.js';
import { createLineIndex, type LineIndex } from '../text/line-index.js';
import { Clues, clueUnit, pairHash, type ClueTable } from './clues.js';
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
  /** Whether some line has hardly a usual Han character, or none but letters of Latin-1, as garbled text has. */
  readonly unusual: boolean;
}

/** What one pass over the shadow finds. */
export interface ShadowScan {
  readonly folded: string;
  readonly lines: ShadowLine[];
  /** The folded shadow's UTF-16 units and whatever lies behind them; valid until the next text is scanned. */
  readonly units: Uint16Array;
  /** Valid until the next text is scanned. */
  readonly clues: Clues;
}

/** Memory that is used again for every text: an array of its own for each costs more than the reading. */
export interface Scanner {
  raw(text: string): RawScan;
  /** Reads the text that {@link Scanner.raw} has just read, without its certain notes. */
  shadow(text: string, classes: number, notes: readonly PinyinNote[]): ShadowScan;
}

const { classes: CLASSES, shadow: SHADOW } = unitTables;
const { han: HAN, usual: USUAL, mark: MARK, lineEnd: LINE_END } = CharacterClass;
const USUAL_SHIFT = Math.log2(USUAL);
const LATIN_SHIFT = Math.log2(CharacterClass.latin);
const CHANGED = CharacterClass.simplifies | CharacterClass.wide;
/** Units of memory that are kept for the next text. */
const KEPT = 1 << 20;
/** As in findMojibake: fewer characters may be anything, and garbled text has one usual character of twenty. */
const FEWEST = 4;
const LEAST_USUAL = 0.3;

export function createScanner({ masks, shift }: ClueTable): Scanner {
  const clues = new Clues();
  let raw = new Uint16Array(8192);
  let folded = new Uint16Array(8192);

  const scanRaw = (text: string): RawScan => {
    const { length } = text;
    if (raw.length < length || raw.length > Math.max(KEPT, length)) raw = new Uint16Array(size(length));
    const units = raw;
    const starts: number[] = [0];
    const marks: number[] = [];
    const ends: number[] = [];
    let classes = 0;
    let simplified = 0;
    let traditional = 0;
    let han = 0;
    let usual = 0;
    let latin = 0;
    let unusual = false;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      units[i] = unit;
      const flags = CLASSES[unit] ?? 0;
      classes |= flags;
      // Counted without branches: which characters come is beyond any prediction.
      han += flags & HAN;
      simplified += (flags >>> 1) & 1;
      traditional += (flags >>> 2) & 1;
      usual += (flags >>> USUAL_SHIFT) & 1;
      latin += (flags >>> LATIN_SHIFT) & 1;
      if ((flags & (MARK | LINE_END)) === 0) continue;
      if ((flags & MARK) !== 0) {
        marks.push(i);
        continue;
      }
      unusual ||= isUnusual(han, usual, latin);
      han = usual = latin = 0;
      // CRLF is one line end.
      if (unit === 10 && i > 0 && units[i - 1] === 13) starts[starts.length - 1] = i + 1;
      else {
        ends.push(i);
        starts.push(i + 1);
      }
    }
    unusual ||= isUnusual(han, usual, latin);
    ends.push(length);
    return {
      classes,
      lines: createLineIndex(starts, ends, length),
      marks,
      simplified,
      traditional,
      unusual,
    };
  };

  const scanShadow = (text: string, classes: number, notes: readonly PinyinNote[]): ShadowScan => {
    const { length } = text;
    if (folded.length < length || folded.length > Math.max(KEPT, length))
      folded = new Uint16Array(size(length));
    clues.clear();
    const units = folded;
    const source = raw;
    const lines: ShadowLine[] = [];
    const shadow = { folded: '' };
    let out = 0;
    let previous = 0;
    let lineStart = 0;
    let lineClues = 0;
    let lineClasses = 0;
    let next = 0;
    let stop = notes[0]?.start ?? length;
    let from = 0;
    const endLine = (): void => {
      let start = lineStart;
      let end = out;
      while (start < end && isBlank(units[start] ?? 0)) start++;
      while (end > start && isBlank(units[end - 1] ?? 0)) end--;
      if (end > start) lines.push(new ShadowLine(shadow, start, end, lineClasses, lineClues));
      lineClues = lineClasses = 0;
    };
    for (;;) {
      for (let i = from; i < stop; i++) {
        const unit = SHADOW[source[i] ?? 0] ?? 0;
        units[out] = unit;
        const flags = CLASSES[unit] ?? 0;
        lineClasses |= flags;
        const seen = clueUnit(unit);
        const mask = masks[pairHash(previous, seen, shift)] ?? 0;
        previous = seen;
        if (mask !== 0) {
          lineClues |= mask;
          clues.add(out - 1, mask);
        }
        if ((flags & LINE_END) !== 0) {
          endLine();
          lineStart = out + 1;
        }
        out++;
      }
      const note = notes[next];
      if (note === undefined) break;
      from = note.end;
      next++;
      stop = notes[next]?.start ?? length;
    }
    endLine();
    shadow.folded = notes.length === 0 && (classes & CHANGED) === 0 ? text : stringOf(units, out);
    return { folded: shadow.folded, lines, units, clues };
  };

  return { raw: scanRaw, shadow: scanShadow };
}

/** Whether a line may be garbled: hardly a usual Han character among many, or none beside letters of Latin-1. */
function isUnusual(han: number, usual: number, latin: number): boolean {
  return han === 0 ? latin >= FEWEST : han >= FEWEST && usual < han * LEAST_USUAL;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xfeff || unit === 0x200b || (unit >= 0x2000 && unit <= 0x200a);
}

function size(length: number): number {
  return Math.max(8192, Math.ceil(length * 1.25));
}

const CHUNK = 8192;

/** Many short pieces joined would have to be flattened first: of long texts the pieces are as large as a call takes. */
function stringOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = units.subarray(start, Math.min(length, start + CHUNK));
    text += String.fromCharCode.apply(undefined, chunk as unknown as number[]);
  }
  return text;
}
