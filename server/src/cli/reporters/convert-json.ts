import type { ConvertDone } from '../commands/convert-tally.js';
import type { Outcome } from '../commands/rewrite.js';
import type { Terminal } from '../terminal.js';
import type { ConvertCounts } from '../texts/convert-texts.js';
import type { WriteTotals } from '../texts/texts.js';

/** The JSON of a conversion: one object, its files one a line, written as they come. */
export interface ConvertJsonReporter {
  begin(): Promise<void>;
  file(name: string, outcome: Outcome<ConvertDone>): Promise<void>;
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

function describe(outcome: Outcome<ConvertDone>): object {
  if (outcome.kind === 'problem') return { changed: false, error: { code: 'not-converted' } };
  const changed = outcome.kind === 'changed';
  if (outcome.done === undefined) return { changed };
  const { counts, places } = outcome.done;
  const { charactersChanged, linesChanged, phrasesRewritten, notesRemoved } = counts;
  return { ...{ changed, charactersChanged, linesChanged, phrasesRewritten, notesRemoved }, ...places };
}
