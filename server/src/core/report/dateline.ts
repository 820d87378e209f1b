import type { Span } from '../text/span.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { Clue } from './clues.js';
import { readAuthors, Weight } from './field-values.js';
import { BYLINE_WORDS } from './labels.js';
import { isMedium, isMediumBesideDate, isOwnName, isUnmistakableMedium, mediumAtStart } from './medium.js';
import type { Metadata } from './metadata.js';
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
  /^\s*([【〔\[(〈<《])\s?([\u4e00-\u9fff·]{2,14}?)\s?(专讯|[\/╱∕|·—-]?\s?(?:(?:新?客户端|全媒体|融媒体?)?(?:首席|特约|特派|驻[\u4e00-\u9fff]{2,3}|见习|实习|摄影)?(?:记者|特派员|通讯员)|综合报道|综合报导|[\/╱∕|][\u4e00-\u9fff\s\/╱∕]{2,24}(?:报[道导]|讯)|\s[\u4e00-\u9fff]{2,4}(?=[^【】〔〕]{0,12}报[道导]))[^【】〔〕\[\]()〈〉<>]{0,40}?(?:报道|报导|摄影|专访)?)[】〕\]))〉>》]/;
/** `某報記者何方/玉嶺報導` behind a bracket is a telegram where it ends so. */
const TELEGRAM_END = /[电讯]$/;
const SLASHED = /[\/╱∕|][\u4e00-\u9fff]{2,6}讯.$/;
/** `南屏日报(记者 何书田)`: a dateline without its word. */
const BEFORE_BYLINE =
  /^\s*([\u4e00-\u9fff]{3,14})\s?\((?:本[报网台])?(?:首席|见习|实习|全媒体|融媒体)?(?:记者|通讯员)/;
const BYLINE = new RegExp(
  `[(〔【\\[〈<](?:[^()〔〕【】\\[\\]〈〉<>]*?)(${BYLINE_WORDS.join('|')})[:|\\s]*([^()〔〕【】\\[\\]〈〉<>]{0,60}?)[)〕】\\]〉>]`,
  'g',
);
const PLAIN_BYLINE =
  /^[讯电]\s?\((?!.{0,6}(?:记者|通讯员|作者|编辑))([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3})\)/;
const PLAIN_BYLINE_ALONE = new RegExp(`${PLAIN_BYLINE.source}$`);
/** How far from the start or the end of a paragraph a byline stands, in UTF-16 units. */
export const NEAR = 60;

/** The byline in brackets that follows a dateline and ends its line. */
const BYLINE_BEHIND =
  /^\s?[(〔【\[][^()〔〕【】\[\]]{0,20}(?:记者|通讯员|实习生|作者)[^()〔〕【】\[\]]{1,60}[)〕】\]]\s?:?$/;

/**
 * Whether a dateline fills a line of its own, with its byline or without: `新华社北京3月5日电(记者 何书田)`. Without a byline
 * it needs a date, but for that of the paper itself: `清溪日报讯` alone names a source.
 */
export function isDatelineAlone(line: ShadowLine): boolean {
  if (line.length > LONGEST_ALONE || !mayEndDateline(line) || !mayOpenWithDateline(line)) return false;
  const match = DATELINE.exec(line.folded);
  if (match === null) return false;
  const [whole, name = ''] = match;
  const isTold = /\d日/.test(whole) || (isOwnName(name) && match[2] !== '消息');
  const rest = line.folded.slice(whole.length);
  if (rest.length <= LONGEST_MARK) return isTold;
  return (isTold || isMedium(name)) && (BYLINE_BEHIND.test(rest) || PLAIN_BYLINE_ALONE.test(`电${rest}`));
}

const CLOSES = unitTable('讯电息)〕】]:');

/** Whether a line ends as a dateline or its byline does, two marks apart: nearly no headline does. */
function mayEndDateline(line: ShadowLine): boolean {
  for (let behind = 1; behind <= LONGEST_MARK + 1; behind++)
    if (CLOSES[line.unitAt(line.length - behind)] === 1) return true;
  return false;
}

/** In UTF-16 units; what may stand behind a dateline: a bracket, a colon. */
const LONGEST_ALONE = 110;
const LONGEST_MARK = 2;

/** What may stand in front of a dateline, inside one besides Han, and what closes one. */
const LEADING = unitTable(`【〔[(${WHITE_SPACE}`);
const INSIDE = unitTable(`·:0123456789${WHITE_SPACE}`);
const CLOSING = unitTable('讯电消');
/** No dateline is longer, without what leads to it, in UTF-16 units. */
const LONGEST = 40;

/** Whether a line may open with a dateline: nearly every lead is refused by its first characters. */
function mayOpenWithDateline(line: ShadowLine): boolean {
  const { length } = line;
  let at = 0;
  while (at < length && LEADING[line.unitAt(at)] === 1) at++;
  const limit = Math.min(length, at + LONGEST);
  for (let i = at; i < limit; i++) {
    const unit = line.unitAt(i);
    if (CLOSING[unit] === 1) return true;
    if ((unit < 0x4e00 || unit > 0x9fff) && (INSIDE[unit] !== 1 || (i === at && unit !== BULLET)))
      return false;
  }
  return false;
}

const BULLET = 0xb7;

/** Reads the dateline at the start of the first body paragraph and its byline into `metadata`. */
export function readDateline(line: ShadowLine, metadata: Metadata): Dateline {
  const match = mayOpenWithDateline(line)
    ? (DATELINE.exec(line.folded) ?? GLUED_DATELINE.exec(line.folded))
    : null;
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
        agency = { start: at, end: at + prefix.length };
    }
    const plain = PLAIN_BYLINE.exec(line.folded.slice(word - line.start));
    if (plain?.[1] !== undefined) {
      const from = word - line.start + plain[0].indexOf(plain[1]);
      readAuthors(line, '记者', from, from + plain[1].length, metadata);
      end = word + plain[0].length;
    }
  }
  if (match === null && source === undefined) agency = mediumBeforeByline(line);
  const byline = readBylines(line, 0, NEAR, metadata);
  return { agency, end: Math.max(end, byline) };
}

function mediumBeforeByline(line: ShadowLine): Span | undefined {
  if (!mayHoldByline(line)) return undefined;
  const name = BEFORE_BYLINE.exec(line.folded)?.[1];
  if (name === undefined || !isUnmistakableMedium(name)) return undefined;
  const start = line.start + line.folded.indexOf(name);
  return { start, end: start + name.length };
}

/** The medium that stands in brackets in front of a lead and is neither the paper itself nor a telegram's. */
function bracketedMedium(line: ShadowLine): Span | undefined {
  if (OPENING[line.unitAt(0)] !== 1) return undefined;
  const match = BRACKETED_MEDIUM.exec(line.folded);
  const [whole, , name] = match ?? [];
  if (whole === undefined || name === undefined || isOwnName(name)) return undefined;
  const isTelegram = TELEGRAM_END.test(whole.slice(0, -1)) && match?.[3] !== '专讯' && !SLASHED.test(whole);
  if (isTelegram || !(isMedium(name) || isMediumBesideDate(name))) return undefined;
  const start = line.start + whole.indexOf(name);
  return { start, end: start + name.length };
}

/** Reads `(记者 X)` at the end of a body paragraph, from the line offset `from` on. */
export function readClosingByline(line: ShadowLine, from: number, metadata: Metadata): void {
  if (!mayHoldByline(line)) return;
  const { length } = line;
  const first = Math.max(from, length - NEAR + 1);
  let open = length - 1;
  while (open >= first && OPENS_BYLINE[line.unitAt(open)] !== 1) open--;
  if (open >= first) readBylines(line, open, length, metadata);
}

const OPENING = unitTable('(〔【[〈<《');
const OPENS_BYLINE = unitTable('(【〔');

function holdsOpening(line: ShadowLine, from: number, to: number): boolean {
  const end = Math.min(line.length, to);
  for (let i = from; i < end; i++) if (OPENING[line.unitAt(i)] === 1) return true;
  return false;
}

/** The words of bylines give the clue of labels. */
function mayHoldByline({ clues }: ShadowLine): boolean {
  return (clues & Clue.label) !== 0;
}

/** @returns the shadow offset behind the last byline found between the two offsets of the line, else its start */
function readBylines(line: ShadowLine, from: number, to: number, metadata: Metadata): number {
  let end = line.start;
  if (!mayHoldByline(line) || !holdsOpening(line, from, to)) return end;
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
