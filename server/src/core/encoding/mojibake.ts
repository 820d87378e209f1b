import type { Span } from '../text/span.js';
import { isUsualHan } from './common-characters.js';
import { decodeStrictly, encodeStrictly, type LegacyEncoding, type Transcoder } from './transcoder.js';
import { decodeUtf8 } from './utf8.js';

/** A stretch of garbled text with the text that was garbled; UTF-16 offsets. */
export interface Mojibake extends Span {
  readonly repaired: string;
  /** What the bytes are. */
  readonly is: 'UTF-8' | 'GB18030' | 'Big5';
  /** What they were taken for when the text was saved. */
  readonly readAs: 'Windows-1252' | 'GB18030' | 'Big5';
}

/** What windows-1252 has at 80..9F; the five bytes it leaves open are the C1 controls, as in browsers. */
const SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const bytesOfSpecials = new Map(
  Array.from({ length: SPECIALS.length }, (_, i) => [SPECIALS.charCodeAt(i), 0x80 + i]),
);

/** Fewer garbled characters than this may be anything. */
const FEWEST = 4;
/** Clean Chinese has nine usual characters of ten; garbled, it has one of twenty. */
const MOST_USUAL_BEFORE = 0.25;
const LEAST_USUAL_AFTER = 0.5;
const FEWEST_USUAL = 4;

/**
 * Finds lines, or parts of lines between ASCII, that were read with a wrong encoding, saved, and can be restored:
 * only where turning the text into the bytes it came from, reading those as what they are, and going the same way
 * back gives the very same characters. Clean text is left after one pass over its characters.
 * @param transcoder without it only what was taken for Windows-1252 (or Latin-1) and is UTF-8 is found
 * @param lines the lines to look at, where the caller knows that the others are clean; ascending
 */
export function findMojibake(
  text: string,
  transcoder: Transcoder | undefined,
  lines: readonly Span[] = [{ start: 0, end: text.length }],
): readonly Mojibake[] {
  const found: Mojibake[] = [];
  for (const line of lines) collectFrom(found, text, line, transcoder);
  return found;
}

function collectFrom(
  found: Mojibake[],
  text: string,
  { start: from, end }: Span,
  transcoder: Transcoder | undefined,
): void {
  let start = from;
  let latin = 0;
  let han = 0;
  let usual = 0;
  for (let i = from; i <= end; i++) {
    const kind = i === end ? LINE_END : (kinds[text.charCodeAt(i)] ?? 0);
    // Counting without branches: which characters are usual is beyond any prediction.
    han += kind & HAN;
    usual += (kind & USUAL) >>> 1;
    latin += (kind & LATIN) >>> 2;
    if ((kind & LINE_END) !== 0) {
      if (latin >= FEWEST && mayBeLatin(text, start, i))
        collect(found, text, start, i, (part) => fromLatin(part, transcoder));
      if (han >= FEWEST && usual < han * MOST_USUAL_BEFORE && transcoder !== undefined)
        collect(found, text, start, i, (part) => fromHan(part, transcoder));
      start = i + 1;
      latin = han = usual = 0;
    }
  }
}

/** What a UTF-16 unit is to the scan: flags, 0 for anything else. */
const HAN = 1;
const USUAL = 2;
const LATIN = 4;
const LINE_END = 8;
const kinds = new Uint8Array(0x10000);
kinds[10] = kinds[13] = LINE_END;
kinds.fill(LATIN, 0x80, 0x100);
for (const [first, last] of [
  [0x3400, 0x9fff],
  [0xe000, 0xf8ff],
] as const) {
  for (let unit = first; unit <= last; unit++) kinds[unit] = isUsualHan(unit) ? HAN | USUAL : HAN;
}

/**
 * Whether a line is nothing but Windows-1252, or four such characters stand in a row: neither is so in the lines of an
 * annotated mirror page.
 */
function mayBeLatin(text: string, start: number, end: number): boolean {
  let run = 0;
  let whole = true;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) run = 0;
    else if (unit < 0x100 || bytesOfSpecials.has(unit)) {
      if (++run >= FEWEST) return true;
    } else {
      whole = false;
      run = 0;
    }
  }
  return whole;
}

type Restore = (part: string) => Omit<Mojibake, keyof Span> | undefined;

/** The whole line, else what stands between ASCII: one damaged part does not keep the others from being restored. */
function collect(found: Mojibake[], text: string, start: number, end: number, restore: Restore): void {
  const add = (from: number, part: string): boolean => {
    const restored = restore(part);
    if (restored === undefined) return false;
    found.push({ start: from, end: from + part.length, ...restored });
    return true;
  };
  const line = text.slice(start, end);
  // ASCII at the ends is the same in every encoding here; nothing is replaced by itself.
  const from = line.search(NOT_ASCII);
  const core = line.slice(from).replace(ASCII_TAIL, '');
  if (add(start + from, core)) return;
  for (const { index, 0: run } of core.matchAll(RUNS)) add(start + from + index, run);
}

const NOT_ASCII = /[^\u0000-\u007f]/;
const ASCII_TAIL = /[\u0000-\u003f\u007f]+$/;
const RUNS = /[^\u0000-\u007f]{4,}/g;

function fromLatin(part: string, transcoder: Transcoder | undefined): ReturnType<Restore> {
  const bytes = latinBytes(part);
  if (bytes === undefined) return undefined;
  const readAs = 'Windows-1252';
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return isChinese(utf8, 2, 0) ? { repaired: utf8, is: 'UTF-8', readAs } : undefined;
  if (transcoder === undefined) return undefined;
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  // An accent here and there is a European language, whatever a table makes of it.
  if (high < FEWEST || high < bytes.length * 0.4) return undefined;
  return better(part, bytes, ['gb18030', 'big5'], readAs, transcoder);
}

function fromHan(part: string, transcoder: Transcoder): ReturnType<Restore> {
  const readings: (ReturnType<Restore> & object)[] = [];
  for (const [wrong, right, readAs] of [
    ['gb18030', 'big5', 'GB18030'],
    ['big5', 'gb18030', 'Big5'],
  ] as const) {
    const bytes = encodeStrictly(transcoder, part, wrong);
    for (const candidate of [bytes, withEuro(transcoder, part, wrong)]) {
      const utf8 = candidate === undefined ? undefined : decodeUtf8(candidate);
      if (utf8 !== undefined && isChinese(utf8, 2, 0.3)) return { repaired: utf8, is: 'UTF-8', readAs };
    }
    if (bytes === undefined) continue;
    const other = better(part, bytes, [right], readAs, transcoder);
    if (other !== undefined) readings.push(other);
  }
  return readings.sort((a, b) => usualShare(b.repaired) - usualShare(a.repaired))[0];
}

/** Windows reads the byte 80 in GBK as €, which the encoder writes in two bytes. */
function withEuro(transcoder: Transcoder, part: string, encoding: LegacyEncoding): Uint8Array | undefined {
  if (encoding !== 'gb18030' || !part.includes('€')) return undefined;
  const bytes = part
    .split('€')
    .flatMap((piece, i) => [...(i === 0 ? [] : [0x80]), ...transcoder.encode(piece, encoding)]);
  const all = Uint8Array.from(bytes);
  return transcoder.decode(all, encoding) === part ? all : undefined;
}

const LABELS = { gb18030: 'GB18030', big5: 'Big5' } as const satisfies Partial<
  Record<LegacyEncoding, string>
>;

/** The reading with the most usual characters, if it has many. */
function better(
  part: string,
  bytes: Uint8Array,
  encodings: readonly ('gb18030' | 'big5')[],
  readAs: Mojibake['readAs'],
  transcoder: Transcoder,
): ReturnType<Restore> {
  let best: { readonly share: number; readonly repaired: string; readonly is: Mojibake['is'] } | undefined;
  for (const encoding of encodings) {
    const repaired = decodeStrictly(transcoder, bytes, encoding);
    // Any pair of bytes is some character: a few usual ones come about by chance.
    if (repaired === undefined || repaired === part || !isChinese(repaired, 2, LEAST_USUAL_AFTER)) continue;
    if (count(repaired).usual < FEWEST_USUAL && usualShare(repaired) < 1) continue;
    const share = usualShare(repaired);
    if (share > (best?.share ?? 0)) best = { share, repaired, is: LABELS[encoding] };
  }
  return best === undefined ? undefined : { repaired: best.repaired, is: best.is, readAs };
}

/** The bytes of a text that was read as Windows-1252 or Latin-1. */
function latinBytes(text: string): Uint8Array | undefined {
  // The lines of an annotated mirror page begin with Han: no array is made for them.
  const first = text.charCodeAt(0);
  if (first >= 0x100 && !bytesOfSpecials.has(first)) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const byte = unit < 0x100 ? unit : bytesOfSpecials.get(unit);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** Nothing but Chinese, its marks, ASCII and pinyin; at least so many Han characters, at least such a share of usual ones. */
function isChinese(text: string, least: number, share: number): boolean {
  if (
    /[^\p{Script=Han}\u0020-\u007e\t\u00b7\u2010-\u2026\u2103\u3000-\u303f\uff01-\uff5e\u00c0-\u01dc\p{Number}]/u.test(
      text,
    )
  )
    return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= least && usualShare(text) >= share;
}

function count(text: string): { readonly han: number; readonly usual: number } {
  let han = 0;
  let usual = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    han++;
    if (isUsualHan(unit)) usual++;
  }
  return { han, usual };
}

function usualShare(text: string): number {
  const { han, usual } = count(text);
  return han === 0 ? 0 : usual / han;
}
