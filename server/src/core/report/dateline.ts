import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { readAuthors, Weight } from './field-values.js';
import { isMedium, isMediumBesideDate, isOwnName, mediumAtStart } from './medium.js';
import { emptyMetadata, type Metadata } from './metadata.js';
import type { ShadowLine } from './shadow-lines.js';

/** What stands in front of the lead proper: `本报讯(记者 X)`, `新华社北京2月3日电`. Shadow offsets. */
export interface Dateline {
  /** The medium; `本报讯` and its like as a whole. */
  readonly agency: Span | undefined;
  /** Where the dateline and its byline end. */
  readonly end: number;
}

const DATELINE =
  /^[\s【〔\[(]*(?:来源:)?据?([\u4e00-\u9fff·]{1,16}?)\s?(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?\s?(专?讯|电|消息)(?=[\s:,()\[\]【】〔〕|“"—-]|\d|据|$)/;
/** A paper's own name or an unmistakable one needs nothing behind it: `本网讯近日,…`. */
const GLUED_DATELINE =
  /^[\s【〔\[(]*(本[报网台刊站社](?:综合|特)?|[\u4e00-\u9fff·]{2,12}?(?:日报|晚报|时报|都市报|新闻网|新闻社|通讯社|电视台|广播电台|融媒体中心))(专?讯|消息)(?![员社])/;
/** `【某報專訊】`, `〔某報/記者…報導〕`: the medium in brackets in front of the lead is a source line without a line. */
const BRACKETED_MEDIUM =
  /^\s*([【〔\[(〈<《])\s?([\u4e00-\u9fff·]{2,14}?)\s?(专讯|[\/╱∕|·—-]?\s?(?:(?:新?客户端|全媒体|融媒体?)?(?:首席|特约|特派|驻[\u4e00-\u9fff]{2,3}|见习|实习|摄影)?(?:记者|特派员|通讯员)|综合报道|综合报导|\s[\u4e00-\u9fff]{2,4}(?=[^【】〔〕]{0,12}报[道导]))[^【】〔〕\[\]()〈〉<>]{0,40}?(?:报道|报导|摄影|专访)?)[】〕\]))〉>》]/;
/** `某報記者何方/玉嶺報導` behind a bracket is a telegram where it ends so. */
const TELEGRAM_END = /[电讯]$/;
const BYLINE =
  /[(〔【\[〈<](?:[^()〔〕【】\[\]〈〉<>]*?)(记者|通讯员|实习生|作者|文\/图|摄影)[:|\s]*([^()〔〕【】\[\]〈〉<>]{0,60}?)[)〕】\]〉>]/g;
const PLAIN_BYLINE =
  /^[讯电]\s?\((?!.{0,6}(?:记者|通讯员|作者|编辑))([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3})\)/;
/** How far from the start or the end of a paragraph a byline stands, in UTF-16 units. */
export const NEAR = 60;

/** The agency of a dateline that fills a line of its own (某报11月15日电); undefined for any other line. */
export function datelineAlone(line: ShadowLine): Span | undefined {
  if (!line.folded.includes('日')) return undefined;
  const match = DATELINE.exec(line.folded);
  if (match === null || line.folded.length - match[0].length > 2 || !/\d日/.test(match[0])) return undefined;
  return readDateline(line, emptyMetadata()).agency;
}

/** Reads the dateline at the start of the first body paragraph and its byline into `metadata`. */
export function readDateline(line: ShadowLine, metadata: Metadata): Dateline {
  const match = DATELINE.exec(line.folded) ?? GLUED_DATELINE.exec(line.folded);
  let agency: Span | undefined;
  let end = line.start;
  const source = match === null || match[2] === '专讯' ? bracketedMedium(line) : undefined;
  if (source !== undefined) {
    metadata.sources.push({ ...source, weight: Weight.bareSource });
  } else if (match !== null) {
    const prefix = match[1] ?? '';
    const at = line.start + match[0].indexOf(prefix);
    const word = line.start + match[0].length - (match[2]?.length ?? 0);
    end = line.start + match[0].length;
    if (isOwnName(prefix)) agency = prefix.length <= 8 ? { start: at, end } : undefined;
    else {
      const medium = mediumAtStart(prefix);
      if (medium !== undefined) agency = { start: at, end: at + medium.length };
      else if (isMedium(prefix) || (isMediumBesideDate(prefix) && match[2] !== '消息'))
        agency = { start: at, end: word };
    }
    const plain = PLAIN_BYLINE.exec(line.folded.slice(word - line.start));
    if (plain?.[1] !== undefined) {
      const from = word - line.start + plain[0].indexOf(plain[1]);
      readAuthors(line, '记者', from, from + plain[1].length, metadata);
      end = word + plain[0].length;
    }
  }
  const byline = readBylines(line, 0, NEAR, metadata);
  return { agency, end: Math.max(end, byline) };
}

/** The medium that stands in brackets in front of a lead and is neither the paper itself nor a telegram's. */
function bracketedMedium(line: ShadowLine): Span | undefined {
  if (OPENING[line.folded.charCodeAt(0)] !== 1) return undefined;
  const match = BRACKETED_MEDIUM.exec(line.folded);
  const [whole, , name] = match ?? [];
  if (whole === undefined || name === undefined || isOwnName(name)) return undefined;
  if (TELEGRAM_END.test(whole.slice(0, -1)) && match?.[3] !== '专讯') return undefined;
  if (!isMedium(name)) return undefined;
  const start = line.start + whole.indexOf(name);
  return { start, end: start + name.length };
}

/** Reads `(记者 X)` at the end of a body paragraph, from the line offset `from` on. */
export function readClosingByline(line: ShadowLine, from: number, metadata: Metadata): void {
  const open = Math.max(
    line.folded.lastIndexOf('('),
    line.folded.lastIndexOf('【'),
    line.folded.lastIndexOf('〔'),
  );
  if (open >= from && line.folded.length - open < NEAR) readBylines(line, open, line.folded.length, metadata);
}

const OPENING = unitTable('(〔【[〈<《');

function holdsBracket(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (OPENING[text.charCodeAt(i)] === 1) return true;
  return false;
}

/** @returns the shadow offset behind the last byline found between the two offsets of the line, else its start */
function readBylines(line: ShadowLine, from: number, to: number, metadata: Metadata): number {
  let end = line.start;
  if (!holdsBracket(line.folded, from, to)) return end;
  BYLINE.lastIndex = from;
  for (
    let match = BYLINE.exec(line.folded);
    match !== null && match.index < to;
    match = BYLINE.exec(line.folded)
  ) {
    const label = match[1] ?? '';
    const inner = match[0].indexOf(label) + match.index + label.length;
    const stop = match.index + match[0].length - 1;
    // `记者 X 通讯员 Y` holds two labels; `记者X/地報導` names a place behind the bar.
    const bar = line.folded.slice(inner, stop).search(/\/(?!文|图|摄)/);
    const limit = bar < 0 ? stop : inner + bar;
    const second = /(?:通讯员|实习生|摄影|记者)/.exec(line.folded.slice(inner, limit));
    const middle = second === null ? limit : inner + second.index;
    readAuthors(line, label, inner, middle, metadata);
    if (second !== null) readAuthors(line, second[0], middle + second[0].length, limit, metadata);
    end = Math.max(end, line.start + match.index + match[0].length);
  }
  return end;
}
