import { createOffsetMap } from './alignment.js';
import type { Characters } from './characters.js';
import { editsOf, type Result } from './edits.js';
import { walkSegments } from './segments.js';
import type { TargetTable } from './targets.js';
import type { AlignedConversion, ConfigName, ConversionEdit, ConversionSegment, OffsetMap } from './types.js';

/** A conversion from its two texts and what the scan marked; the rest is worked out when it is asked for. */
export function createAligned(
  source: string,
  result: Result,
  config: ConfigName,
  marks: readonly number[],
  targets: () => TargetTable,
  characters: Characters,
): AlignedConversion {
  let offsets: OffsetMap | undefined;
  let edits: readonly ConversionEdit[] | undefined;
  let ambiguous: readonly ConversionSegment[] | undefined;
  const walk = (ambiguousOnly: boolean): Iterable<ConversionSegment> => ({
    [Symbol.iterator]: () => walkSegments(source, result, marks, targets(), characters, ambiguousOnly),
  });
  return {
    source,
    config,
    output: result.text,
    segments: () => walk(false),
    edits: () => (edits ??= editsOf(source, result, marks, characters)),
    ambiguous: () => (ambiguous ??= [...walk(true)]),
    get offsets() {
      return (offsets ??= createOffsetMap(marks, source.length, result.text.length));
    },
  };
}
