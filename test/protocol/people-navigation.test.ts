import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  DocumentHighlight,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { pulling, type Client } from './support/client.js';
import {
  at,
  FILES,
  found,
  MIRROR,
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

describe('references', () => {
  const EVERYWHERE = [
    '2021/water.txt: 張敬華',
    '2023/flood.txt: 张敬华',
    '2023/flood.txt: 张敬华',
    '2022/heat (mirror).txt: 張(zhāng)敬華',
  ];

  test.each(Object.entries(FILES))(
    'of a name in %s are found in either script and through notes',
    async (name, text) => {
      const here = corpus();
      const client = await under.launch();
      await open(client, here, name, text);
      const piece = text.includes('张敬华') ? '张敬华' : text.includes('張敬華') ? '張敬華' : '張(zhāng)敬華';
      const locations = await client.request<Location[]>('textDocument/references', {
        ...at(here, name, text, piece),
        context: { includeDeclaration: true },
      });
      expect(found(here, locations)).toEqual(EVERYWHERE);
    },
  );

  test('count what is open, not what is on the disk; a closed document counts as it was saved', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    await open(client, here, '2021/water.txt', TRADITIONAL);
    const ask = async (): Promise<string[]> =>
      found(
        here,
        await client.request<Location[]>('textDocument/references', {
          ...at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
          context: { includeDeclaration: false },
        }),
      );
    expect(await ask()).toEqual(EVERYWHERE);
    await client.change(here.uri('2021/water.txt'), 2, TRADITIONAL.replaceAll('張敬華', '沈若梅'));
    expect(await ask()).toEqual(EVERYWHERE.slice(1));
    await client.close(here.uri('2021/water.txt'));
    expect(await ask()).toEqual(EVERYWHERE);
  });

  test('follow the disk: changed, made and deleted files and folders', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const ask = async (): Promise<string[]> =>
      found(
        here,
        await client.request<Location[]>('textDocument/references', {
          ...at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
          context: { includeDeclaration: false },
        }),
      );
    const tell = (name: string, type: number): Promise<void> =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: here.uri(name), type }] });
    expect(await ask()).toEqual(EVERYWHERE);

    here.write('2024/new.txt', SIMPLIFIED.replace('2023', '2024'));
    await tell('2024/new.txt', 1);
    expect(await ask()).toContain('2024/new.txt: 张敬华');

    here.write('2021/water.txt', TRADITIONAL.replaceAll('張敬華', '沈若梅'));
    await tell('2021/water.txt', 2);
    expect((await ask()).join()).not.toContain('water');

    rmSync(join(here.folder, '2024'), { recursive: true });
    await tell('2024', 3);
    expect((await ask()).join()).not.toContain('2024/new.txt');

    mkdirSync(join(here.folder, '2025'));
    here.write('2025/moved.txt', SIMPLIFIED.replace('2023', '2025'));
    await tell('2025', 1);
    expect(await ask()).toContain('2025/moved.txt: 张敬华');

    here.write('notes.md', SIMPLIFIED);
    await tell('notes.md', 1);
    expect((await ask()).join()).not.toContain('notes.md');
  });

  test('of a set phrase are found in either script', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const locations = await client.request<Location[]>('textDocument/references', {
      ...at(here, '2023/flood.txt', SIMPLIFIED, '外防输入'),
      context: { includeDeclaration: true },
    });
    expect(found(here, locations)).toEqual([
      '2023/flood.txt: 外防输入、内防反弹',
      '2022/heat (mirror).txt: 外防輸(shū)入、內(nèi)防反彈(dàn)',
    ]);
  });

  test('stay within the project: one inside it is a corpus of its own', async () => {
    const here = corpus({
      ...FILES,
      'inner/other.txt': SIMPLIFIED,
      'inner/report-corpus.json': '{"version":1}',
    });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const locations = await client.request<Location[]>('textDocument/references', {
      ...at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
      context: { includeDeclaration: true },
    });
    expect(found(here, locations)).toEqual(EVERYWHERE);
  });

  test('without a project file they are those of the open reports', async () => {
    const client = await under.launch();
    await client.open('untitled:a.report.txt', SIMPLIFIED);
    await client.open('untitled:b.report.txt', TRADITIONAL);
    const { start } = rangeOf(SIMPLIFIED, '张敬华');
    const locations = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri: 'untitled:a.report.txt' },
      position: start,
      context: { includeDeclaration: true },
    });
    expect(locations.map(({ uri }) => uri)).toEqual([
      'untitled:b.report.txt',
      'untitled:a.report.txt',
      'untitled:a.report.txt',
    ]);
  });
});

describe('go to definition', () => {
  test('leads to the introduction, and from there to the first report', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const ask = (n: number): Promise<Location[]> =>
      client.request('textDocument/definition', at(here, '2023/flood.txt', SIMPLIFIED, '张敬华', n));
    expect(await ask(1)).toEqual([{ uri: here.uri('2023/flood.txt'), range: rangeOf(SIMPLIFIED, '张敬华') }]);
    expect(await ask(0)).toEqual([
      { uri: here.uri('2021/water.txt'), range: rangeOf(TRADITIONAL, '張敬華') },
    ]);
  });

  test('leads to the officials file where the name stands there', async () => {
    const here = corpus({ ...FILES, 'officials.json': OFFICIALS });
    const client = await under.launch();
    await open(client, here, '2022/heat (mirror).txt', MIRROR);
    const locations = await client.request<Location[]>(
      'textDocument/definition',
      at(here, '2022/heat (mirror).txt', MIRROR, '張(zhāng)敬華'),
    );
    expect(found(here, locations)).toEqual(['officials.json: "张敬华"']);
  });

  test('has nothing for other words', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(
      await client.request('textDocument/definition', at(here, '2023/flood.txt', SIMPLIFIED, '防汛')),
    ).toEqual([]);
  });
});

test('highlights are the mentions of the report', async () => {
  const here = corpus();
  const client = await under.launch();
  await open(client, here, '2023/flood.txt', SIMPLIFIED);
  const highlights = await client.request<DocumentHighlight[]>(
    'textDocument/documentHighlight',
    at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
  );
  expect(highlights.map(({ range }) => range)).toEqual([
    rangeOf(SIMPLIFIED, '张敬华'),
    rangeOf(SIMPLIFIED, '张敬华', 1),
  ]);
});

describe('rename', () => {
  const annotating = {
    ...pulling,
    workspace: {
      ...pulling.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    },
  };
  const rename = (
    client: Client,
    here: Corpus,
    name: string,
    text: string,
    piece: string,
    newName: string,
  ): Promise<WorkspaceEdit> =>
    client.request('textDocument/rename', { ...at(here, name, text, piece), newName });

  test('corrects the name everywhere, each report in its own script, notes taken out', async () => {
    const here = corpus({ ...FILES, 'officials.json': OFFICIALS });
    const client = await under.launch({ capabilities: annotating });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const edit = await rename(client, here, '2023/flood.txt', SIMPLIFIED, '张敬华', '张静骅');
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    const texts = { ...FILES, 'officials.json': OFFICIALS };
    const after = Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const path = decodeURIComponent(new URL(textDocument.uri).pathname).slice(here.folder.length + 1);
        return [path, applyEdits(texts[path as keyof typeof texts], edits)];
      }),
    );
    expect(after).toEqual({
      '2023/flood.txt': SIMPLIFIED.replaceAll('张敬华', '张静骅'),
      '2021/water.txt': TRADITIONAL.replace('張敬華', '張靜驊'),
      '2022/heat (mirror).txt': MIRROR.replace('張(zhāng)敬華', '張靜驊'),
      'officials.json': OFFICIALS.replace('张敬华', '张静骅'),
    });
    // What is open is versioned; what is elsewhere wants a person's word.
    const confirmed = changes.map(({ textDocument, edits }) => [
      textDocument.version,
      edits.map(
        (one) =>
          edit.changeAnnotations?.['annotationId' in one ? one.annotationId : '']?.needsConfirmation === true,
      ),
    ]);
    expect(confirmed).toEqual([
      [null, [true]],
      [1, [false, false]],
      [null, [true]],
      [null, [true]],
    ]);
  });

  test('without annotations leaves the officials file alone', async () => {
    const here = corpus({ ...FILES, 'officials.json': OFFICIALS });
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const edit = await rename(client, here, '2023/flood.txt', SIMPLIFIED, '张敬华', '张静骅');
    expect(edit.documentChanges).toHaveLength(3);
    expect(edit.changeAnnotations).toBeUndefined();
    expect(JSON.stringify(edit)).not.toContain('officials.json');
  });

  test('leaves a file with mixed line ends alone and says so', async () => {
    const here = corpus({ ...FILES, '2021/water.txt': TRADITIONAL.replace('\n', '\r\n') });
    const client = await under.launch({ locale: 'zh-CN' });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const edit = await rename(client, here, '2023/flood.txt', SIMPLIFIED, '张敬华', '张静骅');
    expect(JSON.stringify(edit)).not.toContain('water.txt');
    const { message } = await client.wait<{ message: string }>('window/showMessage');
    expect(message).toContain('water.txt');
    expect(message).toContain('换行符');
  });

  test.each(['', '张', '张 静\n骅', '张静骅。', '3号', 'x'.repeat(40)])(
    'refuses %j as a name',
    async (newName) => {
      const here = corpus();
      const client = await under.launch();
      await open(client, here, '2023/flood.txt', SIMPLIFIED);
      await expect(rename(client, here, '2023/flood.txt', SIMPLIFIED, '张敬华', newName)).rejects.toThrow(
        /A name is 2 to 30/,
      );
    },
  );

  test('is prepared for names with the name as it reads, and for nothing else', async () => {
    const here = corpus();
    const client = await under.launch();
    const name = '2022/heat (mirror).txt';
    await open(client, here, name, MIRROR);
    expect(
      await client.request('textDocument/prepareRename', at(here, name, MIRROR, '張(zhāng)敬華')),
    ).toEqual({
      range: rangeOf(MIRROR, '張(zhāng)敬華'),
      placeholder: '張敬華',
    });
    await expect(
      client.request('textDocument/prepareRename', at(here, name, MIRROR, '責(zé)任')),
    ).rejects.toThrow(/Only names/);
  });
});

describe('workspace symbols', () => {
  const ask = async (client: Client, query: string): Promise<[string, string | undefined][]> => {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query });
    return symbols.map(({ name, containerName }) => [name, containerName]);
  };

  test('are found in either script, with how many reports name them', async () => {
    const here = corpus();
    const client = await under.launch();
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await ask(client, '张敬华')).toEqual([['张敬华', '霖川市委书记 · 3 reports']]);
    expect(await ask(client, '張敬華')).toEqual([['張敬華', '霖川市委书记 · 3 reports']]);
    expect(await ask(client, '张华')).toEqual([['张敬华', '霖川市委书记 · 3 reports']]);
    expect((await ask(client, '外防输入'))[0]?.[1]).toBe('2 reports');
    expect(await ask(client, '无此人')).toEqual([]);
  });
});
