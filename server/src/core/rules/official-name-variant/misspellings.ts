import type { Official, Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { titleHeadLength } from '../../lexicon/title-heads.js';
import { unitTable } from '../../text/unit-table.js';
import { bareName, isOneAway, type KnownPeople } from '../../officials-file/index.js';

/** A name that is most likely another one with a wrong character. */
export interface Misspelling {
  readonly name: string;
  /** Simplified, as the officials file or the rest of the report has it. */
  readonly known: string;
  readonly inFile: boolean;
  readonly places: readonly Span[];
}

/** Posts that one person holds at a time, unless they say 副. */
const HELD_BY_ONE =
  /(?:书记|[省市区县州盟旗镇乡部局厅处院署]长|主席|主任|总理|检察长|秘书长|行政长官|总督|首相|总统)$/;
const SHARED = /[副原前]|时任|常委|成员|委员$|代表$|领导$/;

/**
 * Officials of a report whose name is one character away from somebody else's. Names alike are no evidence (王建国 and
 * 王建军 may be brothers): the post must agree too, or the name must stand where only a known person speaks.
 */
export function misspellings(report: Report, people: KnownPeople | undefined): readonly Misspelling[] {
  const names = namesOf(report);
  const found: Misspelling[] = [];
  if (people !== undefined || mayBeAlike(names)) addOfficials(found, names, people);
  addSpeakers(found, report, names, people);
  return found;
}

/** Officials whose name is another one with a wrong character. */
function addOfficials(found: Misspelling[], names: readonly Bare[], people: KnownPeople | undefined): void {
  const near = nearNames(names);
  for (const { official, bare } of names) {
    if (isKnown(official.name, people)) continue;
    const listed = people === undefined ? undefined : fromFile(official, bare, people);
    const known = listed ?? fromReport(official, near(bare), people);
    if (known === undefined) continue;
    found.push({
      name: official.name,
      known,
      inFile: listed !== undefined,
      places: official.mentions.map(({ start, end }) => ({ start, end })),
    });
  }
}

function isKnown(name: string, people: KnownPeople | undefined): boolean {
  return people !== undefined && people.find(name).length > 0;
}

/** The one entry of the officials file that the name is close to and that has one of its posts. */
function fromFile({ posts }: Official, bare: string, people: KnownPeople): string | undefined {
  const fitting = new Set(posts.filter(isHeldByOne).flatMap((post) => people.near(bare, post)));
  const [only] = fitting;
  return fitting.size === 1 ? only : undefined;
}

function isHeldByOne(post: string): boolean {
  return HELD_BY_ONE.test(post) && !SHARED.test(post);
}

/** The officials of a report whose name is one character away from a bare name. */
type Near = (bare: string) => readonly Official[];

interface Bare {
  readonly official: Official;
  readonly bare: string;
}

function namesOf({ officials }: Report): readonly Bare[] {
  const names: Bare[] = [];
  for (const official of officials) names.push({ official, bare: bareName(official.name) });
  return names;
}

/** Up to so many names are compared each with each: quicker than sorting them first, and most reports name fewer. */
const FEW = 32;

/** Whether two of few names are alike; many are not compared each with each to find out. */
function mayBeAlike(names: readonly Bare[]): boolean {
  if (names.length > FEW) return true;
  for (let i = 1; i < names.length; i++) {
    for (let j = 0; j < i; j++) if (isOneAway(names[i]!.bare, names[j]!.bare)) return true;
  }
  return false;
}

function nearNames(names: readonly Bare[]): Near {
  if (names.length <= FEW) return (bare) => alike(bare, names);
  const byEnd = new Map<number, Bare[]>();
  for (const one of names) {
    for (const key of endsOf(one.bare)) {
      const known = byEnd.get(key);
      if (known === undefined) byEnd.set(key, [one]);
      else known.push(one);
    }
  }
  return (bare) => [...new Set(endsOf(bare).flatMap((key) => alike(bare, byEnd.get(key) ?? [])))];
}

function alike(bare: string, among: readonly Bare[]): readonly Official[] {
  let found: Official[] | undefined;
  for (const one of among) if (isOneAway(one.bare, bare)) (found ??= []).push(one.official);
  return found ?? NOBODY;
}

const NOBODY: readonly Official[] = [];

/** Names one character apart have their first or their last character in common. */
function endsOf(bare: string): readonly [number, number] {
  return [bare.charCodeAt(0), 0x10000 + bare.charCodeAt(bare.length - 1)];
}

/** Another official of the report with the very post that only one can hold, named more often or sooner. */
function fromReport(
  official: Official,
  near: readonly Official[],
  people: KnownPeople | undefined,
): string | undefined {
  if (near.length === 0) return undefined;
  const weight = ({ name, mentions }: Official): number =>
    mentions.length + (isKnown(name, people) ? 1_000_000 : 0);
  const own = official.posts.filter(isHeldByOne);
  const other = near.find(
    (one) =>
      one.posts.some((post) => own.includes(post)) &&
      (weight(one) > weight(official) ||
        (weight(one) === weight(official) && firstOf(one) < firstOf(official))) &&
      !isList(one, official),
  );
  return other?.name;
}

function firstOf({ mentions }: Official): number {
  return mentions[0]?.start ?? 0;
}

/** Whether two names stand side by side, joined by one mark: 市长王建国、王建军. */
function isList(a: Official, b: Official): boolean {
  return a.mentions.some((one) =>
    b.mentions.some((other) => Math.abs(other.start - one.end) <= 2 || Math.abs(one.start - other.end) <= 2),
  );
}

/** What stands behind a speaker's name. */
const SPEECH = ['指出', '强调', '要求', '表示', '说,', '说:', '主持召开', '主持会议'];
const SPEECH_START = unitTable(SPEECH.map((verb) => verb.charAt(0)).join(''));
const SPEAKER_LENGTH = 3;
const FULL_STOP = 0x3002;

/** Names that open a line or sentence in front of a verb of speech, without any post, with their shadow offsets. */
function speakersOf({ text, shadow, zones, marks }: Report): readonly Speaker[] {
  const { folded } = shadow;
  const found: Speaker[] = [];
  for (const { start } of zones) addSpeaker(found, folded, shadow.toShadow(start));
  const { length } = marks;
  for (let i = 0; i < length; i++) {
    const mark = marks[i]!;
    if (text.charCodeAt(mark) === FULL_STOP) addSpeaker(found, folded, shadow.toShadow(mark) + 1);
  }
  return found;
}

function addSpeaker(found: Speaker[], folded: string, from: number): void {
  let start = from;
  while (folded.charCodeAt(start) === 0x20) start++;
  const end = start + SPEAKER_LENGTH;
  if (SPEECH_START[folded.charCodeAt(end)] !== 1 || !isSpeech(folded, end)) return;
  for (let i = start; i < end; i++) {
    const unit = folded.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) return;
  }
  found.push({ name: folded.slice(start, end), start });
}

function isSpeech(folded: string, start: number): boolean {
  const first = folded.charCodeAt(start);
  for (const verb of SPEECH) if (verb.charCodeAt(0) === first && folded.startsWith(verb, start)) return true;
  return false;
}

interface Speaker {
  readonly name: string;
  readonly start: number;
}

/** Speakers that no post accompanies, one character away from exactly one official of the report. */
function addSpeakers(
  found: Misspelling[],
  report: Report,
  names: readonly Bare[],
  people: KnownPeople | undefined,
): void {
  const { officials, shadow } = report;
  if (!officials.some(({ name }) => name.length === SPEAKER_LENGTH)) return;
  const speaking = speakersOf(report);
  if (speaking.length === 0) return;
  const near = nearNames(names);
  const places = new Map<string, Span[]>();
  for (const { name, start } of speaking) {
    // 何书记强调 is 何 with his title, not 何书田.
    if (near(bareName(name)).length === 0 || titleHeadLength(name, name.length) > 0) continue;
    const known = places.get(name) ?? [];
    known.push(shadow.rawSpan({ start, end: start + name.length }));
    places.set(name, known);
  }
  for (const [name, spans] of places) {
    const own = officials.find((one) => one.name === name);
    if (own !== undefined && (own.posts.length > 0 || own.group !== undefined)) continue;
    if (isKnown(name, people)) continue;
    const [only, ...others] = near(bareName(name)).filter(({ posts }) => posts.length > 0);
    // Without a post another surname is another person.
    if (others.length > 0 || only?.name.startsWith(name.charAt(0)) !== true) continue;
    if (own === undefined && overlapsMention(spans, officials)) continue;
    const mentions = own?.mentions.map(({ start, end }) => ({ start, end }));
    found.push({ name, known: only.name, inFile: false, places: mentions ?? spans });
  }
}

function overlapsMention(spans: readonly Span[], officials: readonly Official[]): boolean {
  return spans.some(({ start, end }) =>
    officials.some(({ mentions }) => mentions.some((one) => one.start < end && start < one.end)),
  );
}
