import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { lstat, open, readdir, unlink, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Names of temporary files: `.report-corpus-<host>-<pid>-<random>.tmp`. They carry who writes them, so that a later
 * run can tell what a killed one left behind from what a living one is writing. The report's own name is no part
 * of it: with it a long name would grow over the limit of the file system.
 */
const PATTERN = /^\.report-corpus-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/**
 * Milliseconds without a write after which a temporary file is left over even if a process with its number lives
 * (numbers come again) or if it comes from another machine: no run rests so long in the middle of a file.
 */
const STALE = 60 * 60 * 1000;
/** What ends a run in an orderly way: Ctrl-C, `kill`, a terminal that is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether a file name is one of ours; no report has such a name. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name);
}

/** A file that is to become another one by a rename. */
export interface TemporaryFile {
  /** Absolute. */
  readonly path: string;
  /** Open for writing; whoever opened it closes it. */
  readonly handle: FileHandle;
  /** Says that it has been renamed: there is nothing to remove any more. */
  keep(): void;
  /** Removes it, unless it is to be kept. */
  remove(): Promise<void>;
}

/**
 * Creates a temporary file in a folder (absolute path). As long as it is there, a signal that ends the process removes
 * it first.
 * @throws what creating the file throws
 */
export async function openTemporary(folder: string): Promise<TemporaryFile> {
  const path = join(folder, temporaryName());
  // Created at once, not by a promise: between its first moment and the listener no signal can come.
  closeSync(openSync(path, 'wx', 0o600));
  const ignoreSignals = removeOnSignal(path);
  let isOurs = true;
  const remove = async (): Promise<void> => {
    if (isOurs) await unlink(path).catch(() => undefined);
    ignoreSignals();
  };
  try {
    // Windows has no such flag, and no such links to fear.
    const noLinks = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
    const handle = await open(path, constants.O_RDWR | noLinks);
    const keep = (): void => {
      isOurs = false;
      ignoreSignals();
    };
    return { path, handle, keep, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Removes a file when the process is told to end, which it then does as it would have done: by the signal, so that a
 * shell sees 130 or 143. Gives what takes the listeners away again.
 */
function removeOnSignal(path: string): () => void {
  const ignore = (): void => {
    for (const signal of ENDINGS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    try {
      unlinkSync(path);
    } catch {
      // It has just been renamed.
    }
    ignore();
    // The last listener lets the signal do its work; one of somebody else has plans of its own.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of ENDINGS) process.on(signal, end);
  return ignore;
}

/** A name no other writer has. */
export function temporaryName(): string {
  return `.report-corpus-${host()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Removes what killed runs left in a folder; only files with a name of ours whose process is gone (or which are an
 * hour old). What cannot be looked at or removed is left where it is. Returns how many were removed.
 */
export async function removeLeftovers(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const removed = await Promise.all(names.map((name) => removeIfLeft(join(folder, name), name)));
  return removed.filter(Boolean).length;
}

async function removeIfLeft(path: string, name: string): Promise<boolean> {
  const [, writtenOn, pid] = PATTERN.exec(name) ?? [];
  if (pid === undefined) return false;
  try {
    const status = await lstat(path);
    if (!status.isFile()) return false;
    const age = Date.now() - status.mtimeMs;
    if (age < STALE && (writtenOn !== host() || isAlive(Number(pid), age))) return false;
    await unlink(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether the process that began a file of that age (milliseconds) may still be at it. */
function isAlive(pid: number, age: number): boolean {
  // In a container every run has the same low number: a file older than this process is none of its own.
  if (pid === process.pid) return age < process.uptime() * 1000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A process number means nothing on another machine that shares the folder. */
function host(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
