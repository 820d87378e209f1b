import { Buffer, isUtf8, transcode } from 'node:buffer';
import { guessEncoding, type LikelyEncoding } from './guess-encoding.js';

/** A file's text, without its byte order mark. */
export interface Decoded {
  readonly kind: 'text';
  readonly text: string;
  /** Whether the bytes began with EF BB BF; to be written back with it. */
  readonly bom: boolean;
}

/** Bytes that are no UTF-8 text. */
export interface Undecodable {
  readonly kind: 'undecodable';
  /** What the bytes look like; a guess. Only who asks for it (`recode`) gets a text by it. */
  readonly looksLike: LikelyEncoding;
  /** How sure that is, from 0 to 1. */
  readonly confidence: number;
  /** Bytes from the start of the file to the first byte that does not belong; 0 when the whole file is another encoding. */
  readonly at: number;
  /** The line, from 1, of that byte. */
  readonly line: number;
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Decodes strictly: a lone surrogate, an overlong form or a cut-off character makes the file undecodable, nothing
 * becomes U+FFFD. NUL bytes in UTF-8 are text, unless their pattern says UTF-16 or something binary.
 *
 * `transcode` decodes Chinese at about five times the speed of `TextDecoder` and `toString` (measured on Node 20).
 * Node 20 throws on invalid input there; later versions need not, so `isUtf8` is asked first.
 */
export function decode(bytes: Uint8Array): Decoded | Undecodable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const valid = isUtf8(buffer);
  if (!valid || buffer.includes(0)) {
    const { looksLike, confidence, at } = guessEncoding(buffer);
    if (!valid || looksLike !== 'utf-8')
      return { kind: 'undecodable', looksLike, confidence, at, line: lineAt(buffer, at) };
  }
  const bom = buffer.subarray(0, BOM.length).equals(BOM);
  const body = bom ? buffer.subarray(BOM.length) : buffer;
  return { kind: 'text', text: transcode(body, 'utf8', 'utf16le').toString('utf16le'), bom };
}

/**
 * The bytes of a text; the inverse of `decode`.
 * @throws RangeError when the text holds a lone surrogate, which UTF-8 cannot say: a bug of whoever edited it.
 */
export function encode(text: string, bom: boolean): Buffer {
  if (/\p{Surrogate}/u.test(text))
    throw new RangeError('the text holds a lone surrogate: it has no UTF-8 form');
  const body = Buffer.from(text, 'utf8');
  return bom ? Buffer.concat([BOM, body]) : body;
}

function lineAt(bytes: Buffer, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  return line;
}
