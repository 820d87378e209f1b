import { unitTable } from '../text/unit-table.js';

/**
 * What the name of a news medium or publishing office ends with, longest first. Observed on the pages behind
 * furniture.json and in the names of the media that report-format's templates stand for; the Taiwan, Hong Kong and
 * Macau endings are those of the media and government offices there.
 */
const NEWS =
  '日报社|晚报社|报业集团|报业传媒集团|传媒集团|广播电视台|广播电视总台|广播电台|电视台|电视网|融媒体中心|融媒中心|新媒体中心|新闻中心|传媒中心|新闻网|新闻社|新闻云|新闻处|新闻局|新闻组|新闻科|通讯社|电子报|日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|周刊|杂志|报|政府网|门户网|在线|热线|网站|网|社|台|电台|广电|传媒|发布|微讯|时讯|客户端|公众号|头条号|微信|之声|频道';
const OFFICE = '办公室|办公厅|党校|委员会|政府|市府|县府|宣传部|秘书处|秘书室|协会|公所|局|厅|院|部|委|署';
/** Endings that ordinary phrases share; they count only where a name is expected. */
const UNIT =
  '委办|府办|党工委|党委|党组|处|室|所|馆|会|中心|集团|公司|大学|学院|学校|医院|法院|检察院|支队|大队|街道|乡|镇';

/** Endings of media and offices as the alternatives of a pattern. */
export const MEDIUM_ENDING = `${NEWS}|${OFFICE}`;

const MEDIUM = new RegExp(`^[\\u4e00-\\u9fff\\w·.“”-]{1,24}?(?:${MEDIUM_ENDING})$`);
const NEWS_SUFFIX =
  '日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|电子报|融媒体中心|新媒体中心|新闻中心|新闻网|新闻社|通讯社|广播电视台|电视台|广播电台|客户端|传媒|发布|微讯|新华社|中新社|中央社|中新网|新华网|人民网|央视网|报|网|社|台';
const MEDIUM_AT_START = new RegExp(`^[\\u4e00-\\u9fff\\w·“”]{1,14}?(?:${NEWS_SUFFIX})`);
/** Media whose name carries no such ending. */
const NAMED = new Set(['新华社', '中新社', '中央社', '澎湃', '央视', '央广', '学习强国']);

/** What such a name can end with: nearly every other line is refused by its last character. */
const LAST = unitTable(MEDIUM_ENDING.replace(/\S(?=[^|])|\|/g, ''));

/** Whether a whole phrase looks like the name of a medium or a publishing office (Simplified, folded). */
export function isMedium(phrase: string): boolean {
  return NAMED.has(phrase) || (LAST[phrase.charCodeAt(phrase.length - 1)] === 1 && MEDIUM.test(phrase));
}

/** The name of a news medium at the start of a phrase: `南屏晚报南屏` gives `南屏晚报`. */
export function mediumAtStart(phrase: string): string | undefined {
  for (const name of NAMED) if (phrase.startsWith(name)) return name;
  return MEDIUM_AT_START.exec(phrase)?.[0];
}

/** Names that media of a place give themselves: 掌上南屏, 中国南屏网, 平安南屏. */
const LOCAL =
  /^(?:掌上|云上|看见|中国|今日|平安|法治|文明|清廉|廉洁|清风|美丽|大美|魅力|活力|幸福|印象|智慧|微|爱|先锋)[\u4e00-\u9fff]{2,6}(?:网)?$|[\u4e00-\u9fff]{2,8}(?:新闻|融媒|人大|政协|组工|党建|宣传|资讯|快讯|头条|视点|之窗|视听|电视|广播|网信)$/;
const PUBLISHING_UNIT = new RegExp(`^[\\u4e00-\\u9fff]{1,20}?(?:${UNIT})$`);

/** Headings of lists of articles end as names do. */
const HEADING =
  /^(?:其他|其它|最新|近期|往期|热门|热点|更多|相关|推荐|今日|图片|视频|国内|国际|时政|本地|本市|社会|综合|滚动|焦点|站内)(?:新闻|资讯|快讯|头条|视点|信息|要闻)$/;
/** A headline may end with an office too: `某某调研市公安局`. */
const VERB =
  /调研|走访|慰问|督导|督查|检查|视察|召开|主持|部署|参加|出席|听取|强调|要求|深入|看望|座谈|约谈|会见|考察|指导|推动|推进|落实|研究|审议|开展|举行|[莅赴]/;

/** Whether a word next to a bare date names who published: a medium, an office, a channel of a place. */
export function isMediumBesideDate(word: string): boolean {
  if (word.length > 20 || HEADING.test(word)) return false;
  return (isMedium(word) && !VERB.test(word)) || LOCAL.test(word);
}

/** Whether a phrase where only a name can stand names who published; endings of ordinary words count too. */
export function isPublisher(phrase: string): boolean {
  return isMediumBesideDate(phrase) || (phrase.length <= 24 && PUBLISHING_UNIT.test(phrase));
}

const PUBLIC_OFFICE =
  /(?:政府|办公室|办公厅|委办|府办|[^网]委|局|厅|署|处|委员会|法院|检察院|公所|街道办事处|党校)$/;

/** Whether a name is that of a public office, which writes what it gives out. */
export function isPublicOffice(name: string): boolean {
  return PUBLIC_OFFICE.test(name);
}

const OWN = unitTable('报网台刊站社');

/** `本报` and its like name nobody outside their own paper. */
export function isOwnName(name: string): boolean {
  return name.startsWith('本') && OWN[name.charCodeAt(1)] === 1;
}

const LONE = new RegExp(
  '^[\\u4e00-\\u9fff·]{2,12}(?:日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|周刊|电子报|新闻网|新闻社|新闻云|通讯社|广播电视台|电视台|广播电台|融媒体中心|新媒体中心|新闻中心|新闻处|新闻局|微讯|政府网|人民政府办公室|政府办公室)$|^中国[\\u4e00-\\u9fff]{2,5}网$',
);

/** Whether a line that is nothing but a name can only be that of a medium, whatever stands beside it. */
export function isUnmistakableMedium(line: string): boolean {
  return NAMED.has(line) || (LONE.test(line) && !VERB.test(line));
}
