import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findings, service } from '../../server/src/core/testing/service.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { SHARED } from './support/paths.js';

const SEEDS = path.join(SHARED, 'corpus/seeds');
const REPLICAS = path.join(SHARED, 'corpus/replicas');
const WHY = 'the real reports and replicas are not on this machine';

interface Expected {
  readonly date: string | null;
  readonly source: string | null;
  readonly agency: string | null;
  readonly headlines: number;
  readonly script: 'simplified' | 'traditional';
  readonly notes: number;
  readonly rules: readonly string[];
  readonly saw?: string;
  readonly none?: readonly string[];
  readonly zones?: readonly string[];
}

const TABLE: Readonly<Record<string, Expected>> = {
  '000': {
    date: '2020-02-03T20:06',
    source: '盐阜大众报报业集团',
    agency: null,
    headlines: 5,
    script: 'simplified',
    notes: 0,
    rules: ['width-folded-punctuation', 'page-furniture'],
    none: ['missing-date-line', 'missing-source-line'],
  },
  '001': {
    date: null,
    source: null,
    agency: '本网讯',
    headlines: 0,
    script: 'traditional',
    notes: 194,
    saw: '1月24日晚',
    rules: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
  },
  '002': {
    date: null,
    source: null,
    agency: null,
    headlines: 2,
    script: 'traditional',
    notes: 201,
    saw: '11月17日晚',
    rules: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
    zones: ['subheadline'],
  },
  '003': {
    date: null,
    source: null,
    agency: null,
    headlines: 2,
    script: 'simplified',
    notes: 0,
    saw: '2月24日',
    rules: ['missing-date-line', 'missing-source-line', 'contact-data'],
    zones: ['kicker'],
  },
  '004': {
    date: null,
    source: null,
    agency: null,
    headlines: 6,
    script: 'traditional',
    notes: 135,
    saw: '2月18日上午',
    rules: ['missing-date-line', 'missing-source-line', 'pinyin-residue', 'page-furniture'],
    zones: ['label-orphan'],
  },
};

function seed(id: string): string {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(id)) ?? '';
  return readFileSync(path.join(SEEDS, name), 'utf8');
}

describe.each(Object.entries(TABLE))('seed %s', (id, expected) => {
  it('is read as the table says', (context) => {
    context.skip(!existsSync(SEEDS), WHY);
    const text = seed(id);
    const report = service.parse(text);
    expect(report.dateLine?.iso ?? null).toBe(expected.date);
    expect(report.sourceLine?.value ?? null).toBe(expected.source);
    expect(report.agency?.value ?? null).toBe(expected.agency);
    expect(report.headlines).toHaveLength(expected.headlines);
    expect(report.script.verdict).toBe(expected.script);
    expect(report.notes.certain).toHaveLength(expected.notes);
    expect(report.notes.doubtful).toEqual([]);
    for (const zone of expected.zones ?? []) expect(report.zones.map(({ kind }) => kind)).toContain(zone);
  });

  it('has the findings of the table', (context) => {
    context.skip(!existsSync(SEEDS), WHY);
    const found = findings(seed(id));
    const ids = found.map(({ rule }) => rule);
    for (const rule of expected.rules) expect(ids).toContain(rule);
    for (const rule of expected.none ?? []) expect(ids).not.toContain(rule);
    if (expected.saw !== undefined)
      expect(found.find(({ rule }) => rule === 'missing-date-line')?.message).toContain(expected.saw);
  });

  it('is of one script before and after stripping, which takes the notes and nothing else', (context) => {
    context.skip(!existsSync(SEEDS), WHY);
    const text = seed(id);
    expect(findings(text, 'mixed-script')).toEqual([]);
    const residue = findings(text, 'pinyin-residue')[0]?.fix?.edits() ?? [];
    expect(residue).toHaveLength(expected.notes);
    const stripped = applyEdits(text, residue);
    expect(stripped).toBe(text.replace(/(?<=[\u4e00-\u9fff]) ?\([a-zà-ǜ]+ ?\)/g, ''));
    expect(findings(stripped, 'mixed-script')).toEqual([]);
    expect(findings(stripped, 'pinyin-residue')).toEqual([]);
  });

  it('converts to Simplified without a trace', (context) => {
    context.skip(!existsSync(SEEDS), WHY);
    const text = seed(id);
    const sets = JSON.parse(readFileSync(path.join(SHARED, 'corpus/script-sets.json'), 'utf8')) as {
      traditionalOnly: string;
    };
    const traditional = new Set(sets.traditionalOnly);
    const { edits, leftovers } = service.convert(text, { to: 'simplified' });
    const converted = applyEdits(text, edits);
    expect([...converted].filter((character) => traditional.has(character))).toEqual([]);
    expect(leftovers).toEqual([]);
    const stripped = applyEdits(text, findings(text, 'pinyin-residue')[0]?.fix?.edits() ?? []);
    expect([...converted]).toHaveLength([...stripped].length);
    if (expected.script === 'simplified') expect(converted).toBe(text);
  });
});

it('hover names officials of the seeds by the posts that the file states', (context) => {
  context.skip(!existsSync(SEEDS), WHY);
  const card = (id: string, words: string): string | undefined => {
    const text = seed(id);
    return service.hover(service.parse(text), text.indexOf(words), { language: 'zh-cn' })?.markdown;
  };
  expect(card('001', '王菲')).toContain('市委书记');
  expect(card('003', '丁中平')).toContain('区委书记');
  expect(card('004', '張敬華')).toContain('市委书记');
  expect(card('003', '冉庆国')).toContain('领导小组副组长');
  expect(card('001', '方萬云')).toContain('市领导');
  expect(card('004', '霍慧萍')).toContain('领导');
  for (const id of Object.keys(TABLE)) {
    for (const { name } of service.parse(seed(id)).officials) expect(name).not.toMatch(/高度重|重要讲/);
  }
  expect(card('000', '重要讲话') ?? '').not.toContain('本文件称');
  expect(card('000', '高度重视') ?? '').not.toContain('本文件称');
});

it('date line and source of the replicas are exact in 97 of 100', (context) => {
  context.skip(!existsSync(REPLICAS), WHY);
  const names = readdirSync(REPLICAS).filter((name) => name.endsWith('.json'));
  const wrong = { date: [] as string[], source: [] as string[] };
  for (const name of names) {
    const label = JSON.parse(readFileSync(path.join(REPLICAS, name), 'utf8')) as {
      publish_date: string | null;
      source: string | null;
      agency: string | null;
    };
    const report = service.parse(readFileSync(path.join(REPLICAS, name.replace('.json', '.txt')), 'utf8'));
    const simplified = (text: string | null): string | null =>
      text === null ? null : service.parse(text).shadow.text;
    if ((report.dateLine?.iso?.slice(0, 10) ?? null) !== label.publish_date) wrong.date.push(name);
    const found = report.sourceLine?.value ?? report.agency?.value ?? null;
    if (found !== simplified(label.source ?? label.agency)) wrong.source.push(name);
  }
  expect(names.length).toBeGreaterThan(50);
  expect(wrong.date.length / names.length, wrong.date.join()).toBeLessThanOrEqual(0.03);
  expect(wrong.source.length / names.length, wrong.source.join()).toBeLessThanOrEqual(0.03);
});
