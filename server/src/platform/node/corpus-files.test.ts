import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createScratch, type Scratch } from './files/testing/scratch.js';
import { createCorpusFiles } from './corpus-files.js';

const uriOf = (scratch: Scratch, name: string): string => pathToFileURL(scratch.path(name)).href;

function corpus(): Scratch {
  const scratch = createScratch();
  scratch.write('report-corpus.json', '{ "version": 1, "exclude": ["drafts/**"] }');
  scratch.write('a (1).txt', '一');
  scratch.write('年/b.txt', '二');
  scratch.write('drafts/c.txt', '三');
  scratch.write('notes.md', '四');
  scratch.write('inner/report-corpus.json', '{ "version": 1 }');
  scratch.write('inner/d.txt', '五');
  return scratch;
}

describe('the files of a corpus', () => {
  test('are the reports of its own project', async () => {
    const scratch = corpus();
    const files = createCorpusFiles();
    const project = uriOf(scratch, 'report-corpus.json');
    expect((await files.list(project)).map(decodeURIComponent)).toEqual(
      ['a (1).txt', '年/b.txt'].map((name) => decodeURIComponent(uriOf(scratch, name))),
    );
    const isReport = (name: string): Promise<boolean> => files.isReport(project, uriOf(scratch, name));
    expect(await isReport('年/b.txt')).toBe(true);
    expect(await isReport('drafts/c.txt')).toBe(false);
    expect(await isReport('notes.md')).toBe(false);
    expect(await isReport('inner/d.txt')).toBe(false);
    expect(await files.list(uriOf(scratch, 'none/report-corpus.json'))).toEqual([]);
  });

  test('have one address each, however an editor escapes it', () => {
    const files = createCorpusFiles();
    const [mine, theirs] = ['file:///x/a%20(1)/%E5%B9%B4.txt', 'file:///x/a%20%281%29/%e5%b9%b4.txt'];
    expect(files.canonical(theirs)).toBe(files.canonical(mine));
    expect(files.canonical('untitled:1')).toBe('untitled:1');
    expect(files.canonical('file://host/share/a.txt')).toBe('file://host/share/a.txt');
  });

  test('are read when they are UTF-8 text, else there is none', async () => {
    const scratch = corpus();
    scratch.write('gbk.txt', Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
    const files = createCorpusFiles();
    expect(await files.read(uriOf(scratch, '年/b.txt'))).toBe('二');
    expect(await files.read(uriOf(scratch, 'gbk.txt'))).toBeUndefined();
    expect(await files.read(uriOf(scratch, 'gone.txt'))).toBeUndefined();
    expect(await files.read(uriOf(scratch, 'inner'))).toBeUndefined();
    expect(await files.read('untitled:1')).toBeUndefined();
  });

  test('are told from folders, whatever their names look like', async () => {
    const scratch = corpus();
    scratch.write('2024.01/e.txt', '六');
    const files = createCorpusFiles();
    const isFolder = (name: string): Promise<boolean> => files.isFolder(uriOf(scratch, name));
    expect(await Promise.all(['2024.01', '年', 'notes.md', 'none'].map(isFolder))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await files.isFolder('file://host/share')).toBe(false);
  });

  test('lie at a path from the officials file', () => {
    const scratch = corpus();
    const files = createCorpusFiles();
    expect(files.relative(uriOf(scratch, 'officials.json'), uriOf(scratch, '年/b.txt'))).toBe('年/b.txt');
    expect(files.relative(uriOf(scratch, 'inner/officials.json'), uriOf(scratch, 'a (1).txt'))).toBe(
      '../a (1).txt',
    );
    expect(files.relative('untitled:1', uriOf(scratch, 'a (1).txt'))).toBeUndefined();
  });
});

test('a file beside a project file is found by its path, odd characters included', async () => {
  const scratch = corpus();
  scratch.write('people #1 100%.json', '\ufeff{}');
  const files = createCorpusFiles();
  const project = uriOf(scratch, 'report-corpus.json');
  expect(await files.beside(project, 'people #1 100%.json')).toEqual({
    uri: uriOf(scratch, 'people #1 100%.json'),
    content: { kind: 'text', text: '{}' },
  });
  expect(await files.beside(project, './none.json')).toEqual({
    uri: uriOf(scratch, 'none.json'),
    content: { kind: 'missing' },
  });
  expect((await files.beside(uriOf(scratch, 'inner/report-corpus.json'), '../notes.md')).content).toEqual({
    kind: 'text',
    text: '四',
  });
});

test('projects are those below a folder, and the one that governs it', async () => {
  const scratch = corpus();
  const files = createCorpusFiles();
  const outer = uriOf(scratch, 'report-corpus.json');
  const inner = uriOf(scratch, 'inner/report-corpus.json');
  expect(await files.projectsOf(uriOf(scratch, '.'))).toEqual([outer, inner]);
  expect(await files.projectsOf(uriOf(scratch, '年'))).toEqual([outer]);
  expect(await files.projectsOf(uriOf(scratch, 'none'))).toEqual([outer]);
});

test('a link in circles ends, and project files are read again when told', async () => {
  const scratch = corpus();
  symlinkSync('..', scratch.path('年/up'));
  const files = createCorpusFiles();
  const project = uriOf(scratch, 'report-corpus.json');
  expect(await files.projectsOf(uriOf(scratch, '.'))).toHaveLength(2);
  expect(await files.list(project)).toHaveLength(2);
  scratch.write('report-corpus.json', '{ "version": 1, "include": ["*.md"] }');
  files.forget();
  expect(await files.list(project)).toEqual([uriOf(scratch, 'notes.md')]);
});
