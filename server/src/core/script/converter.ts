import { createWordBorders, type WordBorders } from './conversion/word-borders.js';
import { convertName, type ConvertedName } from './names/convert-name.js';
import { createConversionEngine, type ConfigName, type ConversionEngine } from './opencc/index.js';

export type { ConvertedName } from './names/convert-name.js';
export { toSimplifiedFrom, WAY_BACK, type ToSimplified } from './source-standard.js';

/** Where a conversion leads: Mainland Simplified, OpenCC's Traditional, or a regional standard of it. */
export type ConvertTarget = 'simplified' | 'traditional' | 'tw' | 'hk';

/** OpenCC's configurations for glyphs only. */
export type Glyphs = 't2s' | 'tw2s' | 'hk2s' | 's2t' | 's2tw' | 's2hk' | 't2tw' | 't2hk';

/** OpenCC's configurations that rewrite wording as well: 软件 becomes 軟體, 為核心 becomes 为内核. Only when asked for. */
export type PhraseTarget = 's2twp' | 's2hkp' | 'tw2sp' | 'hk2sp';

/** Where a phrase configuration leads, and its configuration without the phrases. */
export const PHRASE_TARGETS: Readonly<
  Record<PhraseTarget, { readonly to: ConvertTarget; readonly glyphs: Glyphs }>
> = {
  s2twp: { to: 'tw', glyphs: 's2tw' },
  s2hkp: { to: 'hk', glyphs: 's2hk' },
  tw2sp: { to: 'simplified', glyphs: 'tw2s' },
  hk2sp: { to: 'simplified', glyphs: 'hk2s' },
};

export function isPhraseTarget(to: ConvertTarget | PhraseTarget): to is PhraseTarget {
  return to in PHRASE_TARGETS;
}

/** Forms that no configuration of OpenCC converts, although each is only a form of another: Simplified, Traditional. */
export const UNHANDLED: ReadonlyMap<string, readonly [simplified: string, traditional: string]> = new Map([
  ['陜', ['陕', '陝']],
  ['吿', ['告', '告']],
  ['囯', ['国', '國']],
]);

/** Converts text by one OpenCC configuration. */
export interface Converter {
  readonly engine: ConversionEngine;
  /** Where the safe conversion keeps OpenCC's phrases from reaching across words. */
  readonly borders: WordBorders;
  /** The bare conversion, with the few forms that OpenCC knows no way for. */
  convert(text: string, glyphs: Glyphs): string;
  /** Converts a person's name character by character; see {@link convertName}. */
  name(name: string, glyphs: Glyphs): ConvertedName;
}

/** The dictionaries load on first use, each once. */
export function createConverter(engine: ConversionEngine = createConversionEngine()): Converter {
  return {
    engine,
    borders: createWordBorders(engine),
    convert(text, glyphs) {
      const converted = engine.plain(text, glyphs);
      return glyphs.endsWith('2s')
        ? converted.replace(/[陜吿囯]/g, (character) => UNHANDLED.get(character)?.[0] ?? character)
        : converted;
    },
    name: (name, glyphs) => convertName(name, glyphs, engine),
  };
}

/**
 * The standard that Traditional text is written in: the one that would change the fewest of its characters (裡 is Taiwan's, 裏
 * OpenCC's and Hong Kong's, 爲 OpenCC's alone). Text that fits several is taken for Taiwan's, which most of it is.
 */
export function standardOf(text: string, engine: ConversionEngine): Exclude<ConvertTarget, 'simplified'> {
  const changed = (config: ConfigName): number => differences(text, engine.plain(text, config));
  const distances = [
    ['tw', changed('t2tw')],
    ['hk', changed('t2hk')],
    ['traditional', Math.max(changed('tw2t'), changed('hk2t'))],
  ] as const;
  const [nearest] = [...distances].sort(([, a], [, b]) => a - b);
  return nearest?.[0] ?? 'tw';
}

function differences(before: string, after: string): number {
  let count = Math.abs(before.length - after.length);
  for (let i = 0; i < before.length; i++) if (before.charCodeAt(i) !== after.charCodeAt(i)) count++;
  return count;
}
