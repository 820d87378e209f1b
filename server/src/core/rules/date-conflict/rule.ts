import type { EvidenceKind } from '../../report/dating/evidence.js';
import type { Report } from '../../report/types.js';
import { defineRule, type RuleFinding } from '../rule.js';
import { isReportedAfter } from './publication.js';
import { isWeekday, namedWeekday, wrongLunarDay } from './named-day.js';

export const dateConflict = defineRule({
  id: 'date-conflict',
  group: 'structure',
  severity: 'warning',
  fix: 'none',
  edits: [],
  summary: { en: 'Dates that cannot all be right', 'zh-cn': '互相矛盾的日期' },
  messages: {
    afterPublication: {
      en: 'The event of {event} lies after the publication date {published}',
      'zh-cn': '事件日期 {event} 晚于发布日期 {published}',
    },
    weekday: { en: '{date} was no {weekday}', 'zh-cn': '{date} 不是{weekday}' },
    contradictory: {
      en: 'No year fits all that the report says of {event}',
      'zh-cn': '没有哪一年同时符合文中对 {event} 的各种说法',
    },
    future: {
      en: 'The publication date {published} lies in the future',
      'zh-cn': '发布日期 {published} 尚未到来',
    },
  },
  concerns: ({ report }) => report.dateLine !== undefined || report.eventDates.length > 0,
  check({ report, today }) {
    const found: RuleFinding[] = [];
    const { dateLine, eventDates } = report;
    const published = dateLine?.iso?.slice(0, 10);
    if (dateLine !== undefined && published !== undefined) {
      if (today !== undefined && published > today) {
        found.push({ message: 'future', arguments: { published }, span: dateLine });
      }
      const named = namedWeekday(dateLine.value);
      if (named !== undefined && !isWeekday(published, named)) {
        found.push({ message: 'weekday', arguments: { date: published, weekday: named }, span: dateLine });
      }
      const [event] = eventDates;
      if (event !== undefined && isReportedAfter(report, event, published)) {
        found.push({
          message: 'afterPublication',
          arguments: { event: event.value, published },
          span: event,
        });
      }
    }
    addDayConflicts(found, report);
    return found;
  },
});

/** Evidence that speaks of the very day; a day written in full elsewhere may be an anniversary. */
const OF_THE_DAY: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['weekday', 'lunar', 'not-before']);

/** Days whose weekday or lunar name is another day's. */
function addDayConflicts(found: RuleFinding[], { eventDates, shadow }: Report): void {
  for (const event of eventDates) {
    if (event.contradictory && event.evidence.every(({ kind }) => OF_THE_DAY.has(kind))) {
      found.push({ message: 'contradictory', arguments: { event: event.value }, span: event });
    }
    if (event.iso === undefined) continue;
    const behind = shadow.folded.slice(shadow.toShadow(event.end), shadow.toShadow(event.end) + 14);
    const named = namedWeekday(behind, true);
    const wrong = named !== undefined && !isWeekday(event.iso, named) ? named : wrongLunarDay(event, behind);
    if (wrong !== undefined) {
      found.push({ message: 'weekday', arguments: { date: event.iso, weekday: wrong }, span: event });
    }
  }
}
