import { defineRule } from '../rule.js';

export const missingHeadline = defineRule({
  id: 'missing-headline',
  group: 'structure',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'The report has no headline', 'zh-cn': '报道没有标题' },
  messages: { missing: { en: 'The body starts without a headline', 'zh-cn': '正文前没有标题' } },
  concerns: ({ report }) => report.headlines.length === 0,
  *check({ report }) {
    const { zones, anchor } = report;
    if (zones.some(({ kind }) => kind === 'lead')) yield { message: 'missing', span: anchor };
  },
});
