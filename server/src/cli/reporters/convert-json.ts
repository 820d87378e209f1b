import { indexLines } from '../../core/text/line-index.js';
import type { Span } from '../../core/text/span.js';
import type { ConvertedText } from '../commands/convert.js';
import type { Outcome } from '../commands/rewrite.js';
import type { Terminal } from '../terminal.js';
import type { ConvertCounts } from '../texts/convert-texts.js';
import type { WriteTotals } from '../texts/texts.js';

/** The JSON of a conversion: one object, its files one a line, written as they come. */
export interface ConvertJsonReporter {
  begin(): Promise<void>;
  file(name: string, outcome: Outcome<ConvertedText>): Promise<void>;
  end(counts: ConvertCounts, totals: WriteTotals): Promise<void>;
}

/** Keys are only ever added. Places are UTF-16 offsets into the text before the conversion, lines and columns from 1. */
export function createConvertJsonReporter(terminal: Terminal, dryRun: boolean): ConvertJsonReporter {
  let separator = '\n';
  return {
    begin: () => terminal.out(`{"version":1,"dryRun":${String(dryRun)},"files":[`),
    async file(name, outcome) {
      await terminal.out(separator + JSON.stringify({ file: name, ...describe(outcome) }));
      separator = ',\n';
    },
    end: ({ names, leftovers, ...counts }, { files, changed }) =>
      terminal.out(
        `\n],"summary":${JSON.stringify({ files, changed, ...counts, namesToConfirm: names, leftovers })}}\n`,
      ),
  };
}

function describe(outcome: Outcome<ConvertedText>): object {
  if (outcome.kind === 'problem') return { changed: false, error: { code: 'not-converted' } };
  const changed = outcome.kind === 'changed';
  if (outcome.done === undefined) return { changed };
  const { text, conversion } = outcome.done;
  const lines = indexLines(text);
  const at = <T extends Span>(item: T): T & { readonly line: number; readonly column: number } => {
    const { line, character } = lines.place(item.start);
    return { ...item, line: line + 1, column: character + 1 };
  };
  const { charactersChanged, linesChanged, phrasesRewritten, notesRemoved } = conversion;
  return {
    ...{ changed, charactersChanged, linesChanged, phrasesRewritten, notesRemoved },
    namesToConfirm: conversion.namesToConfirm.map(at),
    ambiguous: conversion.ambiguous.map(at),
    leftovers: conversion.leftoverPlaces.map(at),
  };
}
