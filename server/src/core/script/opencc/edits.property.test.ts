import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../text/edit.js';
import { CONFIG_NAMES, createConversionEngine } from './index.js';

const engine = createConversionEngine();
const piece = fc.constantFrom(
  ...[
    '皇后',
    '头发',
    '头',
    '发',
    '丹尼·博伊尔',
    '軟體',
    '軟',
    '體',
    '㓆',
    '𫗠',
    '𠮷',
    '\uf90a',
    '\u{2f800}',
    '⿰漢',
  ],
  ...['，', 'a', '\n', '\ud842', '\udfb7', '為', '核心', '干', '乾坤', '著', '著名', '台'],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

it('segments and edits make the output, offsets agree with them', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...CONFIG_NAMES), fc.nat(), fc.nat(), (source, config, a, b) => {
      const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y);
      const names = start === undefined || end === undefined ? [] : [{ start, end }];
      const conversion = engine.convert(source, config, { names });
      const { output, offsets } = conversion;
      let built = '';
      let at = 0;
      for (const segment of conversion.segments()) {
        expect(segment.start).toBeGreaterThanOrEqual(at);
        built += source.slice(at, segment.start) + segment.output;
        at = segment.end;
      }
      expect(built + source.slice(at)).toBe(output);
      const edits = conversion.edits();
      expect(
        applyEdits(
          source,
          edits.map((edit) => ({ ...edit, kind: 'script-converted' as const })),
        ),
      ).toBe(output);
      let moved = 0;
      for (const edit of edits) {
        expect(source.slice(edit.start, edit.end)).not.toBe(edit.newText);
        moved += edit.newText.length - (edit.end - edit.start);
        expect(offsets.toOutput(edit.end)).toBe(edit.end + moved);
        expect(offsets.toSource(edit.end + moved)).toBe(edit.end);
      }
      expect(conversion.ambiguous()).toEqual(
        [...conversion.segments()].filter(({ alternatives }) => alternatives.length > 0),
      );
    }),
    { numRuns: 1000 },
  );
  // The tables of every configuration are compiled first.
}, 60_000);
