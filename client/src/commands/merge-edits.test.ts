import { describe, expect, it } from 'vitest';
import type { WireTextEdit } from '../../../server/src/lsp/protocol.js';
import { mergeEdits } from './merge-edits.js';

const edit = (line: number, from: number, to: number, newText: string, toLine = line): WireTextEdit => ({
  range: { start: { line, character: from }, end: { line: toLine, character: to } },
  newText,
});

describe('merging edits', () => {
  it('makes one of those in one line and keeps what is between them', () => {
    expect(
      mergeEdits('會(huì)議召開\r\n會議', [
        edit(0, 0, 1, '会'),
        edit(0, 1, 6, ''),
        edit(0, 6, 7, '议'),
        edit(0, 8, 9, '开'),
        edit(1, 0, 2, '会议'),
      ]),
    ).toEqual([edit(0, 0, 9, '会议召开'), edit(1, 0, 2, '会议')]);
  });

  it('leaves edits over several lines alone', () => {
    const edits = [edit(0, 0, 1, 'a'), edit(0, 2, 0, '', 1), edit(1, 1, 2, 'b')];
    expect(mergeEdits('xyz\nuvw', edits)).toEqual(edits);
  });

  it('takes nothing for nothing', () => {
    expect(mergeEdits('', [])).toEqual([]);
  });
});
