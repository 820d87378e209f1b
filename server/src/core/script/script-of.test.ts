import { expect, it } from 'vitest';
import { scriptOf } from './characters.js';

it.each([
  ['张敬华', 'simplified'],
  ['張敬華', 'traditional'],
  ['王小明', undefined],
  ['王張张', 'traditional'],
  ['', undefined],
])('%s is %s', (word, script) => {
  expect(scriptOf(word)).toBe(script);
});
