import { defineRule } from '../rule.js';

/** A headline may ask or exclaim, which makes it read like the lead of the body. */
const LONGEST_CALL = 40;

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
    const { zones, text, anchor } = report;
    const lead = zones.find(({ kind }) => kind === 'lead');
    if (lead === undefined) return;
    const first = text.slice(lead.start, lead.end);
    const isCall = first.length <= LONGEST_CALL && !first.includes('。') && /[！？!?]$/.test(first);
    if (isCall && zones.some(({ kind }) => kind === 'paragraph')) return;
    yield { message: 'missing', span: anchor };
  },
});
