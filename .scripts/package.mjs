// Makes the VSIX of one platform: npm run package [-- --target linux-x64] [--out FILE]
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { LOST_WITHOUT, platformOf } from './lib/nodejieba.mjs';
import { kilobytes, machineTarget, readJson, ROOT, since } from './lib/project.mjs';

/** The targets that VS Code knows, less `web`: a browser runs no native module and no Node server. */
const TARGETS = [
  ...['win32-x64', 'win32-arm64', 'linux-x64', 'linux-arm64', 'linux-armhf'],
  ...['alpine-x64', 'alpine-arm64', 'darwin-x64', 'darwin-arm64'],
];

/** Why `dist/nodejieba` cannot go into a VSIX for this target, or undefined when it can. */
function whyNot(target) {
  const module = join(ROOT, 'dist/nodejieba/build/Release/nodejieba.node');
  if (!existsSync(module)) return 'it was not compiled here';
  const platform = platformOf(readFileSync(module), machineTarget());
  if (platform !== target) return `the one compiled here is for ${platform}`;
  return undefined;
}

/**
 * @param {{ target?: string, out?: string, withoutSegmenter?: boolean }} [how] `withoutSegmenter`: for one's own use,
 *   a VSIX without the native module is better than none; never for publishing
 * @returns the VSIX's path; throws, with what to do, when it cannot be made
 */
export async function makeVsix({ target = machineTarget(), out, withoutSegmenter = false } = {}) {
  if (!TARGETS.includes(target))
    throw new Error(`There is no target ${target}. Targets: ${TARGETS.join(', ')}.`);
  const began = performance.now();
  const bundles = await build({ production: true, quiet: true });
  const missing = whyNot(target);
  if (missing && withoutSegmenter)
    console.warn(`The VSIX goes without nodejieba (${missing}). ${LOST_WITHOUT}`);
  else if (missing)
    throw new Error(
      `No VSIX for ${target}: the word segmenter nodejieba is missing for it (${missing}).\n` +
        `Make it on a ${target} machine with Python 3 and a C++ compiler; where it was installed without them, ` +
        'delete node_modules and run `node .scripts/install.mjs` first.',
    );
  const { name, version } = readJson('package.json');
  const file = out ?? join(ROOT, 'dist', `${name}-${target}-${version}.vsix`);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  rmSync(file, { force: true });
  const { createVSIX } = await import('@vscode/vsce');
  // vsce changes the process's folder and writes to the console; both are fine here.
  // There is no repository address that the README's links could lead to.
  const rewriteRelativeLinks = false;
  await createVSIX({
    cwd: ROOT,
    target,
    packagePath: file,
    dependencies: false,
    useYarn: false,
    rewriteRelativeLinks,
    allowMissingRepository: true,
  });
  console.log(`  ${'VSIX'.padEnd(20)} ${kilobytes(statSync(file).size)}  ${file}`);
  for (const { file: bundle, bytes, shipped } of bundles)
    if (shipped) console.log(`  ${bundle.padEnd(20)} ${kilobytes(bytes)}`);
  console.log(`packaged for ${target} in ${since(began)}`);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { values } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } });
    await makeVsix(values);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
