import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  Hover,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { pulling, type Client } from './support/client.js';
import { useServer } from './support/server.js';
import { applyEdits, rangeOf, textIn } from './support/texts.js';

/*
 * Town, people and events are invented. One person stands in three reports: in Simplified, in Traditional, and in
 * Traditional with pinyin notes.
 */
const under = useServer();

const SIMPLIFIED = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日上午，霖川市委书记张敬华主持召开防汛工作会议。张敬华强调，要压实责任，做到外防输入、内防反弹。
`;
const TRADITIONAL = `霖川市召開供水工作會議
發布日期：2021-05-06
來源：霖川日報
5月6日，霖川市委書記張敬華主持會議，副市長沈若蘭出席。會議要求，各縣區要壓實責任，確保安全。
`;
const MIRROR = `霖川市召開(kāi)供熱(rè)工作會(huì)議
11月2日，霖川市委書(shū)記張(zhāng)敬華主持會(huì)議。會(huì)議要求，各縣(xiàn)區(qū)要壓實(shí)責(zé)任，外防輸(shū)入、內(nèi)防反彈(dàn)。
`;
const FILES = {
  '2023/flood.txt': SIMPLIFIED,
  '2021/water.txt': TRADITIONAL,
  '2022/heat (mirror).txt': MIRROR,
};

interface Corpus {
  readonly folder: string;
  readonly uri: (name: string) => string;
  readonly write: (name: string, text: string) => void;
}

function corpus(files: Readonly<Record<string, string>> = FILES, project: object = {}): Corpus {
  const folder = under.scratch();
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('report-corpus.json', JSON.stringify({ version: 1, ...project }));
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { folder, write, uri: (name) => pathToFileURL(join(folder, name)).href };
}

const OFFICIALS = JSON.stringify(
  {
    version: 1,
    officials: [{ name: '张敬华', posts: [{ post: '市委书记', place: '霖川市', from: '2020' }] }],
  },
  null,
  2,
);

const at = (
  { uri }: Corpus,
  name: string,
  text: string,
  piece: string,
  n = 0,
): { textDocument: { uri: string }; position: { line: number; character: number } } => {
  const { start } = rangeOf(text, piece, n);
  return {
    textDocument: { uri: uri(name) },
    position: { line: start.line, character: start.character + 1 },
  };
};

/** The words at locations, by the end of their file's name. */
function found(here: Corpus, locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => {
    const path = decodeURIComponent(new URL(uri).pathname);
    return `${path.slice(here.folder.length + 1)}: ${textIn(readFileSync(path, 'utf8'), range)}`;
  });
}

async function open(client: Client, here: Corpus, name: string, text: string): Promise<void> {
  await client.open(here.uri(name), text);
  await client.pull(here.uri(name));
}

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
    const add = actions.find(({ title }) => title === 'Add “沈若兰” to the officials file');
    const [change] = (add?.edit?.documentChanges ?? []) as TextDocumentEdit[];
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
      proposals: { name: string; kind: string; posts: string[]; reports: number }[];
    }>(PROPOSE, { project });
    expect(reply).toMatchObject({ kind: 'proposals', file: here.uri('officials.json'), reports: 3 });
    const [shen] = reply.proposals.filter(({ name }) => name === '沈若兰');
    expect(shen).toMatchObject({ kind: 'new', reports: 1 });
    // An entry made by hand is nobody's to change.
    for (const { name, kind } of reply.proposals) if (name === '张敬华') expect(kind).not.toBe('more');
    const merged = await client.request<{ kind: string; text: string; added: number }>(
      'reportCorpus/addOfficials',
      { text: OFFICIALS, proposals: reply.proposals, language: 'en' },
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
