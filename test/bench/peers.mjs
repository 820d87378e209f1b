// The peers that the benchmark measures against. They are no dependency of the project: one of them names platform
// packages that not every registry holds, which makes `npm ci` refuse a lock file that knows it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const AUTOCORRECT = '2.14.0';
const ZHLINT = '0.8.2';
const TEXTLINT = '15.8.0';
/** textlint has no preset for Chinese; these two rules speak of what a width fold leaves. */
const TEXTLINT_RULES = {
  'zh-half-and-full-width-bracket': '1.1.0',
  'no-mixed-zenkaku-and-hankaku-alphabet': '1.0.1',
};

/** Installs packages into a cache folder on first use. @returns a `require` that finds them; throws when npm cannot get them */
export function loadPeer(name, packages) {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'report-corpus', `bench-${name}`);
  const missing = packages.filter(
    (one) => !existsSync(join(folder, 'node_modules', one.slice(0, one.lastIndexOf('@')))),
  );
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    const { status } = spawnSync(npm, [...install, ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm could not install ${packages.join(' ')} into ${folder}`);
  }
  return createRequire(join(folder, 'package.json'));
}

/** @returns autocorrect-node's module */
export function loadAutocorrect() {
  return loadPeer(`autocorrect-${AUTOCORRECT}`, [`autocorrect-node@${AUTOCORRECT}`])('autocorrect-node');
}

/** @returns a check by zhlint with its default rules */
export async function loadZhlint() {
  const require = loadPeer(`zhlint-${ZHLINT}`, [`zhlint@${ZHLINT}`]);
  const { run } = await import(pathToFileURL(require.resolve('zhlint')).href);
  return (text) => run(text, { rules: { preset: 'default' } }).validations.length;
}

/** @returns a check by textlint over plain text */
export async function loadTextlint() {
  const rules = Object.entries(TEXTLINT_RULES).map(([name, version]) => [`textlint-rule-${name}`, version]);
  const require = loadPeer(`textlint-${TEXTLINT}`, [
    `@textlint/kernel@${TEXTLINT}`,
    `@textlint/textlint-plugin-text@${TEXTLINT}`,
    ...rules.map((one) => one.join('@')),
  ]);
  const named = (name) => require(name).default ?? require(name);
  const { TextlintKernel } = require('@textlint/kernel');
  const kernel = new TextlintKernel();
  const options = {
    filePath: 'report.txt',
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: named('@textlint/textlint-plugin-text') }],
    rules: rules.map(([name]) => ({ ruleId: name, rule: named(name) })),
  };
  return async (text) => (await kernel.lintText(text, options)).messages.length;
}
