import { describe, expect, it } from 'vitest';
import { parse } from '../core/testing/service.js';
import { createCorpus, type Corpus, type CorpusDeps } from './corpus.js';
import { summarise } from './file-summary.js';

const report = (name: string): string => `清溪市召开会议\n市长${name}主持会议,要求压实责任。\n`;

interface Fake {
  readonly corpus: Corpus;
  readonly files: Map<string, string>;
  readonly read: string[];
  rests: number;
  /** Cancels the next filling when so many files are read. */
  cancelAt: number;
  /** Runs inside the reading of a file. */
  during: ((uri: string) => void) | undefined;
}

function fake(names: Readonly<Record<string, string>>, deps: Partial<CorpusDeps> = {}): Fake {
  const files = new Map(Object.entries(names).map(([uri, name]) => [uri, report(name)]));
  const read: string[] = [];
  let done = 0;
  let time = 0;
  const state: Fake = {
    files,
    read,
    rests: 0,
    cancelAt: Infinity,
    during: undefined,
    corpus: createCorpus({
      list: () => Promise.resolve([...files.keys()]),
      read: (uri) => {
        read.push(uri);
        state.during?.(uri);
        return Promise.resolve(files.get(uri));
      },
      summarise: (uri, text) => summarise(uri, parse(text)),
      rest: () => {
        state.rests++;
        return Promise.resolve();
      },
      // Every look at the clock finds it five milliseconds on.
      now: () => (time += 5),
      watch: () => ({
        progress: (count) => (done = count),
        cancelled: () => done >= state.cancelAt,
        ended: () => (done = 0),
      }),
      ...deps,
    }),
  };
  return state;
}

const uris = ({ corpus }: Fake): string[] => [...corpus.index.uris()].sort();
const namedIn = ({ corpus }: Fake, name: string): string[] =>
  corpus.index.naming(name).map(({ file }) => file.uri);

describe('fill', () => {
  it('reads every report once', async () => {
    const one = fake({ a: '陆明远', b: '沈若兰' });
    expect(one.corpus.isComplete()).toBe(false);
    expect(await one.corpus.fill()).toBe(true);
    expect(await one.corpus.fill()).toBe(true);
    expect(one.read.sort()).toEqual(['a', 'b']);
    expect(one.corpus.isComplete()).toBe(true);
  });

  it('is one run for all who ask at the same time', async () => {
    const one = fake({ a: '陆明远' });
    await Promise.all([one.corpus.fill(), one.corpus.fill(), one.corpus.fill()]);
    expect(one.read).toEqual(['a']);
  });

  it('lets others have their turn every few milliseconds', async () => {
    const one = fake(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`r${String(i)}`, '陆明远'])));
    await one.corpus.fill();
    expect(one.rests).toBeGreaterThanOrEqual(9);
  });

  it('stops when somebody wants it to, keeps what it has, and goes on from there', async () => {
    const all = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`r${String(i)}`, '陆明远']));
    const one = fake(all);
    one.cancelAt = 10;
    expect(await one.corpus.fill()).toBe(false);
    expect(one.corpus.index.size).toBe(10);
    expect(one.corpus.isComplete()).toBe(false);
    one.cancelAt = Infinity;
    expect(await one.corpus.fill()).toBe(true);
    expect(one.corpus.index.size).toBe(30);
    // Only what was being read when it stopped is read twice.
    expect(one.read.length).toBeLessThan(40);
  });

  it('fails when the files cannot be listed, and lists again the next time', async () => {
    let fails = true;
    const one = fake(
      { a: '陆明远' },
      { list: () => (fails ? Promise.reject(new Error('no folder')) : Promise.resolve(['a'])) },
    );
    await expect(one.corpus.fill()).rejects.toThrow('no folder');
    fails = false;
    expect(await one.corpus.fill()).toBe(true);
    expect(uris(one)).toEqual(['a']);
  });

  it('ends when the corpus is disposed of, and reads nothing after that', async () => {
    const one = fake(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`r${String(i)}`, '陆明远'])));
    one.during = () => {
      if (one.corpus.index.size === 5) one.corpus.dispose();
    };
    expect(await one.corpus.fill()).toBe(false);
    expect(one.corpus.index.size).toBe(5);
    const read = one.read.length;
    expect(read).toBeLessThan(15);
    expect(await one.corpus.fill()).toBe(false);
    expect(one.read).toHaveLength(read);
  });

  it('leaves out what cannot be read', async () => {
    const one = fake({ a: '陆明远' }, { list: () => Promise.resolve(['a', 'gone']) });
    expect(await one.corpus.fill()).toBe(true);
    expect(uris(one)).toEqual(['a']);
  });
});

describe('news of files', () => {
  it('touch reads again, and parses only when the text is another', async () => {
    let parsed = 0;
    const one = fake(
      { a: '陆明远' },
      {
        summarise: (uri, text) => {
          parsed++;
          return summarise(uri, parse(text));
        },
      },
    );
    await one.corpus.fill();
    one.corpus.touch('a');
    expect(one.corpus.isComplete()).toBe(false);
    await one.corpus.fill();
    expect(parsed).toBe(1);
    one.files.set('a', report('沈若兰'));
    one.corpus.touch('a');
    await one.corpus.fill();
    expect(parsed).toBe(2);
    expect(namedIn(one, '沈若兰')).toEqual(['a']);
    expect(namedIn(one, '陆明远')).toEqual([]);
  });

  it('drop takes a file, or a folder with everything in it', async () => {
    const one = fake({ 'x/a': '陆明远', 'x/y/b': '陆明远', xy: '陆明远' });
    await one.corpus.fill();
    one.corpus.drop('x');
    expect(uris(one)).toEqual(['xy']);
    one.corpus.drop('xy');
    expect(uris(one)).toEqual([]);
  });

  it('listAgain finds what came and loses what went', async () => {
    const one = fake({ a: '陆明远', b: '陆明远' });
    await one.corpus.fill();
    one.files.delete('a');
    one.files.set('c', report('陆明远'));
    one.corpus.listAgain();
    await one.corpus.fill();
    expect(uris(one)).toEqual(['b', 'c']);
  });

  it('that come while a file is read count more than what was read', async () => {
    const one = fake({ a: '陆明远', b: '陆明远', c: '陆明远' });
    one.during = (uri) => {
      if (uri === 'a') one.corpus.drop('a');
      if (uri === 'b') one.corpus.hold(summarise('b', parse(report('沈若兰'))));
    };
    await one.corpus.fill();
    expect(namedIn(one, '陆明远')).toEqual(['c']);
    expect(namedIn(one, '沈若兰')).toEqual(['b']);
  });
});

describe('open documents', () => {
  it('count instead of their files until they are closed', async () => {
    const one = fake({ a: '陆明远' });
    one.corpus.hold(summarise('a', parse(report('沈若兰'))));
    await one.corpus.fill();
    expect(one.read).toEqual([]);
    expect(namedIn(one, '沈若兰')).toEqual(['a']);
    one.corpus.touch('a');
    await one.corpus.fill();
    expect(namedIn(one, '沈若兰')).toEqual(['a']);
    one.corpus.release('a');
    await one.corpus.fill();
    expect(namedIn(one, '陆明远')).toEqual(['a']);
  });

  it('survive a new listing, and go with their file when they are closed', async () => {
    const one = fake({ a: '陆明远' });
    one.corpus.hold(summarise('untitled:1', parse(report('沈若兰'))));
    await one.corpus.fill();
    one.corpus.listAgain();
    await one.corpus.fill();
    expect(uris(one)).toEqual(['a', 'untitled:1']);
    one.corpus.release('untitled:1');
    await one.corpus.fill();
    expect(uris(one)).toEqual(['a']);
  });
});
