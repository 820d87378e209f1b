import type { Span } from '../../text/span.js';

/** Every configuration of OpenCC that opencc-js 1.4.2 offers, by OpenCC's name. */
export const CONFIG_NAMES = [
  's2t',
  't2s',
  's2tw',
  'tw2s',
  's2hk',
  'hk2s',
  's2twp',
  'tw2sp',
  's2hkp',
  'hk2sp',
  't2tw',
  'tw2t',
  't2hk',
  'hk2t',
  't2jp',
  'jp2t',
] as const;
export type ConfigName = (typeof CONFIG_NAMES)[number];

/** Why a stretch reads as it does: the character table, a dictionary phrase, or a span that stays as it is. */
export type SegmentKind = 'character' | 'phrase' | 'protected';

/** One stretch of the source and what it became. Offsets are UTF-16 units of the source. */
export interface ConversionSegment extends Span {
  /** What stands in the result; equal to the source where only the ambiguity is worth telling. */
  readonly output: string;
  readonly kind: SegmentKind;
  /**
   * The other targets that the source character has in this configuration, the most used first; empty where a
   * phrase decided, where the character has one target, and for protected spans.
   */
  readonly alternatives: readonly string[];
}

/** An exact replacement in the source, as short as it can be. Offsets are UTF-16 units of the source. */
export interface ConversionEdit extends Span {
  readonly newText: string;
}

/** A span that is not converted; an empty one only keeps phrases from matching across its place. */
export interface ProtectedSpan extends Span {
  /** What stands in the result for it. Absent: what stands in the text. */
  readonly output?: string;
}

/** Spans of the text that are not converted as running text; each list ascending, none overlapping another. */
export interface ConvertSpans {
  /** Left as they are, or given. No phrase matches across their borders. */
  readonly protected?: readonly ProtectedSpan[];
  /** Converted character by character, as names: no phrase matches in them or across their borders. */
  readonly names?: readonly Span[];
  /**
   * What a character (one code point) of a name becomes. `usual` is what the configuration's character table says.
   * Absent: `usual`.
   */
  readonly nameCharacter?: (character: string, usual: string, name: Span) => string;
}

/** Places of the source in the result and back; both in UTF-16 units. */
export interface OffsetMap {
  /** Inside a replaced stretch of another length: the start of what replaces it, unless it is the stretch's end. */
  toOutput(offset: number): number;
  toSource(offset: number): number;
}

/** A conversion with its alignment. Everything but `output` is worked out when it is asked for. */
export interface AlignedConversion {
  readonly source: string;
  readonly config: ConfigName;
  readonly output: string;
  /**
   * Ascending, without overlaps: the stretches that changed, the characters that have several targets where no
   * phrase decided, and the protected spans. Whatever lies between two segments is unchanged.
   */
  segments(): Iterable<ConversionSegment>;
  /** Ascending; each is minimal (no common first or last character); applying all of them gives `output`. */
  edits(): readonly ConversionEdit[];
  /** The segments with alternatives: characters with several targets, of running text and of names. */
  ambiguous(): readonly ConversionSegment[];
  readonly offsets: OffsetMap;
}

/** OpenCC's conversion over prebuilt tables. Each configuration is loaded when it is first used, and kept. */
export interface ConversionEngine {
  /** The bare result, byte-identical to opencc-js; the fastest way. */
  plain(text: string, config: ConfigName): string;
  /**
   * Byte-identical to opencc-js where no spans are given.
   * @throws RangeError when spans overlap, are out of order or lie outside the text: a bug of the caller.
   */
  convert(text: string, config: ConfigName, spans?: ConvertSpans): AlignedConversion;
  /** Like {@link plain}, from UTF-16 units to UTF-16 units, for callers that hold bytes rather than strings. */
  units(source: Uint16Array, config: ConfigName): Uint16Array;
  /**
   * Every target that one character (one code point) has in a configuration: first the one the character table
   * takes, then the others, the most used first. A character that is not converted has itself as its only target.
   */
  targets(character: string, config: ConfigName): readonly string[];
}
