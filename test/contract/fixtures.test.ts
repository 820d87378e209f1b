import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { service, settings } from '../../server/src/core/testing/service.js';
import type { Settings } from '../../server/src/core/settings.js';
import { inRoot } from './support/paths.js';

/** Beside each `input.txt`: what is run on it. */
interface FixtureSettings {
  /** The rules whose findings and fixes the fixture is about. */
  readonly rules: readonly string[];
  readonly include: 'exact' | 'review';
  readonly settings?: Partial<Settings>;
}

const FOLDER = inRoot('test/fixtures/reports');
/** REPORT_CORPUS_UPDATE=1 writes what comes out instead of comparing it: read the difference before you commit. */
const UPDATE = process.env.REPORT_CORPUS_UPDATE === '1';

function compare(file: string, actual: string): void {
  if (UPDATE) writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

function summary(text: string, chosen: Settings, rules: ReadonlySet<string>): string {
  const report = service.parse(text);
  const { findings } = service.check(report, chosen);
  const { dateLine, sourceLine, agency, script, notes } = report;
  return `${JSON.stringify(
    {
      script: script.verdict,
      notes: { certain: notes.certain.length, doubtful: notes.doubtful.length },
      zones: report.zones.map(({ kind, start, end, furniture }) => {
        const name = furniture === undefined ? kind : `${kind} (${furniture})`;
        return `${name}: ${text.slice(start, Math.min(end, start + 24))}`;
      }),
      headlines: report.headlines.map(({ value }) => value),
      date: dateLine === undefined ? null : { value: dateLine.value, iso: dateLine.iso ?? null },
      source: sourceLine?.value ?? null,
      agency: agency?.value ?? null,
      authors: report.authors.map(({ name, role }) => `${name} (${role})`),
      editors: report.editors.map(({ name }) => name),
      eventDates: report.eventDates.map(({ value, iso }) => `${value} = ${iso ?? '?'}`),
      officials: report.officials.map(
        ({ name, posts, group, mentions }) =>
          `${name}: ${[...posts, ...(group === undefined ? [] : [`[${group}]`])].join('/')} × ${String(mentions.length)}`,
      ),
      phrases: report.phrases.map(({ phrase }) => phrase),
      findings: findings
        .filter(({ rule }) => rules.has(rule))
        .map(
          ({ rule, severity, start, end, places, message }) =>
            `${rule} (${severity}, ${String(places.length)}): ${text.slice(start, end)} | ${message}`,
        ),
    },
    null,
    2,
  )}\n`;
}

describe.each(readdirSync(FOLDER))('fixture %s', (name) => {
  const text = readFileSync(path.join(FOLDER, name, 'input.txt'), 'utf8');
  const how = JSON.parse(readFileSync(path.join(FOLDER, name, 'settings.json'), 'utf8')) as FixtureSettings;
  const rules = new Set(how.rules);
  const chosen = settings(how.settings);

  it('is read and checked as expected', () => {
    compare(path.join(FOLDER, name, 'expected.json'), summary(text, chosen, rules));
  });

  it('is fixed as expected, once and for all', () => {
    const others = service.rules
      .filter(({ id }) => !rules.has(id))
      .map(({ id }) => [id, { severity: 'off' }] as const);
    const only: Settings = { ...chosen, rules: { ...chosen.rules, ...Object.fromEntries(others) } };
    const { text: fixed } = service.fix(text, only, { include: how.include });
    compare(path.join(FOLDER, name, 'expected.txt'), fixed);
    expect(service.fix(fixed, only, { include: how.include }).text).toBe(fixed);
  });
});
