import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLEAN, createCommandLine, MIRRORED } from '../testing/run.js';

const content = (path: string): string => readFileSync(path, 'utf8');

describe('convert', () => {
  test('to Simplified takes the notes out first and says what it did', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    const { code, out } = await line.run('convert', '--to', 'simplified', 'a.txt');
    expect(code).toBe(0);
    expect(out).toMatch(/^a\.txt: \d+ characters converted, 5 pinyin notes removed\n1 of 1 file changed: /);
    expect(content(file)).toContain('松岭市召开冬季供暖工作会议,部署下一步的工作。');
    expect((await line.run('convert', '--to', 'simplified', 'a.txt')).out).toBe(
      'Nothing to convert in 1 file.\n',
    );
  });

  test.each([
    ['traditional', '松嶺市召開冬季供暖工作會議'],
    ['tw', '松嶺市召開冬季供暖工作會議'],
    ['hk', '松嶺市召開冬季供暖工作會議'],
  ])('to %s', async (target, expected) => {
    const line = createCommandLine();
    const file = line.write('a.txt', CLEAN);
    expect((await line.run('convert', '--to', target, 'a.txt')).code).toBe(0);
    expect(content(file)).toContain(expected);
  });

  test('--dry-run writes nothing', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    const { ino } = statSync(file);
    const { out } = await line.run('convert', '--to', 'simplified', '--dry-run', 'a.txt');
    expect(out).toMatch(
      /^a\.txt: would convert \d+ characters, remove 5 pinyin notes\n.*nothing was written/,
    );
    expect(content(file)).toBe(MIRRORED);
    expect(statSync(file).ino).toBe(ino);
  });

  test('protected words of the project stay as they are', async () => {
    const line = createCommandLine();
    line.write('report-corpus.json', '{"version":1,"protected":["松岭"]}');
    const file = line.write('a.txt', CLEAN);
    await line.run('convert', '--to', 'traditional', '.');
    expect(content(file)).toContain('松岭市召開冬季供暖工作會議');
  });

  test('an undecodable file is left alone', async () => {
    const line = createCommandLine();
    const bytes = Buffer.from('松嶺市', 'utf16le');
    const file = line.write('a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]));
    expect((await line.run('convert', '--to', 'simplified', 'a.txt')).code).toBe(2);
    expect(readFileSync(file).subarray(2)).toEqual(bytes);
  });
});
