import { expect, it } from 'vitest';
import { bareName, isOneAway } from './one-away.js';

it.each([
  ['张敬华', '張敬驊', true],
  ['张敬华', '張敬華', false],
  ['张敬华', '张 敬 骅', true],
  ['张华', '张骅', false],
  ['张敬华', '张静骅', false],
  ['铁木尔·达瓦买提', '铁木耳·达瓦买提', true],
])('%s and %s are one character apart: %s', (a, b, expected) => {
  expect(isOneAway(bareName(a), bareName(b))).toBe(expected);
  expect(isOneAway(bareName(b), bareName(a))).toBe(expected);
});
