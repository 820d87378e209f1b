import type { FixOptions } from '../../core/fix.js';
import type { EditKind } from '../../core/text/edit.js';
import type { Session } from '../session.js';
import type { EditCounts } from '../texts/texts.js';
import { inLines, rewriteFiles, rewriteText } from './rewrite.js';

/** Applies fixes to files in place. */
export async function fix(
  session: Session,
  paths: readonly string[],
  options: FixOptions & { readonly dryRun: boolean },
): Promise<void> {
  const { service, texts, terminal } = session;
  const { dryRun, ...what } = options;
  const { totals, done } = await rewriteFiles<EditCounts>(session, paths, {
    dryRun,
    rewrite: (input) =>
      rewriteText(session, input, dryRun, (text, settings) => {
        const { text: fixed, counts } = service.fix(text, settings, what);
        return { text: fixed, done: counts };
      }),
    tell: inLines(session, (counts) => texts.fixed(counts, dryRun)),
  });
  // With nothing read there is nothing to sum up: the problems say it all.
  if (totals.files > 0) await terminal.out(`${texts.fixSummary(sum(done), totals)}\n`);
}

function sum(all: readonly EditCounts[]): EditCounts {
  const total: Partial<Record<EditKind, number>> = {};
  for (const counts of all) {
    for (const [kind, count] of Object.entries(counts) as [EditKind, number][])
      total[kind] = (total[kind] ?? 0) + count;
  }
  return total;
}
