// The peers that the benchmark measures against. They are no dependency of the project: one of them names platform
// packages that not every registry holds, which makes `npm ci` refuse a lock file that knows it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const AUTOCORRECT = '2.14.0';
const OPENCC = '1.3.1';
const SIMPLECC = '1.1.1';

const ZHLINT = '0.8.2';
const TEXTLINT = '15.8.0';
/** textlint has no preset for Chinese; these two rules speak of what a width fold leaves. */
const TEXTLINT_RULES = {
  'zh-half-and-full-width-bracket': '1.1.0',
  'no-mixed-zenkaku-and-hankaku-alphabet': '1.0.1',
};

/**
 * Installs packages (`name@version`) into a cache folder on first use.
 *
 * @returns a `require` that finds them; throws when npm cannot get them
 */
function requireOf(folderName, packages) {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'report-corpus', `bench-${folderName}`);
  const nameOf = (one) => one.slice(0, one.lastIndexOf('@'));
  if (!packages.every((one) => existsSync(join(folder, 'node_modules', nameOf(one))))) {
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

const load = (name, version, folderName = name) =>
  requireOf(`${folderName}-${version}`, [`${name}@${version}`])(name);

/** @returns autocorrect-node's module; throws when npm cannot get it */
export const loadAutocorrect = () => load('autocorrect-node', AUTOCORRECT, 'autocorrect');

/** @returns a check by zhlint with its default rules */
export async function loadZhlint() {
  const require = requireOf(`zhlint-${ZHLINT}`, [`zhlint@${ZHLINT}`]);
  const { run } = await import(pathToFileURL(require.resolve('zhlint')).href);
  return (text) => run(text, { rules: { preset: 'default' } }).validations.length;
}

/** @returns a check by textlint over plain text */
export async function loadTextlint() {
  const rules = Object.entries(TEXTLINT_RULES).map(([name, version]) => [`textlint-rule-${name}`, version]);
  const require = requireOf(`textlint-${TEXTLINT}`, [
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
