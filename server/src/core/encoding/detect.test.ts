import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createConverter } from '../script/converter.js';
import { createTranscoder, decodeLeniently } from '../../platform/node/transcoder.js';
import { detectEncoding, SURE, type LenientDecoder } from './detect.js';
import type { LegacyEncoding } from './transcoder.js';

const transcoder = createTranscoder();
const encode = (text: string, encoding: LegacyEncoding): Uint8Array => transcoder.encode(text, encoding);
/** What an editor's client has: no tables of ours. */
const platformDecoder: LenientDecoder = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);

const folder = join(import.meta.dirname, '../../../../test/fixtures/corpus');
const reports = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\d{4}.*\.(txt|report)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const converter = createConverter();

function utf16(text: string, big: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe.each([
  ['the tables of ours', decodeLeniently],
  ['the decoder of the platform', platformDecoder],
])('with %s', (_, decode) => {
  describe.each([50, 200, 1000, 20_000])('%i bytes', (size) => {
    test.each([
      ['gb18030', (text: string) => encode(text, 'gb18030')],
      ['utf-16le', (text: string) => utf16(text, false, false)],
      ['utf-16be', (text: string) => utf16(text, true, false)],
      ['utf-16le', (text: string) => utf16(text, false, true)],
      ['utf-16be', (text: string) => utf16(text, true, true)],
    ] as const)('%s', (encoding, write) => {
      for (const report of reports) {
        const long = report.repeat(Math.ceil(size / report.length));
        for (const from of [0, Math.floor(report.length / 2)]) {
          const bytes = write((long + long).slice(from, from + size / 2));
          const { looksLike, confidence } = detectEncoding(bytes, decode);
          expect(looksLike).toBe(encoding);
          expect(confidence).toBeGreaterThanOrEqual(SURE);
        }
      }
    });

    test('big5', () => {
      for (const report of reports) {
        const traditional = toBig5(report);
        const long = traditional.repeat(Math.ceil(size / report.length));
        const bytes = encode(long.slice(0, size / 2), 'big5');
        const { looksLike, confidence } = detectEncoding(bytes, decode);
        expect(looksLike).toBe('big5');
        expect(confidence).toBeGreaterThanOrEqual(SURE);
      }
    });
  });
});

function toBig5(text: string): string {
  const converted = converter.convert(text, 's2tw');
  return [...converted].filter((character) => !encode(character, 'big5').includes(0x3f)).join('');
}

describe('doubt is said', () => {
  const gb = (text: string): Uint8Array => encode(text, 'gb18030');
  test.each([
    ['UTF-8', Buffer.from('会议'), 'utf-8', 1],
    ['ASCII', Buffer.from('plain'), 'utf-8', 1],
    ['nothing', Buffer.alloc(0), 'utf-8', 1],
    [
      'French in Latin-1',
      Buffer.from('Le comité est réuni à Évreux, déjà vu, élève', 'latin1'),
      'unknown',
      0,
    ],
    ['Japanese in Shift-JIS', Buffer.from('8c8e82cd93f8', 'hex'), 'unknown', 0],
  ])('%s', (_, bytes, looksLike, confidence) => {
    expect(detectEncoding(bytes, decodeLeniently)).toMatchObject({ looksLike, confidence });
  });

  test('two characters are no proof, a sentence is', () => {
    expect(detectEncoding(gb('榛狉'), decodeLeniently).confidence).toBeLessThan(SURE);
    expect(detectEncoding(gb('会议指出，要做好工作。'), decodeLeniently).confidence).toBeGreaterThan(0.95);
  });

  test('Korean and Japanese fit the tables, but nothing is done on that', () => {
    // EUC-KR 서울시는 회의를 개최했다 and EUC-JP 東京都は会議を開催した
    const korean = Buffer.from('bcadbfefbdc3b4c220c8b8c0c7b8a620b0b3c3d6c7dfb4d9', 'hex');
    const japanese = Buffer.from('c5ecb5fec5d4a4cfb2f1b5c4a4f2b3abbac5a4b7a4bf', 'hex');
    for (const bytes of [korean, japanese])
      expect(detectEncoding(bytes, decodeLeniently).confidence).toBeLessThan(SURE);
  });

  test('a broken byte in a long text lowers the confidence only a little', () => {
    const bytes = Buffer.from(gb('会议指出，要做好工作。'.repeat(100)));
    bytes[201] = 0xff;
    const { looksLike, confidence } = detectEncoding(bytes, decodeLeniently);
    expect(looksLike).toBe('gb18030');
    expect(confidence).toBeGreaterThan(SURE);
    expect(confidence).toBeLessThan(0.99);
  });

  test('only the head of a file is ASCII', () => {
    const bytes = Buffer.concat([Buffer.alloc(100_001, 0x61), gb('会议指出，要做好工作。')]);
    expect(detectEncoding(bytes, decodeLeniently).looksLike).toBe('gb18030');
  });
});
