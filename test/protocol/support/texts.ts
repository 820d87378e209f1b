import type { Position, Range, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/*
 * Positions are counted here anew, by the words of the LSP specification (CR, LF and CRLF end a line; columns are
 * UTF-16 units), so that a mistake of the server's own arithmetic does not cancel itself out.
 */

let last = { text: '', starts: [0] };

/** Where the lines of a text start; those of the last text are kept, for the thousands of edits it may have. */
function lineStarts(text: string): readonly number[] {
  if (last.text === text) return last.starts;
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  last = { text, starts };
  return starts;
}

/** The UTF-16 offset of a position. */
export function offsetOf(text: string, { line, character }: Position): number {
  const start = lineStarts(text)[line];
  if (start === undefined) throw new RangeError(`the text has no line ${line}`);
  return start + character;
}

/** The position of a UTF-16 offset. */
export function positionOf(text: string, offset: number): Position {
  const starts = lineStarts(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** The range of the n-th occurrence (from 0) of a piece of the text. */
export function rangeOf(text: string, piece: string, n = 0): Range {
  let at = -1;
  for (let i = 0; i <= n; i++) at = text.indexOf(piece, at + 1);
  if (at < 0) throw new Error(`the text does not hold ${piece}`);
  return { start: positionOf(text, at), end: positionOf(text, at + piece.length) };
}

/** The characters of a range. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** Applies edits; those of one place keep their order. Overlapping edits are an error, as the protocol says. */
export function applyEdits(text: string, edits: readonly (TextEdit | SnippetTextEdit)[]): string {
  const placed = edits
    .map((edit) => ({
      start: offsetOf(text, edit.range.start),
      end: offsetOf(text, edit.range.end),
      newText: 'snippet' in edit ? edit.snippet.value : edit.newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, newText } of placed) {
    if (start < position || end > text.length) throw new RangeError('edits overlap or lie outside the text');
    parts.push(text.slice(position, start), newText);
    position = end;
  }
  return [...parts, text.slice(position)].join('');
}

/** The edits of a workspace edit that changes one document, with the version they are for. */
export function editsOf(
  edit: WorkspaceEdit | undefined,
  uri: string,
): { readonly version: number | null; readonly edits: (TextEdit | SnippetTextEdit)[] } {
  const changes = edit?.documentChanges ?? [];
  const [change] = changes;
  if (changes.length !== 1 || change === undefined || !('textDocument' in change))
    throw new Error(`no edit of one document: ${JSON.stringify(edit)}`);
  if (change.textDocument.uri !== uri) throw new Error(`an edit of ${change.textDocument.uri}`);
  return { version: change.textDocument.version, edits: change.edits };
}
