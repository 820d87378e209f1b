/** The length in bytes of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7), or 0. */
export function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
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

/** How many bytes from the start are well-formed UTF-8. */
export function validUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** The text of well-formed UTF-8; undefined for anything else. For short stretches: a platform decodes files faster. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return undefined;
    let code = length === 1 ? bytes[at]! : bytes[at]! & (0xff >> (length + 1));
    for (let i = 1; i < length; i++) code = (code << 6) | (bytes[at + i]! & 0x3f);
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}
