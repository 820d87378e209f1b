import { defineRule } from '../rule.js';

export const incompleteDateLine = defineRule({
  id: 'incomplete-date-line',
  group: 'structure',
  severity: 'warning',
  fix: 'none',
  edits: [],
  summary: {
    en: 'The date line has no year, no day, or a day that does not exist',
    'zh-cn': '日期行缺年份、缺日或日期不存在',
  },
  messages: {
    'no-year': { en: 'The date line has no year: {date}', 'zh-cn': '日期行没有年份：{date}' },
    'no-day': { en: 'The date line has no day: {date}', 'zh-cn': '日期行没有日：{date}' },
    impossible: {
      en: 'The date line names a day that does not exist: {date}',
      'zh-cn': '日期行上的日期不存在：{date}',
    },
  },
  concerns: ({ report }) => report.dateLine?.problem !== undefined,
  *check({ report: { dateLine } }) {
    if (dateLine?.problem === undefined) return;
    yield { message: dateLine.problem, arguments: { date: dateLine.value }, span: dateLine };
  },
});
