import { detectEncoding, type EncodingGuess } from '../../../core/encoding/detect.js';
import { decodeLeniently } from '../transcoder.js';

export type { EncodingGuess, LikelyEncoding } from '../../../core/encoding/detect.js';

/** What bytes that are not plain UTF-8 may be. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  return detectEncoding(bytes, decodeLeniently);
}
