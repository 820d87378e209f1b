import { isoDate, isValid } from '../gregorian-day.js';
import type { Clues } from '../clues.js';
import type { FoundEventDate } from '../event-dates.js';
import type { Span } from '../../text/span.js';
import { unitTable, WHITE_SPACE } from '../../text/unit-table.js';
import type { Confidence, Evidence } from './evidence.js';
import type { LandmarkMention } from './landmarks.js';
import { findLunarTerms } from './lunar-terms.js';
import { weekday, yearsWhere, type Calendar } from './lunar.js';

/** An event date with the year that the evidence gives it; shadow offsets. */
export interface DatedEvent extends FoundEventDate {
  readonly confidence: Confidence | undefined;
  readonly evidence: readonly Evidence[];
  /** Evidence that excludes itself: no year fits all of it, so none is proposed. */
  readonly contradictory: boolean;
}

export interface DatingInput {
  readonly folded: string;
  readonly clues: Clues;
  /** The body's paragraphs in order, shadow offsets. */
  readonly body: readonly Span[];
  readonly events: readonly FoundEventDate[];
  /** The date line's ISO value. */
  readonly published: string | undefined;
  readonly landmarks: readonly LandmarkMention[];
  readonly calendar: Calendar;
}

/**
 * Gives every event date the year its evidence carries: written out, the date line, the same day in full
 * elsewhere, a weekday or lunar day that one year fits, a phrase that names its year; landmarks bound it from
 * below. Never from today's date.
 */
export function dateEvents(input: DatingInput): DatedEvent[] {
  const bound = strongestBound(input.landmarks);
  const known = fullDates(input.events);
  // A landmark says when the report was written: the event it opens with is of that day, others may be older.
  return input.events.map((event, i) => dateEvent(event, i === 0, input, i === 0 ? bound : undefined, known));
}

interface Claim {
  readonly evidence: Evidence;
  readonly years: readonly number[];
  readonly confidence: Confidence;
}

function dateEvent(
  event: FoundEventDate,
  isFirst: boolean,
  input: DatingInput,
  bound: Evidence | undefined,
  known: ReadonlyMap<number, FoundEventDate>,
): DatedEvent {
  const { month, day, iso } = event;
  if (month === undefined || day === undefined) return dated(event, iso, NO_EVIDENCE, undefined);
  if (iso !== undefined) return dated(event, iso, [evidenceOfYear(event, input)], 'high');
  const claims: Claim[] = [];
  sameDay(event, known, claims);
  weekdayClaim(event, month, day, input.folded, claims);
  lunarClaims(event, month, day, isFirst, input, claims);
  yearOf(input.landmarks, claims);
  const evidence = claims.map((claim) => claim.evidence);
  if (bound !== undefined) evidence.push(bound);
  if (claims.length === 0) return dated(event, undefined, evidence, undefined);
  const years = intersect(claims).filter(
    (year) =>
      isValid({ year, month, day }) && (bound === undefined || isoDate(year, month, day) >= bound.says),
  );
  const [year] = years;
  if (year === undefined) return dated(event, undefined, evidence, undefined, true);
  if (years.length > 1) return dated(event, undefined, evidence, undefined);
  const confidence = claims.some((claim) => claim.confidence === 'high') ? 'high' : 'medium';
  return dated(event, isoDate(year, month, day), evidence, confidence);
}

const NO_EVIDENCE: readonly Evidence[] = [];

function dated(
  { start, end, month, day }: FoundEventDate,
  iso: string | undefined,
  evidence: readonly Evidence[],
  confidence: Confidence | undefined,
  contradictory = false,
): DatedEvent {
  return { start, end, iso, month, day, evidence, confidence, contradictory };
}

function evidenceOfYear(event: FoundEventDate, { folded, published }: DatingInput): Evidence {
  const text = folded.slice(event.start, event.end);
  const kind = text.includes('年') ? 'written' : 'date-line';
  return { kind, start: event.start, end: event.end, text, says: published?.slice(0, 10) ?? text };
}

/** The first full date of each day of the year. */
function fullDates(events: readonly FoundEventDate[]): ReadonlyMap<number, FoundEventDate> {
  const known = new Map<number, FoundEventDate>();
  for (const event of events) {
    if (event.iso !== undefined && !known.has(dayKey(event))) known.set(dayKey(event), event);
  }
  return known;
}

function dayKey({ month = 0, day = 0 }: FoundEventDate): number {
  return month * 32 + day;
}

function sameDay(event: FoundEventDate, known: ReadonlyMap<number, FoundEventDate>, claims: Claim[]): void {
  if (known.size === 0) return;
  const other = known.get(dayKey(event));
  if (other?.iso === undefined) return;
  const { start, end, iso } = other;
  claims.push({
    evidence: { kind: 'same-day', start, end, text: iso, says: iso },
    years: [Number(iso.slice(0, 4))],
    confidence: 'high',
  });
}

const WEEKDAY = /^[\s,(]{0,2}(?:(?:星期|周|礼拜)([一二三四五六日天]))/;

const BEGINS_WEEKDAY = unitTable('星周礼');
const BEFORE_WEEKDAY = unitTable(`,(${WHITE_SPACE}`);

function mayBeginWeekday(folded: string, from: number): boolean {
  let at = from;
  while (at < from + 2 && BEFORE_WEEKDAY[folded.charCodeAt(at)] === 1) at++;
  return BEGINS_WEEKDAY[folded.charCodeAt(at)] === 1;
}

function weekdayClaim(
  event: FoundEventDate,
  month: number,
  day: number,
  folded: string,
  claims: Claim[],
): void {
  if (!mayBeginWeekday(folded, event.end)) return;
  const match = WEEKDAY.exec(folded.slice(event.end, event.end + 8));
  const name = match?.[1];
  if (match === null || name === undefined) return;
  const wanted = name === '天' ? 0 : '日一二三四五六'.indexOf(name);
  const years = yearsWhere(month, day, (year) => weekday(year, month, day) === wanted);
  const text = match[0].replace(/^[\s,(]+/, '');
  const end = event.end + match[0].length;
  claims.push({
    evidence: { kind: 'weekday', start: end - text.length, end, text, says: years.join(', ') },
    years,
    confidence: 'medium',
  });
}

const BESIDE = 10;
/** Words in front of a festival that put it on another day than the event's. */
const ELSEWHERE =
  /(?:从|自|去年|以来|期间|截至|至|到|前|后|将|即将|迎接|临近|\d日|\d月)[^,。;]{0,6}$|\d{1,2}月\d{1,2}日[^。;]{0,12}$/;
const BEHIND_ELSEWHERE = /^(?:前|后|期间|以来|假期|将至|临近|来临|到来|起|至|到)/;

function lunarClaims(
  event: FoundEventDate,
  month: number,
  day: number,
  isFirst: boolean,
  { folded, clues, body, calendar }: DatingInput,
  claims: Claim[],
): void {
  const reach = isFirst ? (body[1]?.end ?? body[0]?.end ?? event.end) : event.end + BESIDE;
  const from = isFirst ? (body[0]?.start ?? event.start) : Math.max(0, event.start - BESIDE);
  for (const term of findLunarTerms(folded, from, reach, clues)) {
    const attached = term.start >= event.start - BESIDE && term.start <= event.end + BESIDE;
    if (!attached && isElsewhere(term, folded)) continue;
    const years = yearsWhere(month, day, (year) => term.fits(calendar, year, month, day));
    // A festival named in passing that never falls on the event's day belongs to another day.
    if (years.length === 0 && !attached) continue;
    const { start, end, text } = term;
    claims.push({
      evidence: { kind: attached ? 'lunar' : 'lunar-nearby', start, end, text, says: years.join(', ') },
      years,
      confidence: attached ? 'high' : 'medium',
    });
    break;
  }
}

function isElsewhere(term: Span, folded: string): boolean {
  return (
    ELSEWHERE.test(folded.slice(Math.max(0, term.start - 16), term.start)) ||
    BEHIND_ELSEWHERE.test(folded.slice(term.end, term.end + 4))
  );
}

function yearOf(landmarks: readonly LandmarkMention[], claims: Claim[]): void {
  for (const { landmark, start, end, text } of landmarks) {
    if (landmark.year === undefined) continue;
    claims.push({
      evidence: { kind: 'year-of', start, end, text, says: String(landmark.year), what: landmark.what },
      years: [landmark.year],
      confidence: 'medium',
    });
  }
}

/** The latest day before which some term of the text could not be used. */
function strongestBound(landmarks: readonly LandmarkMention[]): Evidence | undefined {
  let best: LandmarkMention | undefined;
  for (const mention of landmarks) {
    const day = mention.landmark.notBefore;
    if (day !== undefined && day > (best?.landmark.notBefore ?? '')) best = mention;
  }
  if (best === undefined) return undefined;
  const { landmark, start, end, text } = best;
  return { kind: 'not-before', start, end, text, says: landmark.notBefore ?? '', what: landmark.what };
}

function intersect(claims: readonly Claim[]): number[] {
  const [first, ...rest] = claims;
  return (first?.years ?? []).filter((year) => rest.every(({ years }) => years.includes(year)));
}
