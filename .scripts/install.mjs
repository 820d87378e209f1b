// Installs what package-lock.json names, unless that is already there; sees to the native word segmenter.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOST_WITHOUT, nodejiebaLoads } from './lib/nodejieba.mjs';
import { exists, npm, readJson, ROOT, since } from './lib/project.mjs';

const stampFile = join(ROOT, 'node_modules/.report-corpus.json');

/** What an installation depends on: the lock file, and the Node that compiled modules were made with. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');

function readStamp() {
  try {
    return readJson(stampFile);
  } catch {
    return undefined;
  }
}

/**
 * Whether npm's own record of node_modules agrees with the lock file: someone ran `npm ci` or `npm install` by hand.
 * Optional packages may be missing (they are for other machines), except the segmenter, which deserves an attempt.
 */
function agrees() {
  if (!exists('node_modules/.package-lock.json') || !exists('node_modules/nodejieba')) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (installed[path]
        ? installed[path].version === version && installed[path].integrity === integrity
        : optional),
  );
}

/** node-gyp compiles against Node's headers, and would download them although they often lie beside Node itself. */
function compileEnvironment() {
  const prefix = join(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include/node/node.h'))
    ? { ...process.env, npm_config_nodedir: prefix }
    : process.env;
}

/**
 * @returns {Promise<{ installed: boolean, segmenter: boolean }>} whether anything was installed now, and whether the
 *   native segmenter works; throws when npm fails
 */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node ${process.versions.node} is too old: Node 20 or newer is needed.`);
  const stamp = readStamp();
  const hash = wanted();
  if (stamp?.hash === hash) {
    console.log(
      `installed already (package-lock.json is unchanged)${stamp.segmenter ? '' : ', without nodejieba'}`,
    );
    return { installed: false, segmenter: stamp.segmenter };
  }
  const env = compileEnvironment();
  const began = performance.now();
  const fresh = !agrees();
  if (fresh) {
    console.log('npm ci ...');
    const code = await npm(['ci', '--no-audit', '--no-fund'], { env });
    if (code !== 0) throw new Error(`npm ci failed (${code}).`);
  }
  // npm drops an optional package whose build failed, and keeps one whose install script it was told not to run.
  if (exists('node_modules/nodejieba') && !nodejiebaLoads()) {
    console.log('compiling nodejieba ...');
    await npm(['rebuild', 'nodejieba'], { env });
  }
  const segmenter = nodejiebaLoads();
  if (!segmenter)
    console.warn(
      `nodejieba, the native word segmenter, could not be built here. ${LOST_WITHOUT}\n` +
        'It needs Python 3 and a C++ compiler: install them, delete node_modules, and run this again.',
    );
  writeFileSync(stampFile, JSON.stringify({ hash, segmenter }) + '\n');
  console.log(`${fresh ? 'installed' : 'checked the installation'} in ${since(began)}`);
  return { installed: fresh, segmenter };
}

if (process.argv[1] === import.meta.filename)
  await install().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
