import type { Report } from '../../report/types.js';
import { CharacterClass, classesOf } from '../../script/characters.js';
import type { Span } from '../../text/span.js';

const BOTH = CharacterClass.simplifiedOnly | CharacterClass.traditionalOnly;
const QUOTATION = /[“「『《][^“”「」『』《》\n\r]{0,60}[”」』》]/g;

/**
 * The places that stand in no name, no page furniture, not below the report and, where asked, in no quotation. A name
 * with characters of both scripts is the report's own, with a leftover in it.
 * @param places ascending, one character each, raw UTF-16 offsets
 */
export function outsideSpared<Place extends Span>(
  report: Report,
  places: readonly Place[],
  quotations = false,
): readonly Place[] {
  if (places.length === 0) return places;
  const { text, officials, authors, editors, zones } = report;
  // Few places are looked up among many spans: nothing has to be sorted, nor read where no place stands.
  const spared = new Set<Place>();
  const spare = (start: number, end: number): void => {
    for (let i = firstFrom(places, start); i < places.length && places[i]!.start < end; i++)
      spared.add(places[i]!);
  };
  const spareName = ({ start, end }: Span): void => {
    const i = firstFrom(places, start);
    if (i === places.length || places[i]!.start >= end) return;
    if ((classesOf(text.slice(start, end)) & BOTH) !== BOTH) spare(start, end);
  };
  for (const { mentions } of officials) for (const mention of mentions) spareName(mention);
  for (const author of authors) spareName(author);
  for (const editor of editors) spareName(editor);
  for (const { kind, start, end } of zones)
    if (kind === 'furniture' || kind === 'label-orphan' || kind === 'tail') spare(start, end);
  if (quotations)
    for (const { index, 0: found } of text.matchAll(QUOTATION)) spare(index, index + found.length);
  return spared.size === 0 ? places : places.filter((place) => !spared.has(place));
}

/** The index of the first place that starts at an offset or behind it. */
function firstFrom(places: readonly Span[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
