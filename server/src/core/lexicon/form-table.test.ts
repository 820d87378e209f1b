import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/arbitraries.js';
import { FormTable } from './form-table.js';

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** The values of the group at an offset of a text. */
function found(table: FormTable<string>, text: string, offset = 0): (string | undefined)[] {
  const group = table.groupAt(unitsOf(text), offset);
  const values: (string | undefined)[] = [];
  if (group >= 0)
    for (let form = table.firstOf(group); form < table.firstOf(group + 1); form++)
      values.push(table.entryOf(form)?.value);
  return values;
}

describe('FormTable', () => {
  const table = new FormTable([
    { form: '四个意识', keyAt: 0, value: 'a' },
    { form: '四个意愿', keyAt: 0, value: 'b' },
    { form: '外防输入、内防反弹', keyAt: 6, value: 'c' },
    { form: '入、内防', keyAt: 0, value: 'd' },
    { form: '六保', keyAt: 0, value: 'e' },
  ]);

  it('gives the forms whose key stands at an offset', () => {
    expect(found(table, '增强四个意识', 2)).toEqual(['a', 'b']);
    expect(found(table, '防反弹')).toEqual(['c']);
    expect(found(table, '四个人')).toEqual([]);
    expect(found(table, '六保')).toEqual([]);
    expect(found(table, '')).toEqual([]);
  });
  it('reads a comma as the mark between the parts of a phrase', () => {
    expect(found(table, '入,内')).toEqual(['d']);
  });
  it('tells how much of a form stands in a text', () => {
    const units = unitsOf('四个意外');
    const form = table.firstOf(table.groupAt(units, 0));
    expect(table.lengthOf(form)).toBe(4);
    expect(table.commonWith(form, 0, units, 0)).toBe(3);
    expect(table.commonWith(form, 1, units, 1)).toBe(2);
    expect(table.commonWith(form, 3, units, 3)).toBe(0);
    expect(String.fromCharCode(table.letterOf(form, 3))).toBe('识');
  });
  it('agrees with comparing one by one', () => {
    const form = fc.string({ minLength: 3, maxLength: 5, unit: fc.constantFrom('市', '委', '书', '、') });
    fc.assert(
      fc.property(fc.array(form), form, (forms, text) => {
        const all = new FormTable(forms.map((one, i) => ({ form: one, keyAt: 0, value: `${one} ${i}` })));
        const expected = forms.flatMap((one, i) => (one.startsWith(text.slice(0, 3)) ? [`${one} ${i}`] : []));
        expect(found(all, text)).toEqual(expected);
      }),
      { numRuns: runs(200) },
    );
  });
});
