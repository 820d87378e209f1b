import type { Report } from '../../report/types.js';
import { CharacterClass, classOf } from '../../script/characters.js';
import { isForeignMatter, namesOfOneScript } from '../../script/verdict.js';
import { spansMeeting, type Span } from '../../text/span.js';

/** A character with what it should be and where it stands, raw UTF-16 offsets, ascending. */
export interface CharacterPlaces {
  readonly character: string;
  readonly target: string;
  readonly places: readonly Span[];
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
  majority: 'simplified' | 'traditional',
  convert: (character: string) => string,
): (CharacterPlaces & { readonly variant: boolean })[] {
  const { text, script, classes } = report;
  const minority = majority === 'simplified' ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  const single = script.verdict !== 'mixed' && (classes & minority) !== 0;
  if (!single && (classes & CharacterClass.variant) === 0) return [];
  const found = new Map<string, Span[]>();
  let spared: readonly Span[] | undefined;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400) continue;
    const isLeftover = single && (classOf(unit) & minority) !== 0;
    if (!isLeftover && unit !== 0x965c && unit !== 0x543f && unit !== 0x56ef) continue;
    const place = { start: i, end: i + 1 };
    spared ??= sparedSpans(report);
    if (spansMeeting(spared, place).length > 0 || (isLeftover && isForeignMatter(text, i, majority)))
      continue;
    const character = text.charAt(i);
    const known = found.get(character);
    if (known === undefined) found.set(character, [place]);
    else known.push(place);
  }
  return [...found].map(([character, places]) => {
    const forms = UNHANDLED[character];
    const target = forms === undefined ? convert(character) : forms[majority === 'simplified' ? 0 : 1];
    return { character, target, places, variant: forms !== undefined };
  });
}

const QUOTATION = /[“「『《][^“”「」『』《》\n\r]{0,60}[”」』》]/g;

/** Names, page furniture and what stands below the report; ascending, without overlaps. */
export function sparedNames({ text, officials, authors, editors, zones }: Report): Span[] {
  const names: Span[] = [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors];
  return merge([
    ...namesOfOneScript(text, names),
    ...zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan' || kind === 'tail'),
  ]);
}

function sparedSpans(report: Report): Span[] {
  const quotations = [...report.text.matchAll(QUOTATION)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  return merge([...sparedNames(report), ...quotations]);
}

function merge(spans: Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
