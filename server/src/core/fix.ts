import type { Report } from './report/types.js';
import type { Finding } from './rules/run.js';
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
  /** Edits made, by rule. */
  readonly rules: Readonly<Record<string, number>>;
}

/** An edit of a fix of class `exact`, or of class `review`. */
export interface ClassedEdit extends TextEdit {
  readonly review?: true;
}

/** The edits of one round, without overlaps: of two fixes that meet, the one that starts first is whole. */
export interface FixRound {
  readonly edits: readonly ClassedEdit[];
  readonly rules: Readonly<Record<string, number>>;
}

/**
 * Rounds after which fixing stops even if rules still disagree; a contract test keeps real texts below it. `verify`
 * follows as many: what a further round did would be undeclared.
 */
export const MOST_ROUNDS = 10;

/** Collects what the findings of one report let be fixed in one go. */
export function fixRound(findings: readonly Finding[], options: FixOptions): FixRound {
  const taken: ClassedEdit[] = [];
  const rules: Record<string, number> = {};
  for (const { rule, fix } of findings) {
    if (fix === undefined || fix.class === 'suggest') continue;
    if (
      options.rules !== undefined
        ? !options.rules.has(rule)
        : fix.class === 'review' && options.include === 'exact'
    ) {
      continue;
    }
    const edits = fix.edits();
    rules[rule] = (rules[rule] ?? 0) + edits.length;
    // One by one: a call with a hundred thousand arguments overflows the stack.
    for (const edit of edits) taken.push(fix.class === 'review' ? { ...edit, review: true } : edit);
  }
  return { edits: withoutOverlaps(taken), rules };
}

/**
 * Applies fixes, reads the result again and repeats until nothing is left to fix. A second run changes nothing.
 * @param read parses a text and gives its findings
 */
export function fixText(
  text: string,
  read: (text: string) => { readonly report: Report; readonly findings: readonly Finding[] },
  options: FixOptions,
): FixResult {
  const counts: Partial<Record<EditKind, number>> = {};
  const rules: Record<string, number> = {};
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, rules: byRule } = fixRound(read(current).findings, options);
    if (edits.length === 0) break;
    for (const { kind } of edits) counts[kind] = (counts[kind] ?? 0) + 1;
    for (const [rule, count] of Object.entries(byRule)) rules[rule] = (rules[rule] ?? 0) + count;
    const next = applyEdits(current, edits);
    if (next === current) break;
    current = next;
  }
  return { text: current, counts, rules };
}
