// The peers that the benchmark measures against. They are no dependency of the project: one of them names platform
// packages that not every registry holds, which makes `npm ci` refuse a lock file that knows it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const AUTOCORRECT = '2.14.0';

/** autocorrect-node, installed into a cache folder on first use. @returns its module; throws when npm cannot get it */
export function loadAutocorrect() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'report-corpus', `bench-autocorrect-${AUTOCORRECT}`);
  if (!existsSync(join(folder, 'node_modules/autocorrect-node'))) {
    mkdirSync(folder, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    const { status } = spawnSync(npm, [...install, `autocorrect-node@${AUTOCORRECT}`], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm could not install autocorrect-node ${AUTOCORRECT} into ${folder}`);
  }
  return createRequire(join(folder, 'package.json'))('autocorrect-node');
}
