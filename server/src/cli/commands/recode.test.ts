import { Buffer } from 'node:buffer';
import { readFileSync, symlinkSync, lstatSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LegacyEncoding } from '../../core/encoding/transcoder.js';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { BARE, createCommandLine } from '../testing/run.js';

const transcoder = createTranscoder();
const encode = (text: string, encoding: LegacyEncoding): Uint8Array => transcoder.encode(text, encoding);
const TRADITIONAL = '市委書記主持召開會議，部署下一步的工作。\r\n會議指出，要把各項措施落到實處。\r\n';
const HONG_KONG = '本報訊，記者昨日在碼頭採訪，佢哋話呢啲嘢，嗰個喺邊度，會議指出各項工作要落實。\n';

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('recode', () => {
  test.each([
    ['GB18030', BARE, encode(BARE, 'gb18030'), 'GB18030 (confidence 99 %)'],
    ['GB18030 with four bytes', `${BARE}㐂𠮷`, encode(`${BARE}㐂𠮷`, 'gb18030'), 'GB18030 (confidence'],
    ['Big5 with CRLF', TRADITIONAL, encode(TRADITIONAL, 'big5'), 'Big5 (confidence 99 %)'],
    ['Big5 of Hong Kong', HONG_KONG, encode(HONG_KONG, 'big5'), 'Big5 (confidence 99 %)'],
    ['UTF-16 LE', BARE, utf16(BARE, false), 'UTF-16 LE (confidence 99 %)'],
    ['UTF-16 BE', BARE, utf16(BARE, true), 'UTF-16 BE (confidence 99 %)'],
  ])('%s', async (_, text, bytes, said) => {
    const line = createCommandLine();
    const file = line.write('a.txt', Buffer.from(bytes));
    const dry = await line.run('recode', '--to', 'utf-8', '--dry-run', 'a.txt');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain(`a.txt: would recode from ${said}`);
    expect(readFileSync(file).equals(Buffer.from(bytes))).toBe(true);
    const { code, out, err } = await line.run('recode', '--to', 'utf-8', 'a.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`a.txt: recoded from ${said}`);
    expect(out).toContain('1 of 1 file recoded to UTF-8.');
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect((await line.run('recode', '--to', 'utf-8', 'a.txt')).out).toBe('Nothing to recode in 1 file.\n');
  });

  test('a byte order mark is dropped, and that is said', async () => {
    const line = createCommandLine();
    const file = line.write('a.txt', utf16(`\ufeff${BARE}`, true));
    const { out } = await line.run('recode', '--to', 'utf-8', 'a.txt');
    expect(out).toContain('from UTF-16 BE (confidence 100 %) to UTF-8, byte order mark dropped');
    expect(readFileSync(file, 'utf8')).toBe(BARE);
  });

  test('UTF-8 is left alone, with its byte order mark, also when another encoding is named', async () => {
    const line = createCommandLine();
    const text = `\ufeff${BARE}`;
    const file = line.write('a.txt', text);
    const { code, out } = await line.run('recode', '--to', 'utf-8', '--from', 'gbk', 'a.txt');
    expect({ code, out }).toEqual({ code: 0, out: 'Nothing to recode in 1 file.\n' });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('GBK with a lone 80 for € is recoded with the table of Windows', async () => {
    const line = createCommandLine();
    const bytes = Buffer.concat([
      encode('会议指出，要落实资金', 'gbk'),
      Buffer.from([0x80]),
      encode('五百万。', 'gbk'),
    ]);
    const file = line.write('a.txt', bytes);
    expect((await line.run('recode', '--to', 'utf-8', 'a.txt')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('会议指出，要落实资金€五百万。');
  });

  test('low confidence takes the encoding of the project, certainty and damaged UTF-8 do not', async () => {
    const line = createCommandLine();
    line.write('report-corpus.json', '{ "version": 1, "encoding": "big5" }');
    const doubtful = line.write('a.txt', Buffer.from(encode('榛狉', 'big5')));
    const sure = line.write('b.txt', Buffer.from(encode(BARE, 'gb18030')));
    const damaged = Buffer.concat([Buffer.from(BARE), Buffer.from([0xa4, 0x40]), Buffer.from(BARE)]);
    const file = line.write('c.txt', damaged);
    const { code, out, err } = await line.run('recode', '--to', 'utf-8', 'a.txt', 'b.txt', 'c.txt');
    expect(code).toBe(2);
    expect(readFileSync(doubtful, 'utf8')).toBe('榛狉');
    expect(out).toMatch(/^a\.txt: recoded from Big5 to UTF-8/);
    expect(readFileSync(sure, 'utf8')).toBe(BARE);
    expect(err).toMatch(/c\.txt: left alone: .*first in line/);
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test('low confidence needs --from', async () => {
    const line = createCommandLine();
    const bytes = Buffer.from(encode('榛狉', 'gb18030'));
    const file = line.write('a.txt', bytes);
    const { code, err } = await line.run('recode', '--to', 'utf-8', 'a.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/a\.txt: left alone: /);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect((await line.run('recode', '--to', 'utf-8', '--from', 'gb18030', 'a.txt')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('榛狉');
  });

  test('a file that would lose something is left alone, the others are not', async () => {
    const line = createCommandLine();
    const broken = Buffer.concat([encode(BARE.repeat(10), 'gb18030'), Buffer.from([0xff, 0x0a])]);
    line.write('broken.txt', broken);
    line.write('half.txt', Buffer.concat([utf16(`\ufeff${BARE}`, false), Buffer.from([0x41])]));
    line.write('utf8.txt', Buffer.concat([Buffer.from(BARE), Buffer.from([0xff])]));
    line.write('whole.txt', Buffer.from(encode(BARE, 'gb18030')));
    const { code, out, err } = await line.run('recode', '--to', 'utf-8', '.');
    expect(code).toBe(2);
    expect(out).toContain('whole.txt: recoded');
    expect(err).toMatch(/broken\.txt: left alone: not every byte of it is GB18030/);
    expect(err).toMatch(/half\.txt: left alone: not every byte of it is UTF-16 LE/);
    expect(err).toMatch(/utf8\.txt: left alone: bytes of a character are missing or wrong \(first in line/);
    expect(readFileSync(line.path('broken.txt')).equals(broken)).toBe(true);
  });

  test('a wrong --from is obeyed only where nothing is lost, and doubted', async () => {
    const line = createCommandLine();
    const bytes = Buffer.from(encode(TRADITIONAL, 'big5'));
    line.write('a.txt', bytes);
    const { out, err } = await line.run('recode', '--to', 'utf-8', '--from', 'gb18030', '--dry-run', 'a.txt');
    expect(out + err).toContain('It looks more like Big5 (99 %)'.slice(3));
    expect(readFileSync(line.path('a.txt')).equals(bytes)).toBe(true);
  });

  test('a symbolic link stays one', async () => {
    const line = createCommandLine();
    line.write('real/a.txt', Buffer.from(encode(BARE, 'gb18030')));
    symlinkSync('real/a.txt', line.path('link.txt'));
    expect((await line.run('recode', '--to', 'utf-8', 'link.txt')).code).toBe(0);
    expect(lstatSync(line.path('link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(line.path('real/a.txt'), 'utf8')).toBe(BARE);
  });

  test.each([
    [['recode', 'a.txt'], '--to is missing; it takes utf-8'],
    [['recode', '--to', 'big5', 'a.txt'], '--to cannot be "big5"'],
    [['recode', '--to', 'utf-8', '--from', 'gb1830', 'a.txt'], 'Did you mean gb18030?'],
    [['recode', '--to', 'utf-8'], 'recode needs at least one PATH'],
  ])('%j is refused', async (argv, message) => {
    const { code, err } = await createCommandLine().run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('speaks Chinese', async () => {
    const line = createCommandLine({ env: { LANG: 'zh_CN.UTF-8' } });
    line.write('a.txt', Buffer.from(encode(BARE, 'gb18030')));
    expect((await line.run('check', 'a.txt')).out).toContain(
      '请改写为 UTF-8：report-corpus recode --to utf-8 a.txt',
    );
    const { out } = await line.run('recode', '--to', 'utf-8', 'a.txt');
    expect(out).toBe('a.txt: 从 GB18030（可信度 99 %）改写为 UTF-8\n1 个文件中改写 1 个为 UTF-8。\n');
  });
});

describe('check', () => {
  test('names encoding, confidence and the command that mends it', async () => {
    const line = createCommandLine();
    line.write('my report.txt', Buffer.from(encode(TRADITIONAL, 'big5')));
    const { code, out, err } = await line.run('check', 'my report.txt');
    expect(code).toBe(2);
    const said =
      "not UTF-8: it looks like Big5 (confidence 99 %). Rewrite it as UTF-8: report-corpus recode --to utf-8 'my report.txt'";
    expect(out).toContain(said);
    // Once is enough.
    expect([code, err]).toEqual([2, '']);
  });

  test('finds saved mojibake, and fix --include review mends it', async () => {
    const line = createCommandLine();
    const garbled = Buffer.from(encode(BARE.trim(), 'gb18030')).toString('latin1');
    const file = line.write('a.txt', `${garbled}\n`);
    expect((await line.run('check', 'a.txt')).out).toContain('GB18030 text read as Windows-1252');
    expect((await line.run('fix', 'a.txt')).out).toContain('Nothing to fix');
    const { out } = await line.run('fix', '--rule', 'undecodable-text', 'a.txt');
    expect(out).toContain('2 garbled stretches restored, no other character changed');
    expect(readFileSync(file, 'utf8')).toBe(BARE);
  });
});
