import type { Report } from '../../report/types.js';
import { CharacterClass, classOf } from '../../script/characters.js';
import { isForeignMatter, type Script } from '../../script/verdict.js';
import type { Span } from '../../text/span.js';
import { outsideSpared } from './spared.js';

/** A character with what it should be and where it stands, raw UTF-16 offsets, ascending. */
export interface CharacterPlaces {
  readonly character: string;
  readonly target: string;
  readonly places: readonly Span[];
}

/** `variant` says that it is a form that no converter knows. */
export interface Leftover extends CharacterPlaces {
  readonly variant: boolean;
}

/** Forms that no configuration of OpenCC converts: Simplified and Traditional. */
const UNHANDLED: Readonly<Record<string, readonly [string, string]>> = {
  陜: ['陕', '陝'],
  吿: ['告', '告'],
  囯: ['国', '國'],
};

/**
 * Script-exclusive characters of the minority where they are too few to make the report mixed (there the rule
 * mixed-script speaks), and forms that no converter knows. Names, quotations and page furniture do not count.
 */
export function findLeftovers(
  report: Report,
  majority: Script,
  convert: (character: string) => string,
): Leftover[] {
  const { text } = report;
  const found = new Map<string, Span[]>();
  for (const place of outsideSpared(report, candidates(report, majority), true)) {
    const character = text.charAt(place.start);
    if (UNHANDLED[character] === undefined && isForeignMatter(text, place.start, majority)) continue;
    const known = found.get(character);
    if (known === undefined) found.set(character, [place]);
    else known.push(place);
  }
  return Array.from(found, ([character, places]) => {
    const forms = UNHANDLED[character];
    const target = forms === undefined ? convert(character) : forms[majority === 'simplified' ? 0 : 1];
    return { character, target, places, variant: forms !== undefined };
  });
}

const NONE: readonly Span[] = [];

function candidates({ text, script, classes }: Report, majority: Script): readonly Span[] {
  const isSimplified = majority === 'simplified';
  // What stands in officials' names and in quotations alone is not counted in the verdict.
  const isSingle = script.verdict !== 'mixed' && (isSimplified ? script.traditional : script.simplified) > 0;
  const minority = isSimplified ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  const wanted = classes & ((isSingle ? minority : 0) | CharacterClass.variant);
  if (wanted === 0) return NONE;
  const places: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && (classOf(unit) & wanted) !== 0) places.push({ start: i, end: i + 1 });
  }
  return places;
}
