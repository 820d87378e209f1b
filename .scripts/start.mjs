// Shows what there is, from a bare clone: npm start [-- FOLDER]
// Installs, builds, checks the folder, and opens it in VS Code with the extension installed from its VSIX.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { install } from './install.mjs';
import { ROOT, run } from './lib/project.mjs';

const SAMPLE = join(ROOT, 'test/fixtures/corpus');

/** What `report-corpus check` finds, in a few lines. */
function printSummary(folder) {
  const args = [join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stderr.trim()) console.error(stderr.trim());
  let summary;
  try {
    summary = JSON.parse(stdout).summary;
  } catch {
    console.error(`The check of ${folder} gave no answer (exit ${status}).`);
    return;
  }
  console.log(`\n${folder}: ${summary.files} reports, ${summary.findings} findings`);
  const rules = Object.entries(summary.byRule).sort(([, a], [, b]) => b - a);
  for (const [rule, count] of rules) console.log(`  ${String(count).padStart(6)}  ${rule}`);
}

/** The desktop's `code`, when it is there and takes the extension. */
async function openOnDesktop(vsix, folder) {
  const shell = process.platform === 'win32';
  const there = spawnSync('code', ['--version'], { stdio: 'ignore', shell, timeout: 30_000 });
  if (there.status !== 0) return false;
  if ((await run('code', ['--install-extension', vsix, '--force'], { shell })) !== 0) return false;
  return (await run('code', [folder], { shell })) === 0;
}

/** A VS Code from npm, for a browser on this machine, until Ctrl-C. */
async function serve(vsix, folder) {
  const { ensureHost } = await import('../test/vscode-host/install.mjs');
  const { installVsix, startServer } = await import('../test/vscode-host/server.mjs');
  const host = ensureHost();
  const data = mkdtempSync(join(tmpdir(), 'report-corpus-start-'));
  const extensions = join(data, 'extensions');
  let server;
  let stopping = false;
  const stop = async (code) => {
    if (stopping) return;
    stopping = true;
    await server?.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  try {
    await installVsix(host, { data, extensions, vsix });
    // VS Code leaves a socket per window where temporary files lie: there they go with the folder.
    const scratch = join(data, 'tmp');
    mkdirSync(scratch);
    server = await startServer(host, {
      data,
      extensions,
      env: { TMPDIR: scratch, XDG_RUNTIME_DIR: scratch },
    });
  } catch (error) {
    console.error(error.message);
    await stop(1);
  }
  console.log(
    `\nVS Code ${host.version} with Report Corpus; open this address in a browser on this machine:\n`,
  );
  console.log(`  ${server.address(folder)}\n`);
  console.log('Whoever has the address has a shell here: keep it to yourself. Ctrl-C ends it.');
  console.log(
    await server.ended.then((code) => (stopping ? 'Ended.' : `VS Code's server ended by itself (${code}).`)),
  );
  await stop(1);
}

async function main() {
  const given = process.argv[2];
  // npm runs scripts in the project's folder; a relative path means the one where the person stands.
  const folder = given ? resolve(process.env.INIT_CWD ?? process.cwd(), given) : SAMPLE;
  if (given && !(existsSync(folder) && statSync(folder).isDirectory()))
    throw new Error(`${folder} is not a folder.`);
  await install();
  const { makeVsix } = await import('./package.mjs');
  // Also builds; a machine without a compiler still gets an extension to look at.
  const vsix = await makeVsix({ withoutSegmenter: true });
  printSummary(folder);
  if (await openOnDesktop(vsix, folder)) return;
  await serve(vsix, folder);
}

await main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
