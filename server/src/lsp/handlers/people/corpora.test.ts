import { describe, expect, test } from 'vitest';
import { CancellationToken, FileChangeType, type Connection } from 'vscode-languageserver';
import { createKnownPeople } from '../../../core/officials-file/index.js';
import { service } from '../../../core/testing/service.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { DocumentSettings } from '../../settings.js';
import { createCorpora, type Corpora } from './corpora.js';

const FOLDER = 'file:///corpus';
const PROJECT = `${FOLDER}/report-corpus.json`;
const report = (name: string): string => `清溪市召开会议\n市长${name}主持会议，要求压实责任。\n`;

interface Fake {
  readonly corpora: Corpora;
  /** Texts by address. */
  readonly texts: Map<string, string>;
  /** Folders whose project files were looked for. */
  readonly searched: string[];
  readonly read: string[];
  people: DocumentSettings['people'];
  /** Runs when a file is read. */
  during: () => void;
}

/** A corpus of files, none of which is open. */
function fake(count = 3): Fake {
  const texts = new Map(
    Array.from({ length: count }, (_, i) => [`${FOLDER}/r${String(i)}.txt`, report('陆明远')]),
  );
  const settings = (): DocumentSettings => ({
    ...{ language: 'en', rules: {}, script: 'any', protected: [], today: '2024-05-06' },
    ...{ project: PROJECT, officials: undefined },
    ...(state.people === undefined ? {} : { people: state.people }),
  });
  const files: CorpusFiles = {
    canonical: (uri) => uri,
    list: () => Promise.resolve([...texts.keys()]),
    isReport: (_, uri) => Promise.resolve(texts.has(uri)),
    isFolder: (uri) => Promise.resolve([...texts.keys()].some((one) => one.startsWith(`${uri}/`))),
    read: (uri) => {
      state.read.push(uri);
      state.during();
      return Promise.resolve(texts.get(uri));
    },
    projectsOf: (folder) => {
      state.searched.push(folder);
      return Promise.resolve([PROJECT]);
    },
    beside: (_, uri) => Promise.resolve({ uri, content: { kind: 'missing' } }),
    relative: () => undefined,
    forget: () => undefined,
  };
  const state: Fake = {
    texts,
    searched: [],
    read: [],
    people: undefined,
    during: () => undefined,
    corpora: createCorpora({
      connection: { console: { error: () => undefined } } as unknown as Connection,
      documents: { all: () => [] } as never,
      analyses: { get: () => Promise.resolve(undefined), drop: () => undefined, names: () => [] },
      settings: { get: () => Promise.resolve(settings()) } as never,
      service,
      files,
      showsProgress: () => false,
    }),
  };
  return state;
}

const none = CancellationToken.None;
const namedIn = async ({ corpora }: Fake, name: string): Promise<number> =>
  (await corpora.ofProject(PROJECT, 'whole')).index.naming(name).length;

describe('the search for projects', () => {
  test('is done once for many questions, until something tells of a folder', async () => {
    const one = fake();
    const ask = async (): Promise<number> => (await one.corpora.all([FOLDER], 'whole', none)).length;
    for (let i = 0; i < 5; i++) expect(await ask()).toBe(1);
    expect(one.searched).toHaveLength(1);
    one.texts.set(`${FOLDER}/2024.01/new.txt`, report('陆明远'));
    one.corpora.watched([{ uri: `${FOLDER}/2024.01`, type: FileChangeType.Created }]);
    await ask();
    expect(one.searched).toHaveLength(2);
    expect(await namedIn(one, '陆明远')).toBe(4);
    one.corpora.forget();
    await ask();
    expect(one.searched).toHaveLength(3);
  });

  test('reads nothing for a question that is not asked any more', async () => {
    const one = fake();
    expect(await one.corpora.all([FOLDER], 'whole', CancellationToken.Cancelled)).toEqual([]);
    expect(one.read).toEqual([]);
  });
});

describe('a corpus that is given up while it is read', () => {
  test('is not read on, and who waits gets all of the one in its place', async () => {
    const one = fake(40);
    let given = false;
    one.during = () => {
      if (given || one.read.length < 10) return;
      given = true;
      one.corpora.forget();
    };
    expect(await namedIn(one, '陆明远')).toBe(40);
    // The first reading ended; it would have made eighty.
    expect(one.read.length).toBeLessThan(60);
  });
});

describe('what belongs to no open folder', () => {
  test('is dropped, and read anew when somebody comes back to it', async () => {
    const one = fake();
    await namedIn(one, '陆明远');
    expect((await one.corpora.keepOnly([FOLDER]))(PROJECT)).toBe(true);
    expect((await one.corpora.keepOnly([`${FOLDER}/below`]))(PROJECT)).toBe(true);
    await namedIn(one, '陆明远');
    expect(one.read).toHaveLength(3);
    expect((await one.corpora.keepOnly(['file:///corpus-2']))(PROJECT)).toBe(false);
    expect(await namedIn(one, '陆明远')).toBe(3);
    expect(one.read).toHaveLength(6);
  });
});

describe('files beside the project file', () => {
  test('that have become others let the reports be read anew; the rest does not', async () => {
    const one = fake();
    await namedIn(one, '陆明远');
    one.corpora.reread();
    await namedIn(one, '陆明远');
    expect(one.read).toHaveLength(3);
    one.people = createKnownPeople([]);
    one.corpora.reread();
    await namedIn(one, '陆明远');
    expect(one.read).toHaveLength(6);
  });
});
