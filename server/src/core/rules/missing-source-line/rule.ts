import type { Report } from '../../report/types.js';
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
  concerns: ({ sourceLine }) => sourceLine === undefined,
  *check({ report }) {
    if (report.sourceLine !== undefined) return;
    if (report.emptySourceLabel !== undefined) {
      yield {
        message: 'empty',
        span: report.emptySourceLabel,
        fix: fillSource(report, report.emptySourceLabel.end),
      };
    } else if (report.agency !== undefined) {
      yield {
        message: 'agencyOnly',
        arguments: { agency: report.agency.value },
        span: report.anchor,
        fix: insertSource(report),
      };
    } else yield { message: 'missing', span: report.anchor, fix: insertSource(report) };
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

function fillSource(report: Report, place: number): Fix {
  return {
    class: 'suggest',
    title: 'fill',
    snippet: true,
    edits: () => [
      { start: place, end: place, newText: `\${1:${proposal(report)}}`, kind: 'metadata-inserted' },
    ],
  };
}
