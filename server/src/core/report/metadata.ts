import type { Span } from '../text/span.js';
import type { WrittenDate } from './calendar-date.js';
import { readField } from './field-values.js';
import { scanFields, type Field, type LineText } from './fields.js';
import { addMediumAmongFields } from './medium-on-line.js';
import { splitOffTools, toolField, toolsBehind } from './page-tools.js';
import { countHan, type ShadowLine } from './shadow-lines.js';
import type { AuthorRole, MetadataField } from './types.js';
import { trimmedEnd } from './white-space.js';
import { addUnlabelled, readUnlabelled, unexplainedBeside, type Bare } from './unlabelled.js';

/** A value found in the shadow; offsets are shadow offsets. */
export interface Found extends Span {
  /** Higher wins; see {@link Weight}. */
  readonly weight: number;
}
export interface FoundDate extends Found {
  readonly date: WrittenDate;
}
export interface FoundAuthor extends Span {
  readonly name: string;
  readonly role: AuthorRole;
}

/** What the metadata lines of a report say; shadow offsets. */
export interface Metadata {
  readonly dates: FoundDate[];
  readonly sources: Found[];
  /** Who runs the site or bulletin, by a label. */
  readonly hosts: Found[];
  emptySource: Span | undefined;
  readonly authors: FoundAuthor[];
  readonly editors: (Span & { readonly name: string })[];
  readonly fields: MetadataField[];
}

/** Where a line stands: above the body or below it. */
export type Region = 'head' | 'tail';

/** What reading a line as metadata found. */
export interface LineReading {
  readonly isMetadata: boolean;
  /** Parts of the line that are page controls (`字号:`), shadow offsets. */
  readonly controls: readonly Span[];
}

/** Han characters of a metadata line that no field explains: a column, a forum name, with a time of day a title. */
const ROOM = 8;
const ROOM_WITH_MORE = 36;
const ROOM_BELOW = 3;

/** A date with a time of day, or with labelled fields beside it, is no date of a headline. */
function roomFor(bare: Bare | undefined, region: Region, fields: number): number {
  if (bare?.kind !== 'date') return ROOM;
  if (region === 'tail') return ROOM_BELOW;
  return bare.date.iso?.includes('T') === true || fields > 0 ? ROOM_WITH_MORE : ROOM;
}

export function emptyMetadata(): Metadata {
  return {
    dates: [],
    sources: [],
    hosts: [],
    emptySource: undefined,
    authors: [],
    editors: [],
    fields: [],
  };
}

/**
 * Reads one line above or below the body as metadata and adds what it says to `metadata`. A line counts as
 * metadata when fields, dates and media explain all of it but a few characters (a column or a forum name).
 * @param next the following line, for a label whose value stands there; undefined when it cannot hold one
 */
export function readMetadataLine(
  line: LineText,
  region: Region,
  next: ShadowLine | undefined,
  metadata: Metadata,
): LineReading {
  const found = scanFields(line);
  const labelled = found.length === 0 ? found : ofEvents(found, next);
  const head = labelled[0] === undefined ? line.folded : line.folded.slice(0, labelled[0].labelStart);
  const bare = readUnlabelled(line, head, region, labelled);
  if (bare === undefined && labelled.length === 0) return NO_METADATA;
  if (
    unexplained(head, bare) > roomFor(bare, region, labelled.length) ||
    startsLikeText(line.folded, labelled, region) ||
    (region === 'head' && bare === undefined && isColonOfTitle(line.folded, labelled))
  ) {
    return NO_METADATA;
  }
  const fields = withTools(line.folded, head, bare, labelled);
  const controls: Span[] = [];
  const before = { sources: metadata.sources.length, dates: metadata.dates.length };
  if (bare !== undefined) addUnlabelled(line, bare, fields, metadata);
  addFields(line, bare, fields, metadata);
  for (const field of fields) readField(line, field, next, metadata, controls);
  if (fields.length > 0) addMediumAmongFields(line, fields, before, metadata);
  return { isMetadata: true, controls };
}

/** The fields with the page's tools behind their values, and behind a date without a label, as fields too. */
function withTools(
  folded: string,
  head: string,
  bare: Bare | undefined,
  labelled: readonly Field[],
): readonly Field[] {
  const fields = splitOffTools(folded, labelled);
  if (bare?.kind !== 'date') return fields;
  const at = toolsBehind(head, bare.date.end, head.length);
  return at === head.length ? fields : [toolField(at, head.length), ...fields];
}

const NO_METADATA: LineReading = { isMetadata: false, controls: [] };

const PLACE_LINE = /^(?:会议|活动)?地\s{0,4}点\s?[:|]/;

/** `时间：… 地点：…` says when and where something took place: no such date is that of the publication. */
function ofEvents(fields: readonly Field[], next: ShadowLine | undefined): readonly Field[] {
  if (!fields.some(isPlainTime)) return fields;
  const hasPlace =
    fields.some(({ label }) => label.endsWith('地点')) ||
    (next !== undefined && PLACE_LINE.test(next.folded));
  return hasPlace
    ? fields.map((field) => (isPlainTime(field) ? { ...field, kind: 'aside' } : field))
    : fields;
}

function isPlainTime({ label }: Field): boolean {
  return label === '时间' || label === '日期';
}

/** Notes the parts of the line; a field ends where its value does, without the white space behind it. */
function addFields(
  line: LineText,
  bare: Bare | undefined,
  fields: readonly Field[],
  metadata: Metadata,
): void {
  if (bare?.kind === 'date') {
    metadata.fields.push({
      kind: 'date',
      start: line.start + bare.date.start,
      end: line.start + bare.date.end,
    });
  }
  for (const { kind, labelStart, valueEnd } of fields) {
    if (kind === 'aside') continue;
    const end = line.start + trimmedEnd(line.folded, labelStart, valueEnd);
    metadata.fields.push({ kind: kind === 'other' ? 'control' : kind, start: line.start + labelStart, end });
  }
}

function unexplained(head: string, bare: Bare | undefined): number {
  if (bare === undefined) return countHan(head);
  return bare.kind === 'date' ? unexplainedBeside(head, bare) : 0;
}

const FEWEST_OF_TITLE = 6;

/** `时间:留给群众`: what stands in front of the colon of a headline may be the word of a label. */
function isColonOfTitle(folded: string, fields: readonly Field[]): boolean {
  const [field, second] = fields;
  if (field === undefined || second !== undefined || field.labelStart > 0) return false;
  const value = folded.slice(field.valueStart);
  if (field.kind === 'source' || field.kind === 'publisher') return /[!?]$/.test(value);
  if (field.kind !== 'date') return false;
  return countHan(value, FEWEST_OF_TITLE) >= FEWEST_OF_TITLE && !/[\d年月日]/.test(value);
}

const STOPPED = /[。!?…]["”’」』)]?$/;
/** A question, or a clause longer than a name. */
const SPOKEN = /[?…]|[\u4e00-\u9fff]{5,}[。!]/;
/** Of dates and sources other tests tell. */
const MAY_BE_SPOKEN: ReadonlySet<Field['kind']> = new Set(['author', 'editor', 'other']);

/** `记者:请问市长如何看待防汛?`, `评论:要加强引导。`: what a label opens is said by somebody or of something. */
function isSpoken(folded: string, [first, second]: readonly Field[]): boolean {
  if (first === undefined || second !== undefined || !MAY_BE_SPOKEN.has(first.kind)) return false;
  if (!STOPPED.test(folded)) return false;
  return first.kind === 'other' || SPOKEN.test(folded.slice(first.valueStart));
}

/** Running text that merely holds a label word is not metadata. */
function startsLikeText(folded: string, fields: readonly Field[], region: Region): boolean {
  const first = fields[0];
  if (first === undefined) return false;
  if (isSpoken(folded, fields)) return true;
  return folded.length > 160 && region === 'tail' && first.labelStart > 0;
}
