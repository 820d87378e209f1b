import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportService } from '../../server/src/core/service.js';
import { defaultSettings } from '../../server/src/core/settings.js';

/**
 * 419 invented reports whose layouts somebody drew who had read neither the parser nor the rules. At first sight
 * dates were right in 97.6 % of the files and sources in 83.3 %; the layouts it failed on have been learnt since,
 * so these figures guard what was reached and are no measure of new layouts.
 */
interface Label {
  readonly kind: 'clean' | 'raw';
  readonly script: 'simplified' | 'traditional';
  readonly date: string | null;
  readonly source: string | null;
  readonly agency: string | null;
  readonly officials: readonly {
    readonly name: string;
    readonly collective?: boolean;
  }[];
}

const folder = join(import.meta.dirname, '../fixtures/held-out');
const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Readonly<
  Record<string, Label>
>;
const service = createReportService();
const simplified = (text: string): string => service.parse(text).shadow.text.trim();

const read = Object.entries(labels).map(([file, label]) => {
  const text = readFileSync(join(folder, file.includes('/') ? file : join(label.kind, file)), 'utf8');
  return { file, label, report: service.parse(text) };
});

function share(right: (one: (typeof read)[number]) => boolean): number {
  return read.filter(right).length / read.length;
}

describe('reports whose layouts were drawn blind', () => {
  it('dates: at least 97 % right, none in a file without one', () => {
    const dateOf = (one: (typeof read)[number]): string | null =>
      one.report.dateLine?.iso?.slice(0, 10) ?? null;
    expect(share((one) => dateOf(one) === one.label.date)).toBeGreaterThanOrEqual(0.97);
    expect(
      read.filter((one) => one.label.date === null && dateOf(one) !== null).map(({ file }) => file),
    ).toEqual([]);
  });

  it('source or agency: at least 97 % right', () => {
    const right = share(({ label, report }) => {
      const wanted = label.source ?? label.agency;
      const found = (report.sourceLine ?? report.agency)?.value;
      return found === (wanted === null ? undefined : simplified(wanted));
    });
    expect(right).toBeGreaterThanOrEqual(0.97);
  });

  it('the script is always told', () => {
    expect(share(({ label, report }) => report.script.verdict === label.script)).toBe(1);
  });

  it('officials: hardly anybody who is none', () => {
    let right = 0;
    let wrong = 0;
    for (const { label, report } of read) {
      const named = new Set(label.officials.map(({ name }) => simplified(name).replaceAll(' ', '')));
      for (const { name } of report.officials) {
        if (named.has(name)) right++;
        else wrong++;
      }
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
  });

  it('no rule above hint speaks in more than 1 of 100 clean reports', () => {
    const clean = read.filter(({ label }) => label.kind === 'clean');
    const files = new Map<string, Set<string>>();
    for (const { file, report } of clean) {
      for (const { rule, severity } of service.check(report, defaultSettings).findings) {
        if (severity !== 'hint') files.set(rule, (files.get(rule) ?? new Set()).add(file));
      }
    }
    const often = [...files].filter(([, where]) => where.size > clean.length / 100);
    expect(often.map(([rule, where]) => `${rule}: ${String(where.size)}`)).toEqual([]);
  });
});
