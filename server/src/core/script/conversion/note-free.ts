import { spansMeeting, type Span } from '../../text/span.js';

/** A stretch of the raw text without the pinyin notes in it, and the way back; UTF-16 offsets. */
export interface NoteFree {
  readonly text: string;
  /** The parts of the raw text that it consists of; one when there is no note. */
  readonly parts: readonly Span[];
  /** Where the character at an offset of `text` stands in the raw text. */
  toRaw(offset: number): number;
  /** Where a raw offset stands in `text`; inside a note, the place where it was taken out. */
  fromRaw(offset: number): number;
}

/** @param notes ascending, apart */
export function withoutNotes(raw: string, { start, end }: Span, notes: readonly Span[]): NoteFree {
  const parts: Span[] = [];
  let position = start;
  if (notes.length > 0 && start < end)
    for (const note of spansMeeting(notes, { start, end })) {
      if (note.start > position) parts.push({ start: position, end: note.start });
      position = Math.max(position, note.end);
    }
  if (end > position) parts.push({ start: position, end });
  if (parts.length <= 1) {
    const [from, to] = [parts[0]?.start ?? start, parts[0]?.end ?? start];
    return {
      text: from === 0 && to === raw.length ? raw : raw.slice(from, to),
      parts,
      toRaw: (offset) => from + offset,
      fromRaw: (offset) => Math.min(Math.max(offset, from), to) - from,
    };
  }
  // Callers go through the text from front to back: nearly always it is the part of the last question, or the next.
  let near = 0;
  const starts = parts.map((part) => part.start);
  const offsets: number[] = [];
  let length = 0;
  for (const part of parts) {
    offsets.push(length);
    length += part.end - part.start;
  }
  return {
    text: parts.map((part) => raw.slice(part.start, part.end)).join(''),
    parts,
    toRaw(offset) {
      const isIn = (i: number): boolean =>
        offset >= (offsets[i] ?? Infinity) && offset < (offsets[i + 1] ?? Infinity);
      const i = isIn(near) ? near : isIn(near + 1) ? near + 1 : lastAtMost(offsets, offset);
      near = i;
      return (parts[i]?.start ?? start) + offset - (offsets[i] ?? 0);
    },
    fromRaw(offset) {
      const i = lastAtMost(starts, offset);
      const part = parts[i];
      return part === undefined
        ? 0
        : (offsets[i] ?? 0) + Math.max(0, Math.min(offset, part.end) - part.start);
    },
  };
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
