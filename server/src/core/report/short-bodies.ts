import { isSentence, type ShadowLine } from './shadow-lines.js';

/** Cells that tabs or wide spaces part, three at least. */
const ROW = /\S(?:\t|\s{2,})\S+(?:\t|\s{2,})\S/;

/**
 * Makes paragraphs of the rows of tables and lists of names that stand below headline and metadata; without running text
 * nothing else there is a headline either.
 * @param hasBody whether the report has any line of running text
 */
export function settleTitles(lines: readonly ShadowLine[], hasBody: boolean): void {
  let isTitled = false;
  let isBelow = false;
  for (const line of lines) {
    if (line.kind === 'metadata') isBelow ||= isTitled;
    if (line.kind !== 'title') continue;
    isTitled = true;
    if (isBelow && (!hasBody || ROW.test(line.folded))) line.kind = 'paragraph';
  }
}

/** Whether a line goes on with what the page border above it broke off, or is itself broken off. */
export function isBrokenOff(line: ShadowLine, above: ShadowLine | undefined): boolean {
  return isBroken(line) || (above !== undefined && isBroken(above) && isSentence(line));
}

const SHORTEST_PART = 8;

/** A line that ends within a sentence: with a comma, or behind one in its second sentence. */
function isBroken(line: ShadowLine): boolean {
  return line.length >= SHORTEST_PART && !isSentence(line) && /,$|。.*,/.test(line.folded);
}
