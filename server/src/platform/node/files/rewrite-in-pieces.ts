import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import {
  createPieceConverter,
  NotUtf8Error,
  type ConvertUnits,
  type PieceConverter,
} from './convert-stream.js';
import { lastCut } from './cut-points.js';
import { replaceAtomically, type WriteResult } from './write-atomically.js';

/** What became of a file; `would-change` in a dry run only. Of `undecodable` bytes nothing was written. */
export type PiecesResult = WriteResult | { readonly kind: 'unchanged' | 'would-change' | 'undecodable' };

export interface PiecesOptions {
  readonly dryRun: boolean;
  /** Bytes that are read at once. */
  readonly piece?: number;
  /** Where pieces may be cut; see `lastCut`, which is the default. */
  readonly cut?: typeof lastCut;
}

/** Bytes that are read at once unless somebody wants more: enough for speed, few enough to keep memory low. */
const PIECE = 1 << 18;
/** Bytes after which the disk is asked to begin with what it has, so that there is less to wait for in the end. */
const FLUSH = 16 << 20;
/** Bytes kept free in front of a piece, for the end of the line that the piece before it broke off. */
const ROOM = 1 << 16;

/**
 * Converts a file of any size in place: in memory there are a few pieces of it. As with `writeAtomically` the file
 * is the old one or the new one at every moment, and one that somebody changes meanwhile is left alone.
 * @param path absolute, of an ordinary file
 * @throws what opening and reading the file throws; `unreadable` names it
 */
export async function rewriteInPieces(
  path: string,
  convert: ConvertUnits,
  { dryRun, piece = PIECE, cut = lastCut }: PiecesOptions,
): Promise<PiecesResult> {
  const source = await open(path, 'r');
  try {
    const status = await source.stat({ bigint: true });
    const copyTo = (target?: FileHandle, seen?: (bytes: Buffer) => void): Promise<boolean> =>
      copy(source, piece, target, createPieceConverter(convert, cut), seen);
    if (dryRun) return { kind: (await copyTo()) ? 'would-change' : 'unchanged' };
    // Times tell that a file has changed, but for one that changed a moment ago: its bytes are compared.
    const hash = isFresh(status) ? createHash('sha1') : undefined;
    return await replaceAtomically(path, {
      write: (target) => copyTo(target, (bytes) => hash?.update(bytes)),
      isStill: async (target) =>
        isSame(status, await stat(target, { bigint: true })) &&
        (hash === undefined || hash.digest('hex') === (await digest(source))),
    });
  } catch (error) {
    if (error instanceof NotUtf8Error) return { kind: 'undecodable' };
    throw error;
  } finally {
    await source.close();
  }
}

/** Writes the conversion of `source` into `target`, reading and writing while it converts; whether it differs. */
async function copy(
  source: FileHandle,
  piece: number,
  target: FileHandle | undefined,
  converter: PieceConverter,
  seen: ((bytes: Buffer) => void) | undefined,
): Promise<boolean> {
  let writing: Promise<void> = Promise.resolve();
  let flushed = 0;
  let written = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    await writing;
    if (target === undefined) return;
    writing = writeAll(target, bytes);
    // Awaited with the next piece; until then a failure is nobody's unhandled rejection.
    writing.catch(() => undefined);
    written += bytes.length;
    if (written - flushed < FLUSH) return;
    flushed = written;
    void target.datasync().catch(() => undefined);
  };
  for await (const bytes of pieces(source, piece)) {
    seen?.(bytes);
    await write(converter.push(bytes, ROOM));
  }
  await write(converter.end());
  await writing;
  return converter.changed;
}

/** The pieces of a file from its beginning; each lasts until two more have been asked for. */
async function* pieces(source: FileHandle, piece: number): AsyncGenerator<Buffer> {
  // One is being read into, one is being converted, one may still be on its way to the disk.
  const buffers = Array.from({ length: 3 }, () => Buffer.allocUnsafe(ROOM + piece));
  let position = 0;
  let turn = 0;
  const readNext = async (): Promise<Buffer> => {
    const into = buffers[turn++ % buffers.length] ?? Buffer.alloc(0);
    const { bytesRead } = await source.read(into, ROOM, piece, position);
    position += bytesRead;
    return into.subarray(ROOM, ROOM + bytesRead);
  };
  let reading = readNext();
  for (;;) {
    const bytes = await reading;
    if (bytes.length === 0) return;
    reading = readNext();
    reading.catch(() => undefined);
    yield bytes;
  }
}

async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesWritten } = await target.write(bytes, from, bytes.length - from);
    from += bytesWritten;
  }
}

/**
 * Whether the file could change again and keep its times: it changed within the tick of the clock that stamps files
 * (some milliseconds; two seconds where the stamps are whole seconds).
 */
function isFresh({ ctimeNs, ctimeMs }: BigIntStats): boolean {
  const tick = ctimeNs % 1_000_000_000n === 0n ? 2000 : 100;
  return Date.now() - Number(ctimeMs) < tick;
}

function isSame(before: BigIntStats, now: BigIntStats): boolean {
  return (
    now.isFile() &&
    now.dev === before.dev &&
    now.ino === before.ino &&
    now.size === before.size &&
    now.mode === before.mode &&
    now.mtimeNs === before.mtimeNs &&
    now.ctimeNs === before.ctimeNs
  );
}

async function digest(source: FileHandle): Promise<string> {
  const hash = createHash('sha1');
  for await (const bytes of pieces(source, PIECE)) hash.update(bytes);
  return hash.digest('hex');
}
