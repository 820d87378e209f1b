import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProjectLookup } from './project-lookup.js';
import { createScratch, type Scratch } from './testing/scratch.js';
import type { UserFileProblem } from './user-file.js';
import { walkReports } from './walk.js';

const project = (content: object): string => JSON.stringify({ version: 1, ...content });

async function walked(
  scratch: Scratch,
  folder = '',
): Promise<{ names: string[]; problems: UserFileProblem[]; projects: (string | undefined)[] }> {
  const problems: UserFileProblem[] = [];
  const lookup = createProjectLookup({
    onProblem: (problem) => problems.push(problem),
  });
  const { reports, failures } = await walkReports(scratch.path(folder), lookup);
  expect(failures).toEqual([]);
  return {
    names: reports.map(({ path }) => path),
    problems,
    projects: reports.map((report) => report.project.file),
  };
}

describe('without a project file', () => {
  test('a folder holds its *.txt, *.report and *.report.txt, sorted, and no notes of programs', async () => {
    const scratch = createScratch();
    for (const name of [
      ...['b.txt', 'a/c.txt', 'a.txt', 'z.report', 'x.report.txt', '会议.txt'],
      ...['notes.md', 'README.txt', 'requirements-dev.txt', 'LICENSE.txt', 'robots.txt', 'a/robots.txt'],
      ...['node_modules/x/y.txt', '.git/z.txt', 'a/.hidden/z.txt'],
    ]) {
      scratch.write(name, '');
    }
    const { names } = await walked(scratch);
    expect(names).toEqual(['a.txt', join('a', 'c.txt'), 'b.txt', 'x.report.txt', 'z.report', '会议.txt']);
  });

  test('an empty folder holds nothing', async () => {
    expect(await walked(createScratch())).toMatchObject({ names: [], problems: [] });
  });
});

describe('with project files', () => {
  test('include and exclude are relative to the folder of the file, also when a folder inside is walked', async () => {
    const scratch = createScratch();
    scratch.write('report-corpus.json', project({ include: ['2020/**/*.md'], exclude: ['2020/drafts/**'] }));
    for (const name of ['a.md', 'a.txt', '2020/a.md', '2020/x/b.md', '2020/drafts/c.md'])
      scratch.write(name, '');
    expect((await walked(scratch)).names).toEqual([join('2020', 'a.md'), join('2020', 'x', 'b.md')]);
    expect((await walked(scratch, '2020')).names).toEqual(['a.md', join('x', 'b.md')]);
  });

  test('the nearest one counts for each file, even in a folder that an outer one excludes', async () => {
    const scratch = createScratch();
    const outer = scratch.write('report-corpus.json', project({ exclude: ['sub/**'] }));
    const inner = scratch.write('sub/report-corpus.json', project({ include: ['*.md'] }));
    for (const name of ['a.txt', 'sub/b.md', 'sub/b.txt', 'sub/deep/c.md']) scratch.write(name, '');
    const { names, projects } = await walked(scratch);
    expect(names).toEqual(['a.txt', join('sub', 'b.md')]);
    expect(projects).toEqual([outer, inner]);
  });

  test('a project may take in what the defaults leave out', async () => {
    const scratch = createScratch();
    scratch.write('report-corpus.json', project({ exclude: [] }));
    for (const name of ['README.txt', '.drafts/a.txt']) scratch.write(name, '');
    expect((await walked(scratch)).names).toEqual([join('.drafts', 'a.txt'), 'README.txt']);
  });

  test('a broken one is reported once, with its place, and what is right in it applies', async () => {
    const scratch = createScratch();
    const file = scratch.write(
      'report-corpus.json',
      '{\n  "version": 1,\n  "include": ["*.md"],\n  "rules": { "mixed-scrip": "off" },\n}\n',
    );
    for (const name of ['a.md', 'b.txt', 'sub/c.md']) scratch.write(name, '');
    const { names, problems } = await walked(scratch);
    expect(names).toEqual(['a.md']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file, line: 4 });
  });

  test('one that is no JSON gives the defaults', async () => {
    const scratch = createScratch();
    scratch.write('report-corpus.json', 'this is no JSON');
    scratch.write('a.txt', '');
    const { names, problems } = await walked(scratch);
    expect(names).toEqual(['a.txt']);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('one that is not UTF-8, or a folder of that name, gives the defaults', async () => {
    for (const make of [
      (scratch: Scratch) => scratch.write('report-corpus.json', Buffer.from([0x7b, 0xff, 0x7d])),
      (scratch: Scratch) => {
        mkdirSync(scratch.path('report-corpus.json'));
      },
    ]) {
      const scratch = createScratch();
      make(scratch);
      scratch.write('a.txt', '');
      const { names, problems } = await walked(scratch);
      expect(names).toEqual(['a.txt']);
      expect(problems).toHaveLength(1);
    }
  });
});

describe('symbolic links', () => {
  test('a cycle ends, and real folders come before links to them', async () => {
    const scratch = createScratch();
    scratch.write('b/x.txt', '');
    symlinkSync('..', scratch.path('b/up'));
    symlinkSync('b', scratch.path('a'));
    symlinkSync('self', scratch.path('self'));
    expect((await walked(scratch)).names).toEqual([join('b', 'x.txt')]);
  });

  test('a linked folder outside is followed, and so is a linked file', async () => {
    const scratch = createScratch();
    scratch.write('outside/y.txt', '');
    scratch.write('outside/z.txt', '');
    mkdirSync(scratch.path('in'));
    symlinkSync('../outside', scratch.path('in/linked'));
    symlinkSync('../outside/z.txt', scratch.path('in/z.txt'));
    const { names } = await walked(scratch, 'in');
    expect(names).toEqual([join('linked', 'y.txt'), join('linked', 'z.txt'), 'z.txt']);
  });
});
