import { describe, expect, it } from 'vitest';
import { parseRuleSettings } from './settings.js';

const IDS = new Set(['pinyin-residue', 'mixed-script']);

describe('parseRuleSettings', () => {
  it.each(['off', 'hint', 'information', 'warning', 'error'])('takes %s', (severity) => {
    expect(parseRuleSettings({ 'mixed-script': severity }, IDS)).toEqual({
      rules: { 'mixed-script': { severity } },
      problems: [],
    });
  });
  it('takes an object with a severity, or without', () => {
    expect(parseRuleSettings({ 'mixed-script': { severity: 'hint' }, 'pinyin-residue': {} }, IDS)).toEqual({
      rules: { 'mixed-script': { severity: 'hint' }, 'pinyin-residue': {} },
      problems: [],
    });
  });
  it('reports an unknown key of a rule, and keeps the rest', () => {
    const { rules, problems } = parseRuleSettings({ 'mixed-script': { severity: 'hint', severty: 3 } }, IDS);
    expect(rules).toEqual({ 'mixed-script': { severity: 'hint' } });
    expect(problems).toMatchObject([{ path: ['rules', 'mixed-script', 'severty'] }]);
    expect(problems[0]?.message.en).toContain('"severty"');
  });
  it('takes nothing for nothing', () => {
    for (const value of [undefined, null, {}])
      expect(parseRuleSettings(value, IDS)).toEqual({ rules: {}, problems: [] });
  });
  it('reports a rule that there is not and a wrong value, and keeps the rest', () => {
    const { rules, problems } = parseRuleSettings(
      { 'no-such': 'off', 'mixed-script': 'loud', 'pinyin-residue': 'hint' },
      IDS,
    );
    expect(rules).toEqual({ 'pinyin-residue': { severity: 'hint' } });
    expect(problems.map(({ path }) => path)).toEqual([
      ['rules', 'no-such'],
      ['rules', 'mixed-script'],
    ]);
    expect(problems[0]?.message.en).toContain('no-such');
  });
  it.each([1, true, [], { severity: 'loud' }, null])('refuses %j as the value of a rule', (value) => {
    expect(parseRuleSettings({ 'mixed-script': value }, IDS)).toMatchObject({
      rules: {},
      problems: [{ path: ['rules', 'mixed-script'] }],
    });
  });
  it.each([1, 'off', []])('refuses %j as rules', (value) => {
    expect(parseRuleSettings(value, IDS)).toMatchObject({ rules: {}, problems: [{ path: ['rules'] }] });
  });
  it('is not led astray by names of Object.prototype', () => {
    const value: unknown = JSON.parse('{ "__proto__": "off", "constructor": "off" }');
    const { rules, problems } = parseRuleSettings(value, IDS);
    expect(Object.keys(rules)).toEqual([]);
    expect(problems).toHaveLength(2);
  });
});
