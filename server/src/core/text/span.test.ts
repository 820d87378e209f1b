import { describe, expect, it } from 'vitest';
import { meets, spansMeeting, touches } from './span.js';

const at = (start: number, end = start): { start: number; end: number } => ({ start, end });

describe('touches', () => {
  it('counts both ends', () => {
    expect([1, 2, 4, 5].map((offset) => touches(at(2, 4), offset))).toEqual([false, true, true, false]);
  });
});

describe('meets', () => {
  it('asks for a common character', () => {
    expect(meets(at(0, 2), at(1, 3))).toBe(true);
    expect(meets(at(0, 2), at(2, 3))).toBe(false);
  });
  it('lets a cursor touch an end', () => {
    expect(meets(at(2), at(0, 2))).toBe(true);
    expect(meets(at(0, 2), at(2))).toBe(true);
    expect(meets(at(3), at(0, 2))).toBe(false);
  });
});

describe('spansMeeting', () => {
  const spans = [at(0, 2), at(2, 4), at(6, 8), at(8, 9)];
  it('finds the spans that share a character with a range', () => {
    expect(spansMeeting(spans, at(1, 3))).toEqual([at(0, 2), at(2, 4)]);
    expect(spansMeeting(spans, at(4, 6))).toEqual([]);
    expect(spansMeeting(spans, at(0, 99))).toEqual(spans);
  });
  it('finds both neighbours of a cursor between them', () => {
    expect(spansMeeting(spans, at(2))).toEqual([at(0, 2), at(2, 4)]);
    expect(spansMeeting(spans, at(8))).toEqual([at(6, 8), at(8, 9)]);
  });
  it('is empty for no spans', () => {
    expect(spansMeeting([], at(0, 5))).toEqual([]);
  });
});
