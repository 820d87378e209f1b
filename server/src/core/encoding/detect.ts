import { isUsualHan } from './common-characters.js';
import { decodeUtf8, sequenceLength, validUtf8 } from './utf8.js';

/** `utf-8` is UTF-8, or UTF-8 with damage when its bytes are not valid; `unknown` is no text this knows. */
export type LikelyEncoding =
  'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-8' | 'utf-8-surrogates' | 'binary' | 'unknown';

export interface EncodingGuess {
  readonly looksLike: LikelyEncoding;
  /** From 0 to 1, never quite 1 without a byte order mark; 0 for `binary` and `unknown`. */
  readonly confidence: number;
  /** Byte offset of the first byte that is wrong in a damaged UTF-8 file; 0 otherwise. */
  readonly at: number;
}

/** Below this a guess is not acted on unless a person names the encoding. */
export const SURE = 0.8;

/** What a guess needs of the platform: the text of bytes, with U+FFFD for what is none. */
export type LenientDecoder = (
  bytes: Uint8Array,
  encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be',
) => string;

const NARROW = ['gb18030', 'big5'] as const;
const WIDE = ['utf-16le', 'utf-16be'] as const;

/** What a guess looks at: enough for statistics, whatever the size of the file. */
const SAMPLE = 64 * 1024;
/** Above this share of NUL bytes or control characters a file that is nothing else is no text. */
const BINARY_SHARE = 0.1;

/*
 * Natural logarithms of how probable one character of a class is in a Chinese text of the right encoding: the share
 * of its class divided by the size of the class. Read with a wrong encoding, usual characters turn into others.
 * A few nats more or less change no answer: a text of 25 characters is decided by a hundred.
 */
const USUAL = Math.log(0.6 / 1150);
const MARK = Math.log(0.12 / 100);
const OTHER_HAN = Math.log(0.1 / 12_000);
const OTHER = Math.log(0.01 / 8000);
const WRONG = Math.log(1e-7);
const CONTROL = -12;
/** The same in every hypothesis: it tells them not apart. */
const ASCII = -4.7;
/** A byte above ASCII of a text that is none of the encodings. */
const STRAY = -6;
/** Neighbours are not independent: counted in full, they would make every answer look certain. */
const TEMPERATURE = 3;
/** Korean and Japanese read as Chinese fit the tables, but have few usual characters: below this share, less sure. */
const USUAL_SHARE = 0.25;
/** No statistics are certain. */
const MOST = 0.99;

/**
 * What bytes may be: each encoding is a hypothesis, weighed by how probable a text it makes of the bytes against the
 * other encodings and against "some other 8-bit text". Pure; the decoding is the platform's.
 */
export function detectEncoding(bytes: Uint8Array, decode: LenientDecoder): EncodingGuess {
  const sure = (looksLike: LikelyEncoding): EncodingGuess => ({ looksLike, confidence: 1, at: 0 });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && validUtf8(bytes) === bytes.length)
    return sure('utf-8');
  const sample = sampleOf(bytes);
  const zeros = share(sample, (byte) => byte === 0);
  const valid = validUtf8(bytes);
  const isUtf8 = valid === bytes.length;
  if (zeros === 0) {
    if (isUtf8) return sure('utf-8');
    if (mostlyUtf8(sample)) return damaged(bytes, valid);
  }
  const candidates = isUtf8 ? WIDE : ([...NARROW, ...WIDE] as const);
  const hypotheses = candidates.map((encoding) => {
    const text = decode(
      encoding.startsWith('utf-16') ? sample.subarray(0, sample.length & ~1) : sample,
      encoding,
    );
    return { encoding, ...weigh(text, sample.length < bytes.length, 2 * WRONG) };
  });
  const none = isUtf8
    ? weigh(decodeUtf8(sample.subarray(0, validUtf8(sample))) ?? '', false, CONTROL).weight
    : weighNone(sample);
  const best = hypotheses.reduce((a, b) => (b.weight > a.weight ? b : a));
  const rivals = [none, ...hypotheses.filter((one) => one !== best).map(({ weight }) => weight)];
  const odds = rivals.reduce((sum, weight) => sum + Math.exp((weight - best.weight) / TEMPERATURE), 0);
  const narrow = best.encoding === 'gb18030' || best.encoding === 'big5';
  const readable = Math.max(0, 1 - 20 * best.wrong) * (narrow ? Math.min(1, best.usual / USUAL_SHARE) : 1);
  const confidence = Math.min(MOST, readable / (1 + odds));
  if (best.weight > none && confidence > 0)
    return { looksLike: best.encoding, confidence: round(confidence), at: 0 };
  if (isUtf8 && zeros <= BINARY_SHARE) return { looksLike: 'utf-8', confidence: MOST, at: 0 };
  const binary = zeros > BINARY_SHARE || share(sample, isControl) > BINARY_SHARE;
  return { looksLike: binary ? 'binary' : 'unknown', confidence: 0, at: binary ? 0 : valid };
}

/** From the first byte that says something; a character of two bytes begins there, and so does one of UTF-16. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  const start = Math.max(0, first - 64) & ~1;
  return bytes.subarray(start, start + SAMPLE);
}

interface Weighed {
  readonly weight: number;
  /** Share of what is no character, among what is not ASCII. */
  readonly wrong: number;
  /** Share of the usual among the Han characters; 1 where there are none. */
  readonly usual: number;
}

/** @param zero the weight of a NUL, which UTF-16 has none of and UTF-8 hardly ever */
function weigh(text: string, cut: boolean, zero: number): Weighed {
  let weight = 0;
  let wrong = 0;
  let above = 0;
  let usual = 0;
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      weight += unit === 0 ? zero : isControl(unit) ? CONTROL : ASCII;
      continue;
    }
    above++;
    if (isUsualHan(unit)) {
      weight += USUAL;
      usual++;
      han++;
    } else if (isMark(unit)) weight += MARK;
    else if (unit >= 0x4e00 && unit <= 0x9fff) {
      weight += OTHER_HAN;
      han++;
    } else if (isSurrogatePair(text, i)) {
      weight += OTHER;
      i++;
    } else if (unit === 0xfffd || (unit >= 0xd800 && unit <= 0xdfff) || unit < 0xa0 || unit >= 0xfff0) {
      // The sample may end inside a character.
      if (cut && i >= text.length - 2) continue;
      weight += WRONG;
      wrong++;
    } else weight += OTHER;
  }
  return { weight, wrong: above === 0 ? 0 : wrong / above, usual: han === 0 ? 1 : usual / han };
}

/** Punctuation and full-width forms, and the marks that Chinese shares with others. */
function isMark(unit: number): boolean {
  return (
    (unit >= 0x3000 && unit <= 0x301f) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x2026) ||
    unit === 0xb7
  );
}

function isSurrogatePair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff || at + 1 >= text.length) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

function weighNone(sample: Uint8Array): number {
  let weight = 0;
  for (const byte of sample) weight += byte >= 0x80 ? STRAY : isControl(byte) ? CONTROL : ASCII;
  return weight;
}

function damaged(bytes: Uint8Array, at: number): EncodingGuess {
  // ED A0..BF is where a surrogate would stand: text that went through UTF-16 code units one by one (CESU-8).
  const surrogate = bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0;
  return { looksLike: surrogate ? 'utf-8-surrogates' : 'utf-8', confidence: MOST, at };
}

function share(bytes: Uint8Array, wanted: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (wanted(byte)) count++;
  return bytes.length === 0 ? 0 : count / bytes.length;
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13;
}

/** Whether nearly all bytes above ASCII stand in well-formed sequences of UTF-8, which no other encoding does by chance. */
function mostlyUtf8(sample: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < sample.length;) {
    const length = sequenceLength(sample, i);
    if (sample[i]! >= 0x80) {
      if (length > 0) good += length;
      else bad++;
    }
    i += Math.max(length, 1);
  }
  return good > 0 && good >= bad * 9;
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
