import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import { isMedium, isMediumBesideDate } from './medium.js';

/** What may stand in front of the name: a bar of a table, brackets, quotation marks. */
const LEADS = unitTable(`${WHITE_SPACE}|│:`);
const OPENS_NAME = unitTable('《“"【[〔');

const ENTITY = '&nbsp;';

/** Where the name of a source begins in the value of a field, offsets into the line. */
export function nameStart(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    if (text.startsWith(ENTITY, at) && at + ENTITY.length <= end) at += ENTITY.length;
    else if (at < end && LEADS[text.charCodeAt(at)] === 1) at++;
    else break;
  }
  if (OPENS_ACCOUNT[text.charCodeAt(at)] !== 1)
    return at < end && OPENS_NAME[text.charCodeAt(at)] === 1 ? at + 1 : at;
  const quoted = ACCOUNT.find(
    (word) => text.startsWith(word, at) && OPENS_NAME[text.charCodeAt(at + word.length)] === 1,
  );
  if (quoted !== undefined) at += quoted.length;
  return at < end && OPENS_NAME[text.charCodeAt(at)] === 1 ? at + 1 : at;
}

/** `微信公众号“南屏发布”`. */
const ACCOUNT = '微信公众号 公众号 官方微信 官方微博 客户端 微信号'.split(' ');
const OPENS_ACCOUNT = unitTable(ACCOUNT.map((word) => word.charAt(0)).join(''));

/** The page of the paper, what its staff did, a page control that runs into the name. */
const REST = /(?:第?[A-Z]{0,2}\d{1,3}版.*|综合(?:整理|报道)?|整理|编发|供稿|打印|关闭|收藏|分享)$/;

const LEAVES = unitTable('-–—、·');
const REST_END = unitTable('合道理发稿印闭藏享');

/** `某报/何书田` names a person behind the medium, `某报第3版` the page. */
export function withoutRest(value: string): string {
  const trimmed = LEAVES[value.charCodeAt(value.length - 1)] === 1 ? value.replace(/[-–—、·]+$/, '') : value;
  const mayHaveRest = REST_END[trimmed.charCodeAt(trimmed.length - 1)] === 1 || trimmed.includes('版');
  const cut = mayHaveRest ? REST.exec(trimmed) : null;
  const short = cut === null ? trimmed : trimmed.slice(0, cut.index);
  const name = isMediumBesideDate(short) ? short : trimmed;
  const bar = name.indexOf('/');
  return bar > 0 && isMedium(name.slice(0, bar)) && !isMedium(name.slice(bar + 1))
    ? name.slice(0, bar)
    : name;
}

/** What a page says that does not know its source. */
const NOBODY =
  /^(?:(?:互联网|网络|网际网路|网路)(?:整理|转载|综合|资料)?|网上|因特网|未知|不[详明]|未详|佚名|无名|暂?无|其[他它]|未注明|\/)$/;

/** Whether the value of a source label names nobody: `来源:网络`. */
export function namesNobody(value: string): boolean {
  return NOBODY.test(value);
}
