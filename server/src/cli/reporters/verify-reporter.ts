import type { ChangeCounts } from '../../core/verify/verification.js';
import { visible, type Terminal } from '../terminal.js';
import type { VerifyTotals } from '../texts/verify-texts.js';
import type { Texts } from '../texts/texts.js';

/** A stretch of one of the two files: UTF-16 offsets, line and column from 1. */
export interface ComparedPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly text: string;
  /** The same with a few characters around it. */
  readonly context: string;
}

/** What comparing a file has shown, as both formats show it. */
export interface ComparedFile {
  readonly file: string;
  readonly verdict: 'same' | 'declared' | 'undeclared' | 'removed' | 'added' | 'unread';
  /** Changes of declared kinds; empty when there is one that is none. */
  readonly counts: ChangeCounts;
  /** Lines that were put in. */
  readonly inserted: readonly string[];
  /** The first change that is of no declared kind. */
  readonly first?: { readonly original: ComparedPlace; readonly changed: ComparedPlace };
}

/** Shows the files of a comparison one after another. */
export interface VerifyReporter {
  begin(): Promise<void>;
  file(compared: ComparedFile): Promise<void>;
  end(): Promise<void>;
}

/** A line for each file that changed, then a summary. */
export function createVerifyTextReporter(terminal: Terminal, { verify }: Texts): VerifyReporter {
  const totals = createTotals();
  const say = (file: string, what: string): Promise<void> => terminal.out(`${visible(`${file}: ${what}`)}\n`);
  return {
    begin: () => Promise.resolve(),
    async file(compared) {
      totals.add(compared);
      const { file, verdict, counts, inserted, first } = compared;
      if (verdict === 'declared') {
        await say(file, verify.declared(counts, inserted));
      } else if (verdict === 'removed') await say(file, verify.removed());
      else if (verdict === 'added') await say(file, verify.added());
      else if (first !== undefined) {
        const { original, changed } = first;
        const exact = original.text === '' || changed.text === '';
        await say(
          `${changed.file}:${changed.line}:${changed.column}`,
          verify.undeclared({
            before: exact ? original.text : original.context,
            after: exact ? changed.text : changed.context,
            original: `${original.file}:${original.line}:${original.column}`,
          }),
        );
      }
    },
    end: () => terminal.out(`${verify.summary(totals.sum())}\n`),
  };
}

/** One object, its files one a line, written as they come. */
export function createVerifyJsonReporter(terminal: Terminal): VerifyReporter {
  const totals = createTotals();
  let separator = '\n';
  return {
    begin: () => terminal.out('{"version":1,"files":['),
    async file(compared) {
      totals.add(compared);
      await terminal.out(separator + JSON.stringify(compared));
      separator = ',\n';
    },
    end: () => terminal.out(`\n],"summary":${JSON.stringify(totals.sum())}}\n`),
  };
}

function createTotals(): { add(compared: ComparedFile): void; sum(): VerifyTotals } {
  const totals = { files: 0, same: 0, declared: 0, undeclared: 0, removed: 0, added: 0 };
  return {
    add({ verdict }) {
      if (verdict === 'unread') return;
      totals[verdict]++;
      if (verdict !== 'removed' && verdict !== 'added') totals.files++;
    },
    sum: () => totals,
  };
}
