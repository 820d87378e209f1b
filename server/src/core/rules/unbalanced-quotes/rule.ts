import { defineRule, NOTHING } from '../rule.js';
import { findUnpaired } from './pairs.js';

export const unbalancedQuotes = defineRule({
  id: 'unbalanced-quotes',
  group: 'text',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'Quotation marks and brackets without partner', 'zh-cn': '引号、括号不成对' },
  messages: {
    unpaired: { en: '{mark} has no partner', 'zh-cn': '“{mark}”不成对' },
  },
  concerns: ({ report }) => report.marks.length > 0,
  check({ report: { text, marks, zones } }) {
    const offsets = findUnpaired(text, marks, zones);
    if (offsets.length === 0) return NOTHING;
    return offsets.map((start) => ({
      message: 'unpaired',
      arguments: { mark: text.charAt(start) },
      span: { start, end: start + 1 },
    }));
  },
});
