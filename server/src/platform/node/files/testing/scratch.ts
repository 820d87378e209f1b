import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, gone after it. */
export interface Scratch {
  /** Absolute, links resolved. */
  readonly folder: string;
  path(name: string): string;
  /** Writes a file, with the folders it needs; gives its absolute path. */
  write(name: string, content: string | Uint8Array): string;
}

export function createScratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'report-corpus-test-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    write(name, content) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
