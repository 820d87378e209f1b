import { describe, expect, it } from 'vitest';
import type { WireTextEdit } from '../../../../server/src/lsp/protocol.js';
import { positionAfter } from './position-after.js';

const edit = (line: number, from: number, to: number, newText: string): WireTextEdit => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  newText,
});
// 會(huì)議開 becomes 会议开.
const edits = [edit(1, 0, 1, '会'), edit(1, 1, 6, ''), edit(1, 6, 8, '议开')];

describe('a place after the conversion', () => {
  it('moves by what was removed before it in its line', () => {
    expect(positionAfter(edits, { line: 1, character: 0 })).toEqual({ line: 1, character: 0 });
    expect(positionAfter(edits, { line: 1, character: 6 })).toEqual({ line: 1, character: 1 });
    expect(positionAfter(edits, { line: 1, character: 8 })).toEqual({ line: 1, character: 3 });
  });

  it('inside an edit stands within the new text', () => {
    expect(positionAfter(edits, { line: 1, character: 3 })).toEqual({ line: 1, character: 1 });
    expect(positionAfter(edits, { line: 1, character: 7 })).toEqual({ line: 1, character: 2 });
  });

  it('is untouched by edits of other lines', () => {
    expect(positionAfter(edits, { line: 0, character: 9 })).toEqual({ line: 0, character: 9 });
    expect(positionAfter(edits, { line: 2, character: 9 })).toEqual({ line: 2, character: 9 });
  });
});
