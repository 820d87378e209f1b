import { Buffer, constants } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import { decode, type Undecodable } from './decode.js';
import { errorCode } from './error-code.js';

/** A report as it lies on the disk. */
export interface ReportFile {
  readonly kind: 'text';
  readonly text: string;
  readonly bom: boolean;
  /** What was read; a writer compares it with the file before it replaces that. */
  readonly bytes: Buffer;
}

/** Why a path gives no text. `code` is the system's word for it (`EACCES`), where there is one. */
export interface Unreadable {
  readonly kind: 'missing' | 'denied' | 'folder' | 'special' | 'too-large' | 'failed';
  readonly code: string | undefined;
}

/** A file that is no UTF-8, with what was read. */
export interface UndecodableFile extends Undecodable {
  readonly bytes: Buffer;
}

export type ReadResult = ReportFile | UndecodableFile | Unreadable;

/** Reads and decodes one file; never throws for what the disk or the bytes hold. */
export async function readReport(path: string): Promise<ReadResult> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const status = await handle.stat();
    if (status.isDirectory()) return { kind: 'folder', code: undefined };
    // A pipe (`<(iconv …)`) can be read to its end; a device need not have one.
    if (!status.isFile() && !status.isFIFO()) return { kind: 'special', code: undefined };
    if (status.size > constants.MAX_STRING_LENGTH) return { kind: 'too-large', code: undefined };
    const bytes = await readAll(handle, status.size);
    const decoded = decode(bytes);
    return { ...decoded, bytes };
  } catch (error) {
    return unreadable(error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** One read does for nearly every report, and each call costs more than the bytes it brings. */
async function readAll(handle: FileHandle, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size + 1);
  const { bytesRead } = await handle.read(buffer, 0, size + 1, null);
  const first = buffer.subarray(0, bytesRead);
  // Otherwise it shrank or grew meanwhile, came in pieces over a network, or is a pipe that has no size.
  if (bytesRead === size) return first;
  return Buffer.concat([first, await handle.readFile()]);
}

/** What an error of the file system means to somebody who named the path. */
export function unreadable(error: unknown): Unreadable {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing', code };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'denied', code };
    case 'EISDIR':
      return { kind: 'folder', code };
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return { kind: 'too-large', code };
    default:
      if (code === undefined) throw error;
      return { kind: 'failed', code };
  }
}
