import type { PersonRole } from '../../report/types.js';
import { holdsAt } from '../holds-at.js';
import { createPairIndex } from '../pair-index.js';
import { titleWord, type TitleWord } from '../title-heads.js';

/** Words in front of (or, rarely, behind) the name of a person who holds no public office. */
const WORDS: Readonly<Record<PersonRole, string>> = {
  expert: '教授 副教授 研究员 专家 学者 院士 博士 分析师 讲师 律师 医师 工程师',
  boss: '总经理 副总经理 董事总经理 经理 副经理 创办人 创始人 负责人 厂长 总裁 副总裁 总监 老板 店长 社长 董事长 副董事长 执行长 东家',
  resident:
    '住户 村民 居民 里民 市民 村民代表 居民代表 群众代表 楼栋长 种植户 养殖户 贫困户 脱贫户 户主 家长 乡亲 老人 农民 菜农 果农 业主 志愿者 网格员 学生 摊主 店主 商户 渔民 牧民 游客 乘客 患者 家属 街坊 个体户 用户 旅客 民众',
};
/** Heads of offices that are a business one where the organ is a company or an association of companies. */
const COMPANY =
  /(?:公司|集团|企业|商会|协会|学会|同业公会|公会|合作社|酒店|饭店|工厂|厂|商店|超市|银行|物流|营造|民宿|餐盒|连锁|科技|电子|实业|基金会|俱乐部|联盟|旅行社|客运|事务所|农场|牧场|茶厂|食品)(?:股份)?(?:有限公司)?$/;
const BOSS_HEADS =
  /(?:副?主席|副?会长|副?理事长|副?秘书长|副?董事长|副?总裁|总监|总干事|执行长|负责人|副?主任|书记)$/;

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
  /(?:医院|小学|中学|一中|二中|学校|大学|学院|幼儿园|研究院|研究所|研究会|实验室|卫生院)(?:党委|党总支|党支部)?(?:副?院长|副?校长|副?所长|园长|副?主任|副?书记|副?会长|理事长)$/;
const PARTY = /(?:党委|党组|党总支|党支部)$/;

/** The last two characters of all heads of offices that the patterns know. */
const HEADS = createPairIndex(
  '主席 会长 事长 书长 总裁 总监 干事 行长 责人 主任 书记 院长 校长 所长 园长'
    .split(' ')
    .map((head) => [head, head]),
);
/** The last two characters of all bodies that the patterns know. */
const BODIES = createPairIndex(
  '公司 集团 企业 商会 协会 学会 公会 作社 酒店 饭店 工厂 商店 超市 银行 物流 营造 民宿 餐盒 连锁 科技 电子 实业 金会 乐部 联盟 行社 客运 务所 农场 牧场 茶厂 食品 股份 医院 小学 中学 一中 二中 学校 大学 学院 儿园 究院 究所 究会 验室 生院'
    .split(' ')
    .map((body) => [body, body]),
);
const FACTORY = '厂'.charCodeAt(0);
/** UTF-16 units between the end of the body and that of the post: 副理事长 behind 党总支. */
const LONGEST_OFFICE = 7;
const SHORTEST_OFFICE = 2;

/** Whether a post may match the patterns: it ends with a head that they know, and not far in front ends a body. */
function mayBeOutside(post: string): boolean {
  const { length } = post;
  if (HEADS.get(post.charCodeAt(length - 2), post.charCodeAt(length - 1)) === undefined) return false;
  for (let end = length - SHORTEST_OFFICE; end >= Math.max(1, length - LONGEST_OFFICE); end--) {
    const last = post.charCodeAt(end - 1);
    if (last === FACTORY || BODIES.get(post.charCodeAt(end - 2), last) !== undefined) return true;
  }
  return false;
}

/** What somebody is whose post is one in business or of a school or hospital; undefined for a public office. */
export function roleOfPost(post: string): PersonRole | undefined {
  if (!mayBeOutside(post)) return undefined;
  if (PROFESSIONAL.test(post) && !/行政学院|党校/.test(post)) return 'expert';
  const head = BOSS_HEADS.exec(post);
  if (head === null) return undefined;
  return COMPANY.test(post.slice(0, head.index).replace(PARTY, '')) ? 'boss' : undefined;
}
