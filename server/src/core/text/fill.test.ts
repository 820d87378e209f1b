import { expect, it } from 'vitest';
import { fill } from './fill.js';

it('puts every value in as it is', () => {
  expect(fill('{from} to {to}, {from}', { from: "$&$1$'{to}", to: 12 })).toBe("$&$1$'{to} to 12, $&$1$'{to}");
  expect(fill('见于 {first}（{other}）', { first: '𠮷$$' })).toBe('见于 𠮷$$（{other}）');
});
