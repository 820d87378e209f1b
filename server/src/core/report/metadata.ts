import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { findFullDate, findIncompleteDate, type WrittenDate } from './calendar-date.js';
import { scanFields, type Field } from './fields.js';
import { isMedium, isMediumBesideDate, mediumAtStart } from './medium.js';
import { cutNames } from './names.js';
import { countHan, type ShadowLine } from './shadow-lines.js';
import type { AuthorRole, MetadataField } from './types.js';

/** A value found in the shadow; offsets are shadow offsets. */
export interface Found extends Span {
  /** Higher wins: a labelled value over a bare one, a publication label over an update label. */
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
  readonly publishers: Found[];
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

const UPDATE_LABEL = /更新|录入|上传|添加/;
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
    publishers: [],
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
  line: ShadowLine,
  region: Region,
  next: ShadowLine | undefined,
  metadata: Metadata,
): LineReading {
  const fields = scanFields(line);
  const first = fields[0]?.labelStart ?? line.folded.length;
  const controls: Span[] = [];
  const head = line.folded.slice(0, first);
  const bare = readUnlabelled(line, head, region, fields.length > 0);
  if (fields.length === 0 && bare === undefined) return { isMetadata: false, controls };
  if (
    unexplained(head, bare) > roomFor(bare, region, fields.length) ||
    startsLikeText(line.folded, fields, region)
  ) {
    return { isMetadata: false, controls };
  }
  if (bare !== undefined) add(metadata, bare, line);
  addFields(line, bare, fields, metadata);
  for (const field of fields) readField(line, field, next, metadata, controls);
  return { isMetadata: true, controls };
}

/** Notes the parts of the line; a field ends where its value does, without the white space behind it. */
function addFields(
  line: ShadowLine,
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
    const length = line.folded.slice(labelStart, valueEnd).trimEnd().length;
    const start = line.start + labelStart;
    metadata.fields.push({ kind: kind === 'other' ? 'control' : kind, start, end: start + length });
  }
}

/** The line a messenger app puts under a title: `原创 姓名 公众号 日期`. */
const ORIGINAL = /^原创\s+([\u4e00-\u9fff·]{2,8})\s/;

type Bare =
  | { readonly kind: 'date'; readonly date: WrittenDate; readonly medium: Span | undefined }
  | { readonly kind: 'source'; readonly start: number; readonly end: number }
  | { readonly kind: 'authors'; readonly start: number; readonly end: number };

const BRACKETED = /^[(\[【〔<〈《]\s{0,4}([^()[\]【】〔〕<>〈〉]{2,30}?)\s{0,4}[)\]】〕>〉》]$/;
const BRACKETS = unitTable('([【〔<〈《');
const CREDIT_END = unitTable('讯稿电品息合');
const CREDIT = /^([\u4e00-\u9fff]{2,12}?)\s*(?:专讯|讯|供稿|电|出品|消息|综合)$/;
const CORRESPONDENT_LINE = /^([\u4e00-\u9fff·]{2,14}?)[,、\s-]*(?:新?客户端|全媒体|融媒体?)?(?:记者|特派员)/;

/** `文/甲 图/乙` and `甲/文 乙/图`. */
const CREDITED =
  /^(?:[文图摄]\/[\u4e00-\u9fff]{2,4}[\s、]*)+$|^(?:[\u4e00-\u9fff]{2,4}\s*\/\s*(?:文|图|摄影|摄)[\s、]*)+$/;

/** A medium or office that stands with a bare date: `南屏日报 2023年6月21日`, `(南屏网 2021-9-2)`. */
function mediumBeside(head: string, date: WrittenDate): Span | undefined {
  for (const [from, to] of [
    [0, date.start],
    [date.end, head.length],
  ] as const) {
    // The word next to the date: in front of it the last, behind it the first.
    const words = [...head.slice(from, to).matchAll(/[^\s()[\]【】|,·]+/g)];
    const word = from === 0 ? words.at(-1) : words[0];
    if (word === undefined || !isMediumBesideDate(word[0])) continue;
    const start = from + word.index;
    return { start, end: start + word[0].length };
  }
  return undefined;
}

function readUnlabelled(
  line: ShadowLine,
  head: string,
  region: Region,
  hasFields: boolean,
): Bare | undefined {
  const date = findFullDate(head);
  if (date !== undefined) return { kind: 'date', date, medium: mediumBeside(head, date) };
  const bracketed = BRACKETS[line.folded.charCodeAt(0)] === 1 ? BRACKETED.exec(line.folded) : null;
  const inner = bracketed?.[1] ?? line.folded;
  const offset = bracketed === null ? 0 : line.folded.indexOf(inner);
  const credit = CREDIT_END[inner.charCodeAt(inner.length - 1)] === 1 ? CREDIT.exec(inner)?.[1] : undefined;
  if (credit !== undefined && (inner.endsWith('出品') || (isMedium(credit) && bracketed !== null))) {
    return { kind: 'source', start: offset, end: offset + credit.length };
  }
  if (hasFields) {
    const medium = CORRESPONDENT_LINE.exec(inner)?.[1];
    if (medium !== undefined && isMedium(medium))
      return { kind: 'source', start: offset, end: offset + medium.length };
    return undefined;
  }
  if (isMedium(inner) && mediumAtStart(inner) === inner && (bracketed !== null || region === 'tail')) {
    return { kind: 'source', start: offset, end: offset + inner.length };
  }
  if (inner.includes('/') && CREDITED.test(inner)) return { kind: 'authors', start: offset, end: offset + inner.length };
  const photo =
    bracketed === null
      ? null
      : /^(?:文\/?图|图\/?文|摄影)\s+(.+)$/.exec(inner);
  if (photo?.[1] !== undefined) {
    const start = offset + inner.length - photo[1].length;
    return { kind: 'authors', start, end: offset + inner.length };
  }
  return undefined;
}

function unexplained(head: string, bare: Bare | undefined): number {
  if (bare === undefined) return countHan(head);
  if (bare.kind !== 'date') return 0;
  const beside = bare.medium === undefined ? 0 : bare.medium.end - bare.medium.start;
  return countHan(head.slice(0, bare.date.start)) + countHan(head.slice(bare.date.end)) - beside;
}

/** Running text that merely holds a label word is not metadata. */
function startsLikeText(folded: string, fields: readonly Field[], region: Region): boolean {
  const first = fields[0];
  if (first === undefined) return false;
  return folded.length > 160 && region === 'tail' && first.labelStart > 0;
}

function add(metadata: Metadata, bare: Bare, line: ShadowLine): void {
  const offset = line.start;
  if (bare.kind === 'date') {
    const weight = bare.date.weekday ? 1 : 5;
    metadata.dates.push({
      start: offset + bare.date.start,
      end: offset + bare.date.end,
      weight,
      date: bare.date,
    });
    const original = ORIGINAL.exec(line.folded);
    if (original?.[1] !== undefined) {
      const at = line.folded.indexOf(original[1]);
      readAuthors(line, '作者', at, at + original[1].length, metadata);
    }
    if (bare.medium !== undefined) {
      const { start, end } = bare.medium;
      metadata.sources.push({ start: offset + start, end: offset + end, weight: 2 });
    }
  } else if (bare.kind === 'source') {
    metadata.sources.push({ start: offset + bare.start, end: offset + bare.end, weight: 2 });
  } else readAuthors(line, '文', bare.start, bare.end, metadata);
}

function readField(
  line: ShadowLine,
  field: Field,
  next: ShadowLine | undefined,
  metadata: Metadata,
  controls: Span[],
): void {
  switch (field.kind) {
    case 'date':
      readDateField(line, field, metadata);
      break;
    case 'source':
    case 'publisher':
      readSourceField(line, field, next, metadata);
      break;
    case 'author':
      readAuthors(line, field.label, field.valueStart, field.valueEnd, metadata);
      if (isLastAndEmpty(line, field) && next !== undefined && NAME_LINE.test(next.folded)) {
        readAuthors(next, field.label, 0, next.folded.length, metadata);
      }
      break;
    case 'editor':
      readEditors(line, field, metadata);
      break;
    case 'other': {
      const last = controls.at(-1);
      const span = { start: line.start + field.labelStart, end: line.start + field.valueEnd };
      if (last?.end === span.start) controls[controls.length - 1] = { start: last.start, end: span.end };
      else controls.push(span);
    }
  }
  if (field.kind === 'other') return;
  // A date may be glued behind any value: `来源:某报2020-02-03`.
  if (field.kind !== 'date') {
    const date = findFullDate(line.folded.slice(field.valueStart, field.valueEnd));
    if (date !== undefined) {
      const at = line.start + field.valueStart;
      metadata.dates.push({ start: at + date.start, end: at + date.end, weight: 4, date });
    }
  }
}

/** A line that can only be the name or names a label on the line before asks for. */
const NAME_LINE = /^[\u4e00-\u9fff·]{2,12}(?:[\s、][\u4e00-\u9fff·]{2,12}){0,2}$/;

function isLastAndEmpty(line: ShadowLine, field: Field): boolean {
  return field.valueEnd === line.folded.length && line.folded.slice(field.valueStart).trim() === '';
}

function readDateField(line: ShadowLine, field: Field, metadata: Metadata): void {
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  const date = findFullDate(value) ?? findIncompleteDate(value);
  if (date === undefined) return;
  const weight = date.iso === undefined ? 3 : UPDATE_LABEL.test(field.label) ? 6 : 10;
  const at = line.start + field.valueStart;
  metadata.dates.push({ start: at + date.start, end: at + date.end, weight, date });
}

/** Press releases name the unit that gave them out where papers name a source. */
const UNIT = /^(?:发布单位|发稿单位|供稿单位|发稿|供稿)$/;
const SOURCE_END = /\s{2,}|\s(?=[\u4e00-\u9fff(\[【|])|[|,;。\]】)(（<>]|-(?=[\u4e00-\u9fff])|·|\d{4}[-/.年]/;

function readSourceField(
  line: ShadowLine,
  field: Field,
  next: ShadowLine | undefined,
  metadata: Metadata,
): void {
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  const lead = value.length - value.trimStart().length;
  const from = field.valueStart + lead + (/^[《“"【\[]/.test(value.trimStart()) ? 1 : 0);
  const rest = line.folded.slice(from, field.valueEnd).replace(/[》”"】\]]/g, '|');
  const stop = SOURCE_END.exec(rest)?.index ?? rest.trimEnd().length;
  const isSource = field.kind === 'source' || UNIT.test(field.label);
  const list = isSource ? metadata.sources : metadata.publishers;
  const weight = UNIT.test(field.label) ? 3 : /^(?:转自|摘自|转载自)$/.test(field.label) ? 8 : 10;
  if (stop > 0 && rest.slice(0, stop).trim() !== '') {
    list.push({
      start: line.start + from,
      end: line.start + from + rest.slice(0, stop).trimEnd().length,
      weight,
    });
    return;
  }
  const isLast = field.valueEnd === line.folded.length;
  if (isLast && next !== undefined && isMedium(next.folded.split(/\s/)[0] ?? '')) {
    const length = (next.folded.split(/\s/)[0] ?? '').length;
    list.push({ start: next.start, end: next.start + length, weight });
  } else if (field.kind === 'source') {
    metadata.emptySource ??= { start: line.start + field.labelStart, end: line.start + field.valueStart };
  }
}

const ROLE_BEFORE = /([文图摄])\/\s*$/;
const ROLE_BEHIND = /^\s*\/\s*(文|图|摄影|摄)/;

/** Adds the names of a byline; `郑晓/文 何亮/图` names the role behind each. */
export function readAuthors(
  line: ShadowLine,
  label: string,
  start: number,
  end: number,
  metadata: Metadata,
): void {
  const cut =
    /\s{3,}|。|报道|传真|供稿|(?<![文图摄])\/(?!文|图|摄)|[\u4e00-\u9fff]{2}(?:综合)?(?:报导|报道)$|[\u4e00-\u9fff]{2}\d{1,2}日|\d{2,}/.exec(
      line.folded.slice(start, end),
    );
  const stop = cut === null ? end : start + cut.index;
  const base = roleOf(label);
  for (const name of cutNames(line.folded, start, stop)) {
    const before = ROLE_BEFORE.exec(line.folded.slice(Math.max(0, name.start - 3), name.start))?.[1];
    const behind = before ?? ROLE_BEHIND.exec(line.folded.slice(name.end, name.end + 6))?.[1];
    const role = behind === undefined || behind === '文' ? base : 'photographer';
    metadata.authors.push({
      name: name.name,
      role,
      start: line.start + name.start,
      end: line.start + name.end,
    });
  }
}

function roleOf(label: string): AuthorRole {
  if (/通讯员|供稿/.test(label)) return 'correspondent';
  if (/摄|^图|供图/.test(label)) return 'photographer';
  return /记者|实习生/.test(label) ? 'reporter' : 'writer';
}

function readEditors(line: ShadowLine, field: Field, metadata: Metadata): void {
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  // A code of the staff system (PK155), a bracket or a bar ends the names.
  const stop = /[\])】(|/]|\s[A-Z]{1,4}\d+|[A-Z]{1,4}\d+|\d{2,}/.exec(value)?.index ?? value.length;
  for (const name of cutNames(line.folded, field.valueStart, field.valueStart + stop)) {
    metadata.editors.push({ name: name.name, start: line.start + name.start, end: line.start + name.end });
  }
}
