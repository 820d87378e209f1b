import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Hover,
  Location,
  TextDocumentEdit,
} from 'vscode-languageserver';
import { pulling, type Client } from './support/client.js';
import {
  at,
  FILES,
  OFFICIALS,
  open,
  SIMPLIFIED,
  TRADITIONAL,
  writeCorpus,
  type Corpus,
} from './support/people-corpus.js';
import { useServer } from './support/server.js';
import { applyEdits, rangeOf } from './support/texts.js';

const under = useServer();
const corpus = (files?: Readonly<Record<string, string>>, project?: object): Corpus =>
  writeCorpus(under.scratch(), files, project);

describe('completion', () => {
  async function complete(
    client: Client,
    here: Corpus,
    name: string,
    text: string,
    typed: string,
  ): Promise<CompletionList> {
    const whole = `${text}${typed}`;
    await client.open(here.uri(name), whole);
    const lines = whole.split('\n');
    return client.request('textDocument/completion', {
      textDocument: { uri: here.uri(name) },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
  }
  const labels = ({ items }: CompletionList): string[] => items.map(({ label }) => label);

  test.each([
    ['behind a post', '会议由霖川市委书记', ['张敬华']],
    ['from two characters on', '会上张敬', ['张敬华']],
    ['not from one character', '会上张', []],
    ['not in the middle of nowhere', '天气晴朗', []],
  ])('offers names %s', async (_, typed, expected) => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    await client.request('textDocument/references', {
      ...at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
      context: { includeDeclaration: true },
    });
    const list = await complete(client, here, 'new.txt', '霖川市召开会议\n', typed);
    expect(labels(list)).toEqual(expected);
    expect(list.isIncomplete).toBe(true);
  });

  test('writes the script of the report, in the place of what is typed', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    await client.request('workspace/symbol', { query: '' });
    const list = await complete(client, here, 'new.txt', TRADITIONAL, '會上張敬');
    const [item] = list.items;
    expect(item?.textEdit).toEqual({
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } },
      newText: '張敬華',
    });
  });

  test('offers phrases and posts of the lexicon', async () => {
    const here = corpus({});
    const client = await under.launch();
    expect(labels(await complete(client, here, 'a.txt', '霖川市召开会议\n', '做到外防输'))).toContain(
      '外防输入、内防反弹',
    );
    expect(labels(await complete(client, here, 'b.txt', '霖川市召开会议\n', '他是纪委书'))).toContain(
      '纪委书记',
    );
  });
});

describe('hover', () => {
  test('adds the officials file and the other reports, with links, and claims nothing', async () => {
    const here = corpus({ ...FILES, 'officials.json': OFFICIALS });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const hover = await client.request<Hover>(
      'textDocument/hover',
      at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
    );
    const { value } = hover.contents as { value: string };
    const [own, file, others] = value.split('\n\n---\n\n');
    expect(own).toContain('This file names **张敬华** as');
    expect(file).toContain('The officials file has under this name');
    expect(file).toContain(`(${here.uri('officials.json')}#5,15)`);
    expect(file).toContain('霖川市委书记 \\(from 2020\\)');
    expect(others).toContain('2 other reports name somebody so');
    expect(others).toContain(`(${here.uri('2021/water.txt')}#4,12)`);
    expect(others).toContain('2021\\-05\\-06 霖川市召开供水工作会议');
    expect(others).toContain('heat%20%28mirror%29.txt#2,18)');
  });

  test('shows what the officials file says as it is, whatever signs stand in it', async () => {
    const officials = OFFICIALS.replace('"2020"', () => '"2020","source":"市志 $& $1 $$"');
    const here = corpus({ ...FILES, 'officials.json': officials });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const hover = await client.request<Hover>(
      'textDocument/hover',
      at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
    );
    expect((hover.contents as { value: string }).value).toContain('source: 市志 $& $1 $$');
  });

  test('of a phrase stays as it is', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const hover = await client.request<Hover>(
      'textDocument/hover',
      at(here, '2023/flood.txt', SIMPLIFIED, '外防输入'),
    );
    expect((hover.contents as { value: string }).value).not.toContain('---');
  });
});

describe('unknown officials', () => {
  const files = { ...FILES, 'officials.json': OFFICIALS };

  test('are called out, added by the light bulb, and then known', async () => {
    const here = corpus(files);
    const client = await under.launch({ initializationOptions: { pages: 'file:///pages/' } });
    await open(client, here, '2021/water.txt', TRADITIONAL);
    const uri = here.uri('2021/water.txt');
    const unknown = async (): Promise<string[]> => {
      const report = await client.pull(uri);
      return report.kind === 'full'
        ? report.items
            .filter(({ code }) => code === 'unknown-official')
            .map(({ message }) => (typeof message === 'string' ? message : message.value))
        : [];
    };
    expect(await unknown()).toEqual(['“沈若兰” (副市长) is not in the officials file']);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.map(({ command }) => [command?.title, command?.arguments])).toEqual([
      ['1 official is not in the officials file', [uri]],
    ]);
    const { start } = rangeOf(TRADITIONAL, '沈若蘭');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    const add = await client.request<CodeAction>(
      'codeAction/resolve',
      actions.find(({ title }) => title === 'Add “沈若兰” to the officials file'),
    );
    const [change] = (add.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument.uri).toBe(here.uri('officials.json'));
    const text = applyEdits(OFFICIALS, change?.edits as never);
    const { officials } = JSON.parse(text) as { officials: { name: string; posts: unknown[] }[] };
    expect(officials.map(({ name }) => name).sort()).toEqual(['张敬华', '沈若兰']);

    here.write('officials.json', text);
    const mark = client.mark();
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: here.uri('officials.json'), type: 2 }],
    });
    await client.wait('workspace/diagnostic/refresh', undefined, mark);
    expect(await unknown()).toEqual([]);
    expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([]);
  });

  test('are none where the project has no officials file', async () => {
    const here = corpus();
    const client = await under.launch({ initializationOptions: { pages: 'file:///pages/' } });
    await open(client, here, '2021/water.txt', TRADITIONAL);
    const uri = here.uri('2021/water.txt');
    const report = await client.pull(uri);
    expect(report.kind === 'full' && report.items.map(({ code }) => code)).not.toContain('unknown-official');
    expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([]);
  });

  test('what is wrong in the file is a diagnostic on it; the rest counts', async () => {
    const here = corpus(
      { ...FILES, 'people.json': OFFICIALS.replace('"posts"', '"pots"') },
      { officials: 'people.json' },
    );
    const client = await under.launch();
    await open(client, here, '2021/water.txt', TRADITIONAL);
    const { diagnostics } = await client.published(here.uri('people.json'));
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { source, range } of diagnostics) {
      expect(source).toBe('report-corpus');
      expect(range.start.line).toBeGreaterThan(0);
    }
  });
});

describe('collecting officials', () => {
  const PROPOSE = 'reportCorpus/collectOfficials';

  test('proposes whom the corpus names, and puts in what was confirmed', async () => {
    const here = corpus({ ...FILES, 'officials.json': OFFICIALS });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const project = here.uri('report-corpus.json');
    const reply = await client.request<{
      kind: string;
      file: string;
      reports: number;
      proposals: { name: string; forms: string[]; kind: string; posts: string[]; reports: number }[];
    }>(PROPOSE, { project });
    expect(reply).toMatchObject({ kind: 'proposals', file: here.uri('officials.json'), reports: 3 });
    const [shen] = reply.proposals.filter(({ name }) => name === '沈若兰');
    // The file has one form of a name; the report writes the other.
    expect(shen).toMatchObject({ kind: 'new', reports: 1, forms: ['沈若蘭'] });
    // An entry made by hand is nobody's to change.
    for (const { name, kind } of reply.proposals) if (name === '张敬华') expect(kind).not.toBe('more');
    const merged = await client.request<{ kind: string; text: string; added: number }>(
      'reportCorpus/addOfficials',
      { text: OFFICIALS, proposals: reply.proposals, project },
    );
    expect(merged).toMatchObject({ kind: 'merged', added: 1 });
    const { officials } = JSON.parse(merged.text) as { officials: { name: string }[] };
    const before = JSON.parse(OFFICIALS) as { officials: object[] };
    expect(officials.find(({ name }) => name === '张敬华')).toEqual(before.officials[0]);
  });

  test('refuses a file that has to be mended first, with the place', async () => {
    const here = corpus({ ...FILES, 'officials.json': '{ "version": 1, "officials": [' });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await client.request(PROPOSE, { project: here.uri('report-corpus.json') })).toMatchObject({
      kind: 'broken',
      message: expect.stringMatching(/^officials\.json:1:\d+: /) as unknown,
    });
  });
});

describe('a large corpus', () => {
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, i) => [`r${String(i)}.txt`, SIMPLIFIED.repeat(20)]),
  );

  test('is read with progress, can be stopped, goes on later, and lets others have their turn', async () => {
    const here = corpus(many);
    const client = await under.launch({
      capabilities: { ...pulling, window: { workDoneProgress: true } },
    });
    let shown = 0;
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onUnhandledProgress(({ token, value }) => {
      // Stopped as soon as it is shown.
      if ((value as { kind: string }).kind !== 'begin' || shown++ > 0) return;
      void client.notify('window/workDoneProgress/cancel', { token });
    });
    await open(client, here, 'r0.txt', many['r0.txt'] ?? '');
    const ask = (): Promise<Location[]> =>
      client.request('textDocument/references', {
        ...at(here, 'r0.txt', SIMPLIFIED, '张敬华'),
        context: { includeDeclaration: false },
      });
    const state = { over: false };
    const first = ask().finally(() => (state.over = true));
    let slowest = 0;
    while (!state.over) {
      const began = performance.now();
      await client.request('textDocument/foldingRange', { textDocument: { uri: here.uri('r0.txt') } });
      slowest = Math.max(slowest, performance.now() - began);
    }
    const stopped = (await first).length;
    expect(shown).toBe(1);
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(3000 * 40);
    expect(slowest).toBeLessThan(1000);
    expect(await ask()).toHaveLength(3000 * 40);
  });
});
