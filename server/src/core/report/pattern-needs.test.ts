import { describe, expect, it } from 'vitest';
import furniture from '../../../data/furniture.json' with { type: 'json' };
import { CharacterClass, classesOf } from '../script/characters.js';
import { needsOf } from './pattern-needs.js';

const PAIRS = new Set(['打印', '分享', '首页']);
const needs = (source: string): ReturnType<typeof needsOf> => needsOf(source, (pair) => PAIRS.has(pair));
const first = (source: string): string | undefined => {
  const units = needs(source).first;
  return units === undefined ? undefined : [...units].map((unit) => String.fromCharCode(unit)).join('');
};

describe('what a pattern begins with', () => {
  it.each([
    ['打印', '打'],
    ['打印|分享', '打分'],
    ['[【(]?打印', '【(打'],
    ['(?:我要)?(?:打印|分享)', '我打分'],
    ['[a-c]+x', 'abc'],
    ['\\|x', '|'],
    ['x{0,2}y', 'xy'],
    ['.{0,2}打印', undefined],
    ['[^,]打印', undefined],
    ['\\S打印', undefined],
    ['[一-鿿]打印', undefined],
    ['(?:打印)*', undefined],
  ])('%s', (source, expected) => {
    expect(first(source)).toBe(expected);
  });
});

describe('what a pattern cannot be without', () => {
  it('is a class of characters that all alternatives have', () => {
    expect(needs('.{0,9}(?:>+|»)').classes & CharacterClass.furnitureMark).not.toBe(0);
    expect(needs('.{0,9}(?:>+|a)').classes).toBe(0);
    expect(needs('a:?').classes & CharacterClass.colon).toBe(0);
  });
  it('is a pair of characters', () => {
    expect(needs('.{0,9}(?:打印|分享)').pair).toBe(true);
    expect(needs('.{0,9}(?:打印|收藏)').pair).toBe(false);
    expect(needs('(?:打印)?x').pair).toBe(false);
    // Another character may stand between them.
    expect(needs('打.?印').pair).toBe(false);
  });
  it('is an end', () => {
    expect(needs('.{0,9}(?:打印|分享到)').longest).toBe(12);
    expect(needs('ab{2}c?').longest).toBe(4);
    expect(needs('a+').longest).toBe(Number.POSITIVE_INFINITY);
    expect(needs('a{2,}').longest).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a pattern that cannot be read', () => {
  it.each(['(?=a)b', '(a)', '^a', 'a$', '\\ba', '(?:a', 'a)'])('%s', (source) => {
    expect(() => needs(source)).toThrow(SyntaxError);
  });
});

describe('the needs of furniture', () => {
  it.each(furniture.lines)('are met by $example', ({ pattern, example }) => {
    const { first: units, classes, longest } = needs(pattern);
    expect(units?.has(example.charCodeAt(0))).not.toBe(false);
    expect(classes & ~classesOf(example)).toBe(0);
    expect(example.length).toBeLessThanOrEqual(longest);
  });
});
