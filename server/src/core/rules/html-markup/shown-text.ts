import { findMarkup } from './markup.js';

/** A piece of text as a browser would show it. */
export interface ShownText {
  /** Without tags, entities as their characters, without white space at its end. */
  readonly text: string;
  /** Where its last character ends in the piece, in front of the tags and spaces behind it; UTF-16 offset. */
  readonly end: number;
}

/** Reads the HTML out of a piece of text. */
export function shownText(piece: string): ShownText {
  let text = '';
  let position = 0;
  let end = 0;
  const add = (part: string, from: number): void => {
    const trimmed = part.trimEnd();
    if (trimmed !== '') end = from + trimmed.length;
    text += part;
  };
  for (const { start, end: behind, text: character } of findMarkup({ text: piece })) {
    add(piece.slice(position, start), position);
    text += character;
    if (character.trim() !== '') end = behind;
    position = behind;
  }
  add(piece.slice(position), position);
  return { text: text.trimEnd(), end };
}
