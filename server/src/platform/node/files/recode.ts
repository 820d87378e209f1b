import { Buffer } from 'node:buffer';
import type { EncodingGuess, LikelyEncoding } from '../../../core/encoding/detect.js';
import { SURE } from '../../../core/encoding/detect.js';
import { decodeStrictly, sameBytes, type LegacyEncoding } from '../../../core/encoding/transcoder.js';
import { createTranscoder } from '../transcoder.js';
import { encode } from './decode.js';
import { guessEncoding } from './guess-encoding.js';

/** Encodings that a file can be recoded from, by the names that `--from` takes. */
export const SOURCES = [
  'gb18030',
  'gbk',
  'big5',
  'big5-hkscs',
  'utf-16le',
  'utf-16be',
] as const satisfies readonly string[];
export type SourceEncoding = (typeof SOURCES)[number];

export type Recoded =
  | {
      readonly kind: 'recoded';
      readonly bytes: Buffer;
      /** Whether there was a byte order mark; UTF-8 gets none. */
      readonly bom: boolean;
      readonly from: SourceEncoding;
      /** Whether `from` or `otherwise` said so, not the bytes. */
      readonly named: boolean;
      /** What the bytes look like; where the encoding was named it may be something else. */
      readonly guess: EncodingGuess;
    }
  /** Nobody can tell, or not surely enough, what the bytes are. */
  | { readonly kind: 'unsure'; readonly guess: EncodingGuess }
  /** The bytes are no text in the encoding, or not the only bytes of that text: something would be lost. */
  | { readonly kind: 'lossy'; readonly from: SourceEncoding; readonly guess: EncodingGuess };

/** Tables in the order in which they are tried: they differ in a handful of signs. */
const TABLES: Readonly<Record<Exclude<SourceEncoding, 'utf-16le' | 'utf-16be'>, readonly LegacyEncoding[]>> =
  {
    gb18030: ['gb18030', 'gbk'],
    gbk: ['gbk', 'gb18030'],
    big5: ['big5', 'cp950'],
    'big5-hkscs': ['big5'],
  };

const transcoder = createTranscoder();

/**
 * The bytes of the same text in UTF-8, without a byte order mark and with the line ends as they are. Strict: encoding
 * the result with the same table must give the very same bytes.
 * @param from absent: what the bytes look like, if that is sure enough
 * @param otherwise for bytes without `from` that nobody can tell surely; never for damaged UTF-8 or no text at all
 */
export function recode(bytes: Buffer, from: SourceEncoding | undefined, otherwise?: SourceEncoding): Recoded {
  const guess = guessEncoding(bytes);
  const chosen =
    from ??
    (guess.confidence >= SURE ? asSource(guess.looksLike) : undefined) ??
    (guess.looksLike === 'unknown' || asSource(guess.looksLike) !== undefined ? otherwise : undefined);
  if (chosen === undefined) return { kind: 'unsure', guess };
  const text =
    chosen === 'utf-16le' || chosen === 'utf-16be'
      ? decodeWide(bytes, chosen)
      : decodeNarrow(bytes, TABLES[chosen]);
  if (text === undefined) return { kind: 'lossy', from: chosen, guess };
  const bom = text.startsWith('\ufeff');
  return {
    kind: 'recoded',
    bytes: encode(bom ? text.slice(1) : text, false),
    bom,
    from: chosen,
    named: from !== undefined || guess.confidence < SURE,
    guess,
  };
}

/** The name for `--from` of what bytes look like. */
export function asSource(looksLike: LikelyEncoding): SourceEncoding | undefined {
  return SOURCES.find((source) => source === looksLike);
}

/** Whether two names stand for tables of which one holds the other. */
export function sameFamily(a: SourceEncoding, b: SourceEncoding): boolean {
  return a.startsWith('utf') ? a === b : a.slice(0, 2) === b.slice(0, 2);
}

function decodeNarrow(bytes: Buffer, tables: readonly LegacyEncoding[]): string | undefined {
  for (const table of tables) {
    const text = decodeStrictly(transcoder, bytes, table);
    if (text !== undefined) return text;
  }
  return undefined;
}

function decodeWide(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const little = encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16();
  const text = little.toString('utf16le');
  // A lone surrogate has no UTF-8 form.
  if (/\p{Surrogate}/u.test(text)) return undefined;
  return sameBytes(Buffer.from(text, 'utf16le'), little) ? text : undefined;
}
