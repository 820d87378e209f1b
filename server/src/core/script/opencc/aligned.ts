import { createOffsetMap } from './alignment.js';
import type { Characters } from './characters.js';
import type { Compared, Places } from './compared.js';
import { editsOf } from './edits.js';
import { placesOfSegments, segmentsAt } from './segments.js';
import type { TargetTable } from './targets.js';
import type { AlignedConversion, ConfigName, ConversionEdit, ConversionSegment, OffsetMap } from './types.js';

/** What the engine lends to its conversions. */
export interface AlignedTools {
  readonly targets: () => TargetTable;
  readonly characters: Characters;
  /** Puts the two texts side by side in memory, which is the engine's again when `work` returns. */
  readonly compare: <T>(source: string, output: string, work: (compared: Compared, places: Places) => T) => T;
}

/**
 * A conversion from its two texts and what the scan marked; the rest is worked out when it is asked for. A class for the
 * sake of its getter: each object literal that has one is a shape of its own to V8, which keeps it, and with it both texts,
 * until the whole heap is collected.
 */
export class Aligned implements AlignedConversion {
  #offsets: OffsetMap | undefined;
  #segments: Iterable<ConversionSegment> | undefined;
  #edits: readonly ConversionEdit[] | undefined;
  #ambiguous: readonly ConversionSegment[] | undefined;
  readonly #marks: Int32Array;
  readonly #tools: AlignedTools;

  constructor(
    readonly source: string,
    readonly output: string,
    readonly config: ConfigName,
    marks: Int32Array,
    tools: AlignedTools,
  ) {
    this.#marks = marks;
    this.#tools = tools;
  }

  segments(): Iterable<ConversionSegment> {
    return (this.#segments ??= this.#walk(false));
  }

  edits(): readonly ConversionEdit[] {
    const { compare, characters } = this.#tools;
    return (this.#edits ??= compare(this.source, this.output, (compared, places) =>
      editsOf(compared, this.#marks, characters, places),
    ));
  }

  ambiguous(): readonly ConversionSegment[] {
    return (this.#ambiguous ??= [...this.#walk(true)].filter(({ alternatives }) => alternatives.length > 0));
  }

  get offsets(): OffsetMap {
    return (this.#offsets ??= createOffsetMap(this.#marks, this.source.length, this.output.length));
  }

  #walk(ambiguousOnly: boolean): Iterable<ConversionSegment> {
    const { source, output } = this;
    const { compare, characters, targets } = this.#tools;
    const converted = { source, output, marks: this.#marks, targets: targets(), characters };
    const places = compare(source, output, (compared, list) =>
      placesOfSegments(compared, converted, ambiguousOnly, list),
    );
    return segmentsAt(converted, places);
  }
}
