import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  Location,
  RegistrationParams,
  SymbolInformation,
  UnregistrationParams,
} from 'vscode-languageserver';
import { telling, type Client } from './support/client.js';
import { at, FILES, found, open, SIMPLIFIED, writeCorpus, type Corpus } from './support/people-corpus.js';
import { useServer } from './support/server.js';

const under = useServer();
const corpus = (files?: Readonly<Record<string, string>>, project?: object): Corpus =>
  writeCorpus(under.scratch(), files, project);

const symbols = async (client: Client, query: string): Promise<(string | undefined)[]> =>
  (await client.request<SymbolInformation[]>('workspace/symbol', { query })).map(
    ({ name, containerName }) => `${name}: ${String(containerName)}`,
  );
const tell = (client: Client, here: Corpus, name: string, type: number): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: here.uri(name), type }] });

describe('the index of a corpus', () => {
  const LEXICON = (phrase: string): string => JSON.stringify({ version: 1, phrases: [{ phrase }] });

  test('is made anew when a lexicon is another', async () => {
    const here = corpus(
      { ...FILES, 'more.txt': SIMPLIFIED, 'own.lexicon.json': LEXICON('无此用语') },
      { lexicons: ['own.lexicon.json'] },
    );
    const client = await under.launch({ capabilities: telling });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '防汛工作会议')).toEqual([]);
    here.write('own.lexicon.json', LEXICON('防汛工作会议'));
    await tell(client, here, 'own.lexicon.json', 2);
    expect(await symbols(client, '防汛工作会议')).toEqual(['防汛工作会议: 2 reports']);
  });

  test('is left alone by other JSON files, and so are the open reports', async () => {
    const here = corpus(FILES);
    const client = await under.launch({ capabilities: telling });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    const before = await client.pull(here.uri('2023/flood.txt'));
    here.write('package.json', '{}');
    await tell(client, here, 'package.json', 1);
    const after = await client.pull(here.uri('2023/flood.txt'), before.resultId);
    expect(after.kind).toBe('unchanged');
  });

  test('has a JSON file that is a report', async () => {
    const here = corpus(FILES, { include: ['**/*.txt', '**/*.report.json'] });
    const client = await under.launch({ capabilities: telling });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 3 reports']);
    here.write('more.report.json', SIMPLIFIED);
    await tell(client, here, 'more.report.json', 1);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 4 reports']);
  });

  test('finds the reports of a new folder with a dot in its name', async () => {
    const here = corpus(FILES, { include: ['**/*'], exclude: ['**/*.json'] });
    const client = await under.launch({ capabilities: telling });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 3 reports']);
    here.write('2024.01/new.txt', SIMPLIFIED);
    await tell(client, here, '2024.01', 1);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 4 reports']);
  });

  test('is whole for who waits for it, although the project file changes meanwhile', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`r${String(i)}.txt`, SIMPLIFIED.repeat(20)]),
    );
    const here = corpus(many);
    const client = await under.launch({ capabilities: telling });
    await open(client, here, 'r0.txt', many['r0.txt'] ?? '');
    const answer = client.request<Location[]>('textDocument/references', {
      ...at(here, 'r0.txt', SIMPLIFIED, '张敬华'),
      context: { includeDeclaration: false },
    });
    await client.request('textDocument/foldingRange', { textDocument: { uri: here.uri('r0.txt') } });
    await tell(client, here, 'report-corpus.json', 2);
    expect(await answer).toHaveLength(600 * 40);
  });
});

describe('folders', () => {
  const folderOf = (here: Corpus): string => here.uri('').replace(/\/$/, '');
  const close = (client: Client, ...gone: Corpus[]): Promise<void> =>
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: gone.map((here) => ({ uri: folderOf(here), name: 'x' })) },
    });

  test('that are closed take their symbols and their watchers along', async () => {
    const [one, two] = [corpus(FILES), corpus({ 'a.txt': SIMPLIFIED.replaceAll('张敬华', '贺兰青') })];
    const client = await under.launch({ capabilities: telling, folders: [folderOf(one), folderOf(two)] });
    await open(client, one, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '贺兰青')).toHaveLength(1);
    const watched = await client.wait<RegistrationParams>('client/registerCapability', ({ registrations }) =>
      registrations.some(
        ({ method, registerOptions }) =>
          method === 'workspace/didChangeWatchedFiles' &&
          JSON.stringify(registerOptions).includes(folderOf(two)),
      ),
    );
    await close(client, two);
    const gone = await client.wait<UnregistrationParams>(
      'client/unregisterCapability',
      ({ unregisterations }) => unregisterations.some(({ id }) => id === watched.registrations[0]?.id),
    );
    expect(gone.unregisterations).toHaveLength(1);
    expect(await symbols(client, '贺兰青')).toEqual([]);
    expect(await symbols(client, '张敬华')).toHaveLength(1);
  });

  test('that are closed leave what is open', async () => {
    const here = corpus(FILES);
    const client = await under.launch({ capabilities: telling, folders: [folderOf(here)] });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    await close(client, here);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 3 reports']);
    const locations = await client.request<Location[]>('textDocument/references', {
      ...at(here, '2023/flood.txt', SIMPLIFIED, '张敬华'),
      context: { includeDeclaration: false },
    });
    expect(found(here, locations)).toHaveLength(4);
  });

  test('that are deleted with their project take their symbols along', async () => {
    const here = corpus({ ...FILES, 'inner/report-corpus.json': '{"version":1}', 'inner/a.txt': SIMPLIFIED });
    const client = await under.launch({ capabilities: telling, folders: [folderOf(here)] });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '张敬华')).toHaveLength(2);
    rmSync(join(here.folder, 'inner'), { recursive: true });
    await tell(client, here, 'inner', 3);
    expect(await symbols(client, '张敬华')).toHaveLength(1);
  });
});

describe('the language of the settings', () => {
  const chinese = { settings: () => ({ language: 'zh-cn' }), locale: 'en' };

  test('is that of symbols', async () => {
    const here = corpus();
    const client = await under.launch({ ...chinese, capabilities: telling });
    await open(client, here, '2023/flood.txt', SIMPLIFIED);
    expect(await symbols(client, '张敬华')).toEqual(['张敬华: 霖川市委书记 · 3 篇报道']);
  });

  test('is that of what is wrong in an officials file', async () => {
    const here = corpus();
    const client = await under.launch(chinese);
    const reply = await client.request<{ message: string }>('reportCorpus/addOfficials', {
      text: '{ "version": 1, "officials": [',
      proposals: [],
      project: here.uri('report-corpus.json'),
    });
    expect(reply.message).toMatch(/[\u4e00-\u9fff]/);
  });
});
