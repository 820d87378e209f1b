import { describe, expect, it } from 'vitest';
import { createConversionEngine, type ConversionSegment } from './index.js';

const engine = createConversionEngine();
const text = '皇后的头发干了，只有台湾的𫗠不干。于是系统征求了意见，';
const segmentsOf = (source: string): ConversionSegment[] => [...engine.convert(source, 's2t').segments()];

describe('segments', () => {
  const expected = segmentsOf(text);

  it('come in every way of taking them', () => {
    expect(expected.length).toBeGreaterThan(8);
    const segments = engine.convert(text, 's2t').segments();
    const [first, second] = segments;
    expect([first, second]).toEqual(expected.slice(0, 2));
    expect(Array.from(segments)).toEqual(expected);
    const taken: ConversionSegment[] = [];
    for (const segment of segments) {
      taken.push(segment);
      if (taken.length === 3) break;
    }
    expect(taken).toEqual(expected.slice(0, 3));
    expect([...segments]).toEqual(expected);
  });

  it('stay at their end', () => {
    const iterator = engine.convert('头发', 's2t').segments()[Symbol.iterator]();
    expect(iterator.next().done).toBe(false);
    expect(iterator.next().done).toBe(true);
    expect(iterator.next().done).toBe(true);
  });

  it('are the same whatever is converted while somebody walks over them', () => {
    // As long as the text at least, so that nothing of it is left; the second asks for more memory.
    const other = '意见征求了于是。'.repeat(30);
    const disturb: (() => unknown)[] = [
      () => engine.plain(other, 's2t'),
      () => engine.plain(other.repeat(100), 's2t'),
      () => engine.convert(other, 's2twp').edits(),
      () => engine.convert(other, 't2s').ambiguous(),
      () => {
        expect(() => engine.convert(other, 's2t', { names: [{ start: 1, end: 999 }] })).toThrow(RangeError);
      },
    ];
    for (const convert of disturb) {
      const taken: ConversionSegment[] = [];
      for (const segment of engine.convert(text, 's2t').segments()) {
        taken.push(segment);
        convert();
      }
      expect(taken).toEqual(expected);
    }
  });

  it('can be walked over by two at once', () => {
    const one = engine.convert(text, 's2t').segments();
    const other = engine.convert(text, 's2tw').segments();
    const pairs: ConversionSegment[][] = [];
    const taken: ConversionSegment[] = [];
    for (const segment of one) {
      taken.push(segment);
      pairs.push([...other]);
    }
    expect(taken).toEqual(expected);
    for (const segments of pairs) expect(segments).toEqual([...engine.convert(text, 's2tw').segments()]);
    // The same conversion twice, in turns.
    const twice: ConversionSegment[][] = [[], []];
    for (const outer of one) {
      for (const inner of one) if (inner.start === outer.start) twice[1]?.push(inner);
      twice[0]?.push(outer);
    }
    expect(twice).toEqual([expected, expected]);
  });

  it('can be walked over while names are asked for', () => {
    const outer = engine.convert(text, 's2t').segments();
    const names = [{ start: 0, end: 2 }];
    const taken: ConversionSegment[][] = [];
    const { output } = engine.convert('于长洪的头发', 's2t', {
      names,
      nameCharacter(_, usual) {
        taken.push([...outer]);
        return usual;
      },
    });
    expect(taken).toEqual([expected, expected]);
    expect(output).toBe('於長洪的頭髮');
  });
});

it('a conversion gives its edits and what is ambiguous after others too', () => {
  const first = engine.convert(text, 's2t');
  const edits = first.edits();
  const ambiguous = first.ambiguous();
  expect(Math.min(edits.length, ambiguous.length)).toBeGreaterThan(0);
  const second = engine.convert(text, 's2t');
  engine.plain('汉语'.repeat(50), 's2t');
  expect(second.edits()).toEqual(edits);
  engine.plain('汉语'.repeat(50), 's2t');
  expect(second.ambiguous()).toEqual(ambiguous);
});
