import type { Report, Zone } from '../../report/types.js';
import { defineRule, type RuleFinding } from '../rule.js';
import { zoneRemoval } from '../line-removal.js';

export const pageFurniture = defineRule({
  id: 'page-furniture',
  group: 'furniture',
  severity: 'hint',
  fix: 'review',
  unnecessary: true,
  edits: ['furniture-removed'],
  summary: { en: 'Parts of the web page that are not part of the report', 'zh-cn': '不属于报道的网页杂项' },
  messages: {
    line: { en: 'Page furniture: {text}', 'zh-cn': '网页杂项：{text}' },
    orphan: { en: 'A label without value: {text}', 'zh-cn': '没有内容的标签：{text}' },
    removeLine: { en: 'Remove this line', 'zh-cn': '删除这一行' },
    removePart: { en: 'Remove this part of the line', 'zh-cn': '删除这一部分' },
  },
  check({ report }) {
    const found: RuleFinding[] = [];
    for (const zone of report.zones) {
      if (zone.kind === 'furniture' || zone.kind === 'label-orphan') found.push(finding(report, zone));
    }
    return found;
  },
});

function finding(report: Report, zone: Zone): RuleFinding {
  return {
    message: zone.kind === 'furniture' ? 'line' : 'orphan',
    arguments: { text: report.text.slice(zone.start, Math.min(zone.end, zone.start + 40)) },
    span: zone,
    // What a caption says stands nowhere else.
    fix:
      zone.furniture === 'caption'
        ? undefined
        : {
            class: 'review',
            title: zone.furniture === 'control' ? 'removePart' : 'removeLine',
            edits: () => [zoneRemoval(report, zone, 'furniture-removed')],
          },
  };
}
