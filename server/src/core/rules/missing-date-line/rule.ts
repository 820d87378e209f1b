import type { Report } from '../../report/types.js';
import type { TextEdit } from '../../text/edit.js';
import { defineRule, type Fix, type Language } from '../rule.js';
import { describeEvidence } from '../../report/dating/evidence.js';
import { insertedLine, metadataPlace } from '../metadata-place.js';

export const missingDateLine = defineRule({
  id: 'missing-date-line',
  group: 'structure',
  severity: 'warning',
  fix: 'suggest',
  edits: ['metadata-inserted'],
  summary: { en: 'The report has no publication date', 'zh-cn': '报道没有发布日期' },
  messages: {
    missing: { en: 'The report has no date line', 'zh-cn': '报道缺少日期行' },
    eventOnly: {
      en: 'The report has no date line, only an event date: {date}',
      'zh-cn': '报道缺少日期行，只有事件日期：{date}',
    },
    eventWithoutYear: {
      en: 'The report has no date line, only an event date without year: {date}',
      'zh-cn': '报道缺少日期行，只有不带年份的事件日期：{date}',
    },
    insert: { en: 'Insert a date line', 'zh-cn': '插入日期行' },
    propose: { en: 'Insert a date line: {date} ({reason})', 'zh-cn': '插入日期行：{date}（{reason}）' },
  },
  concerns: ({ report }) => report.dateLine === undefined,
  check({ report, language }) {
    const { eventDates, anchor } = report;
    const [seen] = eventDates;
    const fix = insertDateLine(report, language);
    if (seen === undefined) return [{ message: 'missing', span: anchor, fix }];
    const message = seen.value.includes('年') ? 'eventOnly' : 'eventWithoutYear';
    return [{ message, arguments: { date: seen.value }, span: anchor, fix }];
  },
});

/** A template with the event's date filled in: publication mostly follows on the same day. */
function insertDateLine(report: Report, language: Language): Fix {
  const proposed = report.eventDates.find(({ iso, confidence }) => iso !== undefined && confidence !== 'low');
  const edits = (): readonly TextEdit[] => [dateLine(report)];
  if (proposed?.iso === undefined) return { class: 'suggest', title: 'insert', snippet: true, edits };
  const { iso: date, evidence } = proposed;
  const reason = (): string =>
    evidence.map((one) => describeEvidence(one, language)).join(language === 'en' ? '; ' : '；');
  return { class: 'suggest', title: 'propose', arguments: { date, reason }, snippet: true, edits };
}

function dateLine(report: Report): TextEdit {
  const place = metadataPlace(report);
  const seen = report.eventDates.find(({ month, day }) => month !== undefined && day !== undefined);
  const two = (n: number | undefined, fallback: string): string =>
    n === undefined ? fallback : String(n).padStart(2, '0');
  const year = seen?.iso?.slice(0, 4) ?? 'YYYY';
  const date = `\${1:${year}}-\${2:${two(seen?.month, 'MM')}}-\${3:${two(seen?.day, 'DD')}}`;
  const newText = insertedLine(report, { simplified: '发布日期', traditional: '發布日期' }, date);
  return { start: place, end: place, newText, kind: 'metadata-inserted' };
}
