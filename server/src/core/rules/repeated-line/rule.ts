import { defineRule } from '../rule.js';
import { findRepetitions, removal } from './repetitions.js';

export const repeatedLine = defineRule({
  id: 'repeated-line',
  group: 'furniture',
  severity: 'information',
  fix: 'review',
  unnecessary: true,
  edits: ['repetition-removed'],
  summary: { en: 'Paragraphs that stand twice', 'zh-cn': '重复出现的段落' },
  messages: {
    repeated: { en: 'The same paragraph stands on line {line}', 'zh-cn': '与第 {line} 行的段落相同' },
    block: {
      en: '{count} lines stand twice, first from line {line} on',
      'zh-cn': '{count} 行与第 {line} 行起的内容重复',
    },
    remove: { en: 'Remove the repetition', 'zh-cn': '删除重复的内容' },
  },
  *check({ report }) {
    for (const { zones, original } of findRepetitions(report)) {
      const [first] = zones;
      const last = zones.at(-1);
      if (first === undefined || last === undefined) continue;
      const line = report.lines.place(original.start).line + 1;
      yield {
        message: zones.length === 1 ? 'repeated' : 'block',
        arguments: { line, count: zones.length },
        span: { start: first.start, end: first.end },
        ...(zones.length === 1 ? {} : { places: zones.map(({ start, end }) => ({ start, end })) }),
        fix: {
          class: 'review',
          title: 'remove',
          edits: () => [removal(report, first, last)],
        },
      };
    }
  },
});
