import type { Finding, RuleFailure, RunResult } from './rules/run.js';
import { applyEdits, withoutOverlaps, type EditKind, type TextEdit } from './text/edit.js';

export interface FixOptions {
  /** Only these rules, with their fixes of class `exact` and `review`. */
  readonly rules?: ReadonlySet<string>;
  /** Without `rules`: which classes apply. `suggest` never does. */
  readonly include: 'exact' | 'review';
}

export interface FixResult {
  readonly text: string;
  /** Edits made, by kind. */
  readonly counts: Readonly<Partial<Record<EditKind, number>>>;
  /** Of the rules asked for, those that threw, each once: what they would have fixed may be left. */
  readonly failures: readonly RuleFailure[];
}

/** An edit of a fix of class `exact`, or of class `review`. */
export interface ClassedEdit extends TextEdit {
  readonly review?: true;
}

/** What is fixed in one go. */
export interface FixRound {
  /**
   * Ascending, without overlaps. Of two edits that overlap the one that starts first is made; the other's fix does without
   * it, for each edit of a fix stands alone: the marks of a report are restored though one of them goes with its line.
   * What is left to be done comes to light in the next round.
   */
  readonly edits: readonly ClassedEdit[];
  /** Rules whose fixes threw. */
  readonly failures: readonly RuleFailure[];
}

/**
 * Rounds after which fixing stops even if rules still disagree; a contract test keeps real texts below it. Verifying follows
 * as many: it declares what fixing would do.
 */
export const MOST_ROUNDS = 10;

/** Collects what the findings of one report let be fixed in one go. */
export function fixRound(findings: readonly Finding[], options: FixOptions): FixRound {
  const taken: ClassedEdit[] = [];
  const failures: RuleFailure[] = [];
  for (const { rule, fix } of findings) {
    if (fix === undefined || fix.class === 'suggest') continue;
    if (
      options.rules !== undefined
        ? !options.rules.has(rule)
        : fix.class === 'review' && options.include === 'exact'
    ) {
      continue;
    }
    try {
      // One by one: a call with a hundred thousand arguments overflows the stack.
      for (const edit of fix.edits()) taken.push(fix.class === 'review' ? { ...edit, review: true } : edit);
    } catch (error) {
      failures.push({ rule, error });
    }
  }
  return { edits: withoutOverlaps(taken), failures };
}

/**
 * Applies fixes, reads the result again and repeats until nothing is left to fix. A second run changes nothing.
 * @param read parses a text and runs the rules over it
 */
export function fixText(text: string, read: (text: string) => RunResult, options: FixOptions): FixResult {
  const counts: Partial<Record<EditKind, number>> = {};
  const failures = new Map<string, RuleFailure>();
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings, failures: failed } = read(current);
    const { edits, failures: unfixed } = fixRound(findings, options);
    for (const failure of [...failed, ...unfixed]) {
      const isAsked = options.rules?.has(failure.rule) ?? true;
      if (isAsked && !failures.has(failure.rule)) failures.set(failure.rule, failure);
    }
    if (edits.length === 0) break;
    for (const { kind } of edits) counts[kind] = (counts[kind] ?? 0) + 1;
    const next = applyEdits(current, edits);
    if (next === current) break;
    current = next;
  }
  return { text: current, counts, failures: [...failures.values()] };
}
