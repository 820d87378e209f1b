import type { Span } from '../text/span.js';
import type { Report } from './types.js';

/** A name as a mention writes it: without pinyin notes and padding, in the script of the place. */
export interface WrittenName {
  readonly text: string;
  /** For each UTF-16 unit of `text` its shadow offset. */
  readonly offsets: readonly number[];
}

/** Reads a mention (raw UTF-16 offsets) as it is written. */
export function writtenName({ text, shadow }: Report, { start, end }: Span): WrittenName {
  let written = '';
  const offsets: number[] = [];
  const stop = shadow.toShadow(end);
  for (let i = shadow.toShadow(start); i < stop; i++) {
    const character = text.charAt(shadow.toRaw(i));
    if (/\s/.test(character)) continue;
    written += character;
    offsets.push(i);
  }
  return { text: written, offsets };
}
