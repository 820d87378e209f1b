import { unitTable } from '../text/unit-table.js';
import { Clue, type ClueSource } from './clues.js';
import { countHan, type ShadowLine } from './shadow-lines.js';

/** Longer lines are text with a note in it, which goes by no line. */
const LONGEST = 400;

/** A site or paper that speaks of itself. */
const SELF =
  /本(?:网|站(?!到)|报(?!讯)|刊|台|社|平台|公众号|微信|微博|账号|频道|栏目|客户端|媒体|页|文(?!件)|作品|声明|版权)|原作者|原文|(?:作者|个人)(?:本人)?(?:的)?(?:观点|意见|立场)/;

/** What a note says whoever signs it: each of these is its own proof unless the line is running text. */
const CLAIMS = [
  '版权所有(?=$|[\\s:,.。;!/|·©(\\-\\d]|违者|未经|不得|侵权|翻印|盗版|严禁|禁止|请勿|转载)',
  '(?:©|\\(c\\)\\s*\\d|Copyright\\b|All Rights Reserved)',
  '(?:版权|免责|法律|侵权)声明(?:$|[\\s:】\\])])',
  '(?:版权|著作权)(?:均|皆|仍|全部)?(?:归|属于?)[^,。谁何]{0,24}(?:所有|$)',
  '(?:未经|非经)[^。]{0,24}(?:许可|授权|同意|允许|批准)[^。]{0,10}(?:不得|禁止|严禁|请勿|谢绝|不许|拒绝)[^。,]{0,12}(?:转载|复制|使用|摘编|转发|镜像|翻印|引用)(?=$|[\\s,.。!;、)】与及和或])',
  '(?:严禁|请勿|禁止|谢绝|拒绝|不得)(?:任何形式的?|私自|擅自|商业性?|非法|随意)?(?:转载|复制|摘编|翻印|镜像|抄袭)(?=$|[\\s,.。!;、)】与及和或])',
  '(?:如需|若需|如要|需要|欲|欢迎)?(?:分享)?(?:转载|转发|引用)(?:时|本文|稿件)?,?\\s*(?:请|须|需|务必|敬请|均须|应)(?:务必|注明|标明|保留|联系|获得|先|事先|经|同时)',
  '欢迎(?:分享|阅读)?(?:、|,|并)?转载(?=$|[\\s,.。!;])',
  '侵权必究|翻印必究|盗版必究|^违者必究|(?:未经|版权)[^。]{0,24}违者必究',
  '[如若](?:有|涉及|存在)?侵权[^。]{0,10}(?:联系|告知|删除|即删)',
  '书面授权',
];
const CLAIM = new RegExp(CLAIMS.join('|'), 'i');
/** A heading that nothing but a note has, or the opening words of one. */
const SURE_START = /^(?:(?:版权|免责)声明[:】\])]|凡(?:是)?本(?:网|站)|©)/;
/** What only a site says, and only of itself: anywhere, and at the start of a line. */
const OF_VIEWS = /不代表本(?:网站?|站|台|平台|报|公众号|账号|文)?[^,。]{0,6}(?:观点|立场|意见)/;
const DISCLAIMER =
  /^(?:凡(?:是)?(?:本(?:网|站|报|台)|[^,。:“]{0,6}注明[^,。:“]{0,8}[:“"「『【])|本文(?:为|系|仅|版权|来自|转自|由)[^。]{0,60}(?:原创|转载|观点|版权|投稿|发布)|(?:特别|郑重)?(?:声明|提示|说明):.{0,60}(?:版权|侵权|转载[^。]{0,12}(?:注明|授权|目的|出于)|本[网站文]|立场))/;

/** A report of somebody who says it, or of what was done. */
const REPORTING =
  /(?:强调|指出|要求|认为|提出|表示|介绍|讲话|建议|呼吁|提醒)(?:说|称|道|中)?[,:“]|召开|主持|听取|审议|研究部署|会议|明确|施行|执法|查处|打击|专项|通过了|市长|县长|区长|省长|书记|委员|局长/;
/** A duty of others than the reader. */
const DUTY =
  /(?:^|[,。;、:])(?:也|还|都)?(?:(?:要|必须)(?!注明|标明|保留|经|获|事先|联系)|坚决|切实)|(?:规定|制度|权益|行为|问题|条款|现象|意识|工作|案件|原则)(?:要|须|应|必须|得到|正在|将|是)|[里中都也还]要|这[是一项些]|的(?:规定|制度|做法|要求|原则|行为|问题|现象)|他人|社会各界|全[市县省区州社]|各级|各部门|各地|各单位|我[市县省区州]/;

/** What a note goes on with on the lines behind its first. */
const LEGAL =
  /版权|著作权|知识产权|侵权|转载|摘编|授权|稿件|稿酬|投稿|免责|责任|声明|真实性|删除|追究|注明|出处|观点|立场|备案|许可证|本[网站文]/;

/** Marks in front of a line of a list: `①`, `1.`, `※`. */
const OPENING = /^[\s(【\[*※●•·■◆▲★>\-—]*(?:\d{1,2}[.、)]\s*|[①-⑳]\s*|[一二三四五六七八九十][、.]\s*)?/;

/** Pairs of characters that no note is without. */
export const copyrightClues: ClueSource = {
  clue: Clue.copyright,
  pairs:
    '版权 著作 侵权 声明 未经 非经 转载 转发 引用 复制 摘编 翻印 镜像 抄袭 必究 书面 不代 凡本 凡是 注明 本文 本网 本站 (c (C ll LL lL Ll op OP oP Op'.split(
      ' ',
    ),
};
const SIGN = unitTable('©');

/**
 * Whether a line is a copyright note or disclaimer. A sentence of a report about copyright is none: what claims a right
 * has to begin where a clause does, and nobody may report it, nor lay it on others.
 */
export function isCopyrightLine(line: ShadowLine): boolean {
  if ((line.clues & Clue.copyright) === 0 && SIGN[line.unitAt(0)] !== 1) return false;
  if (line.length >= LONGEST) return false;
  const { folded } = line;
  const text = folded.replace(OPENING, '');
  if (SURE_START.test(text)) return true;
  return (OF_VIEWS.test(text) || DISCLAIMER.test(text) || holdsClaim(text)) && !isAboutOthers(folded);
}

/** Whether a claim begins with a clause of the first sentence. */
function holdsClaim(text: string): boolean {
  const match = CLAIM.exec(text);
  if (match === null) return false;
  const before = text.slice(0, match.index);
  if (before === '') return true;
  if (before.includes('。')) return false;
  return BORDER.test(before) || (OWNER_IN_FRONT.test(before) && BY_OWNER.test(match[0]));
}

/** What a clause begins behind. */
const BORDER = /[\s,、!:》”」)】|/.·-]$/;
const BY_OWNER = /^(?:版权|著作权|©|Copyright|All|未经|不得|禁止|严禁)/i;

/** `清溪日报社版权所有`, `图片版权归作者所有`. */
const OWNER_IN_FRONT =
  /^[^,。;]{0,24}(?:网|网站|报|社|台|局|府|办|室|公司|中心|委|部|本文|图片|照片|本网|本站|稿件|作品|内容|\d)$/;

function isAboutOthers(folded: string): boolean {
  return REPORTING.test(folded) || (!SELF.test(folded) && DUTY.test(folded));
}

/** Whether a line behind a copyright note goes on with it. */
export function continuesNote({ folded, length }: ShadowLine): boolean {
  return length < LONGEST && LEGAL.test(folded) && !isAboutOthers(folded);
}

/**
 * Whether a note can be nothing else: a whole sentence that does not speak of the site or paper itself may be the
 * report's, however much it sounds like a note. Between paragraphs it is; below them nobody may take it out unasked.
 * @param folded the line of the folded shadow
 */
export function isSureNote(folded: string): boolean {
  // What somebody's headline became that was glued behind the note.
  const behind = BEHIND_STOP.exec(folded)?.[1] ?? '';
  if (countHan(behind) >= FEWEST_BEHIND && !LEGAL.test(behind)) return false;
  return SELF.test(folded) || folded.length < SHORTEST_SENTENCE || !STOPPED.test(folded);
}

const BEHIND_STOP = /[。!?]([^。!?]*)$/;
const FEWEST_BEHIND = 4;
const SHORTEST_SENTENCE = 20;
const STOPPED = /[。!?;][”’"」』)]?$/;
