import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import tables from '../../../data/han-tables.json' with { type: 'json' };

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

const VARIANTS: Readonly<Record<Glyphs, readonly [string, string]>> = {
  t2s: ['t', 'cn'],
  tw2s: ['tw', 'cn'],
  hk2s: ['hk', 'cn'],
  s2t: ['cn', 't'],
  s2tw: ['cn', 'tw'],
  s2hk: ['cn', 'hk'],
  t2tw: ['t', 'tw'],
  t2hk: ['t', 'hk'],
};

/** Characters that no configuration of opencc-js 1.4.2 converts, although each is only a form of another. */
const UNHANDLED: Readonly<Record<string, string>> = { 陜: '陕', 吿: '告', 囯: '国' };
/** 于 or 后 in a name stay; these do not: names write 萬, 葉, 廣, 勝, and the short forms belong to other words (万俟). */
const WITH_ONE_NAME_FORM = new Set('万叶与广胜确愿极据价');

const ambiguousToTraditional = new Set(tables.ambiguousToTraditional);
const ambiguousToSimplified = new Set(tables.ambiguousToSimplified);
const taiwanForms = new Set(tables.taiwanForms);
const openccForms = new Set(tables.openccForms);

/** Converts text by one OpenCC configuration; a wrapper of opencc-js. */
export interface Converter {
  convert(text: string, glyphs: Glyphs): string;
  /** Converts a person's name character by character; see {@link convertName}. */
  name(name: string, glyphs: Glyphs): ConvertedName;
}

/** A name after conversion, and whether some character kept its form although another word would change it. */
export interface ConvertedName {
  readonly text: string;
  readonly ambiguous: boolean;
}

/** Builds converters on first use; each keeps its dictionaries for good. */
export function createConverter(): Converter {
  const build = ConverterBuilder(preset);
  const built = new Map<Glyphs, (text: string) => string>();
  const convert = (text: string, glyphs: Glyphs): string => {
    let run = built.get(glyphs);
    if (run === undefined) {
      const [from, to] = VARIANTS[glyphs];
      run = build({ from, to });
      built.set(glyphs, run);
    }
    const converted = run(text);
    return glyphs.endsWith('2s') ? converted.replace(/[陜吿囯]/g, (c) => UNHANDLED[c] ?? c) : converted;
  };
  return { convert, name: (name, glyphs) => convertName(name, glyphs, convert) };
}

/**
 * A name is converted as a name: characters with one target convert (张 to 張), and a character that is a word of
 * its own in the target script keeps the form the name has (干 in 罗干, 后 in 后成龙, 乾 in 徐乾學).
 */
function convertName(
  name: string,
  glyphs: Glyphs,
  convert: (text: string, glyphs: Glyphs) => string,
): ConvertedName {
  const keep = glyphs.endsWith('2s') ? ambiguousToSimplified : ambiguousToTraditional;
  let text = '';
  let ambiguous = false;
  for (const character of name) {
    const converted = convert(character, glyphs);
    const kept = converted !== character && keep.has(character) && !WITH_ONE_NAME_FORM.has(character);
    ambiguous ||= kept;
    text += kept ? character : converted;
  }
  return { text, ambiguous };
}

/** Which configuration takes text to Simplified: `tw` when it has Taiwan forms (為 裡 眾), else OpenCC's own `t`. */
export function toSimplifiedFrom(text: string): 't2s' | 'tw2s' {
  let taiwan = 0;
  let opencc = 0;
  for (const character of text) {
    if (taiwanForms.has(character)) taiwan++;
    else if (openccForms.has(character)) opencc++;
  }
  return taiwan > opencc ? 'tw2s' : 't2s';
}
