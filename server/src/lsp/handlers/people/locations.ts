import type { Location, Range } from 'vscode-languageserver';
import { indexLines } from '../../../core/text/line-index.js';
import type { Span } from '../../../core/text/span.js';
import type { FileNaming } from '../../../corpus/corpus-index.js';
import type { TextPlace } from '../../../corpus/file-summary.js';
import { nameKey } from '../../../core/officials-file/index.js';
import type { OfficialsKnowledge } from '../../officials-source.js';

/** The range of a place that the index has: names and phrases never reach over a line end. */
export function rangeOfPlace({ line, character, start, end }: TextPlace): Range {
  return { start: { line, character }, end: { line, character: character + (end - start) } };
}

/** Every place at which a file names somebody or uses a phrase. */
export function locationsOf(namings: readonly FileNaming[]): Location[] {
  return namings.flatMap(({ file, places }) =>
    places.map((place) => ({ uri: file.uri, range: rangeOfPlace(place) })),
  );
}

/** The range of a span in a file that is not open here. */
export function rangeIn(text: string, { start, end }: Span): Range {
  const lines = indexLines(text);
  return { start: lines.place(start), end: lines.place(end) };
}

/** The entries of the officials file for a name, two for two people of one name. */
export function entriesFor(officials: OfficialsKnowledge | undefined, name: string): Location[] {
  if (officials?.text === undefined) return [];
  const { uri, text, file, people } = officials;
  const meant = new Set(people.find(name));
  const lines = indexLines(text);
  return file.entries.flatMap((entry, i): Location[] => {
    const span = file.spans[i];
    if (span === undefined || !meant.has(entry)) return [];
    return [{ uri, range: { start: lines.place(span.nameStart), end: lines.place(span.nameEnd) } }];
  });
}

/** Whether two names are writings of one. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}
