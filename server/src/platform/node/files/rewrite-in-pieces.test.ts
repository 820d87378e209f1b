import { appendFileSync, readdirSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createConversionEngine } from '../../../core/script/opencc/index.js';
import { createPieceConverter } from './convert-stream.js';
import { lastBlankLine, lastCut } from './cut-points.js';
import { rewriteInPieces } from './rewrite-in-pieces.js';
import { createScratch } from './testing/scratch.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

const engine = createConversionEngine();
const REAL = { dryRun: false } as const;

const upper = (units: Uint16Array): Uint16Array => units.map((unit) => (unit === 0x61 ? 0x41 : unit));

describe('lastCut', () => {
  test.each([
    ['behind the last line feed', '会议\r\n强调，要。落实', '会议\r\n'],
    ['without one, behind the last mark', '会议，强调。要落实', '会议，强调。'],
    ['nowhere', '会议强调要落实', ''],
    ['never behind an unfinished description', '会议\n⿰亻\n木', '会议\n'],
    ['nor behind one with a mark in it', '会议⿰，木', ''],
  ])('%s', (_, text, expected) => {
    expect(
      Buffer.from(text)
        .subarray(0, lastCut(Buffer.from(text)))
        .toString(),
    ).toBe(expected);
  });
});

describe('lastBlankLine', () => {
  test.each([
    ['behind the last blank line', '会议\n\n强调\n要', '会议\n\n'],
    ['with any line end', '会议\r\n\r\n强调\r\n要', '会议\r\n\r\n'],
    ['without one, behind the last line feed', '会议\n强调', '会议\n'],
  ])('%s', (_, text, expected) => {
    const bytes = Buffer.from(text);
    expect(bytes.subarray(0, lastBlankLine(bytes)).toString()).toBe(expected);
  });
});

describe('createPieceConverter', () => {
  const parts = fc.constantFrom(
    '头发',
    '后',
    '皇',
    '\n',
    '，',
    '。',
    '⿰',
    '亻',
    '干',
    '-',
    '·',
    '豈',
    '𫗧',
    'SQL',
    '为了',
    '軟體',
    '\r\n',
  );
  test('gives what the whole text gives, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 60 }).map((all) => all.join('')),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('s2t', 't2s', 's2twp', 'tw2sp', 't2jp'),
        (text, sizes, config) => {
          const bytes = Buffer.from(text);
          const converter = createPieceConverter((units) => engine.units(units, config));
          const out: Buffer[] = [];
          let at = 0;
          for (let i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length] ?? 1;
            // In memory of its own, with room in front, as a reader has it.
            const own = Buffer.alloc(8 + size);
            const length = bytes.copy(own, 8, at, at + size);
            out.push(Buffer.from(converter.push(own.subarray(8, 8 + length), 8)));
            at += size;
          }
          out.push(converter.end());
          const expected = engine.plain(text, config);
          expect(Buffer.concat(out).toString()).toBe(expected);
          expect(converter.changed).toBe(expected !== text);
        },
      ),
    );
  });
  test.each([[[0xe4, 0xbc]], [[0xff]], [[0xed, 0xa0, 0x80]]])('throws for the bytes %j', (wrong) => {
    const converter = createPieceConverter(upper);
    expect(() => {
      converter.push(Buffer.from([0x61, ...wrong]));
      converter.end();
    }).toThrow('not UTF-8');
  });
});

describe('rewriteInPieces', () => {
  const LINE = '会议 a 強調 b\n';
  const text = LINE.repeat(60_000);

  test('replaces the file by a new one and leaves nothing beside it', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', text);
    const { ino, mode } = statSync(file);
    expect(await rewriteInPieces(file, upper, REAL)).toEqual({ kind: 'written', otherNames: 0 });
    expect(readFileSync(file, 'utf8') === text.replaceAll('a', 'A')).toBe(true);
    expect(statSync(file).ino).not.toBe(ino);
    expect(statSync(file).mode).toBe(mode);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test('does not touch a file that stays as it is, and in a dry run none', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', text);
    const { ino } = statSync(file);
    expect(await rewriteInPieces(file, (units) => units.slice(), REAL)).toEqual({ kind: 'unchanged' });
    expect(await rewriteInPieces(file, upper, { dryRun: true })).toEqual({ kind: 'would-change' });
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test.each([
    ['written to', false],
    ['replaced', true],
  ])('leaves a file alone that is %s meanwhile, fresh or a day old', async (_, replace) => {
    for (const age of [0, 24 * 3600]) {
      const scratch = createScratch();
      const file = scratch.write('a.txt', text);
      const then = Date.now() / 1000 - age;
      utimesSync(file, then, then);
      let pieces = 0;
      const result = await rewriteInPieces(
        file,
        (units) => {
          if (pieces++ === 1) {
            if (replace) renameSync(scratch.write('b.txt', text), file);
            else appendFileSync(file, '会议\n');
          }
          return upper(units);
        },
        REAL,
      );
      expect(result).toEqual({ kind: 'changed' });
      expect(readFileSync(file, 'utf8').startsWith('会议 a')).toBe(true);
      expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
    }
  });

  test('a wrong byte far inside leaves the file as it is', async () => {
    const scratch = createScratch();
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe4, 0x0a])]);
    const file = scratch.write('a.txt', bytes);
    expect(await rewriteInPieces(file, upper, REAL)).toEqual({ kind: 'undecodable' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test('one endless line is converted too', async () => {
    const scratch = createScratch();
    const endless = '会议a'.repeat(200_000);
    const file = scratch.write('a.txt', endless);
    expect(await rewriteInPieces(file, upper, REAL)).toMatchObject({ kind: 'written' });
    expect(readFileSync(file, 'utf8') === endless.replaceAll('a', 'A')).toBe(true);
  });
});
