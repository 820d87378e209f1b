import { chmodSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createReportService } from '../../core/service.js';
import { rulesWithFailing } from '../../core/testing/failing-rule.js';
import { BARE, CLEAN, createCommandLine, MIRRORED } from '../testing/run.js';

const FIXED = MIRRORED.replace(/\([a-zàáèì]+\)/g, '')
  .replace('來源:', '來源：')
  .replaceAll(',', '，');
const MIRROR_LINE =
  'Pinyin notes in 1 file are the sign of a mirror site: check date, source and title against the original.\n';
const content = (path: string): string => readFileSync(path, 'utf8');

describe('fix', () => {
  test('removes notes and restores marks, says so, and changes nothing else', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    expect(await line.run('fix', 'a.txt')).toEqual({
      code: 0,
      out:
        'a.txt: 5 notes removed, 5 marks restored, no other character changed\n' +
        `1 of 1 file changed: 5 notes removed, 5 marks restored.\n${MIRROR_LINE}`,
      err: '',
    });
    expect(content(file)).toBe(FIXED);
    expect(await line.run('fix', 'a.txt')).toEqual({ code: 0, out: 'Nothing to fix in 1 file.\n', err: '' });
  });

  test('--dry-run says what would be, and writes nothing', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    const before = statSync(file);
    const { code, out } = await line.run('fix', '--dry-run', 'a.txt');
    expect(code).toBe(0);
    expect(out).toBe(
      'a.txt: would remove 5 notes, restore 5 marks, change no other character\n' +
        `1 of 1 file would change: remove 5 notes, restore 5 marks (dry run, nothing was written).\n${MIRROR_LINE}`,
    );
    expect(content(file)).toBe(MIRRORED);
    expect(statSync(file).ino).toBe(before.ino);
  });

  test('in Chinese', async () => {
    const line = createCommandLine();
    line.write('a.txt', MIRRORED);
    const { out } = await line.run('fix', 'a.txt', '--lang', 'zh-cn');
    expect(out).toContain('a.txt: 删除 5 处拼音注音，恢复 5 个全角标点，其他字符未动\n');
  });

  test('the line about a mirror is for files that lose certain notes, unless the rule is off', async () => {
    const line = createCommandLine();
    line.write('a.txt', MIRRORED);
    line.write('b.txt', CLEAN.replace('，部署', ',部署'));
    const folded = await line.run('fix', '--rule', 'width-folded-punctuation', '.');
    expect(folded.out).not.toContain('mirror');
    expect((await line.run('fix', '--lang', 'zh-cn', '.')).out).toContain(
      '\n1 个文件中的拼音注音表明网页来自镜像网站：请对照原文核实日期、来源和标题。\n',
    );
    line.write('report-corpus.json', '{"version":1,"rules":{"mirror-provenance":"off"}}');
    line.write('a.txt', MIRRORED);
    const { out } = await line.run('fix', '.');
    expect(out).toContain('5 notes removed');
    expect(out).not.toContain('mirror');
  });

  test('--rule takes one rule alone', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    await line.run('fix', '--rule', 'pinyin-residue', 'a.txt');
    expect(content(file)).toBe(MIRRORED.replace(/\([a-zàáèì]+\)/g, ''));
  });

  test('furniture goes only with --include review or its rule', async () => {
    const text = `首页>要闻\n${CLEAN}`;
    for (const [argv, expected] of [
      [[], text],
      [['--include', 'review'], CLEAN],
      [['--rule', 'page-furniture'], CLEAN],
      [['--rule', 'mixed-script'], text],
    ] as const) {
      const line = createCommandLine();
      const file = line.write('a.txt', text);
      await line.run('fix', ...argv, 'a.txt');
      expect(content(file)).toBe(expected);
    }
  });

  test('suggestions are never applied', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', BARE);
    await line.run('fix', '--include', 'review', 'a.txt');
    expect(content(file)).toBe(BARE);
  });

  test('a rule that the project turns off does not fix', async () => {
    const line = createCommandLine();
    line.write('report-corpus.json', '{"version":1,"rules":{"width-folded-punctuation":"off"}}');
    const file = line.write('a.txt', MIRRORED);
    await line.run('fix', '.');
    expect(content(file)).toBe(MIRRORED.replace(/\([a-zàáèì]+\)/g, ''));
  });

  test.each([
    ['CRLF', '\r\n', ''],
    ['CR', '\r', ''],
    ['a BOM', '\n', '\ufeff'],
  ])('keeps %s, the mode and a missing final newline', async (_, eol, bom) => {
    const dress = (text: string): string => bom + text.trimEnd().replaceAll('\n', eol);
    const line = createCommandLine();
    const file = line.write('a.txt', dress(MIRRORED));
    chmodSync(file, 0o604);
    await line.run('fix', 'a.txt');
    expect(content(file)).toBe(dress(FIXED));
    expect(statSync(file).mode & 0o777).toBe(0o604);
    expect(readdirSync(line.folder)).toEqual(['a.txt']);
  });

  test('mixed line ends stay as mixed as they were', async () => {
    const mixed = (text: string): string => {
      let index = 0;
      return text.replace(/\n/g, () => ['\r\n', '\r', '\n'][index++ % 3]!);
    };
    const line = createCommandLine();
    const file = line.write('a.txt', mixed(MIRRORED));
    await line.run('fix', 'a.txt');
    expect(content(file)).toBe(mixed(FIXED));
  });

  test('a file that is not UTF-8 is named and never written, the others are fixed', async () => {
    const line = createCommandLine();
    const bytes = Buffer.concat([Buffer.from(MIRRORED), Buffer.from([0xff])]);
    const bad = line.write('a.txt', bytes);
    const good = line.write('b.txt', MIRRORED);
    const { code, out, err } = await line.run('fix', '--include', 'review', '.');
    expect(code).toBe(2);
    expect(out).toContain('1 of 1 file changed');
    expect(err).toMatch(/^\.\/a\.txt: not UTF-8: .* \(first in line 4\)/);
    expect(readFileSync(bad)).toEqual(bytes);
    expect(content(good)).toBe(FIXED);
  });

  test('with nothing that can be read there is no sum, only the problem', async () => {
    const { code, out, err } = await createCommandLine().run('fix', 'gone.txt');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('gone.txt');
  });

  test('a file that somebody else changes meanwhile is left as they made it, and the others are written', async () => {
    const service = createReportService();
    const line = createCommandLine({
      service: {
        ...service,
        fix: (text, ...rest) => {
          if (text.startsWith('改')) writeFileSync(line.path('a.txt'), '别人的新内容');
          return service.fix(text, ...rest);
        },
      },
    });
    const changed = line.write('a.txt', `改${MIRRORED}`);
    const other = line.write('b.txt', MIRRORED);
    const { code, out, err } = await line.run('fix', '.');
    expect(code).toBe(2);
    expect(err).toMatch(/^\.\/a\.txt: was changed by somebody else .* run the command again\.\n$/);
    expect(out).not.toContain('a.txt');
    expect(content(changed)).toBe('别人的新内容');
    expect(content(other)).toBe(FIXED);
    expect(readdirSync(line.folder)).toEqual(['a.txt', 'b.txt']);
  });

  test('a rule that throws is named; what the others fix is written, and the run does not pass for complete', async () => {
    const service = createReportService(rulesWithFailing('pinyin-residue', 'check'));
    const line = createCommandLine({ service });
    const file = line.write('a.txt', MIRRORED);
    const { code, err } = await line.run('fix', 'a.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/^a\.txt: the rule pinyin-residue failed .*out of coffee.*\n$/);
    expect(content(file)).toBe(MIRRORED.replace('源:', '源：').replaceAll(',', '，'));
  });

  test('an error inside the core costs one file, not the run', async () => {
    const service = createReportService();
    const line = createCommandLine({
      service: {
        ...service,
        fix: (text, ...rest) => {
          if (text.startsWith('错')) throw new Error('a bug');
          return service.fix(text, ...rest);
        },
      },
    });
    const bad = line.write('a.txt', `错${MIRRORED}`);
    const good = line.write('b.txt', MIRRORED);
    const { code, err } = await line.run('fix', '.');
    expect(code).toBe(2);
    expect(err).toContain('./a.txt: was skipped by an error of report-corpus: a bug');
    expect(content(bad)).toBe(`错${MIRRORED}`);
    expect(content(good)).toBe(FIXED);
  });

  test('a hard link to the old text is told of', async () => {
    const line = createCommandLine();
    linkSync(line.write('a.txt', MIRRORED), line.path('backup'));
    const { out } = await line.run('fix', 'a.txt');
    expect(out).toContain('; 1 other name of the file (hard links) keeps the old text');
    expect(content(line.path('backup'))).toBe(MIRRORED);
  });
});
