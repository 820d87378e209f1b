// Small things that every script here needs. Plain Node, so that they run on a bare clone.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The repository's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

export const exists = (path) => existsSync(join(ROOT, path));
export const readJson = (path) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));

/** `1.2 s`, from a performance.now() of before. */
export const since = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0).padStart(7)} KB`;

/** Bytes in a file or in everything under a folder. */
export function sizeOf(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** Leaves a file that is as it should be alone: a server that runs from dist/ may be reading it. */
export function copyIfNewer(from, to) {
  const [source, target] = [statSync(from), existsSync(to) ? statSync(to) : undefined];
  if (target && target.size === source.size && target.mtimeMs >= source.mtimeMs) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** The VS Code target (`linux-x64` …) of the machine this runs on. */
export const machineTarget = () => {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return `${musl ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
};

/**
 * Runs a program, its output shown as it comes; resolves with its exit code (127 when it cannot be started).
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const run = (command, args, options = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (signal ? 128 : 1)));
  });

/** Like `run`, but keeps what the program says for later. */
export const runCaptured = (command, args, options = {}) =>
  new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => (output += chunk));
    }
    child.on('error', (error) => done({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

/** `npm` itself is a script on Windows, which only a shell starts. */
export const npm = (args, options = {}) =>
  run('npm', args, { ...options, shell: process.platform === 'win32' });
