import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/arbitraries.js';
import { NameTable } from './name-table.js';

function tableOf(names: readonly string[]): NameTable<string> {
  const table = new NameTable<string>();
  for (const name of new Set(names)) table.add(name, `<${name}>`);
  return table;
}

describe('NameTable', () => {
  it('finds names in a text', () => {
    const table = tableOf(['高鹏', '高鹏飞', '欧阳修文']);
    expect(table.size).toBe(3);
    expect(table.get('高鹏')).toBe('<高鹏>');
    expect(table.get('高飞')).toBeUndefined();
    expect(table.between('市长高鹏飞', 2, 4)).toBe('<高鹏>');
    expect(table.between('市长高鹏飞', 2, 5)).toBe('<高鹏飞>');
    expect(table.between('市长高鹏飞', 1, 3)).toBeUndefined();
    expect(table.longestAt('市长高鹏飞', 2, 5)?.name).toBe('高鹏飞');
    expect(table.longestAt('市长高鹏飞', 2, 4)?.name).toBe('高鹏');
    expect(table.longestAt('市长高鹏飞', 3, 5)).toBeUndefined();
    expect(table.mayEndWith('飞'.charCodeAt(0))).toBe(true);
  });
  it('is empty at first', () => {
    const table = tableOf([]);
    expect(table.size).toBe(0);
    expect(table.get('高鹏')).toBeUndefined();
    expect(table.longestAt('高鹏', 0, 2)).toBeUndefined();
  });
  it('agrees with comparing one by one, however many names there are', () => {
    const name = fc.string({
      minLength: 2,
      maxLength: 4,
      unit: fc.constantFrom('高', '鹏', '飞', '明', 'A'),
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 300 }), name, (names, text) => {
        const table = tableOf(names);
        const starting = names.filter((one) => text.startsWith(one)).sort((a, b) => b.length - a.length);
        expect(table.longestAt(text, 0, text.length)?.name).toBe(starting[0]);
        expect(table.get(text)).toBe(names.includes(text) ? `<${text}>` : undefined);
        const all: string[] = [];
        table.forEach((one, value) => all.push(`${one} ${value}`));
        expect(all.sort()).toEqual([...new Set(names)].map((one) => `${one} <${one}>`).sort());
      }),
      { numRuns: runs(200) },
    );
  });
});
