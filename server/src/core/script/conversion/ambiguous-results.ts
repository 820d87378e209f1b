import type { Report } from '../../report/types.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { simplifyCharacters } from '../characters.js';
import { toSimplifiedFrom, WAY_BACK, type Converter } from '../converter.js';
import { isWorthAskingAt } from './worth-asking.js';

/** A Traditional character that a conversion from Simplified chose without a word to go by; raw UTF-16 offsets. */
export interface AmbiguousResult extends Span {
  readonly character: string;
  /** The Simplified character that it comes from. */
  readonly source: string;
  /** What it could also have become, the likeliest first. */
  readonly alternatives: readonly string[];
}

/**
 * Where a Traditional text has the very character that conversion takes when no word decides (幹 for 干), within `span`. Text
 * cannot tell what it was made from, so it is simplified and looked at as if it were to be converted. Names are left out: see
 * the names to confirm of a conversion. Empty for text that is not Traditional, and while pinyin notes cut its words apart.
 */
export function ambiguousResults(
  report: Report,
  { engine, borders }: Converter,
  span: Span,
): AmbiguousResult[] {
  const { text, script, notes, officials, authors, editors } = report;
  if (script.majority !== 'traditional' || notes.certain.length > 0) return [];
  const written = text.slice(span.start, span.end);
  const simplified = simplifyCharacters(written);
  const config = WAY_BACK[toSimplifiedFrom(written)];
  const names: Span[] = [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors].sort(
    (a, b) => a.start - b.start,
  );
  const found: AmbiguousResult[] = [];
  const conversion = engine.convert(simplified, config, { protected: borders.find(simplified, config) });
  for (const { start, end, output, alternatives } of conversion.ambiguous()) {
    const source = simplified.slice(start, end);
    const place = { start: span.start + start, end: span.start + end };
    // The same in both scripts, or not what a converter would have put: a person chose it.
    if (written.slice(start, end) !== output || output === source) continue;
    if (!isWorthAskingAt(simplified, start, false) || spansMeeting(names, place).length > 0) continue;
    found.push({ ...place, character: output, source, alternatives });
  }
  return found;
}
