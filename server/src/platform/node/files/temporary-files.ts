import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Names of temporary files: `.report-corpus-<host>-<pid>-<random>.tmp`. They carry who writes them, so that a later
 * run can tell what a killed one left behind from what a living one is writing. The report's own name is no part
 * of it: with it a long name would grow over the limit of the file system.
 */
const PATTERN = /^\.report-corpus-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/** Milliseconds after which a temporary file is left over even if a process with its number lives: numbers come again. */
const STALE = 24 * 60 * 60 * 1000;

/** Whether a file name is one of ours; no report has such a name. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name);
}

/** A name no other writer has. */
export function temporaryName(): string {
  return `.report-corpus-${host()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Removes what killed runs left in a folder; only files with a name of ours whose process is gone (or which are a
 * day old). What cannot be looked at or removed is left where it is. Returns how many were removed.
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
