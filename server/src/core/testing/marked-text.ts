import type { Span } from '../text/span.js';

const CURSOR = '‸';
const OPEN = '⟦';
const CLOSE = '⟧';

/** A text with the places that marks in it pointed at; UTF-16 offsets into `text`. */
export interface MarkedText {
  readonly text: string;
  /** Where `‸` stood. */
  readonly cursors: readonly number[];
  /** What stood between `⟦` and `⟧`, ascending by start. */
  readonly spans: readonly Span[];
}

/**
 * Takes the marks `‸`, `⟦` and `⟧` out of a text. They occur in no real report, unlike `|`, `[`, `<` and `【`.
 * @throws Error when a bracket has no partner
 */
export function readMarked(marked: string): MarkedText {
  let text = '';
  const cursors: number[] = [];
  const spans: Span[] = [];
  const open: number[] = [];
  for (const character of marked) {
    if (character === CURSOR) cursors.push(text.length);
    else if (character === OPEN) open.push(text.length);
    else if (character === CLOSE) {
      const start = open.pop();
      if (start === undefined) throw new Error(`${CLOSE} without ${OPEN} in: ${marked.slice(0, 60)}`);
      spans.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error(`${OPEN} without ${CLOSE} in: ${marked.slice(0, 60)}`);
  return { text, cursors, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The text with exactly one `‸` taken out, and its offset. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const { text, cursors } = readMarked(marked);
  const [offset] = cursors;
  if (offset === undefined || cursors.length > 1) throw new Error(`one ${CURSOR} expected in: ${marked}`);
  return { text, offset };
}

/** Puts `⟦` and `⟧` around spans (ascending, not overlapping), so that a failing test shows text, not offsets. */
export function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let position = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(position, start)}${OPEN}${text.slice(start, end)}${CLOSE}`;
    position = end;
  }
  return marked + text.slice(position);
}
