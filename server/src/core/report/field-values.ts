import type { Span } from '../text/span.js';
import { findFullDate, findIncompleteDate, findLabelledDate, mayHoldDate } from './calendar-date.js';
import type { Field, LineText } from './fields.js';
import {
  isMedium,
  isMediumBesideDate,
  isOwnName,
  isPublicOffice,
  isPublisher,
  isUnmistakableMedium,
} from './medium.js';
import type { Metadata } from './metadata.js';
import { cutNames } from './names.js';
import type { ShadowLine } from './shadow-lines.js';
import { SURNAMES } from '../lexicon/surnames.js';
import { sourceEnd } from './source-end.js';
import { namesNobody, nameStart, withoutRest } from './source-name.js';
import type { AuthorRole } from './types.js';
import { skipSpace, trimmedEnd } from './white-space.js';

/** How much a value counts; the heaviest is taken. */
export const Weight = {
  /** A page clock, or the office that a page belongs to where nobody else is named. */
  doubtful: 1,
  /** A name or date without a label. */
  bareSource: 2,
  unit: 3,
  incompleteDate: 3,
  titleDate: 2,
  /** Glued behind the value of another label. */
  glued: 4,
  bareDate: 5,
  update: 6,
  reprint: 8,
  labelled: 10,
} as const;

const UPDATE_LABEL = /更新|录入|上传|添加|编辑|转载|转发/;

/** Reads the value of one field into `metadata`; the span of a page control is added to `controls`. */
export function readField(
  line: LineText,
  field: Field,
  next: ShadowLine | undefined,
  metadata: Metadata,
  controls: Span[],
): void {
  switch (field.kind) {
    case 'aside':
      return;
    case 'date':
      readDateField(line, field, next, metadata);
      return;
    case 'source':
    case 'publisher':
      readSourceField(line, field, next, metadata);
      break;
    case 'author':
      readAuthors(line, field.label, field.valueStart, field.valueEnd, metadata);
      readMediumAsAuthor(line, field, metadata);
      if (isLastAndEmpty(line, field) && next !== undefined && NAME_LINE.test(next.folded)) {
        readAuthors(next, field.label, 0, next.folded.length, metadata);
      }
      break;
    case 'editor':
      readEditors(line, field, metadata);
      break;
    case 'other': {
      if (field.label === '文字' && readWriters(line, field, metadata)) return;
      const last = controls.at(-1);
      const end = COUNTER.test(field.label) ? readDateBehindCount(line, field, metadata) : field.valueEnd;
      const start = line.start + field.labelStart;
      // The space behind it parts what stands on either side, once the control is gone.
      const span = { start, end: line.start + trimmedEnd(line.folded, field.labelStart, end) };
      const isNext = last !== undefined && skipSpace(line.folded, last.end - line.start) >= field.labelStart;
      if (isNext) controls[controls.length - 1] = { start: last.start, end: span.end };
      else controls.push(span);
      return;
    }
  }
  // A date may be glued behind any value: `来源:某报2020-02-03`; behind who runs a site or took a
  // photograph it dates those.
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  if (!mayHoldDate(line, value) || UNDATED.test(field.label)) return;
  const date = findFullDate(value);
  if (date === undefined) return;
  const at = line.start + field.valueStart;
  metadata.dates.push({ start: at + date.start, end: at + date.end, weight: Weight.glued, date });
}

/** `文字 | 张三`: who wrote the text. Without a name it is a button that sets its size. */
function readWriters(line: LineText, { label, valueStart, valueEnd }: Field, metadata: Metadata): boolean {
  const value = line.folded.slice(valueStart, valueEnd).trim();
  if (!NAME_LINE.test(value) || !SURNAMES.has(value.charAt(0))) return false;
  readAuthors(line, label, valueStart, valueEnd, metadata);
  return true;
}

const COUNTER = /^(?:浏览|点击|阅读|访问|人气|评论)/;

/** `浏览:128 2021-06-13`. @returns where the count ends */
function readDateBehindCount(line: LineText, field: Field, metadata: Metadata): number {
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  const date = mayHoldDate(line, value) ? findFullDate(value) : undefined;
  if (date === undefined || !/\d\D*\s/.test(value.slice(0, date.start))) return field.valueEnd;
  const at = line.start + field.valueStart;
  metadata.dates.push({ start: at + date.start, end: at + date.end, weight: Weight.glued, date });
  return field.valueStart + date.start;
}

const UNDATED = /^(?:主办|承办|主管|摄|供?图$)/;

/** A line that can only be the name or names a label on the line before asks for. */
const NAME_LINE = /^[\u4e00-\u9fff·]{2,12}(?:[\s、][\u4e00-\u9fff·]{2,12}){0,2}$/;

function isLastAndEmpty(line: LineText, field: Field): boolean {
  return field.valueEnd === line.folded.length && line.folded.slice(field.valueStart).trim() === '';
}

function readDateField(line: LineText, field: Field, next: ShadowLine | undefined, metadata: Metadata): void {
  const below = next !== undefined && isLastAndEmpty(line, field) ? next : undefined;
  const value = below?.folded ?? line.folded.slice(field.valueStart, field.valueEnd);
  const date = findLabelledDate(value) ?? (below === undefined ? findIncompleteDate(value) : undefined);
  if (date === undefined && field.label.endsWith('于')) readPlaceOfPublication(line, field, metadata);
  if (date === undefined || (below !== undefined && date.start > 0)) return;
  const weight =
    date.iso === undefined
      ? Weight.incompleteDate
      : UPDATE_LABEL.test(field.label)
        ? Weight.update
        : Weight.labelled;
  const at = below?.start ?? line.start + field.valueStart;
  metadata.dates.push({ start: at + date.start, end: at + date.end, weight, date });
}

/** `2021-06-13 09:20 发布于 南屏日报`: what follows names where, not when. */
function readPlaceOfPublication(line: LineText, { valueStart, valueEnd }: Field, metadata: Metadata): void {
  const from = nameStart(line.folded, valueStart, valueEnd);
  const name = line.folded.slice(from, sourceEnd(line.folded, from, valueEnd)).trimEnd();
  if (!isMediumBesideDate(name) || isOwnName(name)) return;
  const start = line.start + from;
  metadata.sources.push({ start, end: start + name.length, weight: Weight.bareSource });
}

/** Who wrote or gave out a text; other publishers merely run the site. */
const UNIT =
  /^(?:发[布稿文](?:单位|部门|科室|媒体|者|人|方)|(?:公布|公告|公开|刊登|张贴|上稿|提供|投稿|撰稿|来稿|报送|新闻|供稿|出品|资料提供)单位|出品方|出品|编发|刊发|报送|推送|供稿媒体|公开部门|提供机关|资料提供|新闻提供|信息提供|[文稿]{1,2}件?提供|张贴[者人]|上传者|单位|来稿|供稿)$/;
/** Offices put up what they write themselves, so that the one named stands for a source where no other is. */
const OFFICE_LABEL = /^(?:发布机构|发布机关|发文机关|机构|部门)$/;
/** Who runs a site or a paper; of a bulletin it is who wrote it. */
const HOST = /^主办(?:单位)?$/;
const REPRINT = new Set('转自 摘自 转载自 选自 摘编自 综合自 转载 转载于 来自 据'.split(' '));
function readSourceField(
  line: LineText,
  field: Field,
  next: ShadowLine | undefined,
  metadata: Metadata,
): void {
  const { folded } = line;
  const first = nameStart(folded, field.valueStart, field.valueEnd);
  const from = folded.startsWith('据', first) && field.kind === 'source' ? first + 1 : first;
  const name = withoutRest(folded.slice(from, sourceEnd(folded, from, field.valueEnd)).trimEnd());
  if (field.kind === 'source' && namesNobody(name)) {
    // 据, 首发 and their like open many a line.
    if (field.label.length > 1)
      metadata.emptySource ??= {
        start: line.start + field.labelStart,
        end: line.start + from + name.length,
      };
    return;
  }
  if (name.trim() !== '') {
    addSource(field, name, line.start + from, metadata);
    return;
  }
  const isLast = field.valueEnd === folded.length;
  const below = next === undefined ? undefined : NAME_BELOW.exec(next.folded)?.[1];
  if (isLast && next !== undefined && below !== undefined && isPublisher(below)) {
    addSource(field, below, next.start + next.folded.indexOf(below), metadata);
  } else if (field.kind === 'source') {
    metadata.emptySource ??= { start: line.start + field.labelStart, end: line.start + field.valueStart };
  }
}

/** A name alone on its line, in quotation marks or with a date or another field behind it. */
const NAME_BELOW =
  /^[“《「]?([\u4e00-\u9fffA-Za-z·]{2,20})(?:$|\s|[(|\d]|[”》」](?:$|\s|[(|\d]|微信|公众号|官方))/;

function addSource({ kind, label }: Field, name: string, start: number, metadata: Metadata): void {
  const end = start + name.length;
  if (kind === 'source') {
    // 据, 首发 and their like open many a line; only a name makes them a label.
    if (label.length < 2 && !isPublisher(name)) return;
    metadata.sources.push({ start, end, weight: REPRINT.has(label) ? Weight.reprint : Weight.labelled });
  } else if (UNIT.test(label)) {
    if (/[者人方]$|^(?:单位|来稿|出品|编发|刊发|报送|推送)$/.test(label) && !isPublisher(name)) return;
    metadata.sources.push({ start, end, weight: Weight.unit });
  } else if (
    OFFICE_LABEL.test(label) &&
    (isPublicOffice(name) || isMedium(name) || isMediumBesideDate(name)) &&
    !isOwnName(name)
  ) {
    metadata.sources.push({ start, end, weight: Weight.doubtful });
  } else if (HOST.test(label) && isPublisher(name) && !isOwnName(name))
    metadata.hosts.push({ start, end, weight: Weight.doubtful });
}

/** `图文:南屏日报` names no person. */
function readMediumAsAuthor(
  line: LineText,
  { label, valueStart, valueEnd }: Field,
  metadata: Metadata,
): void {
  const from = nameStart(line.folded, valueStart, valueEnd);
  const name = line.folded.slice(from, sourceEnd(line.folded, from, valueEnd)).trimEnd();
  if (!isUnmistakableMedium(name) || isOwnName(name) || OF_PHOTOGRAPHER.test(label)) return;
  const start = line.start + from;
  metadata.sources.push({ start, end: start + name.length, weight: Weight.bareSource });
}

const OF_PHOTOGRAPHER = /摄|供图|图片|^图$/;

const ROLE_BEFORE = /([文图摄])\/\s*$/;
const ROLE_BEHIND = /^\s*\/\s*(文|图|摄影|摄)/;

/** Adds the names of a byline; `郑晓/文 何亮/图` names the role behind each. */
export function readAuthors(
  line: LineText,
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
  // Not the whole line: one of many names would be looked through once for each.
  const isCredited = line.folded.slice(Math.max(0, start - 3), end + 6).includes('/');
  for (const name of cutNames(line.folded, start, stop)) {
    const credit = isCredited ? creditBeside(line.folded, name) : undefined;
    const role = credit === undefined || credit === '文' ? base : 'photographer';
    metadata.authors.push({
      name: name.name,
      role,
      start: line.start + name.start,
      end: line.start + name.end,
    });
  }
}

/** `文`, `图` or `摄` beside a name and a slash. */
function creditBeside(line: string, { start, end }: Span): string | undefined {
  const before = ROLE_BEFORE.exec(line.slice(Math.max(0, start - 3), start))?.[1];
  return before ?? ROLE_BEHIND.exec(line.slice(end, end + 6))?.[1];
}

function roleOf(label: string): AuthorRole {
  if (label.includes('通讯员') || label.includes('供稿')) return 'correspondent';
  if (label.includes('摄') || label.startsWith('图') || label.includes('供图')) return 'photographer';
  return label.includes('记者') || label.includes('实习生') ? 'reporter' : 'writer';
}

function readEditors(line: LineText, field: Field, metadata: Metadata): void {
  const value = line.folded.slice(field.valueStart, field.valueEnd);
  // A code of the staff system (PK155), a bracket or a bar ends the names.
  const stop = /[\])】(|/]|\s[A-Z]{1,4}\d+|[A-Z]{1,4}\d+|\d{2,}/.exec(value)?.index ?? value.length;
  for (const name of cutNames(line.folded, field.valueStart, field.valueStart + stop)) {
    metadata.editors.push({ name: name.name, start: line.start + name.start, end: line.start + name.end });
  }
}
