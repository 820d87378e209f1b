import type { ConvertTarget } from '../../core/script/converter.js';
import { applyEdits } from '../../core/text/edit.js';
import type { Session } from '../session.js';
import type { ConvertCounts } from '../texts/texts.js';
import { rewriteFiles } from './rewrite.js';

export const TARGETS = ['simplified', 'traditional', 'tw', 'hk'] as const satisfies readonly ConvertTarget[];

export interface ConvertCommandOptions {
  readonly to: ConvertTarget;
  readonly dryRun: boolean;
}

/** Converts files in place; characters only, never wording. */
export async function convert(
  session: Session,
  paths: readonly string[],
  { to, dryRun }: ConvertCommandOptions,
): Promise<void> {
  const { service, texts, terminal } = session;
  const { totals, done } = await rewriteFiles<ConvertCounts>(session, paths, {
    dryRun,
    rewrite(text, settings) {
      const { edits, ...counts } = service.convert(text, { to, protected: settings.protected });
      return { text: applyEdits(text, edits), done: counts };
    },
    describe: (counts) => texts.converted(counts, dryRun),
  });
  // With nothing read there is nothing to sum up: the problems say it all.
  if (totals.files > 0) await terminal.out(`${texts.convertSummary(sum(done), totals)}\n`);
}

function sum(all: readonly ConvertCounts[]): ConvertCounts {
  return {
    charactersChanged: all.reduce((total, { charactersChanged }) => total + charactersChanged, 0),
    notesRemoved: all.reduce((total, { notesRemoved }) => total + notesRemoved, 0),
    names: [],
    leftovers: [],
  };
}
