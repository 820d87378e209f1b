import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLEAN, createCommandLine, MIRRORED } from '../testing/run.js';

interface Quoted {
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface ParseJson {
  readonly file: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly script: { readonly verdict: string };
  readonly pinyinResidue: { readonly notes: number; readonly characters: number };
  readonly zones: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly headlines: readonly Quoted[];
  readonly date: (Quoted & { readonly iso: string | null }) | null;
  readonly source: Quoted | null;
  readonly agency: Quoted | null;
  readonly eventDates: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

const read = (out: string): ParseJson[] => JSON.parse(out) as ParseJson[];

describe('parse', () => {
  test('has the promised keys and nothing else', async () => {
    const line = createCommandLine();
    const body = '市委书记林远山要求扎实做好“六稳”工作。（记者 何一鸣）';
    line.write('a.txt', CLEAN.replace('编辑', `${body}\n编辑`));
    const { code, out, err } = await line.run('parse', 'a.txt', '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    const [report] = read(out) as unknown as Record<string, Record<string, unknown>[]>[];
    expect(Object.keys(report!)).toEqual([
      ...[
        'file',
        'script',
        'pinyinResidue',
        'zones',
        'headlines',
        'date',
        'source',
        'agency',
        'authors',
        'editors',
      ],
      ...['eventDates', 'officials', 'phrases'],
    ]);
    const keys = (name: string): string[] => Object.keys(report![name]!);
    const keysOfFirst = (name: string): string[] => Object.keys(report![name]![0]!);
    expect(keys('script')).toEqual(['verdict', 'simplified', 'traditional']);
    expect(keys('pinyinResidue')).toEqual(['notes', 'characters']);
    expect(keys('date')).toEqual(['text', 'value', 'start', 'end', 'iso']);
    expect(keys('source')).toEqual(['text', 'value', 'start', 'end']);
    expect(keysOfFirst('zones')).toEqual(['kind', 'start', 'end']);
    expect(keysOfFirst('headlines')).toEqual(['text', 'value', 'start', 'end']);
    expect(keysOfFirst('authors')).toEqual(['name', 'role', 'start', 'end']);
    expect(keysOfFirst('editors')).toEqual(['name', 'start', 'end']);
    expect(keysOfFirst('eventDates')).toEqual(['text', 'start', 'end', 'iso', 'evidence']);
    expect(keysOfFirst('officials')).toEqual(['name', 'posts', 'mentions']);
    expect(keysOfFirst('phrases')).toEqual(['phrase', 'start', 'end']);
  });

  test('text is the raw stretch, value what it says without notes and in Simplified; offsets leave the BOM out', async () => {
    const line = createCommandLine();
    line.write('a.txt', `\ufeff${MIRRORED}`);
    const [report] = read((await line.run('parse', 'a.txt')).out);
    const { source, date, headlines } = report!;
    expect(source).toMatchObject({ text: '松嶺日報(bào)', value: '松岭日报' });
    expect(date).toMatchObject({ text: '2021-11-03 09:30', iso: '2021-11-03T09:30' });
    for (const { text, start, end } of [source!, date!, ...headlines])
      expect(MIRRORED.slice(start, end)).toBe(text);
    expect(report!.pinyinResidue).toEqual({ notes: 5, characters: 3 });
  });

  test('what is not there is null or empty, never absent', async () => {
    const line = createCommandLine();
    line.write('empty.txt', '');
    const { code, out } = await line.run('parse', 'empty.txt');
    expect(code).toBe(0);
    expect(read(out)).toEqual([
      {
        ...{ file: 'empty.txt', script: { verdict: 'undetermined', simplified: 0, traditional: 0 } },
        ...{ pinyinResidue: { notes: 0, characters: 0 }, zones: [], headlines: [], date: null, source: null },
        ...{ agency: null, authors: [], editors: [], eventDates: [], officials: [], phrases: [] },
      },
    ]);
  });

  test('elements and files go together: what gives no parse has its error', async () => {
    const line = createCommandLine();
    line.write('good.txt', CLEAN);
    line.write('utf16.txt', Buffer.from('\ufeff会议', 'utf16le'));
    mkdirSync(line.path('dir'));
    const { code, out, err } = await line.run(
      'parse',
      'dir',
      'utf16.txt',
      'good.txt',
      'gone.txt',
      './good.txt',
    );
    expect(code).toBe(2);
    expect(read(out).map(({ file, error }) => [file, error?.code])).toEqual([
      ['dir', 'is-folder'],
      ['utf16.txt', 'undecodable-text'],
      ['good.txt', undefined],
      ['gone.txt', 'not-found'],
    ]);
    expect(read(out)[1]!.error!.message).toContain('UTF-16 LE');
    for (const name of ['dir', 'utf16.txt', 'gone.txt']) expect(err).toContain(`${name}: `);
  });
});
