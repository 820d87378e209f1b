import { MARK, MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import { roomFor, type Compared, type Places } from './compared.js';
import type { TargetTable } from './targets.js';
import type { ConversionSegment } from './types.js';

const NONE: readonly string[] = [];

/** A conversion as its segments need it. */
export interface Converted {
  readonly source: string;
  readonly output: string;
  readonly marks: Int32Array;
  readonly targets: TargetTable;
  readonly characters: Characters;
}

/**
 * Where the segments of a conversion are, ascending: the offset of a unit that stands beside another, or `~m` for the mark
 * at `m`. Marks that change the length are always among them, so that the two texts can be followed side by side.
 * @param ambiguousOnly leaves out units without alternatives
 */
export function placesOfSegments(
  { before, after, length }: Compared,
  { source, marks, targets }: Converted,
  ambiguousOnly: boolean,
  places: Places,
): Int32Array {
  const { several } = targets;
  const numbers = roomFor(places, length + marks.length / MARK_SIZE + 1);
  const counts = ambiguousOnly ? 0 : 0xffff;
  let n = 0;
  let at = 0;
  let out = 0;
  for (let m = 0; ; m += MARK_SIZE) {
    const end = m < marks.length ? marks[m]! : length;
    const ahead = out - at;
    for (; at < end; at++) {
      const unit = before[at]!;
      numbers[n] = at;
      // 0 or 1 without a branch: which unit changes cannot be foreseen, and there is one in two or three that does.
      n += ((((unit ^ after[at + ahead]!) & counts) | several[unit]!) + 0xffff) >>> 16;
    }
    if (m >= marks.length) return numbers.slice(0, n);

    const start = at;
    const outStart = at + ahead;
    at = marks[m + 1]!;
    out = marks[m + 2]!;
    const isEven = at - start === out - outStart;
    if (!isEven || isAmbiguous(source, start, at, marks[m + 3]!, several)) numbers[n++] = ~m;
    else if (
      !ambiguousOnly &&
      (marks[m + 3] === MARK.protected || differs(before, start, at, after, outStart))
    )
      numbers[n++] = ~m;
  }
}

/** Whether a stretch is a character that has several targets. */
const isAmbiguous = (
  source: string,
  start: number,
  end: number,
  what: number,
  several: Uint16Array,
): boolean => what !== MARK.protected && end - start === 1 && several[source.charCodeAt(start)] !== 0;

function differs(before: Uint16Array, start: number, end: number, after: Uint16Array, out: number): boolean {
  for (let i = start; i < end; i++) if (before[i] !== after[i + out - start]) return true;
  return false;
}

/** The segments, each made when it is asked for: kept all together, they would take longer to keep than to make. */
export function segmentsAt(converted: Converted, places: Int32Array): Iterable<ConversionSegment> {
  return { [Symbol.iterator]: () => new SegmentIterator(converted, places) };
}

/** A class: a generator, or functions that share variables, take about twice as long. */
class SegmentIterator implements Iterator<ConversionSegment, undefined> {
  readonly #converted: Converted;
  readonly #places: Int32Array;
  #next = 0;
  /** How far offsets in the output are ahead of those in the source. */
  #ahead = 0;

  constructor(converted: Converted, places: Int32Array) {
    this.#converted = converted;
    this.#places = places;
  }

  next(): IteratorResult<ConversionSegment, undefined> {
    const next = this.#next;
    if (next >= this.#places.length) return { done: true, value: undefined };
    this.#next = next + 1;
    const place = this.#places[next]!;
    if (place < 0) return { done: false, value: this.#ofMark(~place) };
    const { source, output, targets, characters } = this.#converted;
    const unit = source.charCodeAt(place);
    const one = output.charCodeAt(place + this.#ahead);
    const alternatives = targets.several[unit] === 0 ? NONE : targets.besides(unit, one);
    return {
      done: false,
      value: { start: place, end: place + 1, output: characters(one), kind: 'character', alternatives },
    };
  }

  #ofMark(m: number): ConversionSegment {
    const { source, output, marks, targets } = this.#converted;
    const start = marks[m]!;
    const end = marks[m + 1]!;
    const outStart = start + this.#ahead;
    const outEnd = marks[m + 2]!;
    this.#ahead = outEnd - end;
    const isProtected = marks[m + 3] === MARK.protected;
    const isOne = !isProtected && isCharacter(source, start, end);
    return {
      start,
      end,
      output: output.slice(outStart, outEnd),
      kind: isProtected ? 'protected' : isOne ? 'character' : 'phrase',
      alternatives: isAmbiguous(source, start, end, marks[m + 3]!, targets.several)
        ? targets.besides(
            source.charCodeAt(start),
            isCharacter(output, outStart, outEnd) ? output.codePointAt(outStart)! : -1,
          )
        : NONE,
    };
  }
}

const isCharacter = (text: string, start: number, end: number): boolean =>
  end - start === 1 || (end - start === 2 && text.codePointAt(start)! > 0xffff);
