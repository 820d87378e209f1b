import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createScratch } from './testing/scratch.js';
import { writeAtomically } from './write-atomically.js';

const OLD = Buffer.from('旧的内容\r\n');
const NEW = Buffer.from('新的内容，更长一些\n');

describe('writeAtomically', () => {
  test('replaces the bytes by a new file, keeps the mode and leaves nothing beside it', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', OLD);
    chmodSync(file, 0o640);
    const before = statSync(file);
    expect(await writeAtomically(file, OLD, NEW)).toEqual({ kind: 'written', otherNames: 0 });
    expect(readFileSync(file)).toEqual(NEW);
    const after = statSync(file);
    expect(after.mode & 0o7777).toBe(0o640);
    expect(after.uid).toBe(before.uid);
    // The same number would mean that the old file was written into.
    expect(after.ino).not.toBe(before.ino);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test.runIf(process.getuid?.() === 0)('keeps the owner where the system lets it', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', OLD);
    const { chownSync } = await import('node:fs');
    chownSync(file, 1234, 2345);
    await writeAtomically(file, OLD, NEW);
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 2345 });
  });

  test('follows a symbolic link, which stays one', async () => {
    const scratch = createScratch();
    const file = scratch.write('real/a.txt', OLD);
    symlinkSync('real/a.txt', scratch.path('link.txt'));
    expect(await writeAtomically(scratch.path('link.txt'), OLD, NEW)).toMatchObject({ kind: 'written' });
    expect(lstatSync(scratch.path('link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file)).toEqual(NEW);
    expect(readdirSync(scratch.path('real'))).toEqual(['a.txt']);
  });

  test.each([
    ['of another size', Buffer.from('别人的内容')],
    ['of the same size', Buffer.from('别的内容\r\n')],
  ])('leaves a file alone that has a new content %s', async (_, theirs) => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', theirs);
    expect(await writeAtomically(file, OLD, NEW)).toEqual({ kind: 'changed' });
    expect(readFileSync(file)).toEqual(theirs);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test('does not bring back a file that was deleted', async () => {
    const scratch = createScratch();
    expect(await writeAtomically(scratch.path('gone.txt'), OLD, NEW)).toEqual({ kind: 'changed' });
    expect(readdirSync(scratch.folder)).toEqual([]);
  });

  test('a file saved again with the same content is written', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', OLD);
    writeFileSync(file, OLD);
    expect(await writeAtomically(file, OLD, NEW)).toMatchObject({ kind: 'written' });
  });

  test('a hard link keeps the old bytes, and the result says so', async () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', OLD);
    linkSync(file, scratch.path('backup.txt'));
    expect(await writeAtomically(file, OLD, NEW)).toEqual({ kind: 'written', otherNames: 1 });
    expect(readFileSync(file)).toEqual(NEW);
    expect(readFileSync(scratch.path('backup.txt'))).toEqual(OLD);
  });

  test('a folder is not written', async () => {
    const scratch = createScratch();
    mkdirSync(scratch.path('a.txt'));
    expect(await writeAtomically(scratch.path('a.txt'), OLD, NEW)).toMatchObject({ kind: 'special' });
  });

  test.skipIf(process.getuid?.() === 0)(
    'a protected file is not replaced, though its folder would allow it',
    async () => {
      const scratch = createScratch();
      const file = scratch.write('a.txt', OLD);
      chmodSync(file, 0o444);
      expect(await writeAtomically(file, OLD, NEW)).toMatchObject({ kind: 'denied' });
      expect(readFileSync(file)).toEqual(OLD);
      expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
    },
  );
});
