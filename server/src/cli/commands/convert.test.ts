import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { createConversionEngine } from '../../core/script/opencc/index.js';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { CLEAN, createCommandLine, MIRRORED } from '../testing/run.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

const content = (path: string): string => readFileSync(path, 'utf8');
const engine = createConversionEngine();

interface ConvertJson {
  readonly dryRun: boolean;
  readonly files: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, unknown>>;
}

describe('convert', () => {
  test('to Simplified takes the notes out first and says what it did', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', MIRRORED);
    const { code, out } = await line.run('convert', '--to', 'simplified', 'a.txt');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^a\.txt: \d+ characters changed in 3 lines, 5 pinyin notes removed, 0 phrases rewritten, 0 names to confirm, \d+ ambiguous\n1 of 1 file changed: /,
    );
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
      /^a\.txt: dry run: \d+ characters changed.*\n1 of 1 file would change: .*nothing was written/,
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

  test('names to confirm are said', async () => {
    const line = createCommandLine();
    line.write('a.txt', '松岭市召开会议\n国务委员罗干出席会议，强调要落实责任。\n');
    const { out } = await line.run('convert', '--to', 'tw', 'a.txt');
    expect(out).toMatch(/1 name to confirm \(羅干\)/);
  });
});

describe('notes that told of a mirror', () => {
  const MIRROR = 'in 1 file are the sign of a mirror site';

  test('are told of below the summary, and on the error stream of --stdin', async () => {
    const line = createCommandLine();
    line.write('a.txt', MIRRORED);
    line.write('b.txt', '會議召開。\n');
    expect((await line.run('convert', '--to', 'simplified', '.')).out).toContain(MIRROR);
    const piped = createCommandLine({ input: [Buffer.from(MIRRORED)] });
    expect((await piped.run('convert', '--to', 'simplified', '--stdin')).err).toContain(MIRROR);
  });

  test('are not told of where none went, or where the rule is off', async () => {
    const line = createCommandLine();
    line.write('b.txt', '會議召開。\n');
    expect((await line.run('convert', '--to', 'simplified', '.')).out).not.toContain('mirror');
    line.write('a.txt', MIRRORED);
    line.write('report-corpus.json', '{"version":1,"rules":{"mirror-provenance":"off"}}');
    const { out } = await line.run('convert', '--to', 'simplified', '.');
    expect(out).toContain('5 pinyin notes removed');
    expect(out).not.toContain('mirror');
  });
});

describe('convert --format json', () => {
  test('gives counts and the places to look at', async () => {
    const line = createCommandLine();
    const text = '松岭市召开会议\n国务委员罗干出席会议，强调要落实责任。\n';
    line.write('a.txt', text);
    line.write('b.txt', '中文\n');
    const { code, out } = await line.run('convert', '--to', 'tw', '--format', 'json', '.', 'gone.txt');
    expect(code).toBe(2);
    const { dryRun, files, summary } = JSON.parse(out) as ConvertJson;
    expect(dryRun).toBe(false);
    expect(files).toMatchObject([
      {
        file: './a.txt',
        changed: true,
        linesChanged: 2,
        phrasesRewritten: 0,
        namesToConfirm: [
          {
            name: '罗干',
            converted: '羅干',
            alternatives: ['羅幹', '羅乾'],
            line: 2,
            column: 5,
            start: 12,
            end: 14,
          },
        ],
      },
      { file: './b.txt', changed: false },
      { file: 'gone.txt', changed: false, error: { code: 'not-converted' } },
    ]);
    expect(summary).toMatchObject({ files: 2, changed: 1, namesToConfirm: ['羅干'], linesChanged: 2 });
  });
});

describe('convert --config', () => {
  test.each([
    ['s2tw', '這裡的羣眾', '这里的群众为了会议', '這裡的群眾為了會議'],
    ['s2hk', '', '这里的群众为了会议', '這裏的羣眾為了會議'],
    ['t2s', '', '這裏的羣衆爲了會議', '这里的群众为了会议'],
    // What a text alone would tell otherwise: whoever names the source is believed.
    ['tw2s', '', '爲了羣衆，會議上他跳著，他看着', '为了群众，会议上他跳着，他看着'],
    ['hk2s', '', '為了民眾，衞生局隨著會議', '为了民众，卫生局随著会议'],
  ])('%s is the careful conversion to where it leads', async (config, _, before, after) => {
    const line = createCommandLine();
    const file = line.write('a.txt', `${before}\n`);
    expect((await line.run('convert', '--config', config, 'a.txt')).code).toBe(0);
    expect(content(file)).toBe(`${after}\n`);
  });

  test('a configuration that rewrites wording warns', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', '新增软件和信息的管理，为了会议\n');
    const { code, out, err } = await line.run('convert', '--config', 's2twp', 'a.txt');
    expect(code).toBe(0);
    expect(err).toContain('s2twp rewrites wording');
    expect(content(file)).toContain('軟體');
    expect(out).toMatch(/[1-9]\d* phrases? rewritten/);
  });

  test.each([
    [['--config', 'tw2t', 'a.txt'], 'tw2t is there as a bare conversion only; add --plain.'],
    [['--config', 's2tv', 'a.txt'], 'Did you mean s2t'],
    [['a.txt'], '--to is missing'],
    [['--config', 's2t', '--to', 'tw', 'a.txt'], 'give one of them'],
    [['--config', 's2t'], 'needs at least one PATH'],
    [['--config', 's2t', '--stdin', 'a.txt'], 'give it no PATH'],
    [['--config', 's2t', '--stdin', '--dry-run'], 'does not go with --dry-run'],
  ])('%j is refused', async (args, message) => {
    const line = createCommandLine();
    line.write('a.txt', CLEAN);
    const { code, err } = await line.run('convert', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('convert --plain', () => {
  test.each(['s2t', 't2s', 's2twp', 'tw2t', 't2jp'] as const)(
    '%s is what the engine says',
    async (config) => {
      const line = createCommandLine();
      const file = line.write('a.txt', `\ufeff${MIRRORED}${CLEAN}`);
      const { code, out, err } = await line.run('convert', '--config', config, '--plain', 'a.txt');
      expect([code, err]).toEqual([0, '']);
      expect(content(file)).toBe(`\ufeff${engine.plain(MIRRORED + CLEAN, config)}`);
      if (config !== 't2jp' && config !== 'tw2t') expect(out).toContain(`by ${config} alone`);
    },
  );

  test('a large file comes out as a small one does, whatever the pieces', async () => {
    const line = createCommandLine();
    const text = `${CLEAN}${MIRRORED}头发干燥，皇后以后\r\n`.repeat(20_000);
    const file = line.write('a.txt', text);
    expect(statSync(file).size).toBeGreaterThan(8 << 20);
    const dry = await line.run('convert', '--to', 'tw', '--plain', '--dry-run', 'a.txt');
    expect(dry.out).toContain('1 of 1 file would change');
    expect(content(file)).toBe(text);
    expect((await line.run('convert', '--to', 'tw', '--plain', 'a.txt')).code).toBe(0);
    expect(content(file) === engine.plain(text, 's2tw')).toBe(true);
    const again = await line.run('convert', '--config', 't2tw', '--plain', '--format', 'json', 'a.txt');
    expect(JSON.parse(again.out)).toEqual({
      version: 1,
      dryRun: false,
      config: 't2tw',
      files: [{ file: 'a.txt', changed: false }],
      summary: { files: 1, changed: 0 },
    });
  });

  test('a large file with a wrong byte at its end is left alone, and the line is named', async () => {
    const line = createCommandLine();
    const bytes = Buffer.concat([Buffer.from(CLEAN.repeat(25_000)), Buffer.from([0xe6, 0x9d, 10])]);
    const file = line.write('a.txt', bytes);
    const { code, err } = await line.run('convert', '--config', 's2t', '--plain', 'a.txt');
    expect(code).toBe(2);
    expect(err).toContain(
      'a.txt: not UTF-8: bytes of a character are missing or wrong (first in line 100001)',
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('convert --stdin', () => {
  test('writes the text to the output and the summary elsewhere', async () => {
    const bytes = Buffer.from(`\ufeff${MIRRORED}`);
    const line = createCommandLine({ input: [bytes.subarray(0, 7), bytes.subarray(7)] });
    const { code, out, err } = await line.run('convert', '--to', 'simplified', '--stdin');
    expect(code).toBe(0);
    expect(out.startsWith('\ufeff松岭市召开会议\n')).toBe(true);
    expect(err).toMatch(/^\d+ characters changed in 3 lines, 5 pinyin notes removed/);
  });

  test('with --plain piece by piece', async () => {
    const bytes = Buffer.from(CLEAN + MIRRORED);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 5) }, (_, i) =>
      bytes.subarray(5 * i, 5 * i + 5),
    );
    const { code, out, err } = await createCommandLine({ input: pieces }).run(
      ...['convert', '--config', 's2twp', '--plain', '--stdin'],
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(engine.plain(CLEAN + MIRRORED, 's2twp'));
  });

  test.each([[['--plain']], [[]]])('what is no UTF-8 is refused (%j)', async (more) => {
    const line = createCommandLine({ input: [Buffer.from([0xcb, 0xc9, 0xc1, 0xeb, 10])] });
    const { code, out, err } = await line.run('convert', '--config', 's2t', '--stdin', ...more);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('not UTF-8');
  });

  test('what to do about an encoding is said for an input, which is no file', async () => {
    const gb = createTranscoder().encode(CLEAN.repeat(3), 'gb18030');
    const asked = ['convert', '--to', 'tw', '--stdin'];
    const { code, out, err } = await createCommandLine({ input: [gb] }).run(...asked);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'Put iconv -f GB18030 -t UTF-8 in front, or save it as a file for "report-corpus recode".',
    );
    expect(err).not.toContain('recode --to utf-8 -');
    const chinese = await createCommandLine({ input: [gb] }).run(...asked, '--lang', 'zh-cn');
    expect(chinese.err).toContain('请先用 iconv -f GB18030 -t UTF-8 转换');
  });
});
