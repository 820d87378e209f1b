import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { errorCode } from './error-code.js';

/** Why git did not answer. `message` is git's own word for it, in English. */
export interface GitProblem {
  readonly kind: 'no-git' | 'no-repository' | 'no-revision' | 'failed';
  readonly message: string;
}

/** A file that the working tree has otherwise than the revision. */
export interface GitChange {
  readonly kind: 'modified' | 'renamed' | 'deleted' | 'added';
  /** In the working tree (for a deleted file: in the revision), from the top folder, with slashes. */
  readonly path: string;
  /** Another path in the revision. */
  readonly from: string | undefined;
  /** The object that holds the revision's bytes; undefined for an added file. */
  readonly object: string | undefined;
}

/** What a revision of a git repository holds beside the working tree; everything is read, nothing written. */
export interface GitHistory {
  /** The top folder of the working tree, absolute. */
  readonly top: string;
  /** The files under `paths` (absolute; none: all) that differ from the revision, ascending by path. */
  changes(paths: readonly string[]): Promise<readonly GitChange[] | GitProblem>;
  /** The bytes of an object. */
  read(object: string): Promise<Buffer | GitProblem>;
}

/** Opens the repository around a folder (absolute path) at a revision (any name that git knows). */
export async function openGitHistory(folder: string, revision: string): Promise<GitHistory | GitProblem> {
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if ('kind' in top) return top.kind === 'failed' ? { ...top, kind: 'no-repository' } : top;
  const root = line(top.out);
  // A revision is never an option, whatever it is called.
  const commit = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if ('kind' in commit) return commit.kind === 'failed' ? { ...commit, kind: 'no-revision' } : commit;
  const id = line(commit.out);
  return {
    top: root,
    async changes(paths) {
      const tracked = await git(root, [...DIFF, id, '--', ...paths]);
      if ('kind' in tracked) return tracked;
      const others = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...paths]);
      if ('kind' in others) return others;
      const added = fields(others.out).map((path): GitChange => ({ kind: 'added', path, ...NOTHING_BEFORE }));
      return [...readChanges(fields(tracked.out)), ...added].sort((a, b) =>
        a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
      );
    },
    async read(object) {
      const read = await git(root, ['cat-file', 'blob', object]);
      return 'kind' in read ? read : read.out;
    },
  };
}

const DIFF = ['diff', '--raw', '-z', '--no-abbrev', '--find-renames', '--no-ext-diff', '--no-textconv'];
const NOTHING_BEFORE = { from: undefined, object: undefined } as const;
/** Modes of ordinary files begin so; links and submodules are no reports. */
const FILE = '100';

/** Reads `git diff --raw -z`: `:oldmode newmode oldobject newobject status`, path, and for a rename the new path. */
function readChanges(parts: readonly string[]): GitChange[] {
  const found: GitChange[] = [];
  for (let i = 0; i < parts.length;) {
    const [oldMode = '', newMode = '', object = '', , status = ''] = (parts[i++] ?? '').slice(1).split(' ');
    const before = parts[i++] ?? '';
    const renamed = status.startsWith('R') || status.startsWith('C');
    const path = renamed ? (parts[i++] ?? '') : before;
    const was = oldMode.startsWith(FILE);
    const is = newMode.startsWith(FILE);
    if (!was && is) found.push({ kind: 'added', path, ...NOTHING_BEFORE });
    else if (was && !is) found.push({ kind: 'deleted', path: before, from: undefined, object });
    else if (was && renamed) found.push({ kind: 'renamed', path, from: before, object });
    else if (was) found.push({ kind: 'modified', path, from: undefined, object });
  }
  return found;
}

function fields(out: Buffer): string[] {
  return out
    .toString('utf8')
    .split('\0')
    .filter((one) => one !== '');
}

function line(out: Buffer): string {
  return out.toString('utf8').replace(/\r?\n$/, '');
}

/** Runs git in a folder. Paths are names, never patterns; nothing is locked and nobody is asked for a password. */
function git(folder: string, args: readonly string[]): Promise<{ readonly out: Buffer } | GitProblem> {
  return new Promise((resolve) => {
    const child = spawn('git', ['--literal-pathspecs', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let message = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (message = `${message}${chunk.toString()}`.slice(0, 500)));
    child.on('error', (error) => {
      const missing = errorCode(error) === 'ENOENT';
      resolve({ kind: missing ? 'no-git' : 'failed', message: error.message });
    });
    child.on('close', (code) => {
      if (code === 0) resolve({ out: Buffer.concat(out) });
      else resolve({ kind: 'failed', message: message.trim().split('\n')[0] ?? '' });
    });
  });
}
