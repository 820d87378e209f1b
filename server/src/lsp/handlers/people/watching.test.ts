import { expect, test } from 'vitest';
import { exactPattern } from './watching.js';

test.each([
  ['file:///corpus/officials.json', '/corpus/officials.json'],
  ['file:///c:/corpus/officials.json', 'c:/corpus/officials.json'],
  ['file:///%E5%B9%B4/a%20b.json', '/年/a b.json'],
  ['file:///x%5B1%5D/%7By%7D*%3F.json', '/x[[]1[]]/[{]y[}][*][?].json'],
  ['file://host/share/officials.json', undefined],
  ['untitled:1', undefined],
])('the pattern of %s', (uri, pattern) => {
  expect(exactPattern(uri)).toBe(pattern);
});
