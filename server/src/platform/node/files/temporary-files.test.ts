import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isTemporaryName, removeLeftovers, temporaryName } from './temporary-files.js';
import { createScratch } from './testing/scratch.js';

const nameOf = (pid: number): string => temporaryName().replace(`-${process.pid}-`, `-${pid}-`);
/** The number of a process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('temporaryName', () => {
  test('is ours, hidden, short and new each time', () => {
    const [a, b] = [temporaryName(), temporaryName()];
    expect(isTemporaryName(a)).toBe(true);
    expect(a).not.toBe(b);
    expect(a.startsWith('.')).toBe(true);
    expect(a.length).toBeLessThan(80);
  });

  test.each(['a.txt', '.report-corpus.tmp', 'report-corpus.json', '.report-corpus-notes-1-2.tmp'])(
    '%s is not',
    (name) => {
      expect(isTemporaryName(name)).toBe(false);
    },
  );
});

describe('removeLeftovers', () => {
  test('removes what a dead process left, and nothing else', async () => {
    const scratch = createScratch();
    scratch.write(nameOf(dead()), '半');
    const alive = nameOf(process.ppid);
    const own = temporaryName();
    const foreign = nameOf(dead()).replace(/^(\.report-corpus-)\w{8}/, '$100000000');
    for (const name of [alive, own, foreign, 'a.txt', '.a.txt.tmp']) scratch.write(name, '');
    mkdirSync(scratch.path(nameOf(dead())));
    const folder = readdirSync(scratch.folder).filter((name) => isTemporaryName(name)).length;
    expect(folder).toBe(5);
    expect(await removeLeftovers(scratch.folder)).toBe(1);
    expect(readdirSync(scratch.folder)).toEqual(
      expect.arrayContaining([alive, own, foreign, 'a.txt', '.a.txt.tmp']),
    );
  });

  test('no run rests for an hour: older ones go whoever has the number now', async () => {
    const scratch = createScratch();
    const path = scratch.write(nameOf(process.ppid), '');
    const then = Date.now() / 1000 - 3700;
    utimesSync(path, then, then);
    expect(await removeLeftovers(scratch.folder)).toBe(1);
  });

  test('one with our own number from before our start goes too', async () => {
    const scratch = createScratch();
    const path = scratch.write(temporaryName(), '');
    const then = Date.now() / 1000 - process.uptime() - 60;
    utimesSync(path, then, then);
    expect(await removeLeftovers(scratch.folder)).toBe(1);
  });

  test('a folder that is not there has none', async () => {
    expect(await removeLeftovers(createScratch().path('nowhere'))).toBe(0);
  });
});
