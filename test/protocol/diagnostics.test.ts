import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { plain, pulling } from './support/client.js';
import { CLEAN, FOLDED, MIRROR, ofRules } from './support/reports.js';
import { useServer } from './support/server.js';
import { rangeOf, textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';
const PAGES = pathToFileURL('/pages/').href;
const WARNING = 2;
const HINT = 4;
const UNNECESSARY = 1;

function items(report: DocumentDiagnosticReport): Diagnostic[] {
  if (report.kind !== 'full') throw new Error('unchanged');
  return report.items;
}

describe('pull', () => {
  test('full, then unchanged by result id, then full again for the next version', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const first = await client.pull(URI);
    expect(first.kind).toBe('full');
    expect(first.resultId).toBeTypeOf('string');
    expect(items(first)).not.toHaveLength(0);

    const second = await client.pull(URI, first.resultId);
    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });

    await client.change(URI, 2, CLEAN);
    const third = await client.pull(URI, first.resultId);
    expect(third.kind).toBe('full');
    expect(third.resultId).not.toBe(first.resultId);
    expect(items(third)).toEqual([]);
  });

  test('an unknown result id gives a full report', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    expect((await client.pull(URI, 'nonsense')).kind).toBe('full');
  });

  test('a document closed and opened again with another text is never "unchanged"', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const first = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, CLEAN);
    expect(items(await client.pull(URI, first.resultId))).toEqual([]);
  });

  test('nothing is pushed', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    await client.pull(URI);
    await client.close(URI);
    await client.shutdown();
    expect(client.count('textDocument/publishDiagnostics')).toBe(0);
  });
});

describe('push', () => {
  test('on opening, on change and on closing', async () => {
    const client = await under.launch({ capabilities: plain });
    await client.open(URI, MIRROR, 3);
    expect((await client.published(URI)).version).toBe(3);
    expect((await client.published(URI)).diagnostics).not.toHaveLength(0);
    await client.change(URI, 4, CLEAN);
    expect((await client.published(URI, 4)).diagnostics).toEqual([]);
    const mark = client.mark();
    await client.close(URI);
    expect((await client.published(URI, undefined, mark)).diagnostics).toEqual([]);
  });

  test('says the same as pull', async () => {
    const pushed = await under.launch({ capabilities: plain });
    await pushed.open(URI, FOLDED);
    const pulled = await under.launch({ capabilities: pulling });
    await pulled.open(URI, FOLDED);
    const { diagnostics } = await pushed.published(URI);
    expect(diagnostics).toEqual(items(await pulled.pull(URI)));
  });
});

describe('what a diagnostic carries', () => {
  test('code, link, severity, data, related places, the tag of furniture', async () => {
    const client = await under.launch({ initializationOptions: { locale: 'en', pages: PAGES } });
    await client.open(URI, MIRROR, 5);
    const found = items(await client.pull(URI));
    const of = (code: string): Diagnostic => {
      const [one, ...others] = found.filter((diagnostic) => diagnostic.code === code);
      if (one === undefined || others.length > 0) throw new Error(`not one ${code}`);
      return one;
    };
    expect(
      ofRules(found)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['missing-date-line', 'missing-source-line', 'page-furniture', 'pinyin-residue']);
    for (const { code, codeDescription, source } of found) {
      expect(codeDescription?.href).toBe(`${PAGES}${String(code)}.md`);
      expect(source).toBe('report-corpus');
    }

    const notes = of('pinyin-residue');
    expect(notes).toMatchObject({
      severity: WARNING,
      message: '20 pinyin notes on 14 characters, left by a mirror site',
      data: { rule: 'pinyin-residue', version: 5, fix: 'exact' },
    });
    expect(textIn(MIRROR, notes.range)).toBe('網(wǎng)');
    expect(notes.tags).toBeUndefined();
    const places = notes.relatedInformation ?? [];
    expect(places).toHaveLength(20);
    expect(places[1]).toEqual({
      location: { uri: URI, range: rangeOf(MIRROR, '(kāi)') },
      message: '(kāi)',
    });

    const furniture = of('page-furniture');
    expect(furniture).toMatchObject({
      severity: HINT,
      tags: [UNNECESSARY],
      range: rangeOf(MIRROR, '網(wǎng)站二維碼'),
      data: { rule: 'page-furniture', version: 5, fix: 'review' },
    });
    expect(furniture.relatedInformation).toBeUndefined();

    expect(of('missing-date-line')).toMatchObject({
      severity: WARNING,
      range: rangeOf(MIRROR, '霖川市召開(kāi)防汛工作會(huì)議'),
      message: 'The report has no date line, only an event date without year: 7月3日上午',
      data: { fix: 'suggest' },
    });
  });

  test('no link where the client does not say where the pages are', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const { codeDescription } of items(await client.pull(URI))) expect(codeDescription).toBeUndefined();
  });

  test('at most 20 related places, however many there are', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR.repeat(3));
    const notes = items(await client.pull(URI)).find(({ code }) => code === 'pinyin-residue');
    expect(notes?.message).toContain('60 pinyin notes');
    expect(notes?.relatedInformation).toHaveLength(20);
  });
});

test('every analysis is announced with what the status item and the decorations need', async () => {
  const client = await under.launch({ initializationOptions: { locale: 'en', pages: PAGES } });
  await client.open(URI, MIRROR, 2);
  await client.pull(URI);
  const analysed = await client.analysed(URI, 2);
  expect(analysed.script).toEqual({ verdict: 'traditional', simplified: 0, traditional: 36 });
  expect(analysed.fixable).toBe(20);
  expect(analysed.places.map(({ rule, range }) => [rule, textIn(MIRROR, range)])).toEqual(
    [...MIRROR.matchAll(/\([a-z\u00e0-\u01dc]+\)/g)].map(([note]) => ['pinyin-residue', note]),
  );
  expect(analysed.findings.length).toBeGreaterThanOrEqual(4);
  for (const { rule, page } of analysed.findings) expect(page).toBe(`${PAGES}${rule}.md`);

  // The same version is not analysed twice.
  await client.pull(URI);
  await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
  await client.shutdown();
  expect(client.count('reportCorpus/didAnalyse')).toBe(1);
});
