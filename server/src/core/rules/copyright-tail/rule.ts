import type { Report, Zone } from '../../report/types.js';
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
  concerns: ({ zones }) => zones.some(({ furniture }) => furniture === 'copyright'),
  *check({ report }) {
    for (const zone of report.zones) {
      if (zone.kind !== 'tail' || zone.furniture !== 'copyright' || isMetadata(report, zone)) continue;
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

/** A byline below the disclaimer is no part of it. */
function isMetadata({ shadow }: Report, { start, end }: Zone): boolean {
  const line = shadow.folded.slice(shadow.toShadow(start), shadow.toShadow(end));
  return (
    line.length <= 40 &&
    /^[\[(【]?(?:责任编辑|本条编辑|编辑|责编|编审|审核|校对|终审|来源|作者|记者|通讯员)\s*[:|]/.test(line)
  );
}
