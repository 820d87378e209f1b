import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import type { LenientDecoder } from '../../core/encoding/detect.js';
import type { LegacyEncoding, Transcoder } from '../../core/encoding/transcoder.js';

/** iconv-lite's `big5` is Big5-HKSCS; Node's own TextDecoder knows neither those characters nor how to encode. */
const NAMES: Readonly<Record<LegacyEncoding | 'utf-16le' | 'utf-16be', string>> = {
  gb18030: 'gb18030',
  gbk: 'gbk',
  big5: 'big5hkscs',
  cp950: 'cp950',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

/** The encoding tables of iconv-lite, which it builds when an encoding is first asked for. */
export function createTranscoder(): Transcoder {
  return {
    decode: (bytes, encoding) => iconv.decode(asBuffer(bytes), NAMES[encoding], { stripBOM: false }),
    encode: (text, encoding) => iconv.encode(text, NAMES[encoding], { addBOM: false }),
  };
}

/** Decodes what an encoding is guessed from. */
export const decodeLeniently: LenientDecoder = (bytes, encoding) =>
  iconv.decode(asBuffer(bytes), NAMES[encoding], { stripBOM: false });

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
