import type { WirePosition, WireTextEdit } from '../../../../server/src/lsp/protocol.js';

/**
 * Where a place of a text stands after its conversion. `edits` ascend, do not overlap and lie within one line each,
 * as a conversion's do. Inside an edit it is the nearest place of the new text.
 */
export function positionAfter(
  edits: readonly WireTextEdit[],
  { line, character }: WirePosition,
): WirePosition {
  let moved = 0;
  for (const { newText, range } of edits) {
    const { start, end } = range;
    if (start.line !== line || start.character >= character) continue;
    if (end.character > character) {
      const within = Math.min(character - start.character, newText.length);
      return { line, character: start.character + moved + within };
    }
    moved += newText.length - (end.character - start.character);
  }
  return { line, character: character + moved };
}
