import { expect, it } from 'vitest';
import { textChange } from './text-change.js';

it.each<[string, string, [number, number, string]]>([
  ['甲乙丙', '甲丁丙', [1, 2, '丁']],
  ['甲丙', '甲乙丙', [1, 1, '乙']],
  ['甲甲', '甲甲甲', [2, 2, '甲']],
  ['甲乙丙', '甲丙', [1, 2, '']],
  ['', '甲', [0, 0, '甲']],
  ['甲', '甲', [1, 1, '']],
  // Two characters with one high surrogate, two with one low surrogate.
  ['"𠮷"', '"𠮸"', [1, 3, '𠮸']],
  ['"𠀀"', '"𡀀"', [1, 3, '𡀀']],
  ['["𠮷"]', '["𠮸","𠮷"]', [2, 2, '𠮸","']],
])('%s becomes %s', (before, after, [start, end, newText]) => {
  expect(textChange(before, after)).toEqual({ start, end, newText });
  expect(before.slice(0, start) + newText + before.slice(end)).toBe(after);
});
