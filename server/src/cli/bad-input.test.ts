import { readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckFinding } from './reporters/check-reporter.js';
import { createCommandLine } from './testing/run.js';

/** Texts that no report should be; every command must get through them. */
const TEXTS: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a BOM and nothing else': '\ufeff',
  'line ends only': '\r\n\r\n\n\r',
  'one line of 5 MB': '会议指出，要做好工作。'.repeat(160_000),
  '100,000 lines': '会议指出，要抓好落实。\n'.repeat(100_000),
  'mixed line ends': '市委召开会议\r\n11月2日，会议\r在市里\n召开。\r\n',
  'NUL bytes': `市委召开会议\n11月2日，\u0000市委召开会议，研究工作。${'要落实。'.repeat(20)}\u0000\n`,
  'U+2028 and U+2029': '市委召开会议\u2028副题\u2029\n11月2日，会议召开。\n',
  'U+FFFD': '市委召\ufffd\ufffd会议\n',
  'brackets without end': '('.repeat(50_000) + '（'.repeat(50_000),
  'marks of both directions': '市委\u202e召开\u2066会议\n',
  'astral characters': '𠮷市召开會(huì)議，𠀀𠀁。\n'.repeat(3),
};

interface Json {
  readonly files: readonly { readonly findings: readonly CheckFinding[] }[];
}

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  test('is checked, and every place lies in the text', async () => {
    const line = createCommandLine();
    line.write('a.txt', text);
    const { code, out, err } = await line.run('check', '--format', 'json', '--fail-on', 'error', 'a.txt');
    expect(err).toBe('');
    expect(code).toBe(text.includes('\ufffd') ? 1 : 0);
    const body = text.replace(/^\ufeff/, '');
    for (const { start, end, line: row, column } of (JSON.parse(out) as Json).files[0]!.findings) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(body.length);
      expect(row).toBe(body.slice(0, start).split(/\r\n|\r|\n/).length);
      expect(column).toBeGreaterThan(0);
    }
  }, 30_000);

  test('is parsed', async () => {
    const line = createCommandLine();
    line.write('a.txt', text);
    const { code, out } = await line.run('parse', 'a.txt');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(1);
  }, 30_000);

  test('a dry run leaves it as it is', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', text);
    const before = readFileSync(file);
    expect((await line.run('fix', '--dry-run', '--include', 'review', 'a.txt')).code).toBe(0);
    expect((await line.run('convert', '--dry-run', '--to', 'traditional', 'a.txt')).code).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
  }, 30_000);
});

describe('paths that are no reports', () => {
  test.each([
    ['a path that is not there', 'gone/a.txt', 'there is no such file'],
    ['a file taken for a folder', 'file.txt/a.txt', 'there is no such file'],
    ['a link to nowhere', 'dangling.txt', 'there is no such file'],
    ['links in a circle', 'circle.txt', 'cannot be read (ELOOP)'],
    ['a name that is too long', `${'长'.repeat(100)}.txt`, 'cannot be read (ENAMETOOLONG)'],
    ['an empty name, which is not the current folder', '', 'there is no such file'],
  ])('%s', async (_, path, message) => {
    const line = createCommandLine();
    line.write('file.txt', '');
    symlinkSync('nowhere', line.path('dangling.txt'));
    symlinkSync('circle.txt', line.path('circle.txt'));
    const { code, err, out } = await line.run('check', path, 'file.txt');
    expect(code).toBe(2);
    expect(err).toContain(`${path}: `);
    expect(err).toContain(message);
    expect(out).toContain('file.txt:1:1 ');
  });

  test('a device is not read', async () => {
    const { code, err } = await createCommandLine().run('check', '/dev/zero');
    expect(code).toBe(2);
    expect(err).toContain('/dev/zero: is neither a file nor a folder');
  });
});
