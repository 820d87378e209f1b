import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  toRange,
  toSpan,
  toTextEdits,
  toWorkspaceEdit,
  withoutPlaceholders,
} from '../../server/src/lsp/convert.js';
import { offsetOf, positionOf } from './support/texts.js';

/** Texts of what makes positions hard: line ends of every kind, astral characters, halves of them, BOM, U+2028. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\u2028',
        '\ufeff',
        '\ud842\udfb7',
        '\ud800',
        '\udc00',
        '\0',
        '會(huì)',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('会议', '，', ' ', '\u3000'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const withOffset = texts.chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length)));
const withSpan = texts.chain((text) =>
  fc
    .tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length))
    .map(([whole, a, b]) => [whole, Math.min(a, b), Math.max(a, b)] as const),
);

const document = (text: string): TextDocument => TextDocument.create('untitled:x', 'corpus-report', 3, text);
/** No position means the place between CR and LF: the protocol knows no such column. */
const cutsCrlf = (text: string, offset: number): boolean =>
  text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n';

describe('offset -> position -> offset', () => {
  test('comes back to where it was', () => {
    fc.assert(
      fc.property(withSpan, ([text, start, end]) => {
        fc.pre(!cutsCrlf(text, start) && !cutsCrlf(text, end));
        expect(toSpan(document(text), toRange(document(text), { start, end }))).toEqual({ start, end });
      }),
      { numRuns: 2000 },
    );
  });

  test('the position is the one of the specification', () => {
    fc.assert(
      fc.property(withOffset, ([text, offset]) => {
        fc.pre(!cutsCrlf(text, offset));
        const range = toRange(document(text), { start: offset, end: offset });
        expect(range.start).toEqual(positionOf(text, offset));
        expect(offsetOf(text, range.start)).toBe(offset);
      }),
      { numRuns: 2000 },
    );
  });

  test('between CR and LF it stays on the line', () => {
    const text = '会\r\n议';
    expect(toSpan(document(text), toRange(document(text), { start: 2, end: 3 }))).toEqual({
      start: 1,
      end: 3,
    });
  });

  test('any position at all lies in the text', () => {
    const coordinate = fc.oneof(fc.nat(80), fc.constantFrom(2 ** 31 - 1, -1));
    const position = fc.record({ line: coordinate, character: coordinate });
    fc.assert(
      fc.property(texts, position, position, (text, start, end) => {
        const span = toSpan(document(text), { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a range turned round is the same span', () => {
  fc.assert(
    fc.property(withSpan, ([text, start, end]) => {
      const there = toRange(document(text), { start, end });
      const back = { start: there.end, end: there.start };
      expect(toSpan(document(text), back)).toEqual(toSpan(document(text), there));
    }),
  );
});

test('edits change the same characters here and there', () => {
  fc.assert(
    fc.property(withSpan, fc.string(), ([text, start, end], newText) => {
      fc.pre(!cutsCrlf(text, start) && !cutsCrlf(text, end));
      const edits = toTextEdits(document(text), [{ start, end, newText, kind: 'script-converted' }]);
      expect(TextDocument.applyEdits(document(text), edits)).toBe(
        text.slice(0, start) + newText + text.slice(end),
      );
    }),
    { numRuns: 1000 },
  );
});

test('an edit of the workspace names the version it is for', () => {
  const edit = toWorkspaceEdit(
    document('会议'),
    [{ start: 1, end: 2, newText: '場', kind: 'script-converted' }],
    false,
  );
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
  expect(edit).toEqual({
    documentChanges: [{ textDocument: { uri: 'untitled:x', version: 3 }, edits: [{ range, newText: '場' }] }],
  });
});

test.each([
  ['发布日期：${1:YYYY}-${2:07}-${3:03}\n', '发布日期：YYYY-07-03\n'],
  ['来源：${1:a\\}b\\$c\\\\d}', '来源：a}b$c\\d'],
  ['来源：${1:}', '来源：'],
  ['no placeholder: 5\\$', 'no placeholder: 5$'],
])('the snippet %j is %j as plain text', (snippet, text) => {
  expect(withoutPlaceholders(snippet)).toBe(text);
});
