import { describe, expect, it } from 'vitest';
import type { DidAnalyseParams } from '../../../server/src/lsp/protocol.js';
import type { Translate } from '../translate.js';
import { countFindings, groupByRule, nextPlace, type WireFinding } from './findings.js';
import { statusText } from './status-text.js';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
const at = (line: number, character = 0) => ({
  start: { line, character },
  end: { line, character: character + 1 },
});
const finding = (rule: string, severity: WireFinding['severity'], line = 0): WireFinding => ({
  rule,
  severity,
  message: `${rule} in line ${line}`,
  range: at(line),
  page: undefined,
});
const analysis = (findings: readonly WireFinding[]): DidAnalyseParams => ({
  uri: 'file:///a.txt',
  version: 1,
  script: { verdict: 'traditional', simplified: 1, traditional: 80 },
  findings,
  places: [
    { rule: 'pinyin-residue', range: at(2, 5) },
    { rule: 'pinyin-residue', range: at(2, 1) },
  ],
  fixable: 0,
  project: undefined,
});
const some = [
  finding('page-furniture', 'hint', 0),
  finding('pinyin-residue', 'warning', 2),
  finding('contact-data', 'information', 3),
  finding('contact-data', 'information', 4),
];

describe('the status item', () => {
  it('says verdict and number of findings, without hints', () => {
    const { broken, text, tooltip } = statusText('running', analysis(some), t);
    expect(text).toBe('$(book) Traditional · 3 findings');
    expect(tooltip).toContain('1 Simplified-only and 80 Traditional-only characters');
    expect(tooltip).toContain('3 findings, and hints: 1');
    expect(broken).toBe(false);
    expect(statusText('running', analysis(some.slice(0, 2)), t).text).toBe('$(book) Traditional · 1 finding');
    expect(statusText('running', analysis([]), t).text).toBe('$(pass) Traditional · 0 findings');
  });

  it('says when the server is starting, checking, or broken', () => {
    expect(statusText('starting', undefined, t).tooltip).toContain('starting');
    expect(statusText('running', undefined, t).tooltip).toContain('checked');
    expect(statusText('failed', analysis([]), t)).toMatchObject({ broken: true });
  });
});

describe('the findings of the list', () => {
  it('are grouped by rule, the gravest first', () => {
    const groups = groupByRule(analysis(some));
    expect(groups.map(({ rule, findings }) => [rule, findings.length])).toEqual([
      ['pinyin-residue', 1],
      ['contact-data', 2],
      ['page-furniture', 1],
    ]);
  });

  it('lead to the decorated places, in the order of the text', () => {
    const [pinyin, contact] = groupByRule(analysis(some));
    expect(pinyin?.places).toEqual([at(2, 1), at(2, 5)]);
    expect(contact?.places).toEqual([at(3), at(4)]);
  });

  it('go on from the cursor and start again at the end', () => {
    const places = [at(2, 1), at(2, 5)];
    expect(nextPlace(places, { line: 0, character: 0 })).toEqual(at(2, 1));
    expect(nextPlace(places, { line: 2, character: 1 })).toEqual(at(2, 5));
    expect(nextPlace(places, { line: 9, character: 0 })).toEqual(at(2, 1));
    expect(nextPlace([], { line: 0, character: 0 })).toBeUndefined();
  });

  it('are counted apart from hints', () => {
    expect(countFindings(some)).toEqual({ findings: 3, hints: 1 });
  });
});
