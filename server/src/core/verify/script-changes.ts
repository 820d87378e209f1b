import { UNHANDLED, type Converter } from '../script/converter.js';
import type { AlignedConversion, ConfigName } from '../script/opencc/index.js';
import type { IsScriptPair } from './script-pairs.js';

/** Between the standards of Traditional. */
const STANDARDS = ['t2tw', 't2hk', 'tw2t', 'hk2t'] as const satisfies readonly ConfigName[];
/** Every configuration that changes glyphs only; those of phrases change wording and prove nothing. */
const CONFIGURATIONS = [
  't2s',
  's2t',
  'tw2s',
  's2tw',
  'hk2s',
  's2hk',
  ...STANDARDS,
] as const satisfies readonly ConfigName[];

/**
 * What the characters of the original may be after a conversion. A character alone proves nothing (乾 is one of the Traditional
 * forms of 干, and 乾部 is no word), so each is looked at where it stands: it may become what a configuration makes of it there,
 * or one of its other targets where no phrase decides, or what the product's own conversion and fixes make of it.
 */
export interface ScriptChanges {
  /** Whether a character (one code point) of the original, UTF-16 offset, may have become another. */
  allows(offset: number, before: string, after: string): boolean;
  /** Adds what a character may become. @param single whether that may happen to it alone, its line staying what it is */
  add(offset: number, after: string, single: boolean): void;
  /** Whether a character may have changed alone: it was mended, or has another form in another standard of its script. */
  isSingle(offset: number, before: string, after: string): boolean;
  /** How much has been added. */
  readonly size: number;
}

/** @param isPair for the rare phrases that change their length, in which characters have no places of their own */
export function createScriptChanges(
  original: string,
  { engine }: Converter,
  isPair: IsScriptPair,
): ScriptChanges {
  const asked = new Map<ConfigName, Asked>();
  const added = new Map<string, boolean>();
  const keyOf = (offset: number, after: string): string => `${String(offset)} ${after}`;
  const isGiven = (config: ConfigName, offset: number, before: string, after: string): boolean => {
    const one = asked.get(config) ?? createAsked(engine.convert(original, config));
    asked.set(config, one);
    const output = one.outputAt(offset, before.length);
    return (
      output === after ||
      (output === '' && isPair(before, after)) ||
      one.alternativesAt(offset).includes(after)
    );
  };
  return {
    allows: (offset, before, after) =>
      added.has(keyOf(offset, after)) ||
      UNHANDLED.get(before)?.includes(after) === true ||
      CONFIGURATIONS.some((config) => isGiven(config, offset, before, after)),
    add(offset, after, single) {
      const key = keyOf(offset, after);
      added.set(key, single || added.get(key) === true);
    },
    isSingle: (offset, before, after) =>
      added.get(keyOf(offset, after)) === true ||
      STANDARDS.some((config) => isGiven(config, offset, before, after)),
    get size() {
      return added.size;
    },
  };
}

/** A conversion that is asked about single places. */
interface Asked {
  /** What the units from an offset became; empty in a phrase of another length. */
  outputAt(offset: number, length: number): string;
  alternativesAt(offset: number): readonly string[];
}

const NONE: readonly string[] = [];

function createAsked(conversion: AlignedConversion): Asked {
  const { offsets, output } = conversion;
  let alternatives: ReadonlyMap<number, readonly string[]> | undefined;
  return {
    outputAt: (offset, length) => output.slice(offsets.toOutput(offset), offsets.toOutput(offset + length)),
    alternativesAt(offset) {
      alternatives ??= new Map(conversion.ambiguous().map((one) => [one.start, one.alternatives]));
      return alternatives.get(offset) ?? NONE;
    },
  };
}
