import { defineRule } from '../rule.js';

export const missingHeadline = defineRule({
  id: 'missing-headline',
  group: 'structure',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'The report has no headline', 'zh-cn': '报道没有标题' },
  messages: { missing: { en: 'The body starts without a headline', 'zh-cn': '正文前没有标题' } },
  *check({ report }) {
    if (report.headlines.length > 0 || !report.zones.some(({ kind }) => kind === 'lead')) return;
    yield { message: 'missing', span: report.anchor };
  },
});
