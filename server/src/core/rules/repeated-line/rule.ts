import type { Zone } from '../../report/types.js';
import { defineRule } from '../rule.js';
import { zoneRemoval } from '../line-removal.js';

/** Shorter lines repeat with reason: attributions, labels. */
const SHORTEST = 15;

export const repeatedLine = defineRule({
  id: 'repeated-line',
  group: 'furniture',
  severity: 'information',
  fix: 'review',
  unnecessary: true,
  edits: ['repetition-removed'],
  summary: { en: 'A paragraph that stands twice', 'zh-cn': '重复出现的段落' },
  messages: {
    repeated: { en: 'The same paragraph stands on line {line}', 'zh-cn': '与第 {line} 行的段落相同' },
    remove: { en: 'Remove the repetition', 'zh-cn': '删除重复的段落' },
  },
  *check({ report }) {
    const { shadow, lines } = report;
    const seen = new Map<string, Zone>();
    for (const zone of report.zones) {
      if (zone.kind !== 'lead' && zone.kind !== 'paragraph' && zone.kind !== 'attendance') continue;
      const text = shadow.folded
        .slice(shadow.toShadow(zone.start), shadow.toShadow(zone.end))
        .replace(/\s/g, '');
      if (text.length < SHORTEST) continue;
      const first = seen.get(text);
      if (first === undefined) seen.set(text, zone);
      else {
        yield {
          message: 'repeated',
          arguments: { line: lines.place(first.start).line + 1 },
          span: zone,
          fix: {
            class: 'review',
            title: 'remove',
            edits: () => [zoneRemoval(report, zone, 'repetition-removed')],
          },
        };
      }
    }
  },
});
