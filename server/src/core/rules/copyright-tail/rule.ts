import { isSureNote } from '../../report/copyright.js';
import type { Report, Zone } from '../../report/types.js';
import { simplifyUnit } from '../../script/characters.js';
import { unitTable } from '../../text/unit-table.js';
import { defineRule, type RuleFinding } from '../rule.js';
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
  check({ report }) {
    const found: RuleFinding[] = [];
    for (const zone of report.zones) {
      if (zone.kind !== 'tail' || zone.furniture !== 'copyright' || isMetadata(report, zone)) continue;
      found.push({
        message: 'copyright',
        span: zone,
        fix: isSureNote(lineOf(report, zone))
          ? {
              class: 'review',
              title: 'remove',
              edits: () => [zoneRemoval(report, zone, 'furniture-removed')],
            }
          : undefined,
      });
    }
    return found;
  },
});

const METADATA = /^[\[(【]?(?:责任编辑|本条编辑|编辑|责编|编审|审核|校对|终审|来源|作者|记者|通讯员)\s*[:|]/;
/** What such a line can begin with, before folding. */
const METADATA_START = unitTable('[(【［（责本编审校终来作记通');
const LONGEST_METADATA = 40;

/** A byline below the disclaimer is no part of it. */
function isMetadata(report: Report, zone: Zone): boolean {
  if (METADATA_START[simplifyUnit(report.text.charCodeAt(zone.start))] !== 1) return false;
  const line = lineOf(report, zone);
  return line.length <= LONGEST_METADATA && METADATA.test(line);
}

function lineOf({ shadow }: Report, { start, end }: Zone): string {
  return shadow.folded.slice(shadow.toShadow(start), shadow.toShadow(end));
}
