import type { TextEdit } from '../../text/edit.js';
import { defineRule } from '../rule.js';

const NAMES: Readonly<Record<string, string>> = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' };

export const mixedLineEnds = defineRule({
  id: 'mixed-line-ends',
  group: 'encoding',
  severity: 'information',
  fix: 'review',
  edits: ['line-end-unified'],
  summary: { en: 'Several kinds of line end in one file', 'zh-cn': '同一文件中有多种换行符' },
  messages: {
    mixed: { en: 'Line ends of several kinds: {counts}', 'zh-cn': '有多种换行符：{counts}' },
    unify: { en: 'Make all line ends {name}', 'zh-cn': '全部改为 {name}' },
  },
  concerns: ({ report }) => report.text.includes('\r'),
  *check({ report: { text } }) {
    const found = new Map<string, TextEdit[]>();
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
      const edits = found.get(end) ?? [];
      edits.push({ start: index, end: index + end.length, newText: '', kind: 'line-end-unified' });
      found.set(end, edits);
    }
    if (found.size < 2) return;
    const ranked = [...found].sort((a, b) => b[1].length - a[1].length);
    const usual = ranked[0]?.[0] ?? '\n';
    const others = ranked
      .slice(1)
      .flatMap(([, edits]) => edits)
      .sort((a, b) => a.start - b.start);
    yield {
      message: 'mixed',
      arguments: {
        counts: ranked.map(([end, edits]) => `${NAMES[end] ?? ''} ${String(edits.length)}`).join(', '),
      },
      span: { start: others[0]?.start ?? 0, end: others[0]?.end ?? 0 },
      fix: {
        class: 'review',
        title: 'unify',
        arguments: { name: NAMES[usual] ?? '' },
        edits: () => others.map((edit) => ({ ...edit, newText: usual })),
      },
    };
  },
});
