import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReportService } from '../../server/src/core/service.js';
import { createCommandLine } from '../../server/src/cli/testing/run.js';

/** The folder that `npm start` opens: whoever tries the product meets every rule there. */
const CORPUS = join(import.meta.dirname, '../fixtures/corpus');

interface Checked {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
  readonly summary: { readonly files: number; readonly byRule: Readonly<Record<string, number>> };
}

async function checked(): Promise<{ readonly code: number; readonly err: string; readonly json: Checked }> {
  const { code, out, err } = await createCommandLine().run('check', '--format', 'json', CORPUS);
  return { code, err, json: JSON.parse(out) as Checked };
}

test('holds sixteen reports, and its project files have no mistake', async () => {
  const { code, err, json } = await checked();
  expect([code, err]).toEqual([1, '']);
  expect(json.summary.files).toBe(17);
});

test('shows every rule but the one for broken encodings, and some reports without any finding', async () => {
  const { json } = await checked();
  const ids = createReportService().rules.map(({ id }) => id);
  expect(Object.keys(json.summary.byRule)).toEqual(ids.filter((id) => id !== 'undecodable-text').sort());
  const clean = json.files.filter(({ findings }) => findings.length === 0);
  expect(clean.length).toBeGreaterThan(0);
});

test('was checked out as it was written: one report has a BOM and CRLF', () => {
  const text = readFileSync(join(CORPUS, '2023/haiyan-port.report'), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.match(/\r\n/g)).toHaveLength(text.match(/\n/g)!.length);
});
