import { MARK, MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import { unitsOf, type Compared, type Lent } from './compared.js';
import type { TargetTable } from './targets.js';
import type { ConversionSegment, SegmentKind } from './types.js';

const NONE: readonly string[] = [];

/** What the segments of a conversion are made of besides its two texts. */
export interface SegmentParts {
  readonly marks: Int32Array;
  readonly targets: TargetTable;
  readonly characters: Characters;
}

/**
 * The segments of a conversion, each made when it is asked for: kept all together, they would take longer to keep than to
 * make. It walks over the two texts where they stand in memory; a list of the places, made beforehand, took 8 of 20 µs for a
 * report of 2000 units.
 *
 * A class: a generator, or functions that share variables, take about twice as long. Results are made in one place, the last
 * with a segment too, which nobody looks at: so V8 makes neither the result nor the segment in a hot loop that only reads the
 * segment's fields (4 µs for 600 segments, not 6, and nothing to collect).
 */
export class SegmentIterator implements Iterator<ConversionSegment, ConversionSegment> {
  readonly #parts: SegmentParts;
  readonly #texts: Compared;
  /** The bits by which units count as changed: none where only what is ambiguous is asked for. */
  readonly #counts: number;
  #before: Uint16Array;
  #after: Uint16Array;
  #memory: Lent;
  /** Up to here, the source has been looked at. */
  #at = 0;
  /** How far the output is ahead of the source, from here to the next mark. */
  #ahead = 0;
  #mark = 0;
  /** Where the next mark starts, or else the end of the source. */
  #stop: number;
  /** What there is to say of the last mark. */
  #output = '';
  #kind: SegmentKind = 'character';
  #alternatives = NONE;

  /** @param ambiguousOnly leaves out most of what has no alternatives */
  constructor(texts: Compared, parts: SegmentParts, ambiguousOnly: boolean) {
    this.#parts = parts;
    this.#texts = texts;
    this.#before = texts.before;
    this.#after = texts.after;
    this.#memory = texts.memory;
    this.#counts = ambiguousOnly ? 0 : 0xffff;
    this.#stop = parts.marks[0] ?? texts.length;
  }

  next(): IteratorResult<ConversionSegment, ConversionSegment> {
    // Something else has been converted since the last segment.
    if (this.#memory.holds !== this.#texts.id) this.#takeTexts();
    const { characters, targets, marks } = this.#parts;
    const { several } = targets;
    const before = this.#before;
    const after = this.#after;
    const counts = this.#counts;
    let start = this.#at;
    let output = '';
    let kind: SegmentKind = 'character';
    let alternatives = NONE;
    let done = false;
    for (;;) {
      const ahead = this.#ahead;
      const stop = this.#stop;
      let other = 0;
      let choice = 0;
      for (; start < stop; start++) {
        const unit = before[start]!;
        other = after[start + ahead]!;
        choice = several[unit]!;
        if ((((unit ^ other) & counts) | choice) !== 0) break;
      }
      if (start < stop) {
        this.#at = start + 1;
        output = characters(other);
        if (choice !== 0) alternatives = targets.besides(choice, other);
        break;
      }
      this.#at = start;
      done = this.#mark >= marks.length;
      if (done) break;
      if (this.#passMark()) {
        output = this.#output;
        kind = this.#kind;
        alternatives = this.#alternatives;
        break;
      }
      start = this.#at;
    }
    return { done, value: { start, end: this.#at, output, kind, alternatives } };
  }

  /** Goes on behind a mark; whether there is something to say of it. */
  #passMark(): boolean {
    const { marks, targets } = this.#parts;
    const { source, output, length } = this.#texts;
    const m = this.#mark;
    const start = marks[m]!;
    const end = marks[m + 1]!;
    const outStart = start + this.#ahead;
    const outEnd = marks[m + 2]!;
    this.#mark = m + MARK_SIZE;
    this.#at = end;
    this.#ahead = outEnd - end;
    this.#stop = marks[m + MARK_SIZE] ?? length;
    const isProtected = marks[m + 3] === MARK.protected;
    const choice = !isProtected && end - start === 1 ? targets.several[this.#before[start]!]! : 0;
    if (choice === 0) {
      if (this.#counts === 0 || (!isProtected && !this.#differs(start, end, outStart, outEnd))) return false;
      this.#alternatives = NONE;
    } else {
      const isOne = isCharacter(output, outStart, outEnd);
      this.#alternatives = targets.besides(choice, isOne ? output.codePointAt(outStart)! : -1);
    }
    this.#output = output.slice(outStart, outEnd);
    this.#kind = isProtected ? 'protected' : isCharacter(source, start, end) ? 'character' : 'phrase';
    return true;
  }

  #differs(start: number, end: number, outStart: number, outEnd: number): boolean {
    if (end - start !== outEnd - outStart) return true;
    const before = this.#before;
    const after = this.#after;
    for (let i = start; i < end; i++) if (before[i] !== after[i + outStart - start]) return true;
    return false;
  }

  #takeTexts(): void {
    const { source, output, id } = this.#texts;
    this.#before = unitsOf(source);
    this.#after = unitsOf(output);
    this.#memory = { holds: id };
  }
}

const isCharacter = (text: string, start: number, end: number): boolean =>
  end - start === 1 || (end - start === 2 && text.codePointAt(start)! > 0xffff);
