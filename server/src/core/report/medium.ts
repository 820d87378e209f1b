import { unitTable } from '../text/unit-table.js';

/**
 * What the name of a news medium or publishing office ends with, longest first. Observed on the pages behind
 * furniture.json and in the names of the media that report-format's templates stand for.
 */
const SUFFIX =
  '(?:日报社|晚报社|报业集团|报业传媒集团|传媒集团|广播电视台|广播电视总台|广播电台|电视台|融媒体中心|新媒体中心|新闻中心|传媒中心|新闻网|新闻社|通讯社|日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|周刊|杂志|报|政府网|门户网|在线|热线|网站|网|社|台|电台|广电|传媒|发布|客户端|公众号|头条号|微信|之声|频道|办公室|党校|委员会|政府|宣传部|协会|局|厅|院|部|委)';

const MEDIUM = new RegExp(`^[\\u4e00-\\u9fff\\w·.“”-]{1,24}?${SUFFIX}$`);
const NEWS_SUFFIX =
  '日报|晚报|晨报|早报|时报|快报|商报|都市报|导报|周报|融媒体中心|新媒体中心|新闻中心|新闻网|新闻社|通讯社|电视台|广播电台|客户端|传媒|发布|新华社|中新社|中央社|中新网|新华网|人民网|央视网|报|网|社|台';
const MEDIUM_AT_START = new RegExp(`^[\\u4e00-\\u9fff\\w·“”]{1,14}?(?:${NEWS_SUFFIX})`);
/** Media whose name carries no such ending. */
const NAMED = new Set(['新华社', '中新社', '中央社', '澎湃', '央视', '央广', '学习强国']);

/** What such a name can end with: nearly every other line is refused by its last character. */
const LAST = unitTable(SUFFIX.slice(3, -1).replace(/\S(?=[^|])|\|/g, ''));

/** Whether a whole phrase looks like the name of a medium or a publishing office (Simplified, folded). */
export function isMedium(phrase: string): boolean {
  return NAMED.has(phrase) || (LAST[phrase.charCodeAt(phrase.length - 1)] === 1 && MEDIUM.test(phrase));
}

/** The name of a news medium at the start of a phrase: `南屏晚报南屏` gives `南屏晚报`. */
export function mediumAtStart(phrase: string): string | undefined {
  for (const name of NAMED) if (phrase.startsWith(name)) return name;
  return MEDIUM_AT_START.exec(phrase)?.[0];
}

/** Names that media of a place give themselves: 掌上南屏, 中国南屏网. */
const LOCAL =
  /^(?:掌上|云上|看见|中国)[\u4e00-\u9fff]{2,6}(?:网)?$|[\u4e00-\u9fff]{2,8}(?:新闻|融媒|人大|政协|组工|党建|宣传)$/;

/** Whether a word next to a bare date names who published: a medium, an office, a channel of a place. */
export function isMediumBesideDate(word: string): boolean {
  return word.length <= 20 && (isMedium(word) || LOCAL.test(word));
}
