import type { FixOptions } from '../../core/fix.js';
import type { Settings } from '../../core/settings.js';
import type { EditKind } from '../../core/text/edit.js';
import { tellFailures, type Session } from '../session.js';
import type { EditCounts } from '../texts/texts.js';
import { tellMirrors, tellsOfMirrors } from './mirrors.js';
import { inLines, rewriteFiles, rewriteText } from './rewrite.js';

interface Fixed {
  readonly counts: EditCounts;
  readonly mirrored: boolean;
}

/** Applies fixes to files in place. */
export async function fix(
  session: Session,
  paths: readonly string[],
  options: FixOptions & { readonly dryRun: boolean },
): Promise<void> {
  const { service, texts, terminal } = session;
  const { dryRun, ...what } = options;
  const { totals, done } = await rewriteFiles<Fixed>(session, paths, {
    dryRun,
    rewrite: (input) =>
      rewriteText(session, input, dryRun, (text, settings) => {
        const { text: fixed, counts, failures } = service.fix(text, settings, what);
        tellFailures(session, input.name, failures);
        return { text: fixed, done: { counts, mirrored: losesMirror(session, text, settings, counts) } };
      }),
    tell: inLines(session, ({ counts }) => texts.fixed(counts, dryRun)),
  });
  // With nothing read there is nothing to sum up: the problems say it all.
  if (totals.files === 0) return;
  await terminal.out(`${texts.fixSummary(sum(done.map(({ counts }) => counts)), totals)}\n`);
  await tellMirrors(session, done.filter(({ mirrored }) => mirrored).length);
}

/** Whether certain notes went, and with them the finding that told of a mirror. */
function losesMirror({ service }: Session, text: string, settings: Settings, counts: EditCounts): boolean {
  if ((counts['residue-removed'] ?? 0) === 0) return false;
  if (!tellsOfMirrors(settings)) return false;
  return service.parse(text, settings).notes.certain.length > 0;
}

function sum(all: readonly EditCounts[]): EditCounts {
  const total: Partial<Record<EditKind, number>> = {};
  for (const counts of all) {
    for (const [kind, count] of Object.entries(counts) as [EditKind, number][])
      total[kind] = (total[kind] ?? 0) + count;
  }
  return total;
}
