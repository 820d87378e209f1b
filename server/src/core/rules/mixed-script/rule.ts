import type { Report } from '../../report/types.js';
import { convertReport } from '../../script/convert-report.js';
import { standardOf, type Converter, type ConvertTarget } from '../../script/converter.js';
import { defineRule } from '../rule.js';
import type { TextEdit } from '../../text/edit.js';
import { damagedLines } from '../undecodable-text/damage.js';
import { minorityRuns, type Run } from './runs.js';

export const mixedScript = defineRule({
  id: 'mixed-script',
  group: 'script',
  severity: 'warning',
  fix: 'review',
  edits: ['script-converted', 'residue-removed'],
  summary: { en: 'Parts in the other script', 'zh-cn': '简繁混用' },
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
  concerns: ({ report }) => report.script.verdict === 'mixed',
  *check({ report, converter, script, transcoder, protected: words }) {
    const { verdict, majority } = report.script;
    if (verdict !== 'mixed' || majority === undefined) return;
    // A report in the wrong script is converted as a whole (unexpected-script), its minority runs with it.
    if (script !== 'any' && majority !== script) return;
    const simplified = majority === 'simplified';
    const runs = minorityRuns(report, damagedLines(report, transcoder));
    // One conversion for all runs, made when the first fix asks: a file may hold thousands.
    let converted: ReadonlyMap<Run, readonly TextEdit[]> | undefined;
    for (const run of runs) {
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
          edits: () => {
            converted ??= byRun(
              runs,
              convertReport(
                report,
                { to: ownForms(report, converter), ranges: runs, protected: words },
                converter,
              ).edits,
            );
            return converted.get(run) ?? [];
          },
        },
      };
    }
  },
});

/** What runs convert to: a Traditional report keeps its own standard, 為 and 裡 where it writes so. */
function ownForms({ script, text }: Report, { engine }: Converter): ConvertTarget {
  return script.majority === 'traditional' ? standardOf(text, engine) : 'simplified';
}

/** Gives each run its edits, both ascending; a pinyin note behind a run's last character goes with the run. */
function byRun(runs: readonly Run[], edits: readonly TextEdit[]): Map<Run, TextEdit[]> {
  const found = new Map<Run, TextEdit[]>();
  let next = 0;
  runs.forEach((run, i) => {
    const border = runs[i + 1]?.start ?? Infinity;
    const own: TextEdit[] = [];
    for (let edit = edits[next]; edit !== undefined && edit.start < border; edit = edits[++next])
      own.push(edit);
    found.set(run, own);
  });
  return found;
}
