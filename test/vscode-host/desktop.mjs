/*
 * The desktop VS Code, where there is one or one can be downloaded, through @vscode/test-electron.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const UPDATES = 'https://update.code.visualstudio.com/api/releases/stable';

/** The program behind the `code` on the PATH, which is only a script that starts it. */
function installed() {
  if (process.env.VSCODE) return existsSync(process.env.VSCODE) ? process.env.VSCODE : undefined;
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['code'], { encoding: 'utf8' });
  const script = found.status === 0 ? found.stdout.split(/\r?\n/)[0] : '';
  if (!script) return undefined;
  const bin = dirname(realpathSync(script));
  const beside = { win32: '../Code.exe', darwin: '../../../MacOS/Electron' }[process.platform] ?? '../code';
  const program = resolve(bin, beside);
  // In a remote shell (WSL, SSH) `code` only talks to a window elsewhere: there is no program behind it.
  return existsSync(program) ? program : undefined;
}

/** Asked with a limit of 5 s: an offline machine must not wait for an answer that never comes. */
const downloadable = async () => {
  try {
    const response = await fetch(UPDATES, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    return false;
  }
};

/**
 * @param {string} version of VS Code to download where none is installed
 * @returns {Promise<{ executable: string, from: string } | { why: string }>} `why` there is none
 */
export async function findDesktop(version = 'stable') {
  if (process.env.REPORT_CORPUS_VSCODE === 'npm')
    return { why: 'REPORT_CORPUS_VSCODE=npm asks for the one from npm' };
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return { why: 'there is no display here' };
  const executable = installed();
  if (executable) return { executable, from: `the VS Code installed at ${executable}` };
  if (!(await downloadable())) return { why: 'no VS Code is installed and none can be downloaded' };
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const downloaded = await downloadAndUnzipVSCode({ version, reporter: undefined });
  return { executable: downloaded, from: `VS Code ${version}, downloaded by @vscode/test-electron` };
}

/** Installs the VSIX and runs the suite; resolves with the suite's exit code. */
export async function runOnDesktop(
  desktop,
  { data, extensions, vsix, dummy, tests, folder, env, afterInstall },
) {
  const { resolveCliArgsFromVSCodeExecutablePath, runTests } = await import('@vscode/test-electron');
  const places = ['--extensions-dir', extensions, '--user-data-dir', join(data, 'user')];
  mkdirSync(extensions, { recursive: true });
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(desktop.executable);
  const put = spawnSync(cli, ['--install-extension', vsix, '--force', ...places], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (put.status !== 0)
    throw new Error(`VS Code did not install ${vsix}:\n${put.error?.message ?? put.stderr}`);
  afterInstall?.(extensions);
  return runTests({
    vscodeExecutablePath: desktop.executable,
    extensionDevelopmentPath: dummy,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [folder, ...places, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
  }).catch(() => 1);
}
