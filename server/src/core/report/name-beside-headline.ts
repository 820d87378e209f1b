import { isColumnHeading, isLocalMedium } from './local-media.js';
import { isMedium } from './medium.js';
import { countHan, type ShadowLine } from './shadow-lines.js';

/** Offices that give out news, behind the name of a place; all others may be what a wrapped headline begins with. */
const OFFICE =
  /^[\u4e00-\u9fff]{1,10}(?:(?:[省市县区州盟旗镇乡党工地]委)(?:宣传部|办公[室厅]|办|外宣办)|宣传部|政府办|政府办公[室厅]|新闻办公室|网信办|新闻办|文明办|宣传科|宣传处|宣教科|宣教处|新闻科|通联站|通讯组|报道组)$/;
/** Accounts of a place. In front of anything else the words begin columns: 今日提示, 爱心助学. */
const OF_PLACE = /^(?:今日|爱(?![心国家情岗民党军护惜]))[\u4e00-\u9fff]{2,3}$/;
const OF_DAY =
  /^今日(?:提[示醒]|天气|[菜物油金]价|金句|[时快]评|影像|图[片说]|数字|特写|最新|早[报间]|速[递览]|辟谣|行情|连线|语录|知识|科普|一课|阅读|主播|英[雄烈]|榜样|寄语|节气|之星|[谈说论问答])/;
/** The paper of a place: 清溪报. What else ends so is a kind of writing: 工作简报. */
const PAPER = /^[\u4e00-\u9fff]{2,6}(?<![简专内公月季年墙板壁剪补速展善图画字新首头要急])报$/;
/** What makes a net of a net: 织密一张网. */
const MAKES = /[织筑架搭撒铺结构打建]|布下|一张|密密/;

/**
 * Whether a phrase alone on the line next to the headline, or in brackets, names who published (Simplified, folded): an
 * office that gives out news, the paper, site or account of a place.
 */
export function isNameBesideHeadline(phrase: string): boolean {
  switch (phrase.charAt(phrase.length - 1)) {
    case '报':
      return PAPER.test(phrase) && isMedium(phrase);
    case '网':
      return phrase.length >= 4 && phrase.length <= 10 && !MAKES.test(phrase) && isMedium(phrase);
    default:
      if (isColumnHeading(phrase)) return false;
      return OFFICE.test(phrase) || (OF_PLACE.test(phrase) && !OF_DAY.test(phrase) && isLocalMedium(phrase));
  }
}

const FEWEST_OF_HEADLINE = 6;
/** What a name on the line above is the subject of, where it is the first part of a wrapped headline. */
const PREDICATE =
  /^(?:召开|举[行办]|开[展启]|组织|[走到赴深进入]|慰问|调研|参加|出席|部署|传达|学习|启动|发[布出起]|印发|联合|荣?获|公[开布]|关于|依法|积极|全[力面]|扎实|认真|与|和|对|为|在|以|的|被|将|把|向|原|副?部长|副?主任|干部)/;
/** What a line ends with that goes on with a name on the next. */
const OPEN_END =
  /(?:[到赴在任为对和与的由向听取往至]|调研|走访|慰问|视察|督导|检查|看望|考察|参观|来到|走进|召开)$/;

/**
 * Whether a line stands alone at an edge of the headline: above it as the first of all lines, or right below it with no more
 * headlines behind. A name that a wrapped headline begins or ends with does not.
 * @param lines those above the body, their kinds known
 */
export function isBesideHeadline(lines: readonly ShadowLine[], at: number): boolean {
  const above = lines.findLast(({ kind }, i) => i < at && kind !== 'furniture');
  const below = lines.find(({ kind }, i) => i > at && kind !== 'furniture');
  if (above === undefined) return isHeadline(below) && !PREDICATE.test(below.folded);
  return isHeadline(above) && !OPEN_END.test(above.folded) && below?.kind !== 'title';
}

function isHeadline(line: ShadowLine | undefined): line is ShadowLine {
  return line?.kind === 'title' && countHan(line.folded, FEWEST_OF_HEADLINE) >= FEWEST_OF_HEADLINE;
}
