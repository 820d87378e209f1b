import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, runs } from '../testing/arbitraries.js';
import { indexLines } from './line-index.js';

const lines = (text: string): string[] => {
  const index = indexLines(text);
  return Array.from({ length: index.count }, (_, i) => text.slice(index.line(i).start, index.line(i).end));
};

describe('indexLines', () => {
  it.each([
    ['LF', 'a\nb', ['a', 'b']],
    ['CRLF', 'a\r\nb', ['a', 'b']],
    ['CR', 'a\rb', ['a', 'b']],
    ['all three and a last line end', 'a\r\nb\rc\nd\n', ['a', 'b', 'c', 'd', '']],
    ['LF CR, which is two line ends', 'a\n\rb', ['a', '', 'b']],
    ['nothing', '', ['']],
    [
      'U+2028, U+2029, VT, FF and NEL, which end no line',
      'a\u2028b\u2029c\vd\fe\u0085f',
      ['a\u2028b\u2029c\vd\fe\u0085f'],
    ],
    ['a BOM, which is a character', '\ufeffa\nb', ['\ufeffa', 'b']],
    ['astral characters', '𠮷\n𠮷', ['𠮷', '𠮷']],
  ])('cuts %s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('counts columns in UTF-16 units', () => {
    const index = indexLines('𠮷野\r\n家');
    expect(index.place(2)).toEqual({ line: 0, character: 2 });
    expect(index.place(5)).toEqual({ line: 1, character: 0 });
    expect(index.place(6)).toEqual({ line: 1, character: 1 });
  });

  it('keeps offsets inside the text', () => {
    const index = indexLines('ab\nc');
    expect(index.place(-5)).toEqual({ line: 0, character: 0 });
    expect(index.place(99)).toEqual({ line: 1, character: 1 });
    expect(index.line(7)).toEqual({ start: 4, end: 4 });
  });

  it('gives every offset a place that leads back to it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = indexLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, character } = index.place(offset);
          expect(index.line(line).start + character).toBe(offset);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});
