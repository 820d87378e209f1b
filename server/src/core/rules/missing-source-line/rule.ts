import type { Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { defineRule, type Fix } from '../rule.js';
import { escapeSnippet, insertedLine, metadataPlace } from '../metadata-place.js';

export const missingSourceLine = defineRule({
  id: 'missing-source-line',
  group: 'structure',
  severity: 'warning',
  fix: 'suggest',
  edits: ['metadata-inserted'],
  summary: { en: 'The report names no source', 'zh-cn': '报道没有来源' },
  messages: {
    missing: { en: 'The report has no source line', 'zh-cn': '报道缺少来源行' },
    agencyOnly: {
      en: 'The report has no source line, only a dateline: {agency}',
      'zh-cn': '报道缺少来源行，只有电头：{agency}',
    },
    empty: { en: 'The source label has no value', 'zh-cn': '来源标签后面没有内容' },
    insert: { en: 'Insert a source line', 'zh-cn': '插入来源行' },
    fill: { en: 'Fill in the source', 'zh-cn': '填写来源' },
  },
  concerns: ({ report }) => report.sourceLine === undefined,
  check({ report }) {
    const { emptySourceLabel, agency, anchor } = report;
    if (emptySourceLabel !== undefined)
      return [{ message: 'empty', span: emptySourceLabel, fix: fillSource(report, emptySourceLabel) }];
    const fix = insertSource(report);
    return agency === undefined
      ? [{ message: 'missing', span: anchor, fix }]
      : [{ message: 'agencyOnly', arguments: { agency: agency.value }, span: anchor, fix }];
  },
});

/** `本报讯` names nobody outside its own paper, so it fills nothing in. */
function proposal(report: Report): string {
  const agency = report.agency?.value;
  if (agency !== undefined && !agency.startsWith('本')) return escapeSnippet(report.agency?.text ?? agency);
  return report.script.majority === 'traditional' ? '媒體' : '媒体';
}

function insertSource(report: Report): Fix {
  return {
    class: 'suggest',
    title: 'insert',
    snippet: true,
    edits: () => {
      const place = metadataPlace(report);
      const newText = insertedLine(
        report,
        { simplified: '来源', traditional: '來源' },
        `\${1:${proposal(report)}}`,
      );
      return [{ start: place, end: place, newText, kind: 'metadata-inserted' }];
    },
  };
}

/** A label with nothing behind it, not one with a word that names nobody (`来源：未知`): that word is a person's to replace. */
const NO_VALUE = /^[^:：|丨]*[:：|丨]?\s*$/;

function fillSource(report: Report, { start, end: place }: Span): Fix | undefined {
  if (!NO_VALUE.test(report.text.slice(start, place))) return undefined;
  return {
    class: 'suggest',
    title: 'fill',
    snippet: true,
    edits: () => [
      { start: place, end: place, newText: `\${1:${proposal(report)}}`, kind: 'metadata-inserted' },
    ],
  };
}
