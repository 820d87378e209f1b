import { expect, test } from 'vitest';
import { readJson } from './read-json.js';

test.each([
  ['{a: 1}', 1, 'a key in double quotes is expected'],
  ['{"a" 1}', 5, 'a colon is expected behind the key'],
  ['{"a": }', 6, 'a value is expected'],
  ['{"a": nul}', 6, 'a value is expected'],
  ['{"a": 1 "b": 2}', 8, 'a comma is missing in front of this'],
  ['{"a": 1', 7, 'a closing } is missing'],
  ['[1', 2, 'a closing ] is missing'],
  ['{"a": "x', 6, 'the string lacks its closing quote'],
  ['{} x', 3, 'this is no part of JSON'],
])('%s is told apart at %i', (text, start, reason) => {
  const { problems } = readJson(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.start).toBe(start);
  expect(problems[0]?.message.en).toBe(
    `not valid JSON here: ${reason}; mend this first, the rest of the file may not be read`,
  );
});

test('comments, trailing commas and a byte order mark are allowed', () => {
  expect(readJson('\ufeff{ /* one */ "a": [1,], }').problems).toEqual([]);
});
