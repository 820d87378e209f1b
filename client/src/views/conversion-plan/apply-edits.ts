import type { WireTextEdit } from '../../../../server/src/lsp/protocol.js';

/** The text after edits that ascend and do not overlap. Line ends are those of the text, as VS Code counts them. */
export function applyWireEdits(text: string, edits: readonly WireTextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const offset = ({ character, line }: WireTextEdit['range']['start']): number =>
    (starts[line] ?? text.length) + character;
  let result = '';
  let position = 0;
  for (const { newText, range } of edits) {
    result += text.slice(position, offset(range.start)) + newText;
    position = offset(range.end);
  }
  return result + text.slice(position);
}
