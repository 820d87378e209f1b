import type { Report } from '../report/types.js';
import type { RuleFailure } from '../rules/run.js';
import type { Settings } from '../settings.js';
import { align, type Alignment } from './align.js';
import { declaredEdits, type DeclaredEdit, type VerifierDeps, type Way } from './declared-edits.js';
import { firstDifference } from './first-difference.js';
import { insertionsOf, movesOf, type Insertion } from './moves.js';
import { createScriptPairs } from './script-pairs.js';
import type { ChangeCounts, DeclaredChange, DeclaredKind, Verification } from './verification.js';

/** Compares a text with what it was before. */
export type Verifier = (original: string, changed: string, settings: Settings) => Verification;

const REVIEW = { include: 'review' } as const;

/**
 * Builds a verifier: a proof that two texts differ only by edits of declared kinds, or the first change that is
 * none.
 *
 * What may have been removed or replaced is what the product's own rules would remove or replace in the original,
 * found without a look at the changed text; characters may differ by script where one is the other's conversion;
 * what came may be a date line, a source line, or white space between lines. A replaced phrase, a conversion that
 * rewrites phrases, a person's own gloss in brackets and any other wording are no declared kinds.
 */
export function createVerifier(deps: VerifierDeps): Verifier {
  const isScriptPair = createScriptPairs((text, glyphs) => deps.converter.convert(text, glyphs));
  return (original, changed, settings) => {
    if (original === changed) return { kind: 'same' };
    const edits = new Map<string, DeclaredEdit>();
    const failures = new Map<string, RuleFailure>();
    let insertions: readonly Insertion[] = [];
    const attempt = (): Alignment =>
      align(original, changed, {
        moves: [...edits.values()].flatMap((edit) => movesOf(edit, original)),
        insertions,
        isScriptPair,
      });
    // Script and line ends alone need no reading of the report.
    let result = attempt();
    if (result.explained) return declared(result.changes);
    const report = deps.parse(original, settings);
    insertions = insertionsOf(report, deps.parse(changed, settings));
    // Every way begins with the original.
    const parse = (text: string): Report => (text === original ? report : deps.parse(text, settings));
    for (const way of ways(deps)) {
      const known = edits.size;
      const found = declaredEdits(original, settings, way, { ...deps, parse }, isScriptPair);
      for (const edit of found.edits)
        edits.set(`${String(edit.start)} ${String(edit.end)} ${edit.newText}`, edit);
      for (const failure of found.failures)
        if (!failures.has(failure.rule)) failures.set(failure.rule, failure);
      if (edits.size === known && way !== FIRST) continue;
      const next = attempt();
      if (next.explained) return declared(next.changes);
      result = next;
    }
    const first = firstDifference(original, changed, result);
    return { kind: 'undeclared', first, failures: [...failures.values()] };
  };
}

const FIRST: Way = { fix: REVIEW };

/** The ways a text may have gone, the usual one first; the others are for what comes to light on them alone. */
function* ways({ rules }: VerifierDeps): Generator<Way> {
  yield FIRST;
  yield { fix: { include: 'exact' } };
  for (const to of ['simplified', 'traditional', 'tw', 'hk'] as const) yield { to, fix: REVIEW };
  for (const { id, fix } of rules)
    if (fix !== 'none') yield { fix: { include: 'review', rules: new Set([id]) } };
}

function declared(changes: readonly DeclaredChange[]): Verification {
  const counts: Partial<Record<DeclaredKind, number>> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return { kind: 'declared', changes, counts: counts satisfies ChangeCounts };
}
