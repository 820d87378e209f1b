import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../core/rules/index.js';
import { commandNames } from './arguments.js';
import { createCommandLine } from './testing/run.js';

const RULES = join(import.meta.dirname, '../core/rules');

describe('usage', () => {
  test.each([
    [[], 'Usage: report-corpus COMMAND'],
    [['chekc', 'a.txt'], 'There is no command "chekc". Did you mean check?'],
    [['xyzzy'], 'There is no command "xyzzy".\n'],
    [['check'], 'check needs at least one PATH.'],
    [['parse'], 'parse needs at least one FILE.'],
    [['check', '--fial-on', 'error', '.'], 'check has no option --fial-on. Did you mean --fail-on?'],
    [['check', '--dry-run', '.'], 'check has no option --dry-run.'],
    [['check', '-x', '.'], 'check has no option -x.'],
    [['check', '--format'], '--format needs a value.'],
    [['check', '--format', '--lang', 'en', '.'], '--format needs a value.'],
    [['check', '--format', 'sarif', '.'], '--format cannot be "sarif"; it takes text, json.'],
    [
      ['check', '--fail-on', 'warn', '.'],
      'it takes hint, information, warning, error. Did you mean warning?',
    ],
    [['parse', '--format', 'text', 'a.txt'], '--format cannot be "text"; it takes json.'],
    [['convert', 'a.txt'], '--to is missing; it takes simplified, traditional, tw, hk.'],
    [['convert', '--to', 'simplifed', 'a.txt'], 'Did you mean simplified?'],
    [['fix', '--include', 'all', 'a.txt'], '--include cannot be "all"; it takes exact, review.'],
    [['fix', '--dry-run=yes', 'a.txt'], '--dry-run takes no value.'],
    [
      ['fix', '--rule', 'pinyin-residu', 'a.txt'],
      'There is no rule "pinyin-residu". Did you mean pinyin-residue?',
    ],
    [['fix', '--rule', 'missing-date-line', 'a.txt'], 'missing-date-line needs a person'],
    [['explain'], 'explain needs the id of a RULE'],
    [['explain', 'mixed-scripts'], 'Did you mean mixed-script?'],
    [['explain', 'mixed-script', 'x'], 'explain takes no further argument: "x".'],
    [['rules', 'x'], 'rules takes no further argument: "x".'],
    [['--lang', 'fr', 'rules'], '--lang cannot be "fr"; it takes en, zh-cn.'],
  ])('%j is refused with 2', async (argv, message) => {
    const { code, out, err } = await createCommandLine().run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  test('everything wrong is told at once, and nothing is done', async () => {
    const line = createCommandLine();
    line.write('a.txt', '');
    const { code, err } = await line.run('fix', '--rule', 'no-such', '--include', 'x', 'a.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/--include cannot be "x"[^]*no-such[^]*report-corpus fix --help/);
  });

  test('control characters of an argument do not reach the terminal', async () => {
    const { err } = await createCommandLine().run('\u001b[2J');
    expect(err).not.toContain('\u001b');
  });
});

describe('help, version, language', () => {
  test.each(commandNames)('%s has a page in both languages, naming its options', async (command) => {
    const line = createCommandLine();
    const english = await line.run(command, '--help');
    const chinese = await line.run(command, '-h', '--lang', 'zh-cn');
    for (const { code, err } of [english, chinese]) expect([code, err]).toEqual([0, '']);
    const options = (text: string): string[] => text.match(/--[a-z-]+/g) ?? [];
    expect(new Set(options(chinese.out))).toEqual(new Set(options(english.out)));
    expect(chinese.out).toMatch(/^用法：/);
    if (command !== 'help') expect(english.out).toContain(`report-corpus ${command}`);
  });

  test('help COMMAND is COMMAND --help', async () => {
    const line = createCommandLine();
    expect(await line.run('help', 'fix')).toEqual(await line.run('fix', '--help'));
    expect(await line.run('help')).toEqual(await line.run('--help'));
    expect(await line.run('help', 'chek')).toMatchObject({ code: 2, out: '' });
    expect(await line.run('help', 'chek')).toEqual(await line.run('chek'));
  });

  test('--version', async () => {
    expect(await createCommandLine().run('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  test.each([
    [{}, /^There is no command/],
    [{ LANG: 'zh_CN.UTF-8' }, /^没有/],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, /^There is/],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8' }, /^没有/],
    [{ LANG: '', LC_ALL: '' }, /^There is/],
  ])('the language comes from %j', async (env, expected) => {
    expect((await createCommandLine({ env }).run('xyzzy')).err).toMatch(expected);
  });

  test('--lang wins, wherever it stands', async () => {
    const line = createCommandLine({ env: { LANG: 'zh_CN.UTF-8' } });
    expect((await line.run('--lang', 'en', 'rules')).out).toContain('The report names no source');
    expect((await line.run('rules', '--lang=zh_CN')).out).toContain('missing-source-line');
    expect((await line.run('rules', '--lang', 'EN')).out).toContain('The report names no source');
  });
});

describe('explain and rules', () => {
  test('explain prints the page of the rule', async () => {
    const line = createCommandLine();
    line.write('pages/mixed-script.md', '# mixed-script\n\nwhy');
    expect(await line.run('explain', 'mixed-script')).toEqual({
      code: 0,
      out: '# mixed-script\n\nwhy\n',
      err: '',
    });
  });

  test('explain prints the part of the page in the language asked for', async () => {
    const line = createCommandLine();
    const examples = '```text bad\n甲\n```';
    line.write(
      'pages/mixed-script.md',
      `# Mixed script\n\nwhy\n\n## Examples\n\n${examples}\n\n## 中文\n\n缘由\n`,
    );
    expect((await line.run('explain', 'mixed-script')).out).toBe(
      `# Mixed script\n\nwhy\n\n## Examples\n\n${examples}\n`,
    );
    expect((await line.run('explain', 'mixed-script', '--lang', 'zh-cn')).out).toBe(
      `# 简繁混用\n\n\`mixed-script\`\n\n缘由\n\n## 正反例子\n\n${examples.replace('bad', '反例')}\n`,
    );
  });

  test('the captions of examples are in the language asked for, and nothing inside an example is taken for one', async () => {
    const line = createCommandLine();
    const inside = '市长主持会议。\n\n（完）\nEnd';
    const page = (captions: string, kinds: readonly string[]): string =>
      `${captions}\n\n\`\`\`text ${kinds[0]}\n${inside}\n\`\`\`\n\n\`\`\`text ${kinds[1]}\n${inside}\n\`\`\``;
    line.write(
      'pages/mixed-script.md',
      `# Mixed script\n\nwhy\n\n## Examples\n\n${page('A name:\n姓名：', ['bad script=simplified', 'good'])}\n\n## 中文\n\n缘由\n`,
    );
    expect((await line.run('explain', 'mixed-script')).out).toBe(
      `# Mixed script\n\nwhy\n\n## Examples\n\n${page('A name:', ['bad script=simplified', 'good'])}\n`,
    );
    expect((await line.run('explain', 'mixed-script', '--lang', 'zh-cn')).out).toContain(
      `## 正反例子\n\n${page('姓名：', ['反例 script=simplified', '正例'])}\n`,
    );
  });

  test.each(rules.map(({ id }) => id))('the page of %s has both parts', async (id) => {
    const line = createCommandLine();
    line.write(`pages/${id}.md`, readFileSync(join(RULES, id, 'rule.md'), 'utf8'));
    const english = (await line.run('explain', id)).out;
    const chinese = (await line.run('explain', id, '--lang', 'zh-cn')).out;
    expect(english).not.toContain('## 中文');
    expect(english).toContain('Default severity');
    expect(chinese).toMatch(/^# .*\p{Script=Han}/u);
    expect(chinese).toContain('默认级别');
    expect(chinese).not.toContain('Default severity');
    expect(chinese).toContain('```text');
    // Every caption has its Chinese, and neither language shows the other's.
    const captions = (text: string, heading: string): string[] =>
      text
        .slice(text.indexOf(heading) + heading.length)
        .replace(/^```[^]*?^```$/gm, '')
        .split('\n')
        .filter((one) => one.trim() !== '');
    const given = captions(english, '## Examples');
    const read = captions(chinese, '## 正反例子');
    expect(read).toHaveLength(given.length);
    for (const caption of given) expect(caption).not.toMatch(/[：。）]$/);
    for (const caption of read) expect(caption).toMatch(/\p{Script=Han}.*[：。）]$/u);
  });

  test('without its page it says what the rule says of itself', async () => {
    const { code, out } = await createCommandLine().run('explain', 'mixed-script', '--lang', 'zh-cn');
    expect(code).toBe(0);
    expect(out).toMatch(/^mixed-script: .*\p{Script=Han}/u);
  });

  test('rules lists each rule once', async () => {
    const { out } = await createCommandLine().run('rules');
    const ids = out
      .trimEnd()
      .split('\n')
      .map((row) => row.split(' ')[0]);
    expect(ids).toContain('undecodable-text');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
