import { unitTable } from '../text/unit-table.js';
import { isColumnHeading, isLocalMedium, isSureLocalMedium, mayBeLocalMedium } from './local-media.js';

/**
 * What the name of a news medium or publishing office ends with, longest first. Observed on the pages behind
 * furniture.json and in the names of the media that report-format's templates stand for; the Taiwan, Hong Kong and
 * Macau endings are those of the media and government offices there.
 */
const NEWS =
  '日报社|晚报社|报业集团|报业传媒集团|传媒集团|广播电视台|广播电视总台|广播电台|电视台|电视网|融媒体中心|融媒中心|新媒体中心|新闻中心|传媒中心|新闻网|新闻社|新闻云|新闻处|新闻局|新闻组|新闻科|通讯社|电子报|日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|周刊|杂志|新闻公报|快讯|融媒|论坛报|新闻台|报|政府网|门户网|在线|热线|网站|网|社|台|电台|广电|传媒|发布|微讯|时讯|客户端|公众号|头条号|微信|之声|频道';
const OFFICE = '办公室|办公厅|党校|委员会|政府|市府|县府|宣传部|秘书处|秘书室|协会|公所|局|厅|院|部|委|署';
/** Endings that ordinary phrases share; they count only where a name is expected. */
const UNIT =
  '委办|府办|党工委|党委|党组|处|室|所|馆|会|中心|集团|公司|大学|学院|学校|医院|法院|检察院|支队|大队|街道|乡|镇';

/** Endings of media and offices as the alternatives of a pattern. */
export const MEDIUM_ENDING = `${NEWS}|${OFFICE}`;

const MEDIUM = new RegExp(`^[\\u4e00-\\u9fff\\w·.“”-]{1,24}?(?:${MEDIUM_ENDING})$`);
const NEWS_SUFFIX =
  '日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|电子报|融媒体中心|新媒体中心|新闻中心|新闻网|新闻社|通讯社|广播电视台|电视台|广播电台|客户端|传媒|发布|微讯|新华社|中新社|中央社|中新网|新华网|人民网|央视网|新闻公报|快讯|融媒|报|网|社|台';
const MEDIUM_AT_START = new RegExp(`^[\\u4e00-\\u9fff\\w·“”]{1,14}?(?:${NEWS_SUFFIX})`);
/** Media whose name carries no such ending. */
const NAMED = new Set(['新华社', '中新社', '中央社', '澎湃', '央视', '央广', '学习强国']);

/** Ordinary words that end as the shortest names of media do: 情况通报, 保障网, 合作社, 平台. */
const NO_MEDIUM =
  /(?:[通汇举警捷预情电申填喜海回呈上谎瞒战播]报|(?:互联|[联上入触电路管水河林天渔蛛球法鱼脱并]|保障|防护|安全|服务|致富|责任|监测|防控|关系|交通|高速|救助|监督|幸福|关爱)网|(?:合作|旅行|供销|信用|[公茶剧诗印结入棋画旅])社|(?:[平舞讲阳灯窗后前出登上下柜站月擂看高灶吧]|观景|瞭望|主席)台|(?:服务|咨询|举报|监督|投诉|心理|便民|[0-9])热线|(?:案例|成果|清单|名单|数据|榜单|公报|报告|新规|标准|规划|方案|指数|信号|预报|信息|产品|计划|倡议|政策|同步|联合|集中|公开|正式|首次|预警|警报|通知|公告|结果|名录|目录|品牌|形象|标识|歌曲|新品|向社会)发布)$/;

/** What such a name can end with: nearly every other line is refused by its last character. */
const LAST = unitTable(MEDIUM_ENDING.replace(/\S(?=[^|])|\|/g, ''));

/** Whether a whole phrase looks like the name of a medium or a publishing office (Simplified, folded). */
export function isMedium(phrase: string): boolean {
  if (LAST[phrase.charCodeAt(phrase.length - 1)] !== 1) return NAMED.has(phrase);
  return (MEDIUM.test(phrase) && !NO_MEDIUM.test(phrase) && !isColumnHeading(phrase)) || NAMED.has(phrase);
}

/** The name of a news medium at the start of a phrase: `南屏晚报南屏` gives `南屏晚报`. */
export function mediumAtStart(phrase: string): string | undefined {
  for (const name of NAMED) if (phrase.startsWith(name)) return name;
  return MEDIUM_AT_START.exec(phrase)?.[0];
}

const PUBLISHING_UNIT = new RegExp(`^[\\u4e00-\\u9fff]{1,20}?(?:${UNIT})$`);

/** A headline may end with an office too: `某某调研市公安局`. */
const VERB =
  /调研|走访|慰问|督导|督查|检查|视察|召开|主持|部署|参加|出席|听取|强调|要求|深入|看望|座谈|约谈|会见|考察|指导|推动|推进|落实|研究|审议|开展|举行|[莅赴]|关注|更多|欢迎|扫码|照片|图片|(?<!自)由/;

/** What a page asks of its readers. */
const ADDRESSED = /关注|更多|欢迎|扫码|照片|图片/;
const OFFICE_END = unitTable('办会区处');
const OFFICE_BY_DATE = /^[\u4e00-\u9fff]{0,10}(?:委办|府办|管委会|军分区|广播处|新闻处)$/;

/** Whether a phrase ends, or begins, as some name of a medium or office does. */
export function mayBePublisher(phrase: string): boolean {
  const last = phrase.charCodeAt(phrase.length - 1);
  return (
    LAST[last] === 1 ||
    (OFFICE_END[last] === 1 && OFFICE_BY_DATE.test(phrase)) ||
    CREDIT_END[last] === 1 ||
    mayBeLocalMedium(phrase) ||
    NAMED.has(phrase)
  );
}

/** Whether a word next to a bare date names who published: a medium, an office, a channel of a place. */
export function isMediumBesideDate(word: string): boolean {
  if (word.length > 20 || isColumnHeading(word)) return false;
  return (
    (isMedium(word) && !VERB.test(word)) ||
    (isLocalMedium(word) && !ADDRESSED.test(word)) ||
    (OFFICE_END[word.charCodeAt(word.length - 1)] === 1 && OFFICE_BY_DATE.test(word))
  );
}

/** Whether a phrase where only a name can stand names who published; endings of ordinary words count too. */
export function isPublisher(phrase: string): boolean {
  return isMediumBesideDate(phrase) || (phrase.length <= 24 && PUBLISHING_UNIT.test(phrase));
}

const PUBLIC_OFFICE =
  /(?:政府|办公室|办公厅|委办|府办|[^网]委|局|厅|署|处|委员会|法院|检察院|公所|街道办事处|党校|宣传部|组织部|统战部|武装部|政治部)$/;

/** Whether a name is that of a public office, which writes what it gives out. */
export function isPublicOffice(name: string): boolean {
  return PUBLIC_OFFICE.test(name);
}

const OWN = unitTable('报网台刊站社');

/** `本报` and its like name nobody outside their own paper. */
export function isOwnName(name: string): boolean {
  return name.startsWith('本') && OWN[name.charCodeAt(1)] === 1;
}

/** Endings that, but for the mastheads of newspapers, no ordinary word has. */
const UNMISTAKABLE =
  '日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|周刊|电子报|论坛报|新闻网|新闻社|新闻云|新闻台|通讯社|广播电视台|电视台|广播电台|融媒体中心|新媒体中心|新闻中心|新闻处|新闻局|微讯|快讯|融媒|政府网|政府网站|门户网站|政务网|信息网|资讯网|党建网|先锋网';
const LONE = new RegExp(
  `^[\\u4e00-\\u9fff·]{2,12}(?:${UNMISTAKABLE}|人民政府办公室|政府办公室)$|^(?:[\\u4e00-\\u9fff]{2,6}政府|政府)?新闻公报$`,
);
/** 发布 is the name of an account behind a place, behind anything else a verb. */
const ACCOUNT = /^[\u4e00-\u9fff]{2,4}发布$/;

/** Whether a line that is nothing but a name can only be that of a medium, whatever stands beside it. */
export function isUnmistakableMedium(line: string): boolean {
  if (NAMED.has(line)) return true;
  const isNamed =
    isSureLocalMedium(line) ||
    (LAST[line.charCodeAt(line.length - 1)] === 1 &&
      (LONE.test(line) || (ACCOUNT.test(line) && !NO_MEDIUM.test(line))));
  return isNamed && !isColumnHeading(line) && !VERB.test(line);
}

const GLUED = new RegExp(
  `^(?:(?:[\\u4e00-\\u9fff]{2,4}政府|政府)?新闻公报|[\\u4e00-\\u9fff]{2,8}?(?:${UNMISTAKABLE})|[\\u4e00-\\u9fff]{1,3}[讯闻新]网)`,
);
/** What makes the name in front of it the subject of a headline. */
const CONTINUED =
  /^(?:社|台|网|记者|报|评|刊|创刊|复刊|改版|发|举|获|荣|读者|出版|开展|开通|走进|联合|推出|上线|揭牌|挂牌|成立|迎|入选|杯|与|和|的|、|《|:|总编|集团|采访|启动|组织|召|办|建|落)/;

/**
 * The name of a medium that runs into the headline behind it: `港湾日报议会通过建议书` gives `港湾日报`. A name that is
 * the subject of what follows is none.
 */
export function mediumGluedAtStart(phrase: string): string | undefined {
  const name = GLUED.exec(phrase)?.[0];
  if (name === undefined || VERB.test(name) || isColumnHeading(name)) return undefined;
  return CONTINUED.test(phrase.slice(name.length)) ? undefined : name;
}

/** What a medium says of its part in a text, behind its name. */
const CREDIT =
  /\s?(?:供稿|来稿|投稿|提供|编发|编辑|综合(?:整理|编辑|报道)?|整理|推送|刊发|首发|刊载|刊登|转载|消息|出品|报道|编辑部|官方(?:微博|微信|账号|公众号)|专电|专讯|(?<![快时微通资简电音喜捷短])讯)$/;

/** What a credit ends with: nearly every phrase is refused by its last character. */
const CREDIT_END = unitTable('稿供发辑合理道送载登息品部博信号电讯');

/** A name without the credit behind it: `南屏日报供稿` gives `南屏日报`. Any other phrase is given back as it is. */
export function withoutCredit(phrase: string): string {
  if (CREDIT_END[phrase.charCodeAt(phrase.length - 1)] !== 1) return phrase;
  const name = phrase.replace(CREDIT, '');
  return name !== phrase && isMediumBesideDate(name) ? name : phrase;
}
