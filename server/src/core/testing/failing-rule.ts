import { rules } from '../rules/index.js';
import type { Rule, RuleFinding } from '../rules/rule.js';

/** All rules, of which one throws: as it looks at a report, or only when its fix is asked for the edits. */
export function rulesWithFailing(id: string, where: 'check' | 'edits'): readonly Rule[] {
  return rules.map((rule): Rule => (rule.id === id ? { ...rule, check: failing(rule, where) } : rule));
}

function failing(rule: Rule, where: 'check' | 'edits'): Rule['check'] {
  const fail = (): never => {
    throw new Error('out of coffee');
  };
  return (context) =>
    where === 'check'
      ? fail()
      : [...rule.check(context)].map((finding): RuleFinding =>
          finding.fix === undefined ? finding : { ...finding, fix: { ...finding.fix, edits: fail } },
        );
}
