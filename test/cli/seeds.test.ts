import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCommandLine } from '../../server/src/cli/testing/run.js';

/** Five real reports; other people's text, so they lie beside the project and not in it. */
const SHARED = join(import.meta.dirname, '../../../shared/corpus');
const SEEDS = join(SHARED, 'seeds');

/** What each of them must show: exact values for what is listed, and these findings at least. */
interface Expected {
  readonly date: string | null;
  readonly source: string | null;
  readonly agency: string | null;
  readonly headlines: number;
  /** Zones that must be there besides. */
  readonly zones?: readonly string[];
  readonly script: 'simplified' | 'traditional';
  readonly notes: number;
  readonly findings: readonly string[];
  readonly none?: readonly string[];
  /** What missing-date-line saw instead. */
  readonly sawDate?: string;
}

const TABLE: Readonly<Record<string, Expected>> = {
  '000': {
    ...{ date: '2020-02-03T20:06', source: '盐阜大众报报业集团', agency: null, headlines: 5 },
    ...{ script: 'simplified', notes: 0, findings: ['width-folded-punctuation', 'page-furniture'] },
    none: ['missing-date-line', 'missing-source-line'],
  },
  '001': {
    ...{ date: null, source: null, agency: '本网讯', headlines: 0, script: 'traditional', notes: 194 },
    findings: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
    sawDate: '1月24日晚',
  },
  '002': {
    ...{
      date: null,
      source: null,
      agency: null,
      headlines: 2,
      zones: ['subheadline'],
      script: 'traditional',
      notes: 201,
    },
    findings: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
    sawDate: '11月17日晚',
  },
  '003': {
    ...{
      date: null,
      source: null,
      agency: null,
      headlines: 2,
      zones: ['kicker'],
      script: 'simplified',
      notes: 0,
    },
    findings: ['missing-date-line', 'missing-source-line', 'contact-data'],
    sawDate: '2月24日',
  },
  '004': {
    ...{ date: null, source: null, agency: null, headlines: 6, script: 'traditional', notes: 135 },
    findings: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
    sawDate: '2月18日上午',
  },
};

interface Parsed {
  readonly date: { readonly iso: string | null } | null;
  readonly source: { readonly value: string } | null;
  readonly agency: { readonly value: string } | null;
  readonly headlines: readonly { readonly start: number; readonly end: number }[];
  readonly zones: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly script: { readonly verdict: string };
  readonly pinyinResidue: { readonly notes: number };
}

interface Checked {
  readonly files: readonly {
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
  }[];
}

const there = existsSync(SEEDS);
const files = there
  ? readdirSync(SEEDS)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : [];
const seedOf = (number: string): string => {
  const name = files.find((file) => file.startsWith(number));
  expect(name).toBeDefined();
  return join(SEEDS, name!);
};
if (!there) console.warn(`the table of the five real reports was not checked: they are not at ${SEEDS}`);

describe.skipIf(!there).each(Object.entries(TABLE))('seed %s', (number, expected) => {
  test('parse', async () => {
    const { code, out } = await createCommandLine().run('parse', seedOf(number));
    expect(code).toBe(0);
    const [report] = JSON.parse(out) as [Parsed];
    expect({
      date: report.date?.iso ?? null,
      source: report.source?.value ?? null,
      agency: report.agency?.value ?? null,
      script: report.script.verdict,
      notes: report.pinyinResidue.notes,
      headlines: report.headlines.length,
    }).toEqual({
      date: expected.date,
      source: expected.source,
      agency: expected.agency,
      script: expected.script,
      notes: expected.notes,
      headlines: expected.headlines,
    });
    expect(report.zones.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...(expected.zones ?? [])]));
  });

  test('check', async () => {
    const { code, out, err } = await createCommandLine().run('check', '--format', 'json', seedOf(number));
    expect(err).toBe('');
    expect(code).toBe(expected.sawDate === undefined ? 0 : 1);
    const { findings } = (JSON.parse(out) as Checked).files[0]!;
    const found = findings.map(({ rule }) => rule);
    expect(found).toEqual(expect.arrayContaining([...expected.findings]));
    for (const rule of ['mixed-script', ...(expected.none ?? [])]) expect(found).not.toContain(rule);
    const date = findings.find(({ rule }) => rule === 'missing-date-line');
    if (expected.sawDate !== undefined) expect(date?.message).toContain(expected.sawDate);
  });

  test('stripping takes out exactly the notes', async () => {
    const line = createCommandLine();
    const before = readFileSync(seedOf(number), 'utf8');
    const file = line.write('seed.txt', before);
    const { out } = await line.run('fix', '--rule', 'pinyin-residue', 'seed.txt');
    expect(out.includes(`${expected.notes} notes removed, no other character changed`)).toBe(
      expected.notes > 0,
    );
    const after = readFileSync(file, 'utf8');
    // A note is a reading in ASCII brackets behind a Han character; there are no other Latin readings in the five.
    const notes = /(?<=\p{Script=Han})\( ?[a-zü\u00e0-\u01dc]+ ?\)/gu;
    expect(before.match(notes)?.length ?? 0).toBe(expected.notes);
    expect(after).toBe(before.replace(notes, ''));
    const { files: checked } = JSON.parse(
      (await line.run('check', '--format', 'json', 'seed.txt')).out,
    ) as Checked;
    expect(checked[0]!.findings.map(({ rule }) => rule)).not.toContain('mixed-script');
  });

  test('converted, no Traditional character is left', async () => {
    const { traditionalOnly } = JSON.parse(readFileSync(join(SHARED, 'script-sets.json'), 'utf8')) as {
      traditionalOnly: string | string[];
    };
    const line = createCommandLine();
    const file = line.write('seed.txt', readFileSync(seedOf(number)));
    await line.run('fix', '--rule', 'pinyin-residue', 'seed.txt');
    const stripped = readFileSync(file, 'utf8');
    expect((await line.run('convert', '--to', 'simplified', 'seed.txt')).code).toBe(0);
    const simplified = readFileSync(file, 'utf8');
    expect([...simplified]).toHaveLength([...stripped].length);
    const exclusive = new Set(traditionalOnly);
    expect([...simplified].filter((character) => exclusive.has(character))).toEqual([]);
    expect(exclusive.size).toBeGreaterThan(1000);
    if (expected.script === 'simplified') expect(simplified).toBe(stripped);
    if (number === '004') expect(simplified).toContain('张敬华');
  });
});
