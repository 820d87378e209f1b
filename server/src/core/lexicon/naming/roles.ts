import type { PersonRole } from '../../report/types.js';
import { unitTable } from '../../text/unit-table.js';
import { holdsAt } from '../holds-at.js';
import { createPairIndex } from '../pair-index.js';
import { titleWord, type TitleWord } from '../title-heads.js';

/** Words in front of (or, rarely, behind) the name of a person who holds no public office. */
const WORDS: Readonly<Record<PersonRole, string>> = {
  expert: '教授 副教授 研究员 专家 学者 院士 博士 分析师 讲师 律师 医师 工程师 测量师 建筑师',
  boss: '总经理 副总经理 董事总经理 经理 副经理 创办人 创始人 负责人 厂长 总裁 副总裁 总监 老板 店长 社长 董事长 副董事长 执行长 东家 客服专员 理赔专员 招聘专员 销售专员',
  resident:
    '住户 村民 居民 里民 市民 村民代表 居民代表 群众代表 人大代表 楼栋长 种植户 养殖户 贫困户 脱贫户 户主 家长 乡亲 老人 农民 菜农 果农 业主 志愿者 网格员 学生 摊主 店主 商户 渔民 牧民 游客 乘客 患者 家属 街坊 个体户 用户 旅客 民众',
};
/** Heads of offices that are a business one where the organ is a company or an association of companies. */
const COMPANY =
  /(?:自救会|街坊会|同乡会|校友会|宗亲会|业主会|业委会|业主委员会|家长会?|教师会|后援会|互助会|互助委员会|立案法团|联谊会|老人会|坊众会|(?:^|志愿|义工)服务队|巡守队|庙管会|庙方|寺管会|教会|宫|庙|寺|公司|集团|企业|商会|协会|学会|同业公会|公会|合作社|酒店|饭店|工厂|厂|商店|超市|银行|物流|营造|民宿|餐盒|连锁|科技|电子|实业|基金会|俱乐部|联盟|旅行社|客运|事务所|农场|牧场|茶厂|食品)(?:股份)?(?:有限公司)?$/;
const BOSS_HEADS =
  /(?:副?主席|副?会长|副?理事长|副?秘书长|副?董事长|副?总裁|总监|总干事|执行长|负责人|副?主任|书记|监事长?|成员|副?主委|副?[场站馆行社店园]长|队长)$/;

/** A word for somebody without public office. */
export interface RoleWord extends TitleWord {
  readonly role: PersonRole;
}

const words = (['expert', 'boss', 'resident'] as const).flatMap((role) =>
  WORDS[role].split(' ').map((word): RoleWord => ({ ...titleWord(word), role })),
);
/** By their last two characters, the longest first. */
const byEnding = createPairIndex(
  words.sort((a, b) => b.length - a.length).map((word) => [word.word.slice(-2), word]),
);

/** What a text with such a word holds: the last two characters of one. */
export const roleEndings: readonly string[] = words.map(({ word }) => word.slice(-2));

/** The word for somebody without public office that ends before `end` of folded text. */
export function roleWordAt(text: string, end: number): RoleWord | undefined {
  const candidates = byEnding.get(text.charCodeAt(end - 2), text.charCodeAt(end - 1));
  if (candidates === undefined) return undefined;
  for (const word of candidates) if (holdsAt(text, end - word.length, word.word)) return word;
  return undefined;
}

const PROFESSIONAL =
  /(?:小学|中学|一中|二中|三中|高中|国小|国中|高职|附小|附中|学校|幼儿园|研究院|研究所|研究会|实验室)(?:党委|党总支|党支部)?(?:副?院长|副?校长|副?所长|园长|副?主任|副?书记|副?会长|理事长)$|(?:医院|大学|学院|卫生院|学校).*(?:科|系|室|病区|中心|教研组)副?主任$/;
/** Bodies of the state that look like companies: state enterprises and banks, papers and stations. */
const STATE =
  /国网|供电|电网|城投|城建投|交投|水投|国投|国资|国有|铁路|中[铁建交石核航]|农商银?行|农信|人民银行|工商银行|农业银行|建设银行|邮储|农发行|烟草|邮政|盐业|供销|粮储|矿务局|报社|日报|捷运|地铁|轨道交通|机场|港务|自来水|中国(?:电信|移动|联通|石油|石化)|中华(?:电信|邮政)|^[省市区县州].*基金会|出版社|通讯社|新华社|电视台|广播/;
/** A party committee (not a branch alone) is that of a body of the state. */
const PARTY_COMMITTEE = /(?:党委|党组|党工委|纪委)(?:第一|常务)?副?(?:书记|委员|成员|常委)$/;
/** A body of government in front of what is otherwise a word of business: 市教育局有关负责人, 建筑署物业事务经理. */
const OF_GOVERNMENT =
  /(?:[局厅署委办]|政府|法院|检察院|管委会)(?:的?(?:有关|相关|主要|分管|具体)?负责人|.{0,8}(?:经理|总监))$/;

/** Whether posts that look like those of a business are public all the same. */
function isPublicOffice(posts: readonly string[]): boolean {
  return posts.some(
    (post) =>
      PARTY_COMMITTEE.test(post) ||
      (OF_GOVERNMENT.test(post) && !/公司|企业|集团/.test(post)) ||
      STATE.test(post),
  );
}
/** Engineers and the like of a department of government: 路政署区域工程师. */
const TECHNICAL = /[局厅署].{0,6}(?:工程师|测量师|建筑师)$/;

/** Whether what somebody is by the last word of the posts is a public office all the same. */
export function isPublicRole(role: PersonRole | undefined, posts: readonly string[]): boolean {
  if (role === 'boss') return isPublicOffice(posts);
  return role === 'expert' && posts.some((post) => TECHNICAL.test(post));
}

const BUSINESS = /公司|集团|总经理|董事长|总裁|厂长|矿长|行长/;

/** Whether posts are such as make their company one of the state: 公司党委书记、副总经理. */
export function isStateBusiness(posts: readonly string[]): boolean {
  return posts.some((post) => BUSINESS.test(post)) && isPublicOffice(posts);
}

/** UTF-16 units of a title without a body: 副总经理. */
const LONGEST_BARE = 4;
/** Who manages a company, not who founded or serves one. */
const MANAGER = /(?:经理|董事|总裁|总监|长|书记|主席)$/;
const OWN_BODY = /^(?:公司|集团|常务副|本公司)|分公司/;

/** Whether a post names no body, or one that belongs to the company the text speaks of: 副总经理, 公司财务总监. */
export function isOfOwnBody(post: string): boolean {
  return (post.length <= LONGEST_BARE || OWN_BODY.test(post)) && MANAGER.test(post);
}

/** What may stand between a body and a head. */
const WITHIN = /(?:党委|党组|党总支|党支部|安全|质量|技术|运营|财务|卫生|市场|人事|行政|艺术)$/;

/** The last two characters of all heads of offices that the patterns know. */
const HEADS = createPairIndex(
  '主席 会长 事长 书长 总裁 总监 干事 行长 责人 主任 书记 院长 校长 所长 园长 监事 成员 主委 场长 站长 馆长 社长 店长 队长'
    .split(' ')
    .map((head) => [head, head]),
);
/** The last two characters of all bodies that the patterns know. */
const BODIES = createPairIndex(
  '公司 集团 企业 商会 协会 学会 公会 作社 酒店 饭店 工厂 商店 超市 银行 物流 营造 民宿 餐盒 连锁 科技 电子 实业 金会 乐部 联盟 行社 客运 务所 农场 牧场 茶厂 食品 股份 小学 中学 一中 二中 三中 高中 国小 国中 高职 附小 附中 学校 儿园 究院 究所 究会 验室 病区 中心 研组 救会 坊会 乡会 友会 亲会 主会 委会 员会 长会 家长 师会 援会 助会 管会 教会 谊会 人会 众会 法团 务队 守队'
    .split(' ')
    .map((body) => [body, body]),
);
/** Ends of bodies in one character: a factory, a department. */
const BODY_ENDS = unitTable('厂科系室宫庙寺');
/** UTF-16 units between the end of the body and that of the post: 副理事长 behind 党总支. */
const LONGEST_OFFICE = 7;
const SHORTEST_OFFICE = 2;

/** Whether a post may match the patterns: it ends with a head that they know, and not far in front ends a body. */
function mayBeOutside(post: string): boolean {
  const { length } = post;
  if (HEADS.get(post.charCodeAt(length - 2), post.charCodeAt(length - 1)) === undefined) return false;
  for (let end = length - SHORTEST_OFFICE; end >= Math.max(1, length - LONGEST_OFFICE); end--) {
    const last = post.charCodeAt(end - 1);
    if (BODY_ENDS[last] === 1 || BODIES.get(post.charCodeAt(end - 2), last) !== undefined) return true;
  }
  return false;
}

/** What somebody is whose post is one in business or of a school or hospital; undefined for a public office. */
export function roleOfPost(post: string): PersonRole | undefined {
  if (!mayBeOutside(post)) return undefined;
  if (PROFESSIONAL.test(post) && !/行政学院|党校/.test(post)) return 'expert';
  const head = BOSS_HEADS.exec(post);
  if (head === null) return undefined;
  return COMPANY.test(post.slice(0, head.index).replace(WITHIN, '')) ? 'boss' : undefined;
}
