import type { RuleGroup } from '../../core/rules/rule.js';
import type { ConvertTarget } from '../../core/script/converter.js';
import type { Span } from '../../core/text/span.js';

/** What an action needs to be completed when it is chosen. */
export type ActionData = { readonly uri: string; readonly stamp: string } & (
  | { readonly do: 'fix'; readonly finding: number }
  | { readonly do: 'fixRule'; readonly rule: string }
  /** An entry in the officials file. */
  | { readonly do: 'addOfficial'; readonly name: string }
  | { readonly do: 'preview' }
  | { readonly do: 'fixAll'; readonly group: RuleGroup | undefined; readonly include: 'exact' | 'review' }
  | { readonly do: 'convert'; readonly to: ConvertTarget; readonly range: Span }
);
