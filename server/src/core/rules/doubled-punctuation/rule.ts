import type { TextEdit } from '../../text/edit.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';

export const doubledPunctuation = defineRule({
  id: 'doubled-punctuation',
  group: 'residue',
  severity: 'information',
  fix: 'exact',
  decorate: true,
  edits: ['punctuation-merged'],
  summary: { en: 'Punctuation marks that stand twice', 'zh-cn': '重复的标点' },
  messages: {
    same: {
      en: '{count:doubled punctuation mark|doubled punctuation marks} ({text})',
      'zh-cn': '{count} 处标点重复（{text}）',
    },
    different: {
      en: '{count:place|places} with two marks where one belongs ({text})',
      'zh-cn': '{count} 处两个标点连用（{text}）',
    },
    merge: { en: 'Keep one of each', 'zh-cn': '各保留一个' },
    choose: { en: 'Keep the right one of each', 'zh-cn': '各保留正确的一个' },
  },
  *check({ report: { text } }) {
    const same: TextEdit[] = [];
    const different: TextEdit[] = [];
    for (const { index, 0: marks } of text.matchAll(RUN)) {
      const edit = (newText: string): TextEdit => ({
        start: index,
        end: index + marks.length,
        newText,
        kind: 'punctuation-merged',
      });
      const [first = ''] = marks;
      if (marks === first.repeat(2)) same.push(edit(first));
      else if (marks.length === 2) different.push(edit(stronger(marks)));
    }
    if (same.length > 0)
      yield finding('same', text, same, { class: 'exact', title: 'merge', edits: () => same });
    if (different.length > 0)
      yield finding('different', text, different, {
        class: 'review',
        title: 'choose',
        edits: () => different,
      });
  },
});

/** Runs of pausing and ending marks; three or more are somebody's ellipsis or an ornament, not a slip. */
const RUN = /[，,、。；;：:]{2,}/g;
/** Which of two marks stays: the one that ends more; of comma and 、 the 、, which no scraper adds. */
const ORDER = '，,、：:；;。';

function stronger(marks: string): string {
  const [a = '', b = ''] = marks;
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

function finding(message: string, text: string, edits: readonly TextEdit[], fix: Fix): RuleFinding {
  const [first = { start: 0, end: 0 }] = edits;
  const shown = [...new Set(edits.map(({ start, end }) => text.slice(start, end)))].slice(0, 4).join(' ');
  return {
    message,
    arguments: { count: edits.length, text: shown },
    span: { start: first.start, end: first.end },
    places: edits.map(({ start, end }) => ({ start, end })),
    fix,
  };
}
