/*
 * Runs one test suite in a real VS Code with the extension installed from its VSIX, as users get it.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBridge } from './bridge.mjs';
import { launch } from './browser.mjs';
import { runOnDesktop } from './desktop.mjs';
import { installVsix, startServer } from './server.mjs';

/** Without an extension "under development" VS Code never starts a suite; ours is installed, so this one is empty. */
function dummyExtension(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'suite-starter',
    publisher: 'nobody',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** Serves VS Code, opens its page and waits until the suite has ended. */
async function runInPage(
  host,
  { data, extensions, vsix, dummy, tests, folder, env, afterInstall, bridge, ended, onLog, onPage },
) {
  await installVsix(host, { data, extensions, vsix });
  afterInstall?.(extensions);
  // Its sockets and scratch files stay in the folder that is deleted at the end.
  const scratch = join(data, 'tmp');
  mkdirSync(scratch);
  const server = await startServer(host, {
    data,
    extensions,
    driver: true,
    env: { ...env, TMPDIR: scratch, XDG_RUNTIME_DIR: scratch },
  });
  let browser;
  try {
    const launched = await launch(host);
    browser = launched.browser;
    onLog(`browser: ${launched.from}`);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.exposeFunction('codeAutomationLog', (_type, args) => onPage(args.join(' ')));
    const exit = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
    bridge.page = page;
    const payload = [
      ['extensionDevelopmentPath', server.remote(dummy)],
      ['extensionTestsPath', server.remote(tests)],
      ['skipWelcome', 'true'],
    ];
    await page.goto(server.address(folder, { payload: JSON.stringify(payload) }));
    const crash = new Promise((_, failed) => page.on('crash', () => failed(new Error('The page crashed.'))));
    const stopped = server.ended.then((code) =>
      Promise.reject(new Error(`VS Code's server ended with ${code}.`)),
    );
    stopped.catch(() => {});
    return await Promise.race([exit, ended, crash, stopped]);
  } finally {
    bridge.page = undefined;
    await browser?.close();
    await server.stop();
  }
}

/**
 * @param {object} how
 * @param {object} [how.host] from ensureHost(): the VS Code from npm
 * @param {object} [how.desktop] from findDesktop(): used instead, when given
 * @param {string} how.vsix  @param {string} how.tests the bundled suite  @param {string} how.artifacts for screenshots
 * @param {(folder: string) => void} [how.fill] puts files into the folder that VS Code opens
 * @param {(extensions: string) => void} [how.afterInstall] may damage the installed extension on purpose
 * @param {Record<string, string>} [how.env] for the suite  @param {number} [how.timeout] milliseconds
 * @param {(result: object) => void} [how.onResult]  @param {(line: string) => void} [how.onLog]
 * @returns {Promise<{ results: object[], exit: number | undefined, problem?: string }>} `problem`: why it did not run to
 *   its end; the results until then are kept.
 */
export async function runSuite({
  host,
  desktop,
  vsix,
  tests,
  artifacts,
  fill,
  afterInstall,
  env = {},
  timeout = 600_000,
  ...on
}) {
  const onLog = on.onLog ?? console.log;
  // The console of the page and of the extension host: long, and wanted only when something went wrong.
  const heard = [];
  const onPage = (line) => {
    heard.push(line);
    if (process.env.VERBOSE) onLog(`page: ${line}`);
  };
  // The real path: macOS's temporary folder is a link, and the suite compares paths.
  const data = realpathSync(mkdtempSync(join(tmpdir(), 'report-corpus-e2e-')));
  const extensions = join(data, 'extensions');
  const folder = join(data, 'workspace');
  mkdirSync(folder);
  fill?.(folder);
  const results = [];
  const bridge = await startBridge({
    artifacts,
    onLog,
    onResult: (result) => {
      results.push(result);
      on.onResult?.(result);
    },
  });
  let timer;
  const ended = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`The suite did not end within ${timeout / 1000} s.`)), timeout);
  });
  ended.catch(() => {});
  const suiteEnv = { ...env, REPORT_CORPUS_E2E_BRIDGE: bridge.url, REPORT_CORPUS_E2E_EXTENSIONS: extensions };
  const how = {
    data,
    extensions,
    vsix,
    tests,
    folder,
    afterInstall,
    env: suiteEnv,
    dummy: dummyExtension(join(data, 'dummy')),
  };
  try {
    const exit = desktop
      ? await Promise.race([runOnDesktop(desktop, how), ended])
      : await runInPage(host, { ...how, bridge, ended, onLog, onPage });
    if (!bridge.atEnd) throw new Error(`The suite broke off, and VS Code ended with ${exit}.`);
    return { results, exit };
  } catch (error) {
    const log = join(data, 'server.log');
    const server = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    const problem = [error.message, ...server.slice(-15), ...heard.slice(-15)].join('\n');
    return { results, exit: undefined, problem };
  } finally {
    clearTimeout(timer);
    bridge.close();
    if (!process.env.KEEP) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
