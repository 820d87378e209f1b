import { describe, expect, it } from 'vitest';
import { applyWireEdits } from './apply-edits.js';

const edit = (line: number, from: number, to: number, newText: string) => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  newText,
});

describe('applying edits to a text', () => {
  it('counts lines at every kind of line end and keeps them', () => {
    const text = '會議\r\n會議\r會議\n𠀀會';
    const edits = [0, 1, 2].map((line) => edit(line, 0, 1, '会'));
    // A character outside the BMP is two units wide.
    expect(applyWireEdits(text, [...edits, edit(3, 2, 3, '会')])).toBe('会議\r\n会議\r会議\n𠀀会');
  });

  it('removes and inserts', () => {
    expect(applyWireEdits('會(huì)議', [edit(0, 1, 6, ''), edit(0, 7, 7, '。')])).toBe('會議。');
  });

  it('changes nothing without edits', () => {
    expect(applyWireEdits('', [])).toBe('');
    expect(applyWireEdits('a\n', [])).toBe('a\n');
  });
});
