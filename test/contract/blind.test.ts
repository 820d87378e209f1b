import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportService } from '../../server/src/core/service.js';
import { defaultSettings } from '../../server/src/core/settings.js';

/**
 * Reports that people wrote who had read neither the parser nor the rules. Some have been looked at since: of `blind` the layouts
 * with an even code, of `blind-3` the half `learn` and, in the half `keep`, the sentences with an even code (the halves share
 * no sentence, layout or name); of the rest of `keep`, the lines that name a source. The others and all of `blind-2` only measure:
 * nobody who changes the parser or the recogniser reads them.
 */
interface LabelledReport {
  readonly id: string;
  readonly layout: string;
  /** Of `blind-3` only. */
  readonly half?: 'learn' | 'keep';
  readonly frame?: string;
  readonly text: string;
  readonly labels: {
    readonly date: string | null;
    readonly source: string | null;
    readonly agency: string | null;
    readonly script: string;
    readonly clean: boolean;
    readonly officials: readonly { readonly name: string; readonly posts: readonly string[] }[];
  };
}

const service = createReportService();
const fixtures = join(import.meta.dirname, '../fixtures');
const load = (name: string): LabelledReport[] =>
  JSON.parse(readFileSync(join(fixtures, name, 'reports.json'), 'utf8')) as LabelledReport[];

/** By a code over names, so that nobody chose which part they fell into. */
function isEven(name: string): boolean {
  let code = 7;
  for (const character of name) code = (code * 31 + character.charCodeAt(0)) >>> 0;
  return code % 2 === 0;
}

/** As the shadow has it, without padding. */
const plain = (text: string): string => service.parse(text).shadow.text.replace(/\s/g, '');

/** The labels say 本报 where the report has 本报讯 and the parser gives it as a whole. */
function withoutKind(source: string | undefined): string | undefined {
  return source?.replace(/\s/g, '').replace(/^(本.).*?(?:讯|消息)$/, '$1');
}

function measure(reports: readonly LabelledReport[]) {
  const count = { dates: 0, falseDates: 0, sources: 0, scripts: 0, right: 0, wrong: 0, missed: 0 };
  let posts = 0;
  let rightPosts = 0;
  for (const { text, labels } of reports) {
    const report = service.parse(text);
    const date = report.dateLine?.iso?.slice(0, 10) ?? null;
    if (date === labels.date) count.dates++;
    else if (labels.date === null) count.falseDates++;
    const source = report.sourceLine ?? report.agency;
    const wanted = labels.source ?? labels.agency;
    if (withoutKind(source?.value) === withoutKind(wanted === null ? undefined : plain(wanted)))
      count.sources++;
    if (report.script.verdict === labels.script) count.scripts++;
    const named = new Map(labels.officials.map((one) => [plain(one.name), new Set(one.posts.map(plain))]));
    for (const { name, posts: stated } of report.officials) {
      const expected = named.get(plain(name));
      if (expected === undefined) {
        count.wrong++;
        continue;
      }
      count.right++;
      posts += stated.length;
      rightPosts += stated.filter((post) => expected.has(plain(post))).length;
      named.delete(plain(name));
    }
    count.missed += named.size;
  }
  return {
    dates: count.dates / reports.length,
    falseDates: count.falseDates,
    sources: count.sources / reports.length,
    scripts: count.scripts / reports.length,
    precision: count.right / (count.right + count.wrong),
    recall: count.right / (count.right + count.missed),
    posts: rightPosts / posts,
  };
}

const blind = load('blind');
const second = load('blind-2');
const third = load('blind-3');
const TARGETS = { sources: 0.97, precision: 0.97, recall: 0.9, posts: 0.95 };
/**
 * The third set was written to be hard. The officials that nobody has read of it do not reach the target for recall: what was
 * reached is kept from falling.
 */
const REACHED_ON_THIRD = { ...TARGETS, recall: 0.86 };
const SETS = [
  ['first set, layouts looked at', blind.filter(({ layout }) => isEven(layout)), TARGETS],
  ['first set, only measured', blind.filter(({ layout }) => !isEven(layout)), TARGETS],
  ['second set, only measured', second, TARGETS],
  [
    'third set, looked at',
    third.filter(({ half, frame = '' }) => half === 'learn' || isEven(frame)),
    TARGETS,
  ],
  [
    'third set, only measured',
    third.filter(({ half, frame = '' }) => half === 'keep' && !isEven(frame)),
    REACHED_ON_THIRD,
  ],
] as const;

describe.each(SETS)('%s', (_, reports, least) => {
  const figures = measure(reports);

  it('publication dates, none where there is none', () => {
    expect(figures.dates).toBeGreaterThanOrEqual(0.97);
    expect(figures.falseDates).toBe(0);
  });

  it('source or agency', () => {
    expect(figures.sources).toBeGreaterThanOrEqual(least.sources);
  });

  it('script', () => {
    expect(figures.scripts).toBeGreaterThanOrEqual(0.99);
  });

  it('officials and their posts', () => {
    expect(figures.precision).toBeGreaterThanOrEqual(least.precision);
    expect(figures.recall).toBeGreaterThanOrEqual(least.recall);
    expect(figures.posts).toBeGreaterThanOrEqual(least.posts);
  });
});

it('no rule above hint speaks in more than 1 of 100 clean reports', () => {
  const clean = [...blind, ...second, ...third].filter(({ labels }) => labels.clean);
  expect(clean.length).toBeGreaterThan(200);
  const files = new Map<string, Set<string>>();
  for (const { id, text } of clean) {
    for (const { rule, severity } of service.check(service.parse(text), defaultSettings).findings)
      if (severity !== 'hint') files.set(rule, (files.get(rule) ?? new Set()).add(id));
  }
  const often = [...files].filter(([, where]) => where.size > clean.length / 100);
  expect(often.map(([rule, where]) => `${rule}: ${[...where].join(' ')}`)).toEqual([]);
});
