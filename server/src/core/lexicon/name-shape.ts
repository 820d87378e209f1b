import { unitTable } from '../text/unit-table.js';
import { isWordLikeName } from './name-words.js';
import { createPairIndex } from './pair-index.js';
import { isCompoundSurname, isSurname } from './surnames.js';

export { endsName } from './name-edge.js';

/** Character runs that start like a surname and are none: 高度重视, 任内, 全体. */
const NOT_A_NAME =
  '高度 高位 高效 高质 高新 高举 任内 任职 任期 任务 任命 时任 时间 时代 全体 全面 全市 全省 全区 全县 全国 全力 全部 成立 成员 成果 程度 方面 方案 方针 平台 平安 安全 安排 常务 常态 常委 和谐 明确 明显 景区 班子 关于 关键 关心 于是 应急 应对 应当 强化 强力 强调 权力 计划 支持 支部 支队 项目 万人 水利 水平 张贴 卫生 卫健 公安 公开 公共 公司 金融 金额 党组 党委 党员 党建 干部 农业 农历 农村 农委 国家 国务 文化 文旅 交通 商务 商会 经济 单位 连续 连日 从严 从事 宣传 宣读 宣布 信访 信息 信心 信箱 洪水 洪涝 洪灾 赖以 展开 来源 来自 能力 路径 路线 广泛 广大 广播 花卉 东部 西部 南部 北部 中央 东路 华人 汇报 何时 何种 还有 都是 有关 有力 石油 江边 江苏 江西 河南 河北 海南 湖南 湖北 山东 山西 广东 广西 安徽 云南 贵州 贵阳 宁夏 吉林 辽宁 黑龙 乌鲁 武汉 温州 孔子 查处 查看 盛会 戴上 权威 米面 雷达 严格 严肃 严厉 范围 向前 向上 向下 管理 管控 易地 黄金 白天 钱款 牛羊 马上 祝愿 祝贺 阳光 车辆 计生 喻为 包括 包保 包村 包联 左右 简要 简称 乐观 索取 谈话 谈及 充分 曾任 曾经 时许 时分 历任 相关 相继 相互 伍仟 普遍 居民 官员 官方 易地 党校 全会 常会 宣教 经营 经信 安委 从而 全程 全员 代表 代为 代理 代替 水务 水产 水库 水源 水电 经过 经验 台风 台账 台上 贺信 贺词 贺电 向群 向全 向广 向社 向各 向大 向企 向代 向受 向困 向在 向所 向党 向人 向老 和群 和老 和大 和村 和社 和各 和全 和部 和相 和有 和基 和农 和企 和市 和县 和省 和区 和镇 和乡 和党 支援 支农 支教 卫福 林务 关务 法务 海巡 国健 国税 国安 国发 国科 经发 农发 农粮 农水 水保 水规 文资 文观 商发 金管';
/** Those of them that are adverbs and the like: no name begins so. */
const ADVERBS =
  '高度 高效 任内 任职 任期 时任 曾任 曾经 历任 全体 全面 全市 全省 全区 全县 全国 全力 全部 关于 于是 连续 连日 从严 应当 应对 应急 都是 还有 有关 有力 充分 相关 相继 相互 严格 严肃 明确 成立 安排 强化 强调 支持 展开 来自 来源 包括 宣读 宣布 宣传 查看 查处 谈及 简称 左右 信箱 信访 信息 热线 卫生 公共 国家 中央 向群 向全 向广 向社 向各 向大 向企 向代 向受 向困 向在 向所 向党 向人 向老 和群 和老 和大 和村 和社 和各 和全 和部 和相 和有 和基 和农 和企 和市 和县 和省 和区 和镇 和乡 和党';

/** What a name loses when it begins like a word that reports are full of; see {@link wordPenalty}. */
const LIKE_A_WORD = 2;
const LIKE_AN_ADVERB = 4;
const LIKE_A_WORD_ALONE = 4;

const adverbs = new Set(ADVERBS.split(' '));
const losses = createPairIndex(
  NOT_A_NAME.split(' ').map((word) => [word, adverbs.has(word) ? LIKE_AN_ADVERB : LIKE_A_WORD]),
);

/** Masks a name (王某); a masked name is nobody's. */
const MASK = '某'.charCodeAt(0);
/** A surname, but nearly always a conjunction. */
const AND = '和'.charCodeAt(0);

/** Whether the characters from `start` to `end` can be a Chinese personal name: surname and given name. */
export function hasNameShape(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || length > 4) return false;
  // The cheap tests first: most places are refused by their first character.
  const first = text.charCodeAt(start);
  const compound = isCompoundSurname(text, start);
  if (!compound && (!isSurname(first) || first === AND)) return false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff || unit === MASK) return false;
  }
  if (compound && length < 3) return false;
  if (!compound && length === 4 && !isSurname(text.charCodeAt(start + 1))) return false;
  if (isWord(text, start, end)) return false;
  if (compound || length === 4) return true;
  for (let i = start + 1; i < end; i++) if (NOT_GIVEN[text.charCodeAt(i)] === 1) return false;
  return true;
}

/**
 * Whether a run is a word rather than a name. A name of three characters may begin like a word (黄金龙, 高新民): it is
 * refused only behind an adverb, or where it ends like an office (公安局).
 */
function isWord(text: string, start: number, end: number): boolean {
  const loss = losses.get(text.charCodeAt(start), text.charCodeAt(start + 1))?.[0];
  if (loss === undefined) return false;
  return end - start !== 3 || loss === LIKE_AN_ADVERB || OFFICE[text.charCodeAt(end - 1)] === 1;
}

const OFFICE = unitTable('局部委办院会厅处室站所队县市区镇乡村省州组科司员');

/** Characters that no given name holds. */
const NOT_GIVEN = unitTable('的了是在与及将也又就被把其此这那该各等们要不个');

/**
 * How much a run of Han characters looks like a word instead of a name, log2 odds; infinite when it can be no name.
 * Unlike {@link hasNameShape} it believes 于是民 and 连续生 where all the rest speaks for a name.
 */
export function wordPenalty(text: string, start: number, end: number): number {
  return penaltyOf(beginningOf(text, start), text, start, end);
}

/** What all runs that begin at one place have in common; see {@link beginningOf}. */
export type Beginning = number;

const WORD_LIKE_NAME = -1;

/** How a run of Han characters begins: what it loses like a word of reports, or like any word, or 0. */
export function beginningOf(text: string, start: number): Beginning {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  return losses.get(first, second)?.[0] ?? (isWordLikeName(first, second) ? WORD_LIKE_NAME : 0);
}

/** {@link wordPenalty} for several runs that begin at one place. */
export function penaltyOf(beginning: Beginning, text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  // 新支书和六十一岁的老会计
  if (
    first === AND &&
    NUMERALS[text.charCodeAt(start + 1)] === 1 &&
    NUMERALS[text.charCodeAt(start + 2)] === 1
  )
    return Infinity;
  const penalty = first === AND ? AND_PENALTY : first === TOWARDS ? TOWARDS_PENALTY : 0;
  if (beginning === 0) return penalty;
  if (beginning === WORD_LIKE_NAME) return penalty + (end - start === 2 ? LIKE_A_WORD_ALONE : LIKE_A_WORD);
  return end - start !== 3 || OFFICE[text.charCodeAt(end - 1)] === 1 ? Infinity : penalty + beginning;
}

const NUMERALS = unitTable('一二三四五六七八九十百千万两几多余名位个岁');
const TOWARDS = '向'.charCodeAt(0);
const AND_PENALTY = 3;
const TOWARDS_PENALTY = 4;
