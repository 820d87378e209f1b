import type { Span } from '../text/span.js';
import { CharacterClass, classesOf, foldWidth, simplifyCharacters } from '../script/characters.js';
import type { PinyinNote } from './notes.js';

/**
 * The normalised text that every reader of a report works on: certain pinyin notes stripped, then Simplified
 * character by character. Offsets are UTF-16 units; stripping is the only thing that moves them.
 */
export interface Shadow {
  readonly text: string;
  /** The shadow with full-width ASCII folded to ASCII; same length, same offsets. For pattern matching only. */
  readonly folded: string;
  /** The raw offset of the shadow character at `offset`; a span's end comes out behind the notes of its last character. */
  toRaw(offset: number): number;
  /** The shadow offset of a raw offset; inside a note, the end of the character it annotates. */
  toShadow(offset: number): number;
  /** The raw span of a shadow span. */
  rawSpan(span: Span): Span;
  /** What `text` has at a shadow span. */
  value(span: Span): string;
  /** Whether nothing was stripped, so that offsets are the same on both sides. */
  readonly keepsOffsets: boolean;
}

/**
 * Builds the shadow of `text` without `notes` (ascending, not overlapping).
 * @param classes what characters the text holds, where the caller knows
 * @param folded the folded shadow, where the caller has it
 */
export function buildShadow(
  text: string,
  notes: readonly PinyinNote[],
  classes = classesOf(text),
  folded?: string,
): Shadow {
  return notes.length === 0
    ? new PlainShadow(text, classes, folded)
    : new StrippedShadow(text, classes, notes, folded);
}

/** Where nothing was taken out, offsets are the same on both sides. */
class PlainShadow implements Shadow {
  readonly keepsOffsets: boolean = true;
  #text: string | undefined = undefined;
  #folded: string | undefined;

  constructor(
    protected readonly source: string,
    protected readonly classes: number,
    folded: string | undefined,
  ) {
    this.#folded = folded;
  }

  get text(): string {
    // Few readers ask for it, and seldom; what the folding leaves alone is not made twice.
    return (this.#text ??=
      (this.classes & CharacterClass.wide) === 0 && this.#folded !== undefined
        ? this.#folded
        : this.simplified());
  }

  get folded(): string {
    return (this.#folded ??= (this.classes & CharacterClass.wide) === 0 ? this.text : foldWidth(this.text));
  }

  toRaw(offset: number): number {
    return offset;
  }

  toShadow(offset: number): number {
    return offset;
  }

  rawSpan({ start, end }: Span): Span {
    const from = this.toRaw(start);
    return { start: from, end: Math.max(from, this.toRaw(end)) };
  }

  value(span: Span): string {
    const written = this.source.slice(span.start, span.end);
    return (this.classes & CharacterClass.simplifies) === 0 ? written : simplifyCharacters(written);
  }

  protected simplified(): string {
    return (this.classes & CharacterClass.simplifies) === 0 ? this.source : simplifyCharacters(this.source);
  }
}

const NOTHING: Span = { start: 0, end: 0 };

class StrippedShadow extends PlainShadow {
  override readonly keepsOffsets = false;
  /** The shadow offset at which each note was taken out. */
  readonly #starts: Uint32Array;
  /** What the notes up to each one took out in all. */
  readonly #removed: Uint32Array;
  /** How many notes start in front of the offset that was asked for last. */
  #last = 0;

  constructor(
    source: string,
    classes: number,
    private readonly notes: readonly PinyinNote[],
    folded: string | undefined,
  ) {
    super(source, classes, folded);
    const starts = new Uint32Array(notes.length);
    const removed = new Uint32Array(notes.length);
    let total = 0;
    for (let i = 0; i < notes.length; i++) {
      const { start, end } = notes[i] ?? NOTHING;
      starts[i] = start - total;
      total += end - start;
      removed[i] = total;
    }
    this.#starts = starts;
    this.#removed = removed;
  }

  override toRaw(offset: number): number {
    const before = countAtMost(this.#starts, offset);
    return offset + (before === 0 ? 0 : (this.#removed[before - 1] ?? 0));
  }

  override toShadow(offset: number): number {
    const { notes } = this;
    // Most callers ask in ascending order: the note they met last, or the next, is nearly always the one.
    let before = this.#last;
    if (!this.#isLastBefore(before, offset)) {
      before++;
      if (!this.#isLastBefore(before, offset)) before = countBefore(notes, offset);
    }
    this.#last = before;
    const note = notes[before - 1];
    if (note === undefined) return offset;
    return offset - (this.#removed[before - 1] ?? 0) + Math.max(0, note.end - offset);
  }

  /** Whether so many notes start in front of an offset. */
  #isLastBefore(count: number, offset: number): boolean {
    const { notes } = this;
    return (
      count <= notes.length &&
      (notes[count - 1]?.start ?? -1) < offset &&
      (notes[count]?.start ?? Number.POSITIVE_INFINITY) >= offset
    );
  }

  override value({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  protected override simplified(): string {
    const parts: string[] = [];
    let position = 0;
    for (const { start, end } of this.notes) {
      parts.push(this.source.slice(position, start));
      position = end;
    }
    parts.push(this.source.slice(position));
    const stripped = parts.join('');
    return (this.classes & CharacterClass.simplifies) === 0 ? stripped : simplifyCharacters(stripped);
  }
}

/** How many entries of an ascending array are at most `value`. */
function countAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many notes start in front of an offset. */
function countBefore(notes: readonly Span[], offset: number): number {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((notes[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
