import { Buffer, isUtf8, transcode } from 'node:buffer';
import { lastCut } from './cut-points.js';
import { guessEncoding } from './guess-encoding.js';

/** Turns UTF-16 units into others; what stands beyond a cut must not matter to it (see `lastCut`). */
export type ConvertUnits = (units: Uint16Array) => Uint16Array;

/** Bytes that are no UTF-8 text. */
export class NotUtf8Error extends Error {
  constructor() {
    super('not UTF-8');
  }
}

/** A conversion of UTF-8 bytes that come in pieces. Each call gives what is done by then. */
export interface PieceConverter {
  /**
   * @param room bytes in front of `bytes`, in the same memory, that may be written to: what is left over from before
   * goes there, and nothing has to be copied together
   * @throws NotUtf8Error as strictly as `decode`: nothing becomes U+FFFD
   */
  push(bytes: Buffer, room?: number): Buffer;
  /** The rest. */
  end(): Buffer;
  /** Whether anything has become something else. */
  readonly changed: boolean;
}

const NOTHING = Buffer.alloc(0);
/** Bytes. */
const CRUMB = 4096;

/** `transcode` goes both ways at a multiple of the speed of strings, and no text is ever held as a whole. */
export function createPieceConverter(
  convert: ConvertUnits,
  cutBehind: typeof lastCut = lastCut,
): PieceConverter {
  /** What no cut has been found behind yet. */
  let rest: Buffer[] = [];
  let changed = false;
  const run = (bytes: Buffer): Buffer => {
    if (bytes.length === 0) return bytes;
    if (!isUtf8(bytes) || (bytes.includes(0) && guessEncoding(bytes).looksLike !== 'utf-8'))
      throw new NotUtf8Error();
    const wide = transcode(bytes, 'utf8', 'utf16le');
    const converted = bytesOf(convert(new Uint16Array(wide.buffer, wide.byteOffset, wide.byteLength >> 1)));
    if (converted.equals(wide)) return bytes;
    changed = true;
    return transcode(converted, 'utf16le', 'utf8');
  };
  return {
    push(bytes, room = 0) {
      const cut = cutBehind(bytes, rest.at(-1));
      // Copies: the caller fills its buffer again, and a small rest must not keep a large buffer alive.
      const left = Buffer.from(bytes.subarray(cut));
      if (cut === 0) {
        const last = rest.at(-1);
        // Crumbs go together: the end of what is left has to show whether a cut is safe.
        if (last !== undefined && last.length < CRUMB) rest[rest.length - 1] = Buffer.concat([last, left]);
        else rest.push(left);
        return NOTHING;
      }
      const all = together(rest, bytes.subarray(0, cut), room);
      rest = [left];
      return run(all);
    },
    end() {
      const all = Buffer.concat(rest);
      rest = [];
      return run(all);
    },
    get changed() {
      return changed;
    },
  };
}

function together(rest: readonly Buffer[], bytes: Buffer, room: number): Buffer {
  const [first] = rest;
  if (first === undefined) return bytes;
  if (rest.length > 1 || first.length > room) return Buffer.concat([...rest, bytes]);
  const all = Buffer.from(bytes.buffer, bytes.byteOffset - first.length, first.length + bytes.length);
  first.copy(all);
  return all;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
