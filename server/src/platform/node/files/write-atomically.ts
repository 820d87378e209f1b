import type { Buffer } from 'node:buffer';
import type { BigIntStats } from 'node:fs';
import { access, constants, open, readFile, realpath, rename, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';
import { openTemporary, type TemporaryFile } from './temporary-files.js';

export interface Written {
  readonly kind: 'written';
  /** Other names (hard links) of the old file; they keep the old bytes. */
  readonly otherNames: number;
}

/** The file on the disk is not the one that was read; it was left alone. */
export interface Changed {
  readonly kind: 'changed';
}

/** Why a file was not written. */
export interface NotWritten {
  readonly kind: 'denied' | 'special' | 'full' | 'failed';
  readonly code: string | undefined;
}

export type WriteResult = Written | Changed | NotWritten;

/**
 * Replaces a file's bytes so that at every moment, a power cut included, the file is the old one or the new one.
 *
 * The new bytes go to a temporary file in the same folder, are synced, get the old file's permissions (and owner,
 * where the system lets us), and are renamed over it; then the folder is synced. A symbolic link is followed and
 * stays a link. Just before the rename the file is compared, byte by byte, with `before`, what the caller has read:
 * times and sizes miss a change within one tick of the clock, and reading again costs little beside the sync.
 *
 * Hard links: the rename gives this name a file of its own, and the other names keep the old bytes. Writing in place
 * would keep them together and be neither atomic nor kind to backups made of hard links; `otherNames` says so.
 * Extended attributes and access lists beyond the mode are not carried over: Node cannot read them.
 */
export async function writeAtomically(path: string, before: Buffer, after: Buffer): Promise<WriteResult> {
  const result = await replaceAtomically(path, {
    write: async (handle) => {
      await handle.writeFile(after);
      return true;
    },
    isStill: (target, status) => isStill(target, status, before),
  });
  return result.kind === 'unchanged' ? { kind: 'changed' } : result;
}

/** How a file's new bytes come to be. */
export interface Replacement {
  /** Writes them into the temporary file; false when there is nothing to replace after all. */
  readonly write: (handle: FileHandle) => Promise<boolean>;
  /** Whether the file (links resolved, with its status at the beginning) is the one that was read. */
  readonly isStill: (target: string, status: BigIntStats) => Promise<boolean>;
}

/** `writeAtomically` for bytes that nobody holds as a whole. */
export async function replaceAtomically(
  path: string,
  { write, isStill: isTheSame }: Replacement,
): Promise<WriteResult | { readonly kind: 'unchanged' }> {
  let temporary: TemporaryFile | undefined;
  try {
    const target = await realpath(path);
    const status = await stat(target, { bigint: true });
    if (!status.isFile()) return { kind: 'special', code: undefined };
    // The rename asks only for the folder's permission; a file that its owner protected stays as it is.
    await access(target, constants.W_OK);
    temporary = await openTemporary(dirname(target));
    const { handle } = temporary;
    try {
      if (!(await write(handle))) return { kind: 'unchanged' };
      await takeOver(handle, status);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await isTheSame(target, status))) return { kind: 'changed' };
    await rename(temporary.path, target);
    temporary.keep();
    await syncFolder(dirname(target));
    return { kind: 'written', otherNames: Number(status.nlink) - 1 };
  } catch (error) {
    return notWritten(error);
  } finally {
    await temporary?.remove();
  }
}

/** Owner first: changing it clears bits of the mode. */
async function takeOver(handle: FileHandle, from: BigIntStats): Promise<void> {
  const own = await handle.stat({ bigint: true });
  if (own.uid !== from.uid || own.gid !== from.gid) {
    await handle.chown(Number(from.uid), Number(from.gid)).catch(() => undefined);
  }
  await handle.chmod(Number(from.mode & 0o7777n));
}

async function isStill(target: string, before: BigIntStats, bytes: Buffer): Promise<boolean> {
  const now = await stat(target, { bigint: true });
  if (!now.isFile() || now.size !== BigInt(bytes.length) || now.mode !== before.mode) return false;
  return bytes.equals(await readFile(target));
}

/** Makes the rename itself last; where a folder cannot be opened or synced (Windows, some networks) it is left to the system. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file is whole either way.
  }
}

function notWritten(error: unknown): WriteResult {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return { kind: 'changed' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'denied', code };
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'full', code };
    default:
      if (code === undefined) throw error;
      return { kind: 'failed', code };
  }
}
