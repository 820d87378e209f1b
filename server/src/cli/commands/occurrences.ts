import type { CorpusIndex, FileNaming } from '../../corpus/corpus-index.js';
import type { TextPlace } from '../../corpus/file-summary.js';
import type { Terminal } from '../terminal.js';
import type { ListTotals } from '../texts/list-texts.js';

/** The lines, from 1, on which somebody is named or a phrase stands, each once. */
export function linesOf({ places }: FileNaming): string {
  return [...new Set(places.map(({ line }) => line + 1))].join(';');
}

/** The day of the report (`YYYY-MM-DD`), of whose date the hour may be known too; empty without date. */
export function dayOf({ file }: FileNaming): string {
  return file.date?.slice(0, 10) ?? '';
}

/** Places as `parse` gives them, with line and column from 1. The shape is a promise: keys are only ever added. */
export function mentionsJson(places: readonly TextPlace[]): object[] {
  return places.map(({ start, end, line, character }) => ({
    start,
    end,
    line: line + 1,
    column: character + 1,
  }));
}

/** Prints a JSON array, an element a line. */
export async function printJson(terminal: Terminal, elements: readonly object[]): Promise<void> {
  await terminal.out('[');
  let separator = '\n';
  for (const element of elements) {
    await terminal.out(separator + JSON.stringify(element));
    separator = ',\n';
    if (terminal.closed) break;
  }
  await terminal.out('\n]\n');
}

/** How many entries there are, and in how many of the files. */
export function totalsOf(
  index: CorpusIndex,
  entries: readonly { readonly namings: readonly FileNaming[] }[],
): ListTotals {
  const files = new Set(entries.flatMap(({ namings }) => namings.map(({ file }) => file.uri)));
  return { entries: entries.length, files: files.size, read: index.size };
}
