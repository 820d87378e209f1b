import { describe, expect, it } from 'vitest';
import { chooseDivision, divisionAt, divisionsNamed, isWithin } from './divisions.js';

describe('administrative divisions', () => {
  it('are found at an offset, the longest name first', () => {
    expect(divisionAt('位于内蒙古自治区呼和浩特市', 2)?.length).toBe('内蒙古自治区'.length);
    expect(divisionAt('吉林省吉林市', 3)).toMatchObject({ length: 3, candidates: [{ name: '吉林市' }] });
    expect(divisionAt('吉林省', 1)).toBeUndefined();
    expect(divisionAt('南', 0)).toBeUndefined();
  });
  it('have the divisions around them', () => {
    expect(divisionsNamed('昆山市')).toEqual([
      { name: '昆山市', level: 'county', within: ['江苏省', '苏州市'], former: false },
    ]);
    expect(isWithin('昆山市', '江苏省')).toBe(true);
    expect(isWithin('江苏省', '昆山市')).toBe(false);
    expect(isWithin('清溪市', '清溪市')).toBe(true);
  });
  it('with one name are told apart by what is named around them', () => {
    const { candidates = [] } = divisionAt('鼓楼区', 0) ?? {};
    expect(candidates.length).toBeGreaterThan(2);
    expect(chooseDivision(candidates, [])).toBeUndefined();
    expect(chooseDivision(candidates, ['江苏省', '徐州市'])?.within).toEqual(['江苏省', '徐州市']);
  });
  it('of today win over former ones of the same name', () => {
    expect(divisionsNamed('宣武区')).toMatchObject([{ former: true, within: ['北京市'] }]);
    expect(divisionsNamed('南京')).toEqual([]);
  });
});
