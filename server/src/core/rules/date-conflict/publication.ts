import type { EventDate, Report } from '../../report/types.js';

/** A day's grace: a page may carry the date of the wire while its text was finished after midnight. */
const GRACE_DAYS = 1;
/** Beyond this a plan is more likely than a slip, the year being inferred from the publication date. */
const FARTHEST_DAYS = 60;
const DAY = 86_400_000;
/** Words by which a sentence speaks of what is still to come, or of a deadline. */
const TO_COME =
  /将|拟|定于|计划|预计|届时|截至|截止|之前|以前|日前[^,。]{0,4}完成|起(?:施行|实施|执行)|倒计时|预告|预报|预约/;
/** How far into the lead a date can stand and still be the day of what is told. */
const OPENING = 60;

/** Whether a report tells of an event as past that lies behind its publication date. */
export function isReportedAfter(report: Report, event: EventDate, published: string): boolean {
  if (event.iso === undefined || event.iso <= published) return false;
  const days = (Date.parse(event.iso) - Date.parse(published)) / DAY;
  return days > GRACE_DAYS && days <= FARTHEST_DAYS && isReported(report, event);
}

/** Only the date that opens the lead is what the report tells of, unless its sentence speaks of a plan. */
function isReported({ zones, shadow }: Report, event: EventDate): boolean {
  const lead = zones.find(({ kind }) => kind === 'lead');
  if (lead === undefined || event.start - lead.start > OPENING || event.end > lead.end) return false;
  const text = shadow.folded.slice(shadow.toShadow(lead.start), shadow.toShadow(lead.end));
  const at = shadow.toShadow(event.end) - shadow.toShadow(lead.start);
  const stop = text.indexOf('。', at);
  return !TO_COME.test(stop < 0 ? text : text.slice(0, stop));
}
