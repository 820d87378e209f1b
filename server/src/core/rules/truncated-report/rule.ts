import { defineRule } from '../rule.js';

const FINISHED = /[。！？!?…”’」』》）)\]】〕;；.]\s*$/;
const SHORTEST = 20;

export const truncatedReport = defineRule({
  id: 'truncated-report',
  group: 'text',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'The report breaks off', 'zh-cn': '报道不完整' },
  messages: {
    unfinished: { en: 'The last paragraph ends without a final mark', 'zh-cn': '最后一段没有句末标点' },
    expand: { en: 'The page showed only a part: {text}', 'zh-cn': '网页只显示了一部分：{text}' },
  },
  *check({ report }) {
    const { zones, text } = report;
    const last = zones.findLast(
      ({ kind }) => kind === 'lead' || kind === 'paragraph' || kind === 'attendance',
    );
    if (last === undefined) return;
    const expand = zones.find(({ furniture }) => furniture === 'expand');
    if (expand !== undefined) {
      yield { message: 'expand', arguments: { text: text.slice(expand.start, expand.end) }, span: expand };
    }
    const paragraph = text.slice(last.start, last.end);
    if (paragraph.length < SHORTEST || FINISHED.test(paragraph)) return;
    yield { message: 'unfinished', span: { start: Math.max(last.start, last.end - 10), end: last.end } };
  },
});
