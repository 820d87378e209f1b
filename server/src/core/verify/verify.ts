import type { Report } from '../report/types.js';
import type { RuleFailure } from '../rules/run.js';
import type { Settings } from '../settings.js';
import { spansMeeting, type Span } from '../text/span.js';
import { align } from './align.js';
import { convertReport } from '../script/convert-report.js';
import type { ConvertTarget } from '../script/converter.js';
import { declaredEdits, type DeclaredEdit, type VerifierDeps, type Way } from './declared-edits.js';
import { firstDifference } from './first-difference.js';
import { createScriptChanges } from './script-changes.js';
import { findPartialConversion } from './partial-conversion.js';
import { insertionsOf, movesOf, type Insertion } from './moves.js';
import { createScriptPairs } from './script-pairs.js';
import type {
  ChangeCounts,
  DeclaredChange,
  DeclaredKind,
  UndeclaredChange,
  Verification,
} from './verification.js';

/** Compares a text with what it was before. */
export type Verifier = (original: string, changed: string, settings: Settings) => Verification;

const REVIEW = { include: 'review' } as const;

/**
 * Builds a verifier: a proof that two texts differ only by edits of declared kinds, or the first change that is
 * none.
 *
 * What may have been removed or replaced is what the product's own rules would remove or replace in the original,
 * found without a look at the changed text; characters may differ by script where conversion makes one of the other in these
 * words, and takes their line (or clause) with them;
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
    const script = createScriptChanges(original, deps.converter, isScriptPair);
    const leaves = createLeaves(original, settings, deps);
    const attempt = (): Attempt => {
      const result = align(original, changed, {
        moves: [...edits.values()].flatMap((edit) => movesOf(edit, original)),
        insertions,
        script,
        isScriptPair,
      });
      if (!result.explained) return { first: firstDifference(original, changed, result) };
      const partial = findPartialConversion(original, changed, result.changes, script, leaves);
      return partial === undefined ? { changes: result.changes } : { first: partial };
    };
    // Script and line ends alone need no reading of the report.
    let result = attempt();
    if (result.changes !== undefined) return declared(result.changes);
    const report = deps.parse(original, settings);
    insertions = insertionsOf(report, deps.parse(changed, settings));
    // Every way begins with the original.
    const parse = (text: string): Report => (text === original ? report : deps.parse(text, settings));
    for (const way of ways(deps)) {
      const known = edits.size + script.size;
      const found = declaredEdits(original, settings, way, { ...deps, parse }, script);
      for (const edit of found.edits)
        edits.set(`${String(edit.start)} ${String(edit.end)} ${edit.newText}`, edit);
      for (const failure of found.failures)
        if (!failures.has(failure.rule)) failures.set(failure.rule, failure);
      if (edits.size + script.size === known && way !== FIRST) continue;
      result = attempt();
      if (result.changes !== undefined) return declared(result.changes);
    }
    const { original: before, changed: after } = result.first;
    return {
      kind: 'undeclared',
      first: { original: before, changed: after },
      failures: [...failures.values()],
    };
  };
}

/** The changes between two texts, all of them declared, or the first that is not. */
type Attempt =
  | { readonly changes: readonly DeclaredChange[] }
  | { readonly changes?: undefined; readonly first: UndeclaredChange };

const TRADITIONAL = ['traditional', 'tw', 'hk'] as const satisfies readonly ConvertTarget[];

/** Whether the product's own conversion leaves a character: protected words and what names keep. */
function createLeaves(
  original: string,
  settings: Settings,
  { parse, converter }: VerifierDeps,
): (offset: number, to: 'simplified' | 'traditional') => boolean {
  const known = new Map<string, readonly Span[]>();
  const isLeft = (offset: number, to: ConvertTarget): boolean => {
    const options = { to, protected: settings.protected };
    const edits = known.get(to) ?? convertReport(parse(original, settings), options, converter).edits;
    known.set(to, edits);
    return spansMeeting(edits, { start: offset, end: offset + 1 }).length === 0;
  };
  return (offset, to) =>
    to === 'simplified' ? isLeft(offset, to) : TRADITIONAL.some((standard) => isLeft(offset, standard));
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
