// The peers that the benchmark measures against. They are no dependency of the project: one of them names platform
// packages that not every registry holds, which makes `npm ci` refuse a lock file that knows it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const AUTOCORRECT = '2.14.0';
const OPENCC = '1.3.1';
const SIMPLECC = '1.1.1';

/** A package, installed into a cache folder on first use. @returns its module; throws when npm cannot get it */
function load(name, version, folderName = name) {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'report-corpus', `bench-${folderName}-${version}`);
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    const { status } = spawnSync(npm, [...install, `${name}@${version}`], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm could not install ${name} ${version} into ${folder}`);
  }
  return createRequire(join(folder, 'package.json'))(name);
}

/** @returns autocorrect-node's module; throws when npm cannot get it */
export const loadAutocorrect = () => load('autocorrect-node', AUTOCORRECT, 'autocorrect');

/**
 * The other converters that Node can run: OpenCC itself, compiled, and simplecc's WebAssembly.
 *
 * @returns {{ name: string, converter(config: string): (text: string) => string }[]} those that npm can get and that
 *   load here; the reason stands on the error output for those that do not
 */
export function loadConverters() {
  const peers = [
    [
      `opencc ${OPENCC}`,
      () => {
        const { OpenCC } = load('opencc', OPENCC);
        return (config) => {
          const one = new OpenCC(`${config}.json`);
          return (text) => one.convertSync(text);
        };
      },
    ],
    [
      `simplecc-wasm ${SIMPLECC}`,
      () => {
        const { simplecc } = load('simplecc-wasm', SIMPLECC);
        return (config) => (text) => simplecc(text, config);
      },
    ],
  ];
  return peers.flatMap(([name, open]) => {
    try {
      return [{ name, converter: open() }];
    } catch (error) {
      console.error(`${name} is left out: ${error.message}`);
      return [];
    }
  });
}
