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
}

/**
 * Builds the shadow of `text` without `notes` (ascending, not overlapping).
 * @param classes what characters the text holds, where the caller knows
 */
export function buildShadow(text: string, notes: readonly PinyinNote[], classes = classesOf(text)): Shadow {
  const stripped = strip(text, notes);
  const shadow = (classes & CharacterClass.simplifies) === 0 ? stripped : simplifyCharacters(stripped);
  const folded = (classes & CharacterClass.wide) === 0 ? shadow : foldWidth(shadow);
  return notes.length === 0
    ? { text: shadow, folded, toRaw: same, toShadow: same, rawSpan: ordered }
    : withoutNotes(shadow, folded, notes);
}

/** Where nothing was taken out, offsets are the same on both sides. */
function same(offset: number): number {
  return offset;
}

function ordered({ start, end }: Span): Span {
  return { start, end: Math.max(start, end) };
}

function withoutNotes(text: string, folded: string, notes: readonly PinyinNote[]): Shadow {
  // shadowStarts[i]: the shadow offset at which note i was taken out; removed[i]: what notes 0..i took out in all.
  const shadowStarts = new Uint32Array(notes.length);
  const removed = new Uint32Array(notes.length);
  let total = 0;
  notes.forEach((note, i) => {
    shadowStarts[i] = note.start - total;
    total += note.end - note.start;
    removed[i] = total;
  });
  const toRaw = (offset: number): number => {
    const before = countAtMost(shadowStarts, offset);
    return offset + (before === 0 ? 0 : (removed[before - 1] ?? 0));
  };
  const toShadow = (offset: number): number => {
    let low = 0;
    let high = notes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((notes[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return offset;
    const note = notes[low - 1];
    const inside = note === undefined ? 0 : Math.max(0, note.end - offset);
    return offset - (removed[low - 1] ?? 0) + inside;
  };
  const rawSpan = ({ start, end }: Span): Span => {
    const from = toRaw(start);
    return { start: from, end: Math.max(from, toRaw(end)) };
  };
  return { text, folded, toRaw, toShadow, rawSpan };
}

function strip(text: string, notes: readonly PinyinNote[]): string {
  if (notes.length === 0) return text;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of notes) {
    parts.push(text.slice(position, start));
    position = end;
  }
  parts.push(text.slice(position));
  return parts.join('');
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
