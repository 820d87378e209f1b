import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { findMojibake } from './mojibake.js';

const transcoder = createTranscoder();
const SIMPLIFIED = '市委书记主持召开会议，部署下一步的工作。';
const TRADITIONAL = '市委書記主持召開會議，部署下一步的工作。';
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const windows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function repaired(text: string, without?: 'without tables'): string {
  let result = text;
  const tables = without === undefined ? transcoder : undefined;
  for (const { start, end, repaired: newText } of [...findMojibake(text, tables)].reverse())
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

const encodeGb = (text: string): Uint8Array => transcoder.encode(text, 'gb18030');

describe('garbled text is restored', () => {
  const gb = encodeGb;
  const big5 = (text: string): Uint8Array => transcoder.encode(text, 'big5');
  const cases: readonly [string, string, string, string, string][] = [
    // An even number of bytes, so that no byte is left over.
    [
      'UTF-8 as GB18030',
      '市长到会讲话',
      transcoder.decode(utf8('市长到会讲话'), 'gb18030'),
      'UTF-8',
      'GB18030',
    ],
    ['UTF-8 with € for 80', '方怀瑾到', transcoder.decode(utf8('方怀瑾到'), 'gb18030'), 'UTF-8', 'GB18030'],
    ['UTF-8 as Windows-1252', SIMPLIFIED, windows1252(utf8(SIMPLIFIED)), 'UTF-8', 'Windows-1252'],
    ['UTF-8 as Latin-1', SIMPLIFIED, latin1(utf8(SIMPLIFIED)), 'UTF-8', 'Windows-1252'],
    ['UTF-8 with ASCII', `A12 ${SIMPLIFIED} b`, latin1(utf8(`A12 ${SIMPLIFIED} b`)), 'UTF-8', 'Windows-1252'],
    ['GB18030 as Windows-1252', SIMPLIFIED, windows1252(gb(SIMPLIFIED)), 'GB18030', 'Windows-1252'],
    ['GB18030 as Latin-1', SIMPLIFIED, latin1(gb(SIMPLIFIED)), 'GB18030', 'Windows-1252'],
    ['Big5 as Windows-1252', TRADITIONAL, windows1252(big5(TRADITIONAL)), 'Big5', 'Windows-1252'],
    ['Big5 as GB18030', TRADITIONAL, transcoder.decode(big5(TRADITIONAL), 'gb18030'), 'Big5', 'GB18030'],
    [
      'GB18030 as Big5',
      '学习贯彻大会精神',
      transcoder.decode(gb('学习贯彻大会精神'), 'big5'),
      'GB18030',
      'Big5',
    ],
  ];
  it.each(cases)('%s', (_, original, garbled, is, readAs) => {
    expect(garbled).not.toContain('\ufffd');
    expect(garbled).not.toBe(original);
    expect(repaired(garbled)).toBe(original);
    expect(findMojibake(garbled, transcoder)).toMatchObject([{ is, readAs }]);
    expect(findMojibake(original, transcoder)).toEqual([]);
  });

  test('line by line, the clean lines left alone and the line ends kept', () => {
    const text = `${SIMPLIFIED}\r\n${windows1252(utf8('会议指出，要落实。'))}\r\n${SIMPLIFIED}\r`;
    expect(repaired(text)).toBe(`${SIMPLIFIED}\r\n会议指出，要落实。\r\n${SIMPLIFIED}\r`);
  });

  test('twice garbled text in two rounds', () => {
    const once = windows1252(encodeGb('会议指出，要落实好各项工作。'));
    const twice = transcoder.decode(utf8(once), 'gb18030');
    expect(repaired(once)).toBe('会议指出，要落实好各项工作。');
    expect(twice).not.toBe(once);
  });

  test('without tables only what needs none', () => {
    expect(repaired(windows1252(utf8(SIMPLIFIED)), 'without tables')).toBe(SIMPLIFIED);
    const garbled = transcoder.decode(utf8('市长到会讲话'), 'gb18030');
    expect(repaired(garbled, 'without tables')).toBe(garbled);
  });
});

describe('what is lost is left alone', () => {
  test.each([
    ['U+FFFD', '市委召开\ufffd\ufffd会议'],
    ['锟斤拷', '锟斤拷锟斤拷锟斤拷'],
    ['烫烫烫', '烫烫烫烫烫烫屯屯屯'],
    ['a byte that is missing', transcoder.decode(utf8('会议指出全').subarray(0, 14), 'gb18030')],
  ])('%s', (_, text) => {
    expect(repaired(text)).toBe(text);
  });
});

describe('clean text is not touched', () => {
  test.each([
    ['French', 'Le Comité s’est réuni à Évreux ; « déjà vu », élève, naïve, cœur, Noël, où, çà et là.'],
    ['German', 'Größe über Äpfel, schöne Straße, müde Füße, ÄÖÜß'],
    ['Spanish', '¿Qué? ¡Así es! El niño pidió piñata, años, ÁÉÍÓÚÑ'],
    ['Vietnamese', 'Việt Nam, Đà Nẵng, Hồ Chí Minh, Phạm Văn Đồng'],
    ['symbols', '25℃±2℃，5×3＝15，§3 ¶4 ½ ¾ ©®™ · • … ——'],
    ['both scripts in one line', `${SIMPLIFIED}${TRADITIONAL} The committee met in Zürich.`],
    ['rare names', '冉庆禾 霍慧岚 欧阳璟雯 诸葛翊宸 尉迟婧妍 龚佳昊 滕梓萱 訾晓彤 麴文泰 钭思琪'],
    ['rare words', '饕餮纹、夔龙纹、蟠螭纹；鼋鼍蛟鲵；魑魅魍魉；饔飧不继；踟蹰彳亍'],
    ['pinyin notes', '會(huì)議強(qiáng)調(diào)，要貫(guàn)徹落實(shí)'],
    ['Cantonese', '佢哋話呢啲嘢唔好食，嗰個喺邊度，咗嚟嘅人好多'],
    ['Japanese', '東京都は会議を開催した。これはテストです。'],
    ['Korean', '서울시는 회의를 개최했다.'],
    ['astral characters', '𠮷野家𠀀𠀁𠀂𠀃𠀄𠀅'],
  ])('%s', (_, text) => {
    expect(findMojibake(text, transcoder)).toEqual([]);
  });

  test('the reports of the sample corpus, in neither script', () => {
    const root = join(import.meta.dirname, '../../../../test/fixtures');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(txt|report)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const name of files)
      expect(findMojibake(readFileSync(join(root, name), 'utf8'), transcoder), name).toEqual([]);
  });

  test('a megabyte in a few milliseconds', () => {
    const text = `${SIMPLIFIED}${TRADITIONAL}\n`.repeat(25_000);
    const began = performance.now();
    findMojibake(text, transcoder);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
