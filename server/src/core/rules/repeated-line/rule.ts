import type { Report } from '../../report/types.js';
import { defineRule, NOTHING, type RuleFinding } from '../rule.js';
import { findRepetitions, removal, type Repetition } from './repetitions.js';

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
  check({ report }) {
    const repetitions = findRepetitions(report);
    return repetitions.length === 0 ? NOTHING : repetitions.map((repetition) => finding(report, repetition));
  },
});

function finding(report: Report, { zones, original }: Repetition): RuleFinding {
  const first = zones[0]!;
  const last = zones.at(-1)!;
  const isOne = zones.length === 1;
  return {
    message: isOne ? 'repeated' : 'block',
    arguments: { line: report.lines.place(original.start).line + 1, count: zones.length },
    span: { start: first.start, end: first.end },
    places: isOne ? undefined : zones.map(({ start, end }) => ({ start, end })),
    fix: { class: 'review', title: 'remove', edits: () => [removal(report, first, last)] },
  };
}
