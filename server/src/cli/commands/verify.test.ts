import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { createReportService } from '../../core/service.js';
import { rulesWithFailing } from '../../core/testing/failing-rule.js';
import { BARE, CLEAN, createCommandLine, MIRRORED, type CommandLine } from '../testing/run.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

interface VerifyJson {
  readonly files: readonly {
    readonly file: string;
    readonly verdict: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly inserted: readonly string[];
    readonly first?: Readonly<Record<'original' | 'changed', Readonly<Record<string, unknown>>>>;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const STRIPPED = MIRRORED.replace(/\([^)]+\)/g, '');
const DATED = BARE.replace('\n', '\n发布日期：2021-11-03\n');

describe('verify ORIGINAL CHANGED', () => {
  test('tells what was changed in declared ways', async () => {
    const line = createCommandLine();
    line.write('old.txt', MIRRORED);
    line.write('new.txt', STRIPPED);
    expect(await line.run('verify', 'old.txt', 'new.txt')).toEqual({
      code: 0,
      out: 'new.txt: 5 notes removed, no other character changed\n1 file compared: 0 the same, 1 changed only as declared, 0 changed otherwise.\n',
      err: '',
    });
  });

  test('shows the first other change with both wordings and both places', async () => {
    const line = createCommandLine();
    line.write('old.txt', MIRRORED);
    line.write('new.txt', STRIPPED.replace('供暖', '供水'));
    const { code, out, err } = await line.run('verify', 'old.txt', 'new.txt');
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /^new\.txt:3:15: not declared: “…市召開冬季供暖工作會\(hu…” became “…市召開冬季供水工作會議,部…” \(in the original at old\.txt:3:15\)\n1 file compared: 0 the same, 0 changed only as declared, 1 changed otherwise\.\n$/,
    );
  });

  test('says what came and what went, and shows inserted lines', async () => {
    const line = createCommandLine();
    line.write('old.txt', BARE);
    line.write('more.txt', BARE.replace('部署', '认真部署'));
    line.write('less.txt', BARE.replace('下一步的', ''));
    line.write('dated.txt', DATED);
    expect((await line.run('verify', 'old.txt', 'more.txt')).out).toMatch(/: not declared: “认真” is new/);
    expect((await line.run('verify', 'old.txt', 'less.txt')).out).toMatch(
      /: not declared: “下一步的” is gone/,
    );
    const dated = await line.run('verify', 'old.txt', 'dated.txt');
    expect(dated.code).toBe(0);
    expect(dated.out).toContain(
      '1 metadata line inserted, no other character changed; inserted: 发布日期：2021-11-03\n',
    );
  });

  test('as JSON, with places and exact wordings', async () => {
    const line = createCommandLine();
    line.write('old.txt', BARE);
    line.write('new.txt', BARE.replace('季供暖工作会议，', '季供水工作会议，'));
    const { code, out } = await line.run('verify', '--format', 'json', 'old.txt', 'new.txt');
    expect(code).toBe(1);
    const { files, summary } = JSON.parse(out) as VerifyJson;
    expect(files).toEqual([
      {
        file: 'new.txt',
        verdict: 'undeclared',
        counts: {},
        inserted: [],
        first: {
          original: {
            file: 'old.txt',
            start: 28,
            end: 29,
            line: 2,
            column: 15,
            text: '暖',
            context: expect.any(String) as string,
          },
          changed: {
            file: 'new.txt',
            start: 28,
            end: 29,
            line: 2,
            column: 15,
            text: '水',
            context: expect.any(String) as string,
          },
        },
      },
    ]);
    expect(summary).toEqual({ files: 1, same: 0, declared: 0, undeclared: 1, removed: 0, added: 0 });
  });

  test('folders go by the paths of their reports', async () => {
    const line = createCommandLine();
    for (const folder of ['old', 'new']) line.write(`${folder}/same.txt`, CLEAN);
    line.write('old/2021/a.txt', MIRRORED);
    line.write('new/2021/a.txt', STRIPPED);
    line.write('old/gone.txt', CLEAN);
    line.write('new/more.txt', CLEAN);
    const { code, out } = await line.run('verify', 'old', 'new');
    expect(code).toBe(1);
    expect(out).toBe(
      'new/2021/a.txt: 5 notes removed, no other character changed\n' +
        'old/gone.txt: is gone, with all its text.\n' +
        'new/more.txt: is new: there is nothing to compare it with.\n' +
        '2 files compared: 1 the same, 1 changed only as declared, 0 changed otherwise, 1 gone, 1 new.\n',
    );
    rmSync(line.path('old/gone.txt'));
    expect((await line.run('verify', 'old', 'new')).code).toBe(0);
  });

  test("the project's furniture counts", async () => {
    const line = createCommandLine();
    line.write('old/a.txt', `${CLEAN}松岭观察公众号\n`);
    line.write('new/a.txt', CLEAN);
    expect((await line.run('verify', 'old', 'new')).code).toBe(1);
    line.write('new/report-corpus.json', '{"version":1,"furniture":["松岭观察公众号"]}');
    expect((await line.run('verify', 'old', 'new')).code).toBe(0);
  });

  test('a file that was recoded is compared as the text it is', async () => {
    const line = createCommandLine();
    const gbk = Buffer.from(
      'cad0ceafd5d9bfaabbe1d2e9a3acd1d0bebfd2bbbcbeb6c8b5c4b9a4d7f7a1a3bbe1d2e9d6b8b3f6a3acd2aac2e4cab50d0a',
      'hex',
    );
    line.write('old.txt', gbk);
    line.write('new.txt', gbk);
    await line.run('recode', '--to', 'utf-8', 'new.txt');
    expect((await line.run('verify', 'old.txt', 'new.txt')).code).toBe(0);
  });

  test('a rule that throws is named where the change may be its own', async () => {
    const service = createReportService(rulesWithFailing('page-furniture', 'check'));
    const line = createCommandLine({ service });
    line.write('old.txt', `打印 关闭\n${CLEAN}`);
    line.write('new.txt', CLEAN);
    const { code, out, err } = await line.run('verify', 'old.txt', 'new.txt');
    expect(code).toBe(2);
    expect(out).toContain('1 changed otherwise');
    expect(err).toMatch(/^new\.txt: the rule page-furniture failed .*out of coffee.*\n$/);
  });

  test('what cannot be compared is said, exit code 2', async () => {
    const line = createCommandLine();
    line.write('a.txt', CLEAN);
    line.write('bad.txt', Buffer.from([0xe6, 0x9d, 0xbe, 0xe5]));
    mkdirSync(line.path('folder'));
    expect(await line.run('verify', 'a.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('two PATHs') as string,
    });
    expect(await line.run('verify', 'a.txt', 'gone.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('gone.txt: there is no such') as string,
    });
    expect(await line.run('verify', 'a.txt', 'folder')).toMatchObject({
      code: 2,
      err: expect.stringContaining('folder is a folder and a.txt is none') as string,
    });
    expect(await line.run('verify', 'a.txt', 'bad.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bad.txt: not UTF-8') as string,
    });
  });
});

describe('verify --base', () => {
  const gitIn = (cwd: string, ...args: string[]): void => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
  };
  const git = (line: CommandLine, ...args: string[]): void => {
    gitIn(line.folder, ...args);
  };
  const repository = (): CommandLine => {
    const line = createCommandLine();
    line.write('a.txt', MIRRORED);
    line.write('b 会议.txt', BARE);
    line.write('c.txt', CLEAN);
    line.write('notes.md', '会议');
    git(line, 'init', '--quiet');
    git(line, 'add', '.');
    git(line, 'commit', '--quiet', '-m', 'first');
    return line;
  };

  test('compares what the working tree has otherwise, staged or not', async () => {
    const line = repository();
    line.write('a.txt', STRIPPED);
    line.write('b 会议.txt', DATED);
    line.write('notes.md', '不会');
    git(line, 'add', 'a.txt');
    const { code, out, err } = await line.run('verify', '--base', 'HEAD');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'a.txt: 5 notes removed, no other character changed\n' +
        'b 会议.txt: 1 metadata line inserted, no other character changed; inserted: 发布日期：2021-11-03\n' +
        '2 files compared: 0 the same, 2 changed only as declared, 0 changed otherwise.\n',
    );
  });

  test('a changed wording, a report that is gone, one that is new, one that moved', async () => {
    const line = repository();
    line.write('a.txt', MIRRORED.replace('供暖', '供水'));
    rmSync(line.path('b 会议.txt'));
    mkdirSync(line.path('2021'));
    renameSync(line.path('c.txt'), line.path('2021/c.txt'));
    git(line, 'add', '-A');
    line.write('d.txt', '一篇全新的报道\n');
    const { code, out } = await line.run('verify', '--base', 'HEAD', '--format', 'json');
    expect(code).toBe(1);
    const { files } = JSON.parse(out) as VerifyJson;
    expect(files.map(({ file, verdict }) => [file, verdict])).toEqual([
      ['2021/c.txt', 'same'],
      ['a.txt', 'undeclared'],
      ['b 会议.txt', 'removed'],
      ['d.txt', 'added'],
    ]);
    expect(files[1]!.first!.original.file).toBe('HEAD:a.txt');
  });

  test('in a folder of the repository, names are those of the folder, and PATHs narrow it down', async () => {
    const line = repository();
    line.write('sub/a.txt', MIRRORED);
    line.write('sub/b.txt', MIRRORED);
    git(line, 'add', '.');
    git(line, 'commit', '--quiet', '-m', 'second');
    for (const name of ['sub/a.txt', 'sub/b.txt', 'a.txt']) line.write(name, STRIPPED);
    expect((await line.run('verify', '--base', 'HEAD', 'sub')).out).toMatch(
      /^sub\/a\.txt: .*\nsub\/b\.txt: .*\n2 files/,
    );
    expect((await line.run('verify', '--base', 'HEAD', 'sub/b.txt')).out).toMatch(/^sub\/b\.txt: .*\n1 file/);
  });

  test('the repository is the one around the PATHs, wherever the command is given', async () => {
    const line = createCommandLine();
    line.write('elsewhere/sub/a.txt', MIRRORED);
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '-m', 'first'],
    ])
      gitIn(line.path('elsewhere'), ...args);
    line.write('elsewhere/sub/a.txt', STRIPPED);
    for (const path of ['elsewhere', 'elsewhere/sub', 'elsewhere/sub/a.txt'])
      expect((await line.run('verify', '--base', 'HEAD', path)).out).toMatch(
        /^elsewhere\/sub\/a\.txt: 5 notes removed, .*\n1 file/,
      );
  });

  test('what git cannot answer is said plainly', async () => {
    const line = repository();
    expect(await line.run('verify', '--base', 'no-such')).toMatchObject({
      code: 2,
      err: '--base: the repository has no revision "no-such"; "git log --oneline" lists some.\n',
    });
    expect((await line.run('verify', '--base=--output=x')).code).toBe(2);
    expect((await createCommandLine().run('verify', '--base', 'HEAD')).err).toContain(
      '--base: needs a git repository (',
    );
  });

  test('what did not change is nothing', async () => {
    const { code, out } = await repository().run('verify', '--base', 'HEAD', '--lang', 'zh-cn');
    expect([code, out]).toEqual([0, '自 HEAD 以来没有报道改动。\n']);
    const json = await repository().run('verify', '--base', 'HEAD', '--format', 'json');
    expect([json.code, JSON.parse(json.out)]).toMatchObject([0, { files: [], summary: { files: 0 } }]);
  });

  test('a path that is not there has not stayed the same', async () => {
    expect(await repository().run('verify', '--base', 'HEAD', 'no-such')).toMatchObject({
      code: 2,
      out: '',
      err: 'no-such: there is no such file or folder; check the spelling.\n',
    });
  });

  test('two folders without reports are no comparison', async () => {
    const line = createCommandLine();
    line.write('a/x.md', '');
    line.write('b/x.md', '');
    const { code, err } = await line.run('verify', 'a', 'b');
    expect(code).toBe(2);
    expect(err).toMatch(/^a: holds no report; looked for /);
  });
});
