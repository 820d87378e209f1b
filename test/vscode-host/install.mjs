/*
 * Installs the VS Code and the browser that the npm registry delivers, outside the repository, once per lock file.
 * Linux only (x64, arm64): elsewhere people have the desktop VS Code.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const here = import.meta.dirname;

/** Raise it when the steps below change: an installation made by older steps is then made anew. */
const RECIPE = 2;

/** Logs go to files only with the first; without the second the host may outlive a killed server. Both compile. */
const NATIVE = ['@vscode/spdlog', '@vscode/native-watchdog'];

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'report-corpus');

/** Where the installation for today's lock file is, or will be. */
export function hostFolder() {
  const lock = readFileSync(join(here, 'package-lock.json'));
  const key = createHash('sha256').update(lock).update(`${RECIPE} ${process.platform}-${process.arch}`);
  return join(cacheFolder(), `vscode-host-${key.digest('hex').slice(0, 12)}`);
}

/** The parts of an installation that the other modules use. */
const describe = (folder) => {
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  return {
    folder,
    node: join(folder, `node_modules/node-linux-${process.arch}/bin/node`),
    vscode,
    serverMain: join(vscode, 'out/server-main.js'),
    chromiumPackage: join(folder, 'node_modules/@sparticuz/chromium'),
    playwright: () => createRequire(join(folder, 'package.json'))('playwright-core'),
  };
};

/** Every package that is there, by name: a half-emptied or half-restored cache shows in it. */
const inventory = (host) =>
  [join(host.folder, 'node_modules'), join(host.vscode, 'node_modules')].map((modules) =>
    readdirSync(modules)
      .flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(modules, name)).map((one) => `${name}/${one}`) : name,
      )
      .sort()
      .join(' '),
  );

const stamp = (host) => JSON.stringify({ recipe: RECIPE, packages: inventory(host) }, null, 1) + '\n';

/**
 * VS Code's version when an installation is whole, else undefined.
 * Asking the server for it loads most of its modules, in a third of a second.
 */
function healthy(host) {
  const needed = [
    join(host.folder, 'installed.json'),
    join(host.folder, 'node_modules/playwright-core/package.json'),
    join(host.vscode, 'out/vs/code/browser/workbench/workbench.js'),
    join(host.vscode, 'node_modules/vscode-textmate/package.json'),
  ];
  if (!needed.every((file) => existsSync(file))) return undefined;
  if (readFileSync(join(host.folder, 'installed.json'), 'utf8') !== stamp(host)) return undefined;
  const asked = spawnSync(host.node, [host.serverMain, '--version'], { encoding: 'utf8', timeout: 30_000 });
  return asked.status === 0 ? asked.stdout.split('\n')[0] : undefined;
}

/** npm hands its own settings down to the scripts it runs; here they would point it back at the project. */
const cleanEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package_|lifecycle_|config_(local_prefix|nodedir|prefix|omit|include)$|execpath|command)/i.test(
          name,
        ),
    ),
  );

function npm(args, cwd, env, { optional = false } = {}) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  const child = spawnSync('npm', [...args, ...quiet], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (child.status === 0) return true;
  if (optional) return false;
  throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${child.error?.message ?? child.stderr}`);
}

/** An installation that was killed half way leaves its folder behind: gone with it, unless its maker still works on it. */
function sweep() {
  if (!existsSync(cacheFolder())) return;
  for (const name of readdirSync(cacheFolder())) {
    const [, pid] = /\.part-(\d+)$/.exec(name) ?? [];
    if (pid && !existsSync(`/proc/${pid}`))
      rmSync(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

function install(folder, say) {
  sweep();
  const part = `${folder}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(here, file), join(part, file));
    const env = cleanEnvironment();
    npm(['ci', '--ignore-scripts'], part, env);
    const host = describe(part);
    if (!existsSync(host.node))
      throw new Error(`npm delivers no Node for ${process.platform}-${process.arch}.`);
    // The server wants its own Node, and compiles against the headers that come with it.
    const prefix = join(host.node, '../..');
    const own = { ...env, PATH: join(prefix, 'bin') + delimiter + env.PATH, npm_config_nodedir: prefix };
    npm(['install', '--ignore-scripts', '--omit=dev'], host.vscode, own);
    if (!npm(['rebuild', ...NATIVE], host.vscode, own, { optional: true }))
      say(`  ${NATIVE.join(' and ')} did not compile here: VS Code runs, without log files.`);
    writeFileSync(join(part, 'installed.json'), stamp(host));
    if (!healthy(host)) throw new Error('The VS Code from npm was installed but does not start.');
    try {
      renameSync(part, folder);
    } catch (error) {
      // Someone else was faster; theirs is as good, if it is whole.
      if (!healthy(describe(folder))) throw error;
    }
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * The npm-delivered VS Code, installed when it is not there yet or no longer whole.
 * @param {(line: string) => void} [say]
 */
export function ensureHost(say = console.log) {
  if (process.platform !== 'linux')
    throw new Error('The VS Code from npm runs on Linux only: install VS Code.');
  const folder = hostFolder();
  let version = healthy(describe(folder));
  if (!version) {
    if (existsSync(folder)) {
      say(`The VS Code in ${folder} is not whole: installing it again.`);
      rmSync(folder, { recursive: true, force: true });
    }
    say(
      'Installing a VS Code from the npm registry (once: about a minute, 1 GB, outside the repository) ...',
    );
    const began = performance.now();
    install(folder, say);
    version = healthy(describe(folder));
    if (!version) throw new Error(`The VS Code in ${folder} does not start.`);
    say(`  VS Code ${version} is in ${folder} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  }
  return { ...describe(folder), version };
}
