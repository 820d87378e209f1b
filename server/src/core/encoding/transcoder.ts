/** Encodings of Chinese text besides UTF-8 that a byte table is needed for. */
export type LegacyEncoding = 'gb18030' | 'gbk' | 'big5' | 'cp950';

/**
 * Encoding tables, given by the platform: the core carries none. Where a platform has none, what needs them is not
 * offered.
 */
export interface Transcoder {
  /** The text of the bytes; what is no text in the encoding becomes U+FFFD. */
  decode(bytes: Uint8Array, encoding: LegacyEncoding): string;
  /** The bytes of the text; what the encoding cannot say becomes `?` or another substitute. */
  encode(text: string, encoding: LegacyEncoding): Uint8Array;
}

/** Decodes so that encoding gives the same bytes again, or not at all. */
export function decodeStrictly(
  transcoder: Transcoder,
  bytes: Uint8Array,
  encoding: LegacyEncoding,
): string | undefined {
  const text = transcoder.decode(bytes, encoding);
  if (text.includes('\ufffd')) return undefined;
  return sameBytes(transcoder.encode(text, encoding), bytes) ? text : undefined;
}

/** Encodes so that decoding gives the same text again, or not at all. */
export function encodeStrictly(
  transcoder: Transcoder,
  text: string,
  encoding: LegacyEncoding,
): Uint8Array | undefined {
  const bytes = transcoder.encode(text, encoding);
  return transcoder.decode(bytes, encoding) === text ? bytes : undefined;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
