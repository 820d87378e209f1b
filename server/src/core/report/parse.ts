import type { Span } from '../text/span.js';
import { dateEvents } from './dating/date-events.js';
import type { Evidence } from './dating/evidence.js';
import type { LandmarkMention } from './dating/landmarks.js';
import type { Calendar } from './dating/lunar.js';
import { findBodyDates, findEventDates } from './event-dates.js';
import { ownFurniture } from './furniture-lines.js';
import { findPinyinNotes } from './notes.js';
import type { FoundDate, Metadata } from './metadata.js';
import { personName } from './person-name.js';
import { judgeReport } from './report-script.js';
import type { Scanner, ShadowScan } from './scan.js';
import { buildShadow, type Shadow } from './shadow.js';
import type {
  DateLine,
  EventDate,
  Mention,
  Official,
  OtherPerson,
  PersonRole,
  PhraseMention,
  Quoted,
  Report,
  SurnameMention,
  Zone,
} from './types.js';
import { layOut, type FoundZone, type Layout } from './zones.js';

/** Finds people and phrases in the shadow text; offsets are shadow offsets. */
export interface Recognisers {
  /** Its clues are those of all that is recognised. */
  readonly scanner: Scanner;
  people(scan: ShadowScan, zones: readonly FoundZone[]): FoundPeople;
  phrases(scan: ShadowScan): readonly FoundPhrase[];
  /** @param exact what {@link Recognisers.phrases} found */
  nearPhrases(scan: ShadowScan, exact: readonly FoundPhrase[]): readonly FoundPhrase[];
  landmarks(scan: ShadowScan, within: Span): readonly LandmarkMention[];
  readonly calendar: Calendar;
}

/** Shadow offsets throughout. */
export interface FoundPeople {
  readonly officials: readonly FoundOfficial[];
  readonly others: readonly FoundOther[];
  readonly surnames: readonly SurnameMention[];
}

export interface FoundOfficial {
  readonly name: string;
  readonly posts: readonly string[];
  readonly group: string | undefined;
  readonly mentions: readonly Mention[];
}

export interface FoundOther {
  readonly name: string;
  readonly role: PersonRole;
  readonly mentions: readonly Span[];
}

export interface FoundPhrase extends Span {
  readonly phrase: string;
}

/**
 * Reads any text as a report. Never throws: a text that is no report gives a report that says little.
 * The cost is linear in the length of `text` (UTF-16 units).
 * @param furniture lines that the corpus calls furniture
 */
export function parseReport(
  text: string,
  recognisers: Recognisers,
  furniture: readonly string[] = NO_FURNITURE,
): Report {
  const raw = recognisers.scanner.raw(text);
  const { classes } = raw;
  const notes = findPinyinNotes(text, classes, raw.marks);
  const scan = recognisers.scanner.shadow(text, notes.certain);
  const shadow = buildShadow(text, notes.certain, classes, scan.folded);
  const layout = layOut(scan.lines, ownFurniture(furniture));
  const quote = (span: Span): Quoted => {
    const { start, end } = shadow.rawSpan(span);
    return { start, end, text: text.slice(start, end), value: shadow.value(span) };
  };
  const nameAt = (span: Span): string => personName(text, shadow, span, classes);
  const { metadata } = layout;
  const body = bodyZones(layout);
  const dateLine = chooseDate(layout, body, shadow, quote);
  const later = layout.later.map((one) => {
    const itsBody = bodyZones(one);
    return { layout: one, body: itsBody, dateLine: chooseDate(one, itsBody, shadow, quote) };
  });
  /** What the reports of the text have between them: nearly always there is but one. */
  const ofAll = <T>(own: readonly T[], of: (one: (typeof later)[number]) => readonly T[]): readonly T[] =>
    later.length === 0 ? own : [...own, ...later.flatMap(of)];
  const foundZones = ofAll(layout.zones, (one) => one.layout.zones);
  const zones = toRaw(shadow, foundZones, rawZone);
  const headlines = layout.headlines.map(quote);
  const datesOf = (of: Layout, itsBody: readonly FoundZone[], published: DateLine | undefined): EventDate[] =>
    bodyDates(of, itsBody, scan, shadow, published?.iso, quote, recognisers);
  const source = best(metadata.sources);
  // The memory of the scan is the next text's (see ShadowScan): no part of a report may read it later.
  const people = recognisers.people(scan, foundZones);
  const officials = people.officials.map((found) => rawOfficial(found, shadow, nameAt));
  const phrases = recognisers.phrases(scan);
  return {
    text,
    classes,
    lines: raw.lines,
    marks: raw.marks,
    unusual: raw.unusual,
    notes,
    shadow,
    script: judgeReport(text, raw, officials),
    zones,
    headlines,
    dateLine,
    later: later.map((one) => ({
      start: shadow.toRaw(one.layout.whole.start),
      dateLine: one.dateLine,
    })),
    sourceLine: source === undefined ? undefined : quote(source),
    emptySourceLabel: metadata.emptySource === undefined ? undefined : shadow.rawSpan(metadata.emptySource),
    agency: layout.agency === undefined ? undefined : quote(layout.agency),
    authors: ofAll(metadata.authors, (one) => one.layout.metadata.authors).map((author) => {
      const { start, end } = shadow.rawSpan(author);
      return { name: nameAt(author), role: author.role, start, end };
    }),
    editors: ofAll(metadata.editors, (one) => one.layout.metadata.editors).map((editor) => {
      const { start, end } = shadow.rawSpan(editor);
      return { name: nameAt(editor), start, end };
    }),
    eventDates: ofAll(datesOf(layout, body, dateLine), (one) => datesOf(one.layout, one.body, one.dateLine)),
    officials,
    otherPeople: people.others.map((found) => rawOther(found, shadow, nameAt)),
    surnameMentions: people.surnames.map((found) => ({ ...found, ...shadow.rawSpan(found) })),
    fields: toRaw(
      shadow,
      ofAll(metadata.fields, (one) => one.layout.metadata.fields),
      rawField,
    ),
    nearPhrases: toRaw(shadow, recognisers.nearPhrases(scan, phrases), rawPhrase),
    phrases: toRaw(shadow, phrases, rawPhrase),
    anchor: headlines[0] ?? firstClause(zones, text),
  };
}

type FoundField = Metadata['fields'][number];

/** Found things with raw offsets; the very list where these are the same. */
function toRaw<T extends Span>(
  shadow: Shadow,
  found: readonly T[],
  rawOf: (one: T, shadow: Shadow) => T,
): readonly T[] {
  return shadow.keepsOffsets ? found : found.map((one) => rawOf(one, shadow));
}

function rawField(field: FoundField, shadow: Shadow): FoundField {
  const { start, end } = shadow.rawSpan(field);
  return { kind: field.kind, start, end };
}

function rawZone(zone: FoundZone, shadow: Shadow): Zone {
  const { start, end } = shadow.rawSpan(zone);
  const { kind, furniture } = zone;
  return furniture === undefined ? { kind, start, end } : { kind, start, end, furniture };
}

function rawPhrase(found: FoundPhrase, shadow: Shadow): PhraseMention {
  const { start, end } = shadow.rawSpan(found);
  return { phrase: found.phrase, start, end };
}

function rawEvidence(evidence: Evidence, shadow: Shadow): Evidence {
  const { start, end } = shadow.rawSpan(evidence);
  const { kind, text, says, what } = evidence;
  return what === undefined ? { kind, start, end, text, says } : { kind, start, end, text, says, what };
}

function rawMention(mention: Mention, shadow: Shadow): Mention {
  const { start, end } = shadow.rawSpan(mention);
  return { start, end, posts: mention.posts };
}

function rawOfficial(found: FoundOfficial, shadow: Shadow, nameAt: (span: Span) => string): Official {
  const [first] = found.mentions;
  const name = (first === undefined ? '' : nameAt(first)) || found.name;
  const { posts, group } = found;
  const mentions = toRaw(shadow, found.mentions, rawMention);
  return group === undefined ? { name, posts, mentions } : { name, posts, group, mentions };
}

function rawOther(
  { name, role, mentions }: FoundOther,
  shadow: Shadow,
  nameAt: (span: Span) => string,
): OtherPerson {
  const [first] = mentions;
  return {
    name: (first === undefined ? '' : nameAt(first)) || name,
    role,
    mentions: mentions.map((mention) => shadow.rawSpan(mention)),
  };
}

const NO_FURNITURE: readonly string[] = [];

const LONGEST_ANCHOR = 30;

/** Without a headline: the first clause of the first line that is not furniture, so that no paragraph is underlined. */
function firstClause(zones: readonly Zone[], text: string): Span {
  const zone = zones.find(({ kind }) => kind !== 'furniture' && kind !== 'label-orphan');
  if (zone === undefined) return { start: 0, end: 0 };
  const line = text.slice(zone.start, Math.min(zone.end, zone.start + LONGEST_ANCHOR));
  const clause = line.search(/[,，。;；]/);
  return { start: zone.start, end: zone.start + (clause > 0 ? clause : line.length) };
}

type Quote = (span: Span) => Quoted;

/** The heaviest value; of equals the first. */
function best<T extends { readonly weight: number }>(found: readonly T[]): T | undefined {
  let choice: T | undefined;
  for (const candidate of found)
    if (choice === undefined || candidate.weight > choice.weight) choice = candidate;
  return choice;
}

/**
 * Which of the dates is the publication date. A bare date with a weekday is what a page clock shows; it counts
 * only when no other date stands there and an event of the body happened in the two weeks before it.
 */
function chooseDate(
  layout: Layout,
  body: readonly FoundZone[],
  shadow: Shadow,
  quote: Quote,
): DateLine | undefined {
  const { dates } = layout.metadata;
  const choice = best(dates);
  if (choice === undefined) return undefined;
  if (choice.weight === 1 && !isNearEvent(choice, body, shadow)) return undefined;
  const { start, end, text, value } = quote(choice);
  return { start, end, text, value, iso: choice.date.iso, problem: choice.date.problem };
}

const TWO_WEEKS = 15 * 86_400_000;

function isNearEvent(choice: FoundDate, body: readonly FoundZone[], shadow: Shadow): boolean {
  const { iso } = choice.date;
  if (iso === undefined) return false;
  const at = Date.parse(iso.slice(0, 10));
  return body.some(({ start, end }) =>
    findEventDates(shadow.folded, start, end, iso).some((event) => {
      const distance = event.iso === undefined ? -1 : at - Date.parse(event.iso);
      return distance >= 0 && distance < TWO_WEEKS;
    }),
  );
}

/** The paragraphs, and the dateline that stands alone above them. */
function bodyZones(layout: Layout): FoundZone[] {
  const { opening, zones } = layout;
  return zones.filter(
    ({ kind, start }) =>
      kind === 'lead' || kind === 'paragraph' || kind === 'attendance' || start === opening?.start,
  );
}

function bodyDates(
  { whole }: Layout,
  body: readonly FoundZone[],
  scan: ShadowScan,
  shadow: Shadow,
  published: string | undefined,
  quote: Quote,
  recognisers: Recognisers,
): EventDate[] {
  const { folded, clues } = scan;
  const events = findBodyDates(folded, body, published);
  // Landmarks are looked for only where some date lacks its year.
  if (events.length === 0) return [];
  const landmarks = events.some(({ iso }) => iso === undefined) ? recognisers.landmarks(scan, whole) : [];
  const { calendar } = recognisers;
  return dateEvents({ folded, clues, body, events, published, landmarks, calendar }).map((event) => {
    const { start, end, text, value } = quote(event);
    return {
      start,
      end,
      text,
      value,
      iso: event.iso,
      month: event.month,
      day: event.day,
      evidence: event.evidence.map((evidence) => rawEvidence(evidence, shadow)),
      confidence: event.confidence,
      contradictory: event.contradictory,
    };
  });
}
