import { ambiguousResults } from '../../script/conversion/ambiguous-results.js';
import { defineRule } from '../rule.js';

/**
 * UTF-16 units; a text of this length is no single report. The rule converts the whole text there and back, and would be
 * felt at every keystroke.
 */
const LONGEST = 100_000;

export const ambiguousConversion = defineRule({
  id: 'ambiguous-conversion',
  group: 'script',
  severity: 'hint',
  cost: 'slow',
  fix: 'suggest',
  edits: ['script-converted'],
  summary: {
    en: 'Characters of a Traditional report that a conversion had to choose without a word to go by',
    'zh-cn': '繁体报道中转换时没有词可依、只能择一的字',
  },
  messages: {
    ambiguous: {
      en: '{character} could also be {alternatives} here: Simplified writes {source} for all of them, and no word tells',
      'zh-cn': '此处的“{character}”也可能应作“{alternatives}”：简体都写作“{source}”，这里没有词可依',
    },
    replace: { en: 'Replace {character} with {alternative}', 'zh-cn': '把“{character}”改为“{alternative}”' },
  },
  concerns: ({ report: { text, script, notes } }) =>
    script.majority === 'traditional' && notes.certain.length === 0 && text.length <= LONGEST,
  *check({ report, converter, script }) {
    // A report in the wrong script is converted as a whole (unexpected-script).
    if (script === 'simplified') return;
    const whole = { start: 0, end: report.text.length };
    for (const { start, end, character, source, alternatives } of ambiguousResults(
      report,
      converter,
      whole,
    )) {
      const [alternative = ''] = alternatives;
      yield {
        message: 'ambiguous',
        arguments: { character, source, alternatives: alternatives.join(' ') },
        span: { start, end },
        fix: {
          class: 'suggest',
          title: 'replace',
          arguments: { character, alternative },
          edits: () => [{ start, end, newText: alternative, kind: 'script-converted' }],
        },
      };
    }
  },
});
