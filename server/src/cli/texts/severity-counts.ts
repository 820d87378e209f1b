import type { Severity } from '../../core/rules/rule.js';

type Counts = Readonly<Record<Severity, number>>;

export function countOf({ error, warning, information, hint }: Counts): number {
  return error + warning + information + hint;
}

/** The lowest severity of which there is one: a list from there on has them all. */
export function slightestOf(counts: Counts): Severity | undefined {
  return (['hint', 'information', 'warning', 'error'] as const).find((severity) => counts[severity] > 0);
}
