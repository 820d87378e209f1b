import { isUtf8, type Buffer } from 'node:buffer';

/** `utf-8` is UTF-8 with damage; `unknown` is no text this guess knows. */
export type LikelyEncoding =
  'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-8' | 'utf-8-surrogates' | 'binary' | 'unknown';

export interface EncodingGuess {
  readonly looksLike: LikelyEncoding;
  /** Byte offset of the first byte that is wrong in a damaged UTF-8 file; 0 otherwise. */
  readonly at: number;
}

/** What a guess looks at: enough for statistics, whatever the size of the file. */
const SAMPLE = 64 * 1024;
/** Every tenth character of running Chinese is one of these, in either script. */
const COMMON = new Set(
  '的一是在不了有和人会會国國中大为為上个個到说說时時要以地们們出年得可下生自发發后後市区區县縣委政府党黨工作议議主书書记記，。、：',
);
const COMMON_SHARE = 0.08;
/** What a report is made of, beside letters of other scripts here and there. */
const READABLE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e\s!-~“”‘’·…—]/u;
/** Above this share of NUL bytes a file is no text of ours. */
const BINARY_SHARE = 0.1;

/**
 * What bytes that are not plain UTF-8 may be. Simple and honest: it serves a message ("looks like Big5"), and no byte
 * is ever converted on its word.
 */
export function guessEncoding(bytes: Buffer): EncodingGuess {
  const sample = bytes.subarray(0, SAMPLE);
  const whole = (looksLike: LikelyEncoding): EncodingGuess => ({ looksLike, at: 0 });
  if (sample[0] === 0xff && sample[1] === 0xfe) return whole('utf-16le');
  if (sample[0] === 0xfe && sample[1] === 0xff) return whole('utf-16be');
  const utf16 = guessUtf16(sample);
  if (utf16 !== undefined) return whole(utf16);
  if (share(sample, (byte) => byte === 0) > BINARY_SHARE) return whole('binary');
  const valid = validUtf8(bytes);
  if (isUtf8(bytes) || mostlyUtf8(sample)) return damaged(bytes, valid);
  const scores = (['gb18030', 'big5'] as const).map((encoding) => ({
    encoding,
    score: commonShare(sample, encoding),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= COMMON_SHARE) return whole(best.encoding);
  if (share(sample, isControl) > BINARY_SHARE) return whole('binary');
  return { looksLike: 'unknown', at: valid };
}

function damaged(bytes: Buffer, at: number): EncodingGuess {
  // ED A0..BF is where a surrogate would stand: text that went through UTF-16 code units one by one (CESU-8).
  const surrogate = bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0;
  return { looksLike: surrogate ? 'utf-8-surrogates' : 'utf-8', at };
}

function share(bytes: Buffer, wanted: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (wanted(byte)) count++;
  return bytes.length === 0 ? 0 : count / bytes.length;
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13;
}

/**
 * UTF-16 without a byte order mark has NULs at line ends, digits and ASCII (and in 一, U+4E00, on the other side).
 * Read the right way nearly all of it is readable, and it has more of what is common; read the wrong way ASCII turns
 * into rare Han characters.
 */
function guessUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (!sample.includes(0)) return undefined;
  const even = sample.subarray(0, sample.length & ~1);
  let best: { readonly encoding: 'utf-16le' | 'utf-16be'; readonly usual: number } | undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const characters = [...decodeLeniently(even, encoding)];
    const readable = characters.filter((character) => READABLE.test(character)).length;
    if (characters.length === 0 || readable < characters.length * 0.9) continue;
    const usual = characters.filter((character) => character < '\u0080' || COMMON.has(character)).length;
    if (usual > (best?.usual ?? 0)) best = { encoding, usual };
  }
  return best?.encoding;
}

/** The share of common characters in the sample read as `encoding`; 0 where it cannot be read so. */
function commonShare(sample: Buffer, encoding: 'gb18030' | 'big5'): number {
  const text = decodeLeniently(sample, encoding);
  let common = 0;
  let other = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    if (COMMON.has(character)) common++;
    else other++;
  }
  return common === 0 ? 0 : common / (common + other);
}

/** A sample may end inside a character, so the decoder is not asked to be strict. */
function decodeLeniently(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // A Node built without full ICU does not know the encoding: then there is no guess.
    return '';
  }
}

/** Whether nearly all bytes above ASCII stand in well-formed sequences of UTF-8, which no other encoding does by chance. */
function mostlyUtf8(sample: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < sample.length;) {
    const length = sequenceLength(sample, i);
    if ((sample[i] ?? 0) >= 0x80) {
      if (length > 0) good += length;
      else bad++;
    }
    i += Math.max(length, 1);
  }
  return good > 0 && good >= bad * 9;
}

/** How many bytes from the start are well-formed UTF-8. */
function validUtf8(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** The length in bytes of the well-formed sequence at `at` (Unicode, table 3-7), or 0. */
function sequenceLength(bytes: Buffer, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const trails = (from: number, to: number): boolean => {
    for (let i = from; i <= to; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return false;
    return true;
  };
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return trails(1, 1) ? 2 : 0;
  if (first < 0xf0) {
    if (first === 0xe0 && second < 0xa0) return 0;
    if (first === 0xed && second > 0x9f) return 0;
    return trails(1, 2) ? 3 : 0;
  }
  if (first > 0xf4 || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return trails(1, 3) ? 4 : 0;
}
