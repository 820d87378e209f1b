import type { Span } from '../text/span.js';
import { CharacterClass } from '../script/characters.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { findFullDate, mayHoldDate, type WrittenDate } from './calendar-date.js';
import { readAuthors, Weight } from './field-values.js';
import type { Field, LineText } from './fields.js';
import {
  isMedium,
  isMediumBesideDate,
  isOwnName,
  isPublicOffice,
  isUnmistakableMedium,
  mediumAtStart,
  withoutCredit,
} from './medium.js';
import { isEnclosedLocalMedium } from './local-media.js';
import type { Metadata, Region } from './metadata.js';
import { isNameBesideHeadline } from './name-beside-headline.js';
import { countHan } from './shadow-lines.js';
import { skipSpace, trimmedEnd } from './white-space.js';

/** What a metadata line says without a label, in front of its first label; offsets are into the line. */
export type Bare =
  | { readonly kind: 'date'; readonly date: WrittenDate; readonly medium: Span | undefined }
  /** A page clock, the number of a page, a row of marks: metadata that says nothing. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'source'; readonly start: number; readonly end: number }
  | { readonly kind: 'authors'; readonly start: number; readonly end: number };

const BRACKETED =
  /^[(\[【〔<〈《﹝〖{「『]\s{0,4}([^()[\]【】〔〕<>〈〉]{2,30}?)\s{0,4}[)\]】〕>〉》﹞〗}」』]$/;
const BRACKETS = unitTable('([【〔<〈《﹝〖{「『');
const CREDIT_END = unitTable('讯稿电品息合');
const CREDIT = /^([\u4e00-\u9fff]{2,12}?)\s*(?:专讯|讯|供稿|电|出品|消息|综合)$/;
const CORRESPONDENT_LINE =
  /^[■□●◆▲★◎]?\s?([\u4e00-\u9fff·]{2,14}?)[,、/╱\s-]*(?:新?客户端|全媒体|融媒体?)?(?:首席|特约|见习|实习)?(?:记者|特派员|通讯员)/;

/** `文/甲 图/乙` and `甲/文 乙/图`. */
const CREDITED =
  /^(?:[文图摄]\/[\u4e00-\u9fff]{2,4}[\s、]*)+$|^(?:[\u4e00-\u9fff]{2,4}\s*\/\s*(?:文|图|摄影|摄)[\s、]*)+$/;

/** The day of a telegram, of a photograph, of a file: no such line says when the text was published. */
const TELEGRAM = /^\s*(?:专?[电讯]|摄|拍)/;
const NO_PUBLICATION =
  /[摄拍]于|图为|资料图|图片|照片|截图|\.(?:jpe?g|png|gif|bmp|webp|mp[34]|pdf|docx?|xlsx?|pptx?|zip|rar)(?![a-z])/i;
/** What stands beside the clock of a page. */
const CLOCK =
  /今[天日]是|现在是|当前时间|系统时间|农历|℃|°C|天气|气温|欢迎|您好|设为首页|加入收藏|收藏本站|登录|注册|无障碍/;

/** @param head the line in front of its first label; @param fields the labelled fields behind it */
export function readUnlabelled(
  line: LineText,
  head: string,
  region: Region,
  fields: readonly Field[],
): Bare | undefined {
  const date = mayHoldDate(line, head) ? findFullDate(head) : undefined;
  if (date !== undefined) return readDate(head, date);
  const bracketed = BRACKETS[line.folded.charCodeAt(0)] === 1 ? BRACKETED.exec(line.folded) : null;
  const inner = bracketed?.[1] ?? line.folded;
  const offset = bracketed === null ? 0 : line.folded.indexOf(inner);
  const credit = CREDIT_END[inner.charCodeAt(inner.length - 1)] === 1 ? CREDIT.exec(inner)?.[1] : undefined;
  if (credit !== undefined && !isOwnName(credit)) {
    const isNamed =
      (isMedium(credit) || isMediumBesideDate(credit)) &&
      (bracketed !== null || /(?:供稿|综合)$/.test(inner));
    if (inner.endsWith('出品') || isNamed)
      return { kind: 'source', start: offset, end: offset + credit.length };
  }
  if (fields.length > 0) {
    const medium =
      inner.includes('者') || inner.includes('员') ? CORRESPONDENT_LINE.exec(inner)?.[1] : undefined;
    if (medium === undefined || isOwnName(medium) || !(isMedium(medium) || isMediumBesideDate(medium)))
      return undefined;
    const start = offset + inner.indexOf(medium);
    return { kind: 'source', start, end: start + medium.length };
  }
  const lone = loneMedium(inner, bracketed !== null, region);
  if (lone !== undefined) return { kind: 'source', start: offset + lone.start, end: offset + lone.end };
  if (OPENS_NOTHING[line.folded.charCodeAt(0)] === 1 && SAYS_NOTHING.test(line.folded))
    return { kind: 'nothing' };
  if ((line.classes & CharacterClass.furnitureMark) !== 0 && inner.includes('/') && CREDITED.test(inner))
    return { kind: 'authors', start: offset, end: offset + inner.length };
  const photo = bracketed === null ? null : /^(?:文\/?图|图\/?文|摄影)\s+(.+)$/.exec(inner);
  if (photo?.[1] !== undefined) {
    const start = offset + inner.length - photo[1].length;
    return { kind: 'authors', start, end: offset + inner.length };
  }
  return undefined;
}

/** `第01版:要闻`, or a row of asterisks or dashes under a headline. */
const SAYS_NOTHING = /^(?:第?\s?[A-Z]{0,2}\d{1,3}\s?版(?:\s?:\s?[\u4e00-\u9fff·]{2,6})?|[*=_~—-]{4,})$/;
const OPENS_NOTHING = unitTable(`第ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*=_~—-${WHITE_SPACE}`);
const REPORTER_BEHIND = /\s[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4}){0,2}$/;

/** A news medium that is all a phrase says: `某报`, `据某报`, `原载《某报》`, and in brackets `某报 何书田`. */
function loneMedium(phrase: string, isBracketed: boolean, region: Region): Span | undefined {
  if (!isBracketed && region !== 'tail' && !phrase.endsWith('》')) return undefined;
  const lead = LEADING.exec(phrase)?.[0].length ?? 0;
  const quoted = phrase.startsWith('《', lead) && phrase.endsWith('》');
  if (!isBracketed && region !== 'tail' && !(quoted && lead > 0)) return undefined;
  const start = quoted ? lead + 1 : lead;
  let name = phrase.slice(start, phrase.length - (quoted ? 1 : 0));
  if (isBracketed && !quoted) name = name.replace(REPORTER_BEHIND, '');
  if (isOwnName(name)) return undefined;
  if (
    isUnmistakableMedium(name) ||
    (isBracketed && (isEnclosedLocalMedium(name) || isNameBesideHeadline(name)))
  )
    return { start, end: start + name.length };
  if (!isMediumBesideDate(name)) return undefined;
  // An office alone in brackets below the body has supplied the text.
  if (mediumAtStart(name) !== name && !(isBracketed && region === 'tail' && isPublicOffice(name)))
    return undefined;
  return { start, end: start + name.length };
}

/** Whether nothing stands beside a date: most stand alone on the line, or in front of a label. */
function standsAlone(head: string, date: WrittenDate): boolean {
  return skipSpace(head, 0) >= date.start && trimmedEnd(head, date.end, head.length) === date.end;
}

function readDate(head: string, date: WrittenDate): Bare | undefined {
  if (standsAlone(head, date)) return { kind: 'date', date, medium: undefined };
  if (TELEGRAM.test(head.slice(date.end)) || NO_PUBLICATION.test(head)) return undefined;
  return CLOCK.test(head) ? { kind: 'nothing' } : { kind: 'date', date, medium: mediumBeside(head, date) };
}

/** Words that lead to a name or a date: `原载`, `摘自`. */
const LEADING =
  /^(?:(?:文章|稿件|信息|消息|新闻|资料)?来源于?|稿源|转自|转载自|转载|摘自|选自|原载于?|刊于|刊载于|载于|来自|据|见|首发)/;

/** A medium or office that stands with a bare date: `南屏日报 2023年6月21日`, `(南屏网 2021-9-2)`, `《南屏日报》(2021年9月2日)`. */
function mediumBeside(head: string, date: WrittenDate): Span | undefined {
  return mediumIn(head, 0, date.start, true) ?? mediumIn(head, date.end, head.length, false);
}

/** The medium in a part of a line, the last or the first of its words. */
function mediumIn(head: string, from: number, to: number, isLast: boolean): Span | undefined {
  const part = head.slice(from, to);
  // No name of a medium is without Han.
  if (countHan(part, 1) === 0) return undefined;
  const words = [...part.matchAll(/[^\s()[\]【】〔〕《》“”|│∣︱,、/╱∕·•:_=@■□●◆▲★◎—-]+/g)];
  for (const word of isLast ? words.reverse() : words) {
    const lead = LEADING.exec(word[0])?.[0].length ?? 0;
    const name = withoutCredit(word[0].slice(lead));
    if (isOwnName(name)) return undefined;
    if (!isMediumBesideDate(name) || word[0].replace(FILLER, '') === '') continue;
    const start = from + word.index + lead;
    return { start, end: start + name.length };
  }
  return undefined;
}

/** What stands beside a date and says nothing of its own: a page of a paper, a weekday, an hour. */
const FILLER =
  /第?\s?[A-Z]{0,2}\d{0,3}\s?[版叠]|头版|版面|版次?|(?:星期|周|礼拜)[一二三四五六日天]|上午|下午|晚上|凌晨|(?:香港|北京|当地)时间|HKT|发布|发表|刊登|讯$|官方(?:账号|微博|微信)?|(?:微信)?公众号|原创/g;

/** How many Han characters beside a bare date nothing explains. */
export function unexplainedBeside(head: string, { date, medium }: Bare & { readonly kind: 'date' }): number {
  if (standsAlone(head, date)) return 0;
  const beside = medium === undefined ? 0 : medium.end - medium.start;
  return Math.max(0, hanOfOwn(head.slice(0, date.start)) + hanOfOwn(head.slice(date.end)) - beside);
}

/** How many Han characters are neither filler nor lead to a name. */
function hanOfOwn(text: string): number {
  if (countHan(text, 1) === 0) return 0;
  const words = text.replace(FILLER, '').split(/[\s()]+/);
  return words.reduce((sum, word) => sum + countHan(word.replace(LEADING, '')), 0);
}

/** The line a messenger app puts under a title: `原创 姓名 公众号 日期`. */
const ORIGINAL = /^原创\s+([\u4e00-\u9fff·]{2,8})\s/;

/** Adds what {@link readUnlabelled} found to `metadata`. */
export function addUnlabelled(
  line: LineText,
  bare: Bare,
  fields: readonly Field[],
  metadata: Metadata,
): void {
  const offset = line.start;
  if (bare.kind === 'nothing') return;
  if (bare.kind === 'date') {
    metadata.dates.push({
      start: offset + bare.date.start,
      end: offset + bare.date.end,
      weight: isLikeClock(line, bare, fields) ? Weight.doubtful : Weight.bareDate,
      date: bare.date,
    });
    const original = line.folded.startsWith('原创') ? ORIGINAL.exec(line.folded) : null;
    if (original?.[1] !== undefined) {
      const at = line.folded.indexOf(original[1]);
      readAuthors(line, '作者', at, at + original[1].length, metadata);
    }
    if (bare.medium !== undefined) addSource(metadata, offset, bare.medium);
  } else if (bare.kind === 'source') addSource(metadata, offset, bare);
  else readAuthors(line, '文', bare.start, bare.end, metadata);
}

function addSource(metadata: Metadata, offset: number, { start, end }: Span): void {
  metadata.sources.push({ start: offset + start, end: offset + end, weight: Weight.bareSource });
}

const ISSUE = /\d\s?版/;

/** A page shows its clock with the weekday and nothing that belongs to a text beside it. */
function isLikeClock(
  line: LineText,
  bare: Bare & { readonly kind: 'date' },
  fields: readonly Field[],
): boolean {
  if (!bare.date.weekday || bare.medium !== undefined || ISSUE.test(line.folded)) return false;
  return !fields.some(({ kind }) => kind !== 'other' && kind !== 'aside');
}
