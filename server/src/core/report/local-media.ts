import { unitTable } from '../text/unit-table.js';

/**
 * Names that media of a place give themselves, as a brand in front of the place (云上南屏) or a word behind it
 * (南屏融媒). Observed in the names of county media and of their accounts.
 */

/** Brands that hardly a column or slogan shares. */
const BRAND = '云上|掌上|指尖|无线|视听|看见|遇见|微观|悦享|乐享|乐活|智汇|爱上|嗨';
/** Words that slogans and columns begin with too; beside a date or medium they make an account. */
const SLOGAN =
  '中国|今日|平安|法治|文明|清廉|廉洁|清风|美丽|大美|魅力|活力|幸福|印象|智慧|微(?!观)|爱|先锋|健康|文旅|书香|最美|醉美|多彩|锦绣|诗画|山水|水韵|古韵|数字|信用|阳光|温暖|网信|组工|交警|最|融|看(?!见)|乐(?![享活])';
/** What such words begin besides a name: 今日关注, 云上课堂. */
const NO_PLACE =
  '关注|要闻|热点|焦点|头条|新闻|视点|导读|推荐|看点|话题|说法|聚焦|播报|快报|建设|乡村|中国|社会|城市|校园|社区|家园|家庭|生活|实践|新风|风采|教育|时空|时代|讲堂|讲坛|课堂|直播|会议|会展|展会|展厅|展览|签约|招聘|医院|学校|课程|峰会|论坛|旅游|宣讲|党课|办公|办事|医保|社保|服务|平台|关怀|图书馆|故事|人物|人生|力量|声音|未来|美好|幸福|变化|发展|进步|养老|交通|农业|制造|电网|政务|政府|经济|文化|家风|机关|单位|窗口|行动|创建|创城|出行|过节|过年|祭扫|相约|会客厅|公益|使者|奋斗者|人间|山水|河湖|景区|基层|一线|现场|特色|共享|共建|同行|你我|有我|新篇|新闻联播|博览会|[\\u4e00-\\u9fff]{2,4}(?:会议|活动|仪式|工程|工作)';
/** Words behind a place that only a medium or an account has. */
const SURE = '融媒|快讯|新媒体|全媒体|网讯|视听|视窗|即时新闻|官微|微视|手机报|论坛报|有线|新闻台';
const LIKELY =
  '新闻|人大|政协|组工|党建|宣传|资讯|头条|视点|视界|之窗|电视|广播|网信|观察|播报|零距离|早知道|身边事|大小事|先锋|政务|讯息|通讯|电讯|时空|纪事|论坛|评论|即时|晚刊|周末|手机台|生活圈';
/** Accounts of offices: only behind a short name of a place, as they are ordinary words too. */
const OF_OFFICE = '公安|交警|检察|消防|税务|文旅|卫健|人社|住建|政法|纪检监察|清风';

const ANY_NAME = new RegExp(
  `^(?:${BRAND}|${SLOGAN})(?!(?:${NO_PLACE})$)[\\u4e00-\\u9fff]{2,6}(?:网)?$|^[\\u4e00-\\u9fff]{2,8}(?:${SURE}|${LIKELY})$|^[\\u4e00-\\u9fff]{2,3}(?:${OF_OFFICE})$`,
);
const SURE_NAME = new RegExp(
  `^(?:${BRAND})(?!(?:${NO_PLACE})$)[\\u4e00-\\u9fff]{2,5}$|^[\\u4e00-\\u9fff]{2,6}(?:${SURE})$|^中国[\\u4e00-\\u9fff]{2,5}网$`,
);

const ENCLOSED_NAME = new RegExp(
  `^[\\u4e00-\\u9fff]{2,4}(?:${LIKELY}|在线|热线|之声|广电|传媒)$|^最(?![美新佳大小高低好早后近强终多])[\\u4e00-\\u9fff]{2,3}$`,
);

/** What columns begin with: a name of a medium begins with a place. */
const OF_NO_PLACE =
  '其他|其它|最新|近期|往期|热门|热点|更多|相关|推荐|今日|每日|本周|图片|视频|图文|国内|国际|海外|两岸|港澳|时政|市政|县政|省政|区政|镇村|校园|本校|本院|政务|受权|授权|本地|本市|本县|本区|社会|民生|经济|财经|综合|滚动|焦点|站内|权威|重磅|独家|官方|信息|新闻|政策|数据|成果|预警|天气|气象|疫情|通知|公告|活动|任务|集中|正式|公开|同步|首次|基层|部门|乡镇|区县|县区|县市|工作|会议|现场|一线|深度|记者|两会|党建|文化|教育|法治|科技|体育|健康|突发|特别|简明';
const HEADING = new RegExp(
  `^(?:${OF_NO_PLACE})(?:新闻|资讯|快讯|头条|视点|信息|要闻|观察|播报|关注|速递|广角|之窗|报道|发布|综述|通报|论坛|在线|热线|通讯|时空|纪事|评论|电讯|视界|政务|频道|简讯|简报|专报|快报|导报)$`,
);

/** Whether a phrase heads a column or a list of articles, though it ends as names of media do: 权威发布, 最新资讯. */
export function isColumnHeading(phrase: string): boolean {
  return HEADING.test(phrase);
}

const lastOf = (words: string): string => words.replace(/\S(?=[^|])|\|/g, '');
const firstOf = (words: string): string =>
  Array.from(words.matchAll(/(?:^|\|)(.)/g), ([, unit]) => unit).join('');
const OPENS = unitTable(firstOf(`${BRAND}|${SLOGAN}`));
const ENDS = unitTable(`网线声电媒${lastOf(`${SURE}|${LIKELY}|${OF_OFFICE}`)}`);

/** What a name of either kind begins or ends with: nearly every other phrase is refused by its ends. */
export function mayBeLocalMedium(phrase: string): boolean {
  return ENDS[phrase.charCodeAt(phrase.length - 1)] === 1 || OPENS[phrase.charCodeAt(0)] === 1;
}

/** Whether a phrase next to a date or a medium names a channel of a place (Simplified, folded). */
export function isLocalMedium(phrase: string): boolean {
  return mayBeLocalMedium(phrase) && ANY_NAME.test(phrase);
}

/** Whether a phrase names a channel of a place wherever it stands alone. */
export function isSureLocalMedium(phrase: string): boolean {
  return mayBeLocalMedium(phrase) && SURE_NAME.test(phrase);
}

/** Whether a phrase alone in brackets names a channel of a place rather than a column. */
export function isEnclosedLocalMedium(phrase: string): boolean {
  return mayBeLocalMedium(phrase) && ENCLOSED_NAME.test(phrase) && !HEADING.test(phrase);
}
