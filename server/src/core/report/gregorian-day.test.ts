import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate, isValid } from './gregorian-day.js';

const DAY = 86_400_000;

describe('a day', () => {
  it('has the number that the runtime gives it', () => {
    for (let year = 1896; year <= 2104; year++)
      for (let month = 1; month <= 12; month++)
        for (const day of [1, 28, 29, 30, 31])
          expect(dayNumber(year, month, day), isoDate(year, month, day)).toBe(
            Date.UTC(year, month - 1, day) / DAY,
          );
  });
  it('is of the calendar where its month has so many', () => {
    expect(isValid({ year: 2020, month: 2, day: 29 })).toBe(true);
    expect(isValid({ year: 2100, month: 2, day: 29 })).toBe(false);
    expect(isValid({ year: 2021, month: 4, day: 31 })).toBe(false);
    expect(isValid({ year: 2021, month: 13, day: 1 })).toBe(false);
  });
});
