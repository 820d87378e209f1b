import { defineRule } from '../rule.js';
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
  concerns: ({ marks }) => marks.length > 0,
  *check({ report }) {
    const { text, zones, marks } = report;
    const body = zones.filter(({ kind }) => kind === 'lead' || kind === 'paragraph' || kind === 'attendance');
    for (const span of findUnpaired(text, marks, body)) {
      yield { message: 'unpaired', arguments: { mark: text.slice(span.start, span.end) }, span };
    }
  },
});
