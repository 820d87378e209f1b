import { weekday } from '../../report/dating/lunar.js';
import type { EventDate, Report } from '../../report/types.js';
import { defineRule } from '../rule.js';

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
    weekday: { en: '{date} is no {weekday}', 'zh-cn': '{date} 不是{weekday}' },
    contradictory: {
      en: 'No year fits all that the report says of {event}',
      'zh-cn': '没有哪一年同时符合文中对 {event} 的各种说法',
    },
    future: {
      en: 'The publication date {published} lies in the future',
      'zh-cn': '发布日期 {published} 尚未到来',
    },
  },
  *check({ report, today }) {
    const { dateLine, eventDates } = report;
    const published = dateLine?.iso?.slice(0, 10);
    if (dateLine !== undefined && published !== undefined) {
      if (today !== undefined && published > today) {
        yield { message: 'future', arguments: { published }, span: dateLine };
      }
      const named = WEEKDAY.exec(dateLine.value)?.[1];
      if (named !== undefined && !isWeekday(published, named)) {
        yield { message: 'weekday', arguments: { date: published, weekday: `星期${named}` }, span: dateLine };
      }
      const event = eventDates[0];
      if (event?.iso !== undefined && isAfter(event.iso, published) && isReported(report, event)) {
        yield { message: 'afterPublication', arguments: { event: event.value, published }, span: event };
      }
    }
    for (const event of eventDates) {
      if (event.contradictory)
        yield { message: 'contradictory', arguments: { event: event.value }, span: event };
      const named = event.iso === undefined ? undefined : weekdayBehind(report, event);
      if (event.iso !== undefined && named !== undefined && !isWeekday(event.iso, named)) {
        yield { message: 'weekday', arguments: { date: event.iso, weekday: `星期${named}` }, span: event };
      }
    }
  },
});

const WEEKDAY = /(?:星期|周|礼拜)([一二三四五六日天])/;
/** A day's grace: a page may carry the date of the wire while its text was finished after midnight. */
const GRACE_DAYS = 1;
/** Beyond this a plan is more likely than a slip, the year being inferred from the publication date. */
const FARTHEST_DAYS = 60;

function isAfter(event: string, published: string): boolean {
  const days = (Date.parse(event) - Date.parse(published)) / 86_400_000;
  return days > GRACE_DAYS && days <= FARTHEST_DAYS;
}

/** Only the date that opens the lead is what the report tells of; later ones may be plans. */
function isReported({ zones, shadow }: Report, event: EventDate): boolean {
  const lead = zones.find(({ kind }) => kind === 'lead');
  if (lead === undefined || event.start - lead.start > 60 || event.end > lead.end) return false;
  const before = shadow.text.slice(shadow.toShadow(lead.start), shadow.toShadow(event.start));
  return !/将|拟|定于|计划/.test(before);
}

function weekdayBehind({ shadow }: Report, event: EventDate): string | undefined {
  const end = shadow.toShadow(event.end);
  return /^[\s,(]{0,2}(?:星期|周|礼拜)([一二三四五六日天])/.exec(shadow.folded.slice(end, end + 8))?.[1];
}

function isWeekday(iso: string, named: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
  return weekday(year, month, day) === (named === '天' ? 0 : '日一二三四五六'.indexOf(named));
}
