import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/index.js';
import { createReportService } from '../../server/src/core/service.js';
import { runs } from '../../server/src/core/testing/arbitraries.js';
import { readRulePage } from '../../server/src/core/testing/rule-page.js';
import { settings } from '../../server/src/core/testing/service.js';
import { fixtureReports, inRoot, read } from './support/paths.js';

const FOLDER = 'server/src/core/rules';

/** The rule catalogue of the design, as decided: group, default severity. */
const CATALOGUE: Readonly<Record<string, readonly [group: string, severity: string]>> = {
  'missing-date-line': ['structure', 'warning'],
  'incomplete-date-line': ['structure', 'warning'],
  'missing-source-line': ['structure', 'warning'],
  'missing-headline': ['structure', 'information'],
  'glued-metadata': ['structure', 'information'],
  'date-conflict': ['structure', 'warning'],
  'mixed-script': ['script', 'warning'],
  'unexpected-script': ['script', 'information'],
  'unconverted-character': ['script', 'information'],
  'ambiguous-conversion': ['script', 'hint'],
  'pinyin-residue': ['residue', 'warning'],
  'mirror-provenance': ['residue', 'information'],
  'html-markup': ['residue', 'warning'],
  'width-folded-punctuation': ['residue', 'information'],
  'nfkc-damage': ['residue', 'information'],
  'doubled-punctuation': ['residue', 'information'],
  'lost-indent': ['residue', 'hint'],
  'page-furniture': ['furniture', 'hint'],
  'copyright-tail': ['furniture', 'hint'],
  'contact-data': ['furniture', 'information'],
  'repeated-line': ['furniture', 'information'],
  'undecodable-text': ['encoding', 'error'],
  'mixed-line-ends': ['encoding', 'information'],
  'invisible-character': ['encoding', 'warning'],
  'look-alike-character': ['encoding', 'warning'],
  'unbalanced-quotes': ['text', 'information'],
  'truncated-report': ['text', 'information'],
  'unknown-official': ['people', 'hint'],
  'official-name-variant': ['people', 'warning'],
  'phrase-near-miss': ['phrases', 'information'],
  'duplicate-report': ['corpus', 'warning'],
  'repeated-furniture': ['corpus', 'hint'],
  'conflicting-post': ['corpus', 'information'],
};

it('every folder of a rule is listed, and every listed rule has its folder', () => {
  const folders = readdirSync(inRoot(FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(inRoot(FOLDER, entry.name, 'rule.ts')))
    .map(({ name }) => name);
  expect(rules.map(({ id }) => id).sort()).toEqual(folders.sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is of the catalogue', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(CATALOGUE[id]).toEqual([rule.group, rule.severity]);
  });

  it('has a page that names its severity and fix class, in both languages', () => {
    const page = readRulePage(read(FOLDER, id, 'rule.md'));
    expect(page.title).not.toBe('');
    expect(page.text).toContain(`\`${id}\``);
    expect(page.text).toContain(`**Default severity:** \`${rule.severity}\``);
    expect(page.text).toMatch(
      rule.fix === 'none' ? /\*\*Fix class:\*\* none/ : new RegExp(`\\*\\*Fix class:\\*\\* \`${rule.fix}\``),
    );
    expect(page.text).toContain(`"${id}": "off"`);
    expect(page.chinese).toMatch(/[\u4e00-\u9fff]{10}/);
    expect(page.bad.length).toBeGreaterThan(0);
    expect(page.good.length).toBeGreaterThan(0);
  });

  it('has a test that runs its page', () => {
    expect(read(FOLDER, id, 'rule.test.ts')).toContain('testRulePage(');
  });

  it('says everything in both languages, with the same arguments', () => {
    // `{count:mark|marks}` is the English way to count.
    const args = (text: string): string[] => [
      ...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort()),
    ];
    for (const message of [rule.summary, ...Object.values(rule.messages)]) {
      expect(message['zh-cn']).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[A-Za-z]/);
      expect(args(message['zh-cn'])).toEqual(args(message.en));
    }
  });

  it('declares the edits of its fixes', () => {
    expect(rule.edits.length > 0).toBe(rule.fix !== 'none');
  });
});

describe('in any order', () => {
  const reports = fixtureReports();
  const normal = createReportService(rules);
  const order = fc.shuffledSubarray([...rules], { minLength: rules.length, maxLength: rules.length });
  const report = fc.constantFrom(...reports);

  it('rules give the same findings and the same fixed text', () => {
    expect(reports.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(order, report, (shuffled, { text }) => {
        const other = createReportService(shuffled);
        const view = (service: typeof normal): unknown =>
          service
            .check(service.parse(text), settings())
            .findings.map(({ rule, start, end, message, severity }) => ({
              rule,
              start,
              end,
              message,
              severity,
            }));
        expect(view(other)).toEqual(view(normal));
        for (const include of ['exact', 'review'] as const) {
          expect(other.fix(text, settings(), { include })).toEqual(normal.fix(text, settings(), { include }));
        }
      }),
      { numRuns: runs(30) },
    );
  });
});
