import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newProjectFile } from '../../core/project-file.js';
import { CLEAN, createCommandLine } from '../testing/run.js';

test('writes the project file that the editor writes, in the current folder or a named one', async () => {
  const line = createCommandLine();
  line.write('sub/a.txt', CLEAN);
  expect(await line.run('init')).toEqual({
    code: 0,
    out: 'report-corpus.json: written: the folder is a report corpus now.\n',
    err: '',
  });
  expect((await line.run('init', 'sub', '--lang', 'zh-cn')).out).toContain('此文件夹现在是报道语料库。');
  for (const name of ['report-corpus.json', 'sub/report-corpus.json'])
    expect(readFileSync(line.path(name), 'utf8')).toBe(newProjectFile());
  expect((await line.run('check', '.')).code).toBe(0);
});

test('never overwrites', async () => {
  const line = createCommandLine();
  const file = line.write('report-corpus.json', '{}');
  expect(await line.run('init', '.')).toEqual({
    code: 2,
    out: '',
    err: 'report-corpus.json: is there already and was left as it is.\n',
  });
  expect(readFileSync(file, 'utf8')).toBe('{}');
});

test('a folder that is not there, and one folder too many, are refused', async () => {
  const line = createCommandLine();
  expect(await line.run('init', 'none')).toMatchObject({
    code: 2,
    err: 'none/report-corpus.json: there is no such folder; make it first.\n',
  });
  line.write('a.txt', CLEAN);
  expect((await line.run('init', 'a.txt')).err).toContain('there is no such folder');
  expect((await line.run('init', 'a', 'b')).err).toContain('init takes no further argument: "b".');
});
