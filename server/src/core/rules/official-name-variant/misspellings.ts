import type { Official, Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { titleHeadLength } from '../../lexicon/title-heads.js';
import type { KnownPeople } from './known-people.js';
import { isOneAway, nameHalves } from './one-away.js';

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
export function misspellings(report: Report, people: KnownPeople | undefined): Misspelling[] {
  const near = nearNames(report.officials);
  const found: Misspelling[] = [];
  for (const official of report.officials) {
    if (people !== undefined && people.find(official.name).length > 0) continue;
    const listed = fromFile(official, people);
    const known = listed ?? fromReport(official, near, people);
    if (known === undefined) continue;
    found.push({
      name: official.name,
      known,
      inFile: listed !== undefined,
      places: official.mentions.map(({ start, end }) => ({ start, end })),
    });
  }
  return [...found, ...speakers(report, near, people)];
}

/** The officials of a report whose name is one character away from a name. */
type Near = (name: string) => readonly Official[];

/** Names one character apart share a half: only those that do are compared. */
function nearNames(officials: readonly Official[]): Near {
  const byHalf = new Map<string, Official[]>();
  for (const official of officials) {
    for (const half of nameHalves(official.name)) {
      const known = byHalf.get(half);
      if (known === undefined) byHalf.set(half, [official]);
      else known.push(official);
    }
  }
  return (name) => {
    const found = new Set(nameHalves(name).flatMap((half) => byHalf.get(half) ?? []));
    return [...found].filter((official) => isOneAway(official.name, name));
  };
}

/** The one entry of the officials file that the name is close to and that has one of its posts. */
function fromFile({ name, posts }: Official, people: KnownPeople | undefined): string | undefined {
  const near = people?.near(name) ?? [];
  const fitting = near.filter((entry) =>
    entry.posts.some(({ post, place = '' }) => posts.some((one) => agree(one, post) || one === place + post)),
  );
  const [only] = fitting;
  // Close to another writing of the name (a former name, a foreign one) only: nothing to put in its place.
  return fitting.length === 1 && only !== undefined && isOneAway(only.name, name) ? only.name : undefined;
}

function agree(stated: string, known: string): boolean {
  return HELD_BY_ONE.test(known) && !SHARED.test(known) && !SHARED.test(stated) && stated.endsWith(known);
}

/** Another official of the report with the very post that only one can hold, named more often or sooner. */
function fromReport(official: Official, near: Near, people: KnownPeople | undefined): string | undefined {
  const weight = ({ name, mentions }: Official): number =>
    mentions.length + ((people?.find(name).length ?? 0) > 0 ? 1_000_000 : 0);
  const own = official.posts.filter((post) => HELD_BY_ONE.test(post) && !SHARED.test(post));
  if (own.length === 0) return undefined;
  const other = near(official.name).find(
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
/** What a clause begins behind. */
const CLAUSE_START = /[\n\r。;,”\s]/;
const SPEAKER_LENGTH = 3;

/** Names that open a clause in front of a verb of speech, without any post, with their shadow offsets. */
function speakersOf(text: string): { readonly name: string; readonly start: number }[] {
  const found: { name: string; start: number }[] = [];
  for (const verb of SPEECH) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + verb.length)) {
      const start = at - SPEAKER_LENGTH;
      if (start < 0 || (start > 0 && !CLAUSE_START.test(text.charAt(start - 1)))) continue;
      const name = text.slice(start, at);
      if (/^[\u4e00-\u9fff]+$/.test(name)) found.push({ name, start });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Speakers that no post accompanies, one character away from exactly one official of the report. */
function speakers(report: Report, near: Near, people: KnownPeople | undefined): Misspelling[] {
  const { officials, shadow } = report;
  const places = new Map<string, Span[]>();
  for (const { name, start } of speakersOf(shadow.folded)) {
    // 何书记强调 is 何 with his title, not 何书田.
    if (near(name).length === 0 || titleHeadLength(name, name.length) > 0) continue;
    const known = places.get(name) ?? [];
    known.push(shadow.rawSpan({ start, end: start + name.length }));
    places.set(name, known);
  }
  const found: Misspelling[] = [];
  for (const [name, spans] of places) {
    if (officials.some((one) => one.name === name) || (people?.find(name).length ?? 0) > 0) continue;
    const [only, ...others] = near(name);
    // Without a post another surname is another person.
    if (others.length > 0 || only?.name.startsWith(name.charAt(0)) !== true) continue;
    if (overlapsMention(spans, officials)) continue;
    found.push({ name, known: only.name, inFile: false, places: spans });
  }
  return found;
}

function overlapsMention(spans: readonly Span[], officials: readonly Official[]): boolean {
  return spans.some(({ start, end }) =>
    officials.some(({ mentions }) => mentions.some((one) => one.start < end && start < one.end)),
  );
}
