/*
 * Starts the npm-delivered VS Code and installs extensions into it.
 * For people it gets a connection token and nothing else; for tests also the driver that lets a page start a suite.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Quick and quiet: no assistant, no update checks, nothing sent, no walkthrough over the report. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

const common = (data, extensions) => [
  '--accept-server-license-terms',
  ...['--telemetry-level', 'off'],
  ...['--user-data-dir', join(data, 'user')],
  ...['--server-data-dir', join(data, 'server')],
  ...['--extensions-dir', extensions],
];

/** Installs a VSIX into `extensions`; throws with VS Code's own words when it refuses. */
export async function installVsix(host, { data, extensions, vsix }) {
  mkdirSync(extensions, { recursive: true });
  const args = [host.serverMain, ...common(data, extensions), '--install-extension', vsix, '--force'];
  const child = spawn(host.node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0 || !/successfully installed/.test(said))
    throw new Error(`VS Code did not install ${vsix}:\n${said}`);
}

/**
 * Serves VS Code on 127.0.0.1, on a free port unless one is named, behind a connection token:
 * a VS Code without one is an open shell for everybody on the machine.
 * @param {{ data: string, extensions: string, port?: number, driver?: boolean, env?: Record<string, string>,
 *   settings?: Record<string, unknown>, extraArguments?: string[] }} how
 *   `driver` makes VS Code obey the page's request to run a test suite; never for people.
 */
export async function startServer(
  host,
  { data, extensions, port = 0, driver = false, env = {}, settings = {}, extraArguments = [] },
) {
  for (const kind of ['User', 'Machine']) {
    mkdirSync(join(data, 'user', kind), { recursive: true });
    const file = join(data, 'user', kind, 'settings.json');
    writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }, null, 2) + '\n');
  }
  const token = randomBytes(16).toString('hex');
  const args = [
    host.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...common(data, extensions),
    ...(driver ? ['--enable-smoke-test-driver', '--disable-workspace-trust'] : []),
    ...extraArguments,
  ];
  const log = createWriteStream(join(data, 'server.log'));
  // A group of its own: ending it ends the extension hosts and language servers below it too.
  const child = spawn(host.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const ended = new Promise((done) => child.on('close', done));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Already gone.
    }
  };
  const stop = async () => {
    signal('SIGTERM');
    const stubborn = setTimeout(() => signal('SIGKILL'), 5_000);
    await ended;
    clearTimeout(stubborn);
    // Whatever of its group has outlived it.
    signal('SIGKILL');
  };
  const listening = new Promise((done, failed) => {
    let said = '';
    const read = (chunk) => {
      log.write(chunk);
      if (said.length < 100_000) said += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(said);
      if (found) done(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', failed);
    void ended.then((code) => failed(new Error(`VS Code's server ended with ${code}:\n${said}`)));
  });
  const bound = await listening;
  const origin = `http://127.0.0.1:${bound}`;
  return {
    port: bound,
    token,
    stop,
    ended,
    log: join(data, 'server.log'),
    /** The address of a folder, with further query parameters. */
    address: (folder, more = {}) => `${origin}/?${new URLSearchParams({ tkn: token, folder, ...more })}`,
    /** A path of this machine, as the page in the browser names it. */
    remote: (path) => `vscode-remote://127.0.0.1:${bound}${path}`,
  };
}
