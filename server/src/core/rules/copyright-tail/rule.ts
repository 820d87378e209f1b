import { defineRule } from '../rule.js';
import { zoneRemoval } from '../line-removal.js';

export const copyrightTail = defineRule({
  id: 'copyright-tail',
  group: 'furniture',
  severity: 'hint',
  fix: 'review',
  unnecessary: true,
  edits: ['furniture-removed'],
  summary: { en: 'Copyright notes and disclaimers below the body', 'zh-cn': '正文之后的版权与免责声明' },
  messages: {
    copyright: { en: 'A copyright note or disclaimer', 'zh-cn': '版权或免责声明' },
    remove: { en: 'Remove this line', 'zh-cn': '删除这一行' },
  },
  *check({ report }) {
    for (const zone of report.zones) {
      if (zone.kind !== 'tail' || zone.furniture !== 'copyright') continue;
      yield {
        message: 'copyright',
        span: zone,
        fix: {
          class: 'review',
          title: 'remove',
          edits: () => [zoneRemoval(report, zone, 'furniture-removed')],
        },
      };
    }
  },
});
