import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inRoot } from './support/paths.js';

it('the tables of the README, the schema of the project file and the settings follow from what they describe', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    inRoot('.scripts/generate-docs.mjs'),
    '--check',
  ]);
  expect(stdout).toContain('up to date');
});
