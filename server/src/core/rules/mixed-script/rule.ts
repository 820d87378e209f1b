import { convertReport } from '../../script/convert-report.js';
import { defineRule } from '../rule.js';
import { minorityRuns } from './runs.js';

export const mixedScript = defineRule({
  id: 'mixed-script',
  group: 'script',
  severity: 'warning',
  fix: 'review',
  edits: ['script-converted', 'residue-removed'],
  summary: { en: 'Parts in the other script', 'zh-cn': '文中夹有另一种字体（简繁混用）' },
  messages: {
    traditional: {
      en: 'Traditional text in a Simplified report: {text}',
      'zh-cn': '简体报道中夹有繁体：{text}',
    },
    simplified: {
      en: 'Simplified text in a Traditional report: {text}',
      'zh-cn': '繁体报道中夹有简体：{text}',
    },
    toSimplified: { en: 'Convert this part to Simplified', 'zh-cn': '把这一部分转为简体' },
    toTraditional: { en: 'Convert this part to Traditional', 'zh-cn': '把这一部分转为繁体' },
  },
  *check({ report, converter }) {
    const { verdict, majority } = report.script;
    if (verdict !== 'mixed' || majority === undefined) return;
    const simplified = majority === 'simplified';
    for (const run of minorityRuns(report)) {
      const text = report.text.slice(run.start, Math.min(run.end, run.start + 24));
      yield {
        message: simplified ? 'traditional' : 'simplified',
        arguments: { text: run.end - run.start > 24 ? `${text}…` : text },
        span: run,
        ...(Math.min(report.script.simplified, report.script.traditional) === 1
          ? { severity: 'information' }
          : {}),
        fix: {
          class: 'review',
          title: simplified ? 'toSimplified' : 'toTraditional',
          edits: () => convertReport(report, { to: majority, ranges: [run] }, converter).edits,
        },
      };
    }
  },
});
