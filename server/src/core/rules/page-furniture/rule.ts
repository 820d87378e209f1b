import { defineRule } from '../rule.js';
import { zoneRemoval } from '../line-removal.js';

export const pageFurniture = defineRule({
  id: 'page-furniture',
  group: 'furniture',
  severity: 'hint',
  fix: 'review',
  unnecessary: true,
  edits: ['furniture-removed'],
  summary: { en: 'Parts of the web page that are not part of the report', 'zh-cn': '不属于报道的网页元素' },
  messages: {
    line: { en: 'Page furniture: {text}', 'zh-cn': '网页元素：{text}' },
    orphan: { en: 'A label without value: {text}', 'zh-cn': '没有内容的标签：{text}' },
    removeLine: { en: 'Remove this line', 'zh-cn': '删除这一行' },
    removePart: { en: 'Remove this part of the line', 'zh-cn': '删除这一部分' },
  },
  concerns: ({ zones }) => zones.some(({ kind }) => kind === 'furniture' || kind === 'label-orphan'),
  *check({ report }) {
    for (const zone of report.zones) {
      if (zone.kind !== 'furniture' && zone.kind !== 'label-orphan') continue;
      const text = report.text.slice(zone.start, Math.min(zone.end, zone.start + 40));
      yield {
        message: zone.kind === 'furniture' ? 'line' : 'orphan',
        arguments: { text },
        span: zone,
        fix: {
          class: 'review',
          title: zone.furniture === 'control' ? 'removePart' : 'removeLine',
          edits: () => [zoneRemoval(report, zone, 'furniture-removed')],
        },
      };
    }
  },
});
