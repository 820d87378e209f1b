import type { Span } from '../text/span.js';
import { unitTable } from '../text/unit-table.js';
import { isMedium, mediumAtStart } from './medium.js';
import { emptyMetadata, readAuthors, type Metadata } from './metadata.js';
import type { ShadowLine } from './shadow-lines.js';

/** What stands in front of the lead proper: `本报讯(记者 X)`, `新华社北京2月3日电`. Shadow offsets. */
export interface Dateline {
  /** The medium; `本报讯` and its like as a whole. */
  readonly agency: Span | undefined;
  /** Where the dateline and its byline end. */
  readonly end: number;
}

const DATELINE =
  /^[\s【〔\[(]*(?:来源:)?([\u4e00-\u9fff·]{1,16}?)\s?(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?\s?(讯|电|消息)(?=[\s:,()\[\]【】〔〕|]|\d|据|$)/;
const OWN = /^本[报网台刊站]/;
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
  const match = DATELINE.exec(line.folded);
  let agency: Span | undefined;
  let end = line.start;
  if (match !== null) {
    const prefix = match[1] ?? '';
    const at = line.start + match[0].indexOf(prefix);
    const word = line.start + match[0].length - (match[2]?.length ?? 0);
    end = line.start + match[0].length;
    if (OWN.test(prefix)) agency = prefix.length <= 8 ? { start: at, end } : undefined;
    else {
      const medium = mediumAtStart(prefix);
      if (medium !== undefined) agency = { start: at, end: at + medium.length };
      else if (isMedium(prefix)) agency = { start: at, end: word };
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

/** Reads `(记者 X)` at the end of a body paragraph, from the line offset `from` on. */
export function readClosingByline(line: ShadowLine, from: number, metadata: Metadata): void {
  const open = Math.max(
    line.folded.lastIndexOf('('),
    line.folded.lastIndexOf('【'),
    line.folded.lastIndexOf('〔'),
  );
  if (open >= from && line.folded.length - open < NEAR) readBylines(line, open, line.folded.length, metadata);
}

const OPENING = unitTable('(〔【[〈<');

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
