import { describe, expect, it } from 'vitest';
import { createMemoryMaker } from './unit-memory.js';

/** What a platform may have: Node's Buffer, a browser's TextDecoder, neither. */
const platforms = [
  ['Node', globalThis],
  ['a browser', { TextDecoder: globalThis.TextDecoder }],
  ['neither', {}],
] as const;

describe.each(platforms)('with %s', (_, platform) => {
  const allocate = createMemoryMaker(platform);
  it.each([
    ['nothing', ''],
    ['a character', '漢'],
    ['a little', '漢a𠮷\u0000\ufeff'],
    ['much', '漢字𠮷，'.repeat(5000)],
    ['surrogates that stand alone', `${'漢'.repeat(100)}\ud842漢\udfb7`],
  ])('gives back %s', (__, text) => {
    const memory = allocate(text.length + 10);
    memory.units.fill(0x5b57);
    memory.write(text);
    expect(Array.from(memory.units.subarray(0, text.length))).toEqual(
      Array.from({ length: text.length }, (___, i) => text.charCodeAt(i)),
    );
    expect(memory.units[text.length]).toBe(0x5b57);
    expect(memory.read(0, text.length, true)).toBe(text);
    expect(memory.read(1, text.length, true)).toBe(text.slice(1));
    if (!/\p{Surrogate}/u.test(text)) expect(memory.read(0, text.length, false)).toBe(text);
  });
});
