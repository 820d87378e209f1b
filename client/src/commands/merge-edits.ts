import type { WireTextEdit } from '../../../server/src/lsp/protocol.js';

/**
 * One edit per line instead of one per character, with the same result. VS Code needs 20 s for the 300,000 single
 * edits of 900 reports and 4 s for one a line (2 cores); where no cursor stands in the text, nothing is lost by
 * replacing what is between them.
 * `edits` ascend and do not overlap; those that touch several lines stay as they are.
 */
export function mergeEdits(text: string, edits: readonly WireTextEdit[]): readonly WireTextEdit[] {
  const lines = text.split(/\r\n|\r|\n/);
  const merged: WireTextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    const { start, end } = edit.range;
    if (
      last === undefined ||
      !isWithinLine(last) ||
      !isWithinLine(edit) ||
      last.range.end.line !== start.line
    ) {
      merged.push(edit);
      continue;
    }
    const between = (lines[start.line] ?? '').slice(last.range.end.character, start.character);
    merged[merged.length - 1] = {
      range: { start: last.range.start, end },
      newText: last.newText + between + edit.newText,
    };
  }
  return merged;
}

function isWithinLine({ range: { start, end } }: WireTextEdit): boolean {
  return start.line === end.line;
}
