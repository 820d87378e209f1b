import { createOffsetMap } from './alignment.js';
import type { Characters } from './characters.js';
import type { Compared } from './compared.js';
import { editsOf } from './edits.js';
import { SegmentIterator } from './segments.js';
import type { TargetTable } from './targets.js';
import type { AlignedConversion, ConfigName, ConversionEdit, ConversionSegment, OffsetMap } from './types.js';

/** What the engine lends to its conversions. */
export interface AlignedTools {
  readonly targets: () => TargetTable;
  readonly characters: Characters;
  /**
   * Puts the two texts of a conversion side by side in memory, which is the engine's again with the next conversion. If there
   * has been none since this one, which `id` tells, they are still there.
   */
  readonly compare: (id: number, source: string, output: string) => Compared;
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
  readonly #id: number;
  readonly #marks: Int32Array;
  readonly #tools: AlignedTools;

  /** @param id no other conversion of the engine has it */
  constructor(
    readonly source: string,
    readonly output: string,
    readonly config: ConfigName,
    id: number,
    marks: Int32Array,
    tools: AlignedTools,
  ) {
    this.#id = id;
    this.#marks = marks;
    this.#tools = tools;
  }

  segments(): Iterable<ConversionSegment> {
    return (this.#segments ??= this.#walk(false));
  }

  edits(): readonly ConversionEdit[] {
    return (this.#edits ??= editsOf(this.#compare(), this.#marks, this.#tools.characters));
  }

  ambiguous(): readonly ConversionSegment[] {
    return (this.#ambiguous ??= [...this.#walk(true)].filter(({ alternatives }) => alternatives.length > 0));
  }

  get offsets(): OffsetMap {
    return (this.#offsets ??= createOffsetMap(this.#marks, this.source.length, this.output.length));
  }

  #walk(ambiguousOnly: boolean): Iterable<ConversionSegment> {
    const { characters, targets } = this.#tools;
    const parts = { marks: this.#marks, targets: targets(), characters };
    return { [Symbol.iterator]: () => new SegmentIterator(this.#compare(), parts, ambiguousOnly) };
  }

  #compare(): Compared {
    return this.#tools.compare(this.#id, this.source, this.output);
  }
}
