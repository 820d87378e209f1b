import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FileContent } from '../../../core/json-file/file-content.js';
import { createScratch, type Scratch } from './testing/scratch.js';
import { readUserFile, readUserFileSync } from './user-file.js';

/** Each makes a file and gives its path. */
const CASES: readonly (readonly [string, FileContent, (scratch: Scratch) => string])[] = [
  ['text', { kind: 'text', text: '年' }, (scratch) => scratch.write('a.json', '年')],
  ['a byte order mark', { kind: 'text', text: '{}' }, (scratch) => scratch.write('a.json', '\ufeff{}')],
  ['nothing', { kind: 'missing' }, (scratch) => scratch.path('a.json')],
  ['nothing below a file', { kind: 'missing' }, (scratch) => `${scratch.write('a', '')}/a.json`],
  ['GB18030', { kind: 'undecodable' }, (scratch) => scratch.write('a.json', Buffer.from([0xd6, 0xd0]))],
  ['UTF-16', { kind: 'undecodable' }, (scratch) => scratch.write('a.json', Buffer.from('{ }', 'utf16le'))],
  [
    'a folder',
    { kind: 'no-file' },
    (scratch) => {
      mkdirSync(scratch.path('a.json'));
      return scratch.path('a.json');
    },
  ],
  [
    'links in a circle',
    { kind: 'unreadable', code: 'ELOOP' },
    (scratch) => {
      symlinkSync('a.json', scratch.path('a.json'));
      return scratch.path('a.json');
    },
  ],
];

test.each(CASES)('%s', async (_, content, make) => {
  const file = make(createScratch());
  expect(await readUserFile(file)).toEqual(content);
  expect(readUserFileSync(file)).toEqual(content);
});

test.skipIf(process.platform === 'win32')('a device is not read: it need not have an end', async () => {
  expect(await readUserFile('/dev/zero')).toEqual({ kind: 'no-file' });
  expect(readUserFileSync('/dev/zero')).toEqual({ kind: 'no-file' });
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'what may not be read (root may read everything)',
  async () => {
    const file = createScratch().write('a.json', '{}');
    chmodSync(file, 0);
    expect(await readUserFile(file)).toEqual({ kind: 'unreadable', code: 'EACCES' });
    expect(readUserFileSync(file)).toEqual({ kind: 'unreadable', code: 'EACCES' });
  },
);
