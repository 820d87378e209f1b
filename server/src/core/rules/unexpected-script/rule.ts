import { convertReport } from '../../script/convert-report.js';
import { defineRule, type Fix } from '../rule.js';
import { damagedLines } from '../undecodable-text/damage.js';

export const unexpectedScript = defineRule({
  id: 'unexpected-script',
  group: 'script',
  severity: 'information',
  fix: 'review',
  edits: ['script-converted', 'residue-removed'],
  summary: { en: 'The report is not in the script of the corpus', 'zh-cn': '报道的简繁与语料库的设定不同' },
  messages: {
    traditional: { en: 'A Traditional report in a Simplified corpus', 'zh-cn': '语料库为简体，本篇为繁体' },
    simplified: { en: 'A Simplified report in a Traditional corpus', 'zh-cn': '语料库为繁体，本篇为简体' },
    toSimplified: { en: 'Convert the report to Simplified', 'zh-cn': '把全文转为简体' },
    toTraditional: { en: 'Convert the report to Traditional', 'zh-cn': '把全文转为繁体' },
  },
  concerns: ({ report: { script: own }, script }) =>
    script !== 'any' && own.majority !== undefined && own.majority !== script,
  *check({ report, script, converter, transcoder, protected: words }) {
    const { majority } = report.script;
    if (script === 'any' || majority === undefined) return;
    const fix: Fix = {
      class: 'review',
      title: script === 'simplified' ? 'toSimplified' : 'toTraditional',
      edits: () => convertReport(report, { to: script, protected: words }, converter).edits,
    };
    // Converting what a wrong encoding made would put its bytes out of reach: that is to be mended first.
    const damaged = damagedLines(report, transcoder).size > 0;
    yield { message: majority, span: report.anchor, fix: damaged ? undefined : fix };
  },
});
