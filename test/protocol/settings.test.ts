import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { plain, pulling, type Client } from './support/client.js';
import { MIRROR, ofRules, UNDATED } from './support/reports.js';
import { useServer } from './support/server.js';

const under = useServer();
const URI = 'untitled:report.report.txt';
const ERROR = 1;
const WARNING = 2;
const INFORMATION = 3;

async function found(client: Client, uri: string): Promise<Diagnostic[]> {
  const report = await client.pull(uri);
  if (report.kind !== 'full') throw new Error('unchanged');
  return ofRules(report.items);
}

const codes = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, severity }) => `${String(code)} ${severity}`);

/** A folder with a project file of this text, and the uri of a report two folders further down. */
function corpus(text?: string): { readonly file: string; readonly uri: string; readonly report: string } {
  const folder = under.scratch();
  const deep = join(folder, 'a', 'b 霖川');
  mkdirSync(deep, { recursive: true });
  const file = join(folder, 'report-corpus.json');
  if (text !== undefined) writeFileSync(file, text);
  return {
    file,
    uri: pathToFileURL(file).href,
    report: pathToFileURL(join(deep, 'x.txt')).href,
  };
}

describe("the editor's settings", () => {
  test('change and switch off rules', async () => {
    const client = await under.launch({
      settings: () => ({
        rules: { 'missing-date-line': 'error', 'missing-source-line': { severity: 'off' } },
      }),
    });
    await client.open(URI, UNDATED);
    expect(codes(await found(client, URI))).toEqual([`missing-date-line ${ERROR}`]);
  });

  test('are asked for per document', async () => {
    const other = 'untitled:other.report.txt';
    const client = await under.launch({
      settings: (uri) => ({ rules: uri === other ? { 'missing-date-line': 'off' } : {} }),
    });
    await client.open(URI, UNDATED);
    await client.open(other, UNDATED);
    expect(codes(await found(client, URI))).toContain(`missing-date-line ${WARNING}`);
    expect(codes(await found(client, other))).toEqual([`missing-source-line ${WARNING}`]);
  });

  test('wrong values are logged, the right ones apply', async () => {
    const client = await under.launch({
      settings: () => ({
        rules: { 'no-such-rule': 'error', 'missing-date-line': 'loud', 'missing-source-line': 'information' },
        protected: 'not a list',
        script: 7,
      }),
    });
    await client.open(URI, UNDATED);
    expect(codes(await found(client, URI))).toEqual([
      `missing-date-line ${WARNING}`,
      `missing-source-line ${INFORMATION}`,
    ]);
    const logged = client.logs().map(({ message }) => message);
    expect(logged).toEqual([
      'reportCorpus.rules: there is no rule "no-such-rule"',
      'reportCorpus.rules: rule "missing-date-line" takes off, hint, information, warning or error',
    ]);
  });

  test('that change are read anew, and a client that pulls is asked to pull again', async () => {
    let rules: Record<string, string> = {};
    const client = await under.launch({ settings: () => ({ rules }) });
    await client.open(URI, UNDATED);
    const before = await client.pull(URI);
    rules = { 'missing-date-line': 'off', 'missing-source-line': 'off' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.wait('workspace/diagnostic/refresh');
    const after = await client.pull(URI, before.resultId);
    expect(after.kind === 'full' && ofRules(after.items)).toEqual([]);
  });

  test('that change push anew to a client that cannot pull', async () => {
    let rules: Record<string, string> = {};
    const client = await under.launch({
      capabilities: { ...plain, workspace: { configuration: true } },
      settings: () => ({ rules }),
    });
    await client.open(URI, UNDATED);
    expect(ofRules((await client.published(URI)).diagnostics)).toHaveLength(2);
    rules = { 'missing-date-line': 'off' };
    const mark = client.mark();
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(ofRules((await client.published(URI, 1, mark)).diagnostics)).toHaveLength(1);
  });

  test('a client that pulls but knows no refresh survives a change of settings', async () => {
    const client = await under.launch({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      refreshes: false,
    });
    await client.open(URI, UNDATED);
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await client.pull(URI);
    expect(await found(client, URI)).toHaveLength(2);
    expect(client.count('workspace/diagnostic/refresh')).toBe(0);
    expect(await client.shutdown()).toBe(0);
  });

  test('a client that refuses the refresh it announced does not end the server', async () => {
    const client = await under.launch({ capabilities: pulling, refreshes: false });
    await client.open(URI, UNDATED);
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.pull(URI);
    expect(await found(client, URI)).toHaveLength(2);
    expect(await client.shutdown()).toBe(0);
  });
});

describe('the project file', () => {
  const OFF = JSON.stringify({ version: 1, rules: { 'missing-date-line': 'off' } });

  test("wins over the editor's settings, for every rule", async () => {
    const { report, uri } = corpus(OFF);
    const client = await under.launch({
      settings: () => ({ rules: { 'missing-date-line': 'error', 'missing-source-line': 'error' } }),
    });
    await client.open(report, UNDATED);
    expect(codes(await found(client, report))).toEqual([`missing-source-line ${WARNING}`]);
    expect((await client.analysed(report)).project).toBe(uri);
    // A report outside keeps the editor's settings.
    await client.open(URI, UNDATED);
    expect(codes(await found(client, URI))).toEqual([
      `missing-date-line ${ERROR}`,
      `missing-source-line ${ERROR}`,
    ]);
    expect((await client.analysed(URI)).project).toBeUndefined();
  });

  test('the nearest one upwards counts', async () => {
    const { report, file } = corpus(OFF);
    writeFileSync(
      join(file, '..', 'a', 'report-corpus.json'),
      JSON.stringify({ version: 1, rules: { 'missing-source-line': 'off' } }),
    );
    const client = await under.launch();
    await client.open(report, UNDATED);
    expect(codes(await found(client, report))).toEqual([`missing-date-line ${WARNING}`]);
  });

  test('may hold comments and begin with a BOM', async () => {
    const { report } = corpus(`\ufeff// what this corpus wants\n{ "version": 1, "rules": {
      "missing-date-line": "off", /* sources are known */ "missing-source-line": "off", } }\n`);
    const client = await under.launch();
    await client.open(report, UNDATED);
    expect(await found(client, report)).toEqual([]);
    expect(client.logs()).toEqual([]);
  });

  test.each([
    ['is no JSON', 'rules: off', 2, ERROR],
    ['is empty', '', 2, ERROR],
    ['is cut off', '{ "version": 1, "rules": { "missing-date-line": "off"', 1, ERROR],
    [
      'has a wrong rule beside a right one',
      '{"version":1,"rules":{"x":1,"missing-date-line":"off"}}',
      1,
      WARNING,
    ],
  ])('that %s stops nothing, and the file shows what is wrong', async (_, text, count, severity) => {
    const { report, uri } = corpus(text);
    const client = await under.launch();
    await client.open(report, UNDATED);
    expect(await found(client, report)).toHaveLength(count);
    const { diagnostics } = await client.published(uri);
    expect(diagnostics).toMatchObject([{ severity, source: 'report-corpus' }]);
  });

  test.each([
    [
      'is a folder',
      (file: string) => {
        mkdirSync(file);
      },
      'the project file is a folder or a device',
    ],
    [
      'is not UTF-8',
      (file: string) => {
        writeFileSync(file, Buffer.from([...Buffer.from(OFF), 0xd6, 0xd0]));
      },
      'the project file is not UTF-8',
    ],
    [
      'cannot be read',
      (file: string) => {
        symlinkSync('report-corpus.json', file);
      },
      'the project file cannot be read (ELOOP)',
    ],
  ])('that %s gives the defaults in its folder, whatever stands further up', async (_, make, message) => {
    const { report, file } = corpus(OFF);
    const inner = join(file, '..', 'a', 'report-corpus.json');
    make(inner);
    const client = await under.launch();
    await client.open(report, UNDATED);
    expect(await found(client, report)).toHaveLength(2);
    const uri = pathToFileURL(inner).href;
    expect((await client.analysed(report)).project).toBe(uri);
    const { diagnostics } = await client.published(uri);
    expect(diagnostics).toMatchObject([
      { severity: ERROR, message: expect.stringContaining(message) as string },
    ]);
  });

  test.each([
    [
      'mended',
      (file: string) => {
        writeFileSync(file, OFF);
      },
      2,
    ],
    [
      'deleted',
      (file: string) => {
        rmSync(file);
      },
      3,
    ],
  ])(
    'that was wrong and is %s shows nothing any more, when no report is open either',
    async (_, mend, type) => {
      const { report, file, uri } = corpus('{}');
      const client = await under.launch();
      await client.open(report, UNDATED);
      await client.pull(report);
      expect((await client.published(uri)).diagnostics).toHaveLength(1);
      await client.close(report);
      mend(file);
      const mark = client.mark();
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      expect((await client.published(uri, undefined, mark)).diagnostics).toEqual([]);
    },
  );

  test('changed, made and deleted: the findings follow', async () => {
    const { report, file, uri } = corpus();
    const client = await under.launch();
    const changed = async (type: number): Promise<void> => {
      const mark = client.mark();
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      await client.wait('workspace/diagnostic/refresh', undefined, mark);
    };
    await client.open(report, UNDATED);
    const first = await client.pull(report);
    expect(first).toMatchObject({ kind: 'full' });

    writeFileSync(file, OFF);
    await changed(1);
    const second = await client.pull(report, first.resultId);
    expect(second.kind === 'full' && codes(ofRules(second.items))).toEqual([
      `missing-source-line ${WARNING}`,
    ]);

    writeFileSync(file, JSON.stringify({ version: 1, rules: { 'missing-source-line': 'error' } }));
    await changed(2);
    expect(codes(await found(client, report))).toEqual([
      `missing-date-line ${WARNING}`,
      `missing-source-line ${ERROR}`,
    ]);

    rmSync(file);
    await changed(3);
    expect(codes(await found(client, report))).toEqual([
      `missing-date-line ${WARNING}`,
      `missing-source-line ${WARNING}`,
    ]);
  });

  test.each([
    'file://server/share/x.report.txt',
    'file:///a%2Fb/x.report.txt',
    'vscode-remote://x/y.txt',
    'x',
  ])('is looked for in no place that this machine does not have: %s', async (uri) => {
    const client = await under.launch();
    await client.open(uri, UNDATED);
    expect(await found(client, uri)).toHaveLength(2);
  });
});

describe('the language of messages', () => {
  const EN = /^\d+ pinyin notes on/;
  const ZH = /^\d+ 个字上有/;

  test.each([
    ['zh-cn', 'en', ZH],
    ['en', 'zh-cn', EN],
    ['auto', 'zh-cn', ZH],
    ['auto', 'en', EN],
    ['auto', 'zh-TW', ZH],
    ['auto', 'de', EN],
    ['auto', undefined, EN],
    ['klingon', 'zh-cn', ZH],
    [undefined, 'zh-cn', ZH],
  ])('reportCorpus.language %s, locale %s', async (language, locale, expected) => {
    const client = await under.launch({
      settings: () => (language === undefined ? {} : { language }),
      ...(locale === undefined ? {} : { locale }),
    });
    await client.open(URI, MIRROR);
    const notes = (await found(client, URI)).find(({ code }) => code === 'pinyin-residue');
    expect(notes?.message).toMatch(expected);
  });

  test('the locale that the extension hands over comes first', async () => {
    const client = await under.launch({ locale: 'en', initializationOptions: { locale: 'zh-cn' } });
    await client.open(URI, MIRROR);
    const notes = (await found(client, URI)).find(({ code }) => code === 'pinyin-residue');
    expect(notes?.message).toMatch(ZH);
  });

  test('stays the editor’s where a project file governs the rest', async () => {
    const { report } = corpus('{"version":1}');
    const client = await under.launch({ settings: () => ({ language: 'zh-cn' }) });
    await client.open(report, MIRROR);
    const notes = (await found(client, report)).find(({ code }) => code === 'pinyin-residue');
    expect(notes?.message).toMatch(ZH);
  });
});
