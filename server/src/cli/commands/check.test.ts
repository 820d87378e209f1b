import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createReportService } from '../../core/service.js';
import { defineRule } from '../../core/rules/rule.js';
import type { CheckFinding } from '../reporters/check-reporter.js';
import { BARE, CLEAN, createCommandLine, MIRRORED } from '../testing/run.js';

interface CheckJson {
  readonly version: number;
  readonly files: readonly { readonly file: string; readonly findings: readonly CheckFinding[] }[];
  readonly summary: {
    readonly files: number;
    readonly findings: number;
    readonly byRule: Record<string, number>;
  };
}

const read = (out: string): CheckJson => JSON.parse(out) as CheckJson;
const rulesOf = ({ files }: CheckJson): string[][] =>
  files.map(({ findings }) => findings.map(({ rule }) => rule));

describe('exit codes', () => {
  test('0 for a clean report', async () => {
    const line = createCommandLine();
    line.write('a.txt', CLEAN);
    expect(await line.run('check', 'a.txt')).toEqual({
      code: 0,
      out: '1 file checked, no findings\n',
      err: '',
    });
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['information', 1],
    ['hint', 1],
  ])('warnings with --fail-on %s: %i', async (severity, code) => {
    const line = createCommandLine();
    line.write('a.txt', BARE);
    expect(await line.run('check', '--fail-on', severity, 'a.txt')).toMatchObject({ code, err: '' });
  });

  test('the default threshold is warning', async () => {
    const line = createCommandLine();
    line.write('a.txt', BARE);
    line.write('b/a.txt', BARE);
    line.write(
      'b/report-corpus.json',
      '{"version":1,"rules":{"missing-date-line":"information","missing-source-line":"information"}}',
    );
    expect((await line.run('check', 'a.txt')).code).toBe(1);
    expect((await line.run('check', 'b')).code).toBe(0);
  });

  test('2 for a file that cannot be read, and the others are still reported', async () => {
    const line = createCommandLine();
    line.write('a.txt', BARE);
    const { code, out, err } = await line.run('check', 'missing.txt', 'a.txt');
    expect(code).toBe(2);
    expect(out).toMatch(/^a\.txt:1:1 warning missing-date-line /);
    expect(err).toMatch(/^missing\.txt: there is no such file/);
  });

  test('a path that is nearly right is named', async () => {
    const line = createCommandLine();
    line.write('dir/report-2020.txt', CLEAN);
    expect((await line.run('check', 'dir/reprot-2020.txt')).err).toContain(
      'Did you mean dir/report-2020.txt?',
    );
  });
});

describe('text', () => {
  test('findings by file, then a summary; hints are left out and counted', async () => {
    const line = createCommandLine();
    line.write('a.txt', `首页>要闻\n${BARE}`);
    line.write('b.txt', BARE);
    line.write('c.txt', CLEAN);
    const { code, out } = await line.run('check', '.');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^(\.\/a\.txt:2:1 warning \S+ .*\n){2}\n(\.\/b\.txt:1:1 warning \S+ .*\n){2}\n4 findings in 2 of 3 files: 4 warnings \(and 1 hint, listed with --show hint\)\n/,
    );
    expect(out).not.toContain('page-furniture');
  });

  test('who fails on hints sees them', async () => {
    const line = createCommandLine();
    line.write('a.txt', `首页>要闻\n${CLEAN}`);
    expect(await line.run('check', 'a.txt')).toMatchObject({ code: 0 });
    const { code, out } = await line.run('check', '--fail-on', 'hint', 'a.txt');
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.txt:1:1 hint page-furniture /);
  });

  test.each([
    // What is listed is one thing, what fails another.
    [['--show', 'hint'], 1, ['hint', 'warning'], '3 findings in 2 of 2 files: 2 warnings, 1 hint\n'],
    [[], 1, ['warning'], '2 findings in 1 of 2 files: 2 warnings (and 1 hint, listed with --show hint)\n'],
    [
      ['--show', 'error'],
      1,
      [],
      '2 files checked, no findings (and 2 warnings, 1 hint, listed with --show hint)\n',
    ],
    [['--show', 'hint', '--fail-on', 'error'], 0, ['hint', 'warning'], '3 findings in 2 of 2 files'],
    [['--show', 'error', '--fail-on', 'hint'], 1, [], 'no findings (and 2 warnings, 1 hint'],
    [['--show', 'warning', '--format', 'json'], 1, ['warning'], '"findings":2'],
    [['--format', 'json'], 1, ['hint', 'warning'], '"findings":3'],
  ])('%j decides what is listed', async (options, expected, severities, sum) => {
    const line = createCommandLine();
    line.write('a.txt', `首页>要闻\n${CLEAN}`);
    line.write('b.txt', BARE);
    const { code, out } = await line.run('check', ...options, '.');
    expect(code).toBe(expected);
    const listed = out.match(/(?<=^\S+ |"severity":")(?:hint|information|warning|error)/gm) ?? [];
    expect([...new Set(listed)].sort()).toEqual(severities);
    expect(out).toContain(sum);
  });

  test('--show takes a severity', async () => {
    const { code, err } = await createCommandLine().run('check', '--show', 'hints', '.');
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean hint?')]);
  });

  test('in Chinese, with the same severities and ids', async () => {
    const line = createCommandLine();
    line.write('a.txt', BARE);
    const { out } = await line.run('check', 'a.txt', '--lang', 'zh-cn');
    const all = await line.run('check', 'a.txt', '--lang', 'zh-cn', '--show', 'error');
    expect(all.out).toContain('没有发现问题（另有警告 2 个，用 --show warning 列出）');
    expect(out).toMatch(/^a\.txt:1:1 warning missing-date-line 报道.*\n/);
    expect(out).toContain('检查了 1 个文件，其中 1 个有问题，共 2 个：警告 2 个');
  });

  test('colours only where they are wanted', async () => {
    for (const colours of [false, true]) {
      const line = createCommandLine({ colours });
      line.write('a.txt', BARE);
      expect((await line.run('check', 'a.txt')).out.includes('\u001b[33m')).toBe(colours);
    }
  });

  test('control characters of a name are made visible', async () => {
    const line = createCommandLine();
    line.write('a\u001b[2J.txt', BARE);
    const { out } = await line.run('check', '.');
    expect(out).toContain('./a\\u001b[2J.txt:1:1 ');
  });
});

describe('JSON', () => {
  test('has the promised shape and nothing else', async () => {
    const line = createCommandLine();
    line.write('a.txt', MIRRORED);
    const { code, out, err } = await line.run('check', '--format', 'json', 'a.txt');
    expect([code, err]).toEqual([1, '']);
    const json = read(out);
    expect(Object.keys(json)).toEqual(['version', 'files', 'summary']);
    expect(json.version).toBe(1);
    expect(Object.keys(json.files[0]!)).toEqual(['file', 'findings']);
    const { findings } = json.files[0]!;
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual([
        ...[
          'rule',
          'severity',
          'message',
          'start',
          'end',
          'line',
          'column',
          'endLine',
          'endColumn',
          'fixable',
        ],
      ]);
    }
    expect(json.summary).toEqual({
      files: 1,
      findings: findings.length,
      byRule: Object.fromEntries(
        findings.map(({ rule }) => [rule, findings.filter((f) => f.rule === rule).length]),
      ),
    });
    expect(findings.find(({ rule }) => rule === 'pinyin-residue')).toMatchObject({ fixable: true });
  });

  test('suggestions are not fixable', async () => {
    const line = createCommandLine();
    line.write('a.txt', BARE);
    const { findings } = read((await line.run('check', '--format', 'json', 'a.txt')).out).files[0]!;
    expect(findings.map(({ fixable }) => fixable)).toEqual([false, false]);
  });

  test.each(['\n', '\r', '\r\n'])('offsets leave the BOM out, lines end with %j', async (eol) => {
    const line = createCommandLine();
    const text = `首页>要闻\n${BARE}`.replaceAll('\n', eol);
    line.write('a.txt', `\ufeff${text}`);
    const { findings } = read((await line.run('check', '--format', 'json', 'a.txt')).out).files[0]!;
    const found = findings.find(({ rule }) => rule === 'missing-date-line')!;
    const headline = '松岭市召开冬季供暖工作会议';
    expect(text.slice(found.start, found.end)).toBe(headline);
    expect(found).toMatchObject({ line: 2, column: 1, endLine: 2, endColumn: headline.length + 1 });
  });

  test('each file once, in the order given, under the path given', async () => {
    const line = createCommandLine();
    for (const name of ['dir/b.txt', 'dir/a.txt', 'c.md']) line.write(name, CLEAN);
    const { out } = await line.run(
      'check',
      '--format',
      'json',
      'c.md',
      './dir/b.txt',
      'dir/',
      line.path('c.md'),
    );
    expect(read(out).files.map(({ file }) => file)).toEqual(['c.md', './dir/b.txt', 'dir/a.txt']);
  });

  test('nothing to check is an empty list', async () => {
    const line = createCommandLine();
    mkdirSync(line.path('empty'));
    const { code, out, err } = await line.run('check', '--format', 'json', 'empty');
    expect(code).toBe(2);
    expect(read(out)).toEqual({ version: 1, files: [], summary: { files: 0, findings: 0, byRule: {} } });
    expect(err).toBe(
      'empty: holds no report; looked for **/*.txt, **/*.report.txt, **/*.report outside **/node_modules/**, **/.*/**, ' +
        '**/{requirements*,LICENSE*,README*,robots}.txt; "report-corpus init" writes a report-corpus.json, ' +
        'whose "include" and "exclude" can say otherwise.\n',
    );
  });

  test('a file that is not UTF-8 has one finding at 0, whatever the settings say', async () => {
    const line = createCommandLine();
    line.write('report-corpus.json', '{"version":1,"rules":{"undecodable-text":"off"}}');
    line.write(
      'a.txt',
      Buffer.from('cad0ceafd5d9bfaabbe1d2e9a3acd1d0bebfd2bbbcbeb6c8b5c4b9a4d7f7a1a3', 'hex'),
    );
    line.write('b.txt', BARE);
    const { code, out, err } = await line.run('check', '--format', 'json', '--fail-on', 'error', '.');
    expect(code).toBe(2);
    const json = read(out);
    expect(rulesOf(json)).toEqual([['undecodable-text'], ['missing-date-line', 'missing-source-line']]);
    expect(json.files[0]!.findings[0]).toMatchObject({
      ...{
        rule: 'undecodable-text',
        severity: 'error',
        message:
          'not UTF-8: it looks like GB18030 (GBK) (confidence 99 %). Rewrite it as UTF-8: report-corpus recode --to utf-8 ./a.txt',
      },
      ...{ start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1, fixable: false },
    });
    expect(err).toMatch(/^\.\/a\.txt: not UTF-8.*report-corpus recode --to utf-8 \.\/a\.txt/);
  });
});

test('a binary file is named once, on the output, and the exit code is 2', async () => {
  const line = createCommandLine();
  line.write('a.txt', Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * i * 31) % 256)));
  const english = await line.run('check', 'a.txt');
  expect(english).toMatchObject({ code: 2, err: '' });
  expect(english.out).toMatch(/^a\.txt:1:1 error undecodable-text not UTF-8: it looks like a binary file/);
  const chinese = await line.run('check', 'a.txt', '--lang', 'zh-cn');
  expect(chinese.out).toContain('不是 UTF-8：看上去是二进制文件。请指明文本文件');
});

test.each(['check', 'fix', 'phrases'])(
  '%s on a folder without reports says what it looked for',
  async (command) => {
    const line = createCommandLine();
    line.write('sub/report-corpus.json', '{"version":1,"include":["*.md"],"exclude":[]}');
    line.write('sub/a.txt', BARE);
    const { code, err } = await line.run(command, 'sub');
    expect([code, err]).toEqual([
      2,
      'sub: holds no report; looked for *.md, **/*.report.txt, **/*.report; ' +
        '"include" and "exclude" in sub/report-corpus.json say so.\n',
    ]);
  },
);

describe('project files', () => {
  test('a named file is a report whatever it is called, with the rules of its project', async () => {
    const line = createCommandLine();
    line.write(
      'report-corpus.json',
      '{"version":1,"include":["x/**"],"rules":{"missing-date-line":"error","missing-source-line":"off"}}',
    );
    line.write('README.txt', BARE);
    const { files } = read((await line.run('check', '--format', 'json', 'README.txt')).out);
    expect(files[0]!.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['missing-date-line', 'error'],
    ]);
  });

  test.each([
    [
      'en',
      '{"version":1,"rulez":{}}',
      'report-corpus.json:1:14: unknown key "rulez"; did you mean "rules"?\n',
    ],
    ['zh-cn', '{"version":1,"rulez":{}}', 'report-corpus.json:1:14: 未知的键 "rulez"；是否应为 "rules"？\n'],
    [
      'en',
      '{"version":1,"rules":{"page_furniture":"off"}}',
      'report-corpus.json:1:23: unknown key "page_furniture"; did you mean "page-furniture"?\n',
    ],
  ])('a slip in a key is told with the key that was meant (%s, %s)', async (language, project, said) => {
    const line = createCommandLine();
    line.write('report-corpus.json', project);
    line.write('a.txt', CLEAN);
    expect(await line.run('check', '--lang', language, '.')).toMatchObject({ code: 2, err: said });
  });

  test('a broken one is named once with its place, the rest of it applies, and the exit code is 2', async () => {
    const line = createCommandLine();
    line.write(
      'c/report-corpus.json',
      '{\n  "version": 1,\n  "rules": { "no-such-rule": "off", "missing-source-line": "off" }\n}',
    );
    line.write('c/a.txt', CLEAN);
    line.write('c/b.txt', BARE);
    const { code, out, err } = await line.run('check', '--format', 'json', 'c', 'c/a.txt');
    expect(code).toBe(2);
    expect(rulesOf(read(out))).toEqual([[], ['missing-date-line']]);
    expect(err).toMatch(/^c\/report-corpus\.json:3:\d+: .*no-such-rule.*\n$/);
  });
});

test('a rule that throws is named, the others report, and the check does not pass for complete', async () => {
  const boom = defineRule({
    ...{ id: 'boom', group: 'text', severity: 'hint', fix: 'none', edits: [], messages: {} },
    summary: { en: '', 'zh-cn': '' },

    *check() {
      throw new Error('out of coffee');
    },
  });
  const standard = createReportService().rules;
  const line = createCommandLine({ service: createReportService([boom, ...standard]) });
  line.write('a.txt', BARE);
  const { code, out, err } = await line.run('check', 'a.txt');
  expect(code).toBe(2);
  expect(out).toContain('missing-date-line');
  expect(err).toMatch(/^a\.txt: the rule boom failed .*out of coffee/);
});
