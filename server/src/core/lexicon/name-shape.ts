import { unitTable } from '../text/unit-table.js';
import { isCompoundSurname, isSurname } from './surnames.js';

/**
 * What may stand behind a name in a report: verbs of speech and office, particles. A name ends where one of
 * these, a mark or the line's end follows.
 */
const FOLLOW =
  '主持 出席 参加 列席 指出 强调 要求 表示 介绍 说 率 率队 带队 来到 深入 先后 就 对 在 到 从 向 与 和 及 以及 等 为 作 做 作了 致 致辞 宣读 传达 汇报 通报 部署 分别 立即 首先 随后 一行 同志 讲话 发言 调研 检查 督导 听取 代表 受 因 将 也 还 并 主动 亲自 专程 赴 前往 实地 一同 陪同 会见 签署 宣布 点评 总结 安排 提出 认为 希望 号召 接受 担任 兼 是 说道 讲 当选 任 主讲 领誓 宣誓 视察 慰问 看望 走访 召集 召开 组织 带领 参与 出任 进行 全程 现场 最后 充分 详细 认真 继续 再次 特别 同时 多次 今天 昨天 日前 近日 上午 下午 于 给予 回应 答复 解读 介绍了 通过 以 用 把 被 由 的 围绕 结合 针对 按照 简要 逐一 共同 一起 应邀 牵头 具体 负责 分管 主管 审议 审阅 批示 批评 肯定 感谢 祝贺 欢迎 寄语 勉励 叮嘱 询问 了解 察看 查看 巡查 暗访 抽查 登上 走进 走 步行 乘车 抵达 到达 与会 参会 到会 到场 莅临 启动 揭牌 授牌 颁奖 颁发 授予 接见 座谈 交流 分析 研究 研判 提醒 透露 直言 坦言 重申 呼吁 建议 补充 回答 解释 说明 明确 反映 传真 曾 已 均 都 委托 回忆 排查 回顾 总体 坐镇 值守 主讲 挂帅 亲临 电话 视频 连线 听了 参观 观看 调度 指挥 领衔 签订 代为 当面 专题 重点 强化 期间 生前 祝 带着 在会上 从 身着 携 偕 陪 会后 指示 谈 提 答 问 写道 认真 严肃 郑重 郑重承诺 承诺 宣誓 表态 发表 介绍说'.split(
    ' ',
  );
const followByUnit = new Map<number, string[]>();
for (const word of FOLLOW) {
  const unit = word.charCodeAt(0);
  const known = followByUnit.get(unit);
  if (known === undefined) followByUnit.set(unit, [word]);
  else known.push(word);
}
const MARKS = new Set(
  Array.from('、,。;:!?()[]【】〔〕《》“”"‘’\'·… \n\r\t|/', (mark) => mark.charCodeAt(0)),
);
/** Character runs that start like a surname and are none: 高度重视, 任内, 全体. */
const NOT_A_NAME = pairs(
  '高度 高位 高效 高质 高新 高举 任内 任职 任期 任务 任命 时任 时间 时代 全体 全面 全市 全省 全区 全县 全国 全力 全部 成立 成员 成果 程度 方面 方案 方针 平台 平安 安全 安排 常务 常态 常委 和谐 明确 明显 景区 班子 关于 关键 关心 于是 应急 应对 应当 强化 强力 强调 权力 计划 支持 支部 支队 项目 万人 水利 水平 张贴 卫生 卫健 公安 公开 公共 公司 金融 金额 党组 党委 党员 党建 干部 农业 农历 农村 农委 国家 国务 文化 文旅 交通 商务 商会 经济 单位 连续 连日 从严 从事 宣传 宣读 宣布 信访 信息 信心 信箱 洪水 洪涝 洪灾 赖以 展开 来源 来自 能力 路径 路线 广泛 广大 广播 花卉 东部 西部 南部 北部 中央 东路 华人 汇报 何时 何种 还有 都是 有关 有力 石油 江边 江苏 江西 河南 河北 海南 湖南 湖北 山东 山西 广东 广西 安徽 云南 贵州 贵阳 宁夏 吉林 辽宁 黑龙 乌鲁 武汉 温州 孔子 查处 查看 盛会 戴上 权威 米面 雷达 严格 严肃 严厉 范围 向前 向上 向下 管理 管控 易地 黄金 白天 钱款 牛羊 马上 祝愿 祝贺 阳光 车辆 计生 喻为 包括 包保 包村 包联 左右 简要 简称 乐观 索取 谈话 谈及 充分 曾任 曾经 时许 时分 历任 相关 相继 相互 伍仟',
);

/** Whether what stands at `offset` of folded text can follow a name. */
export function endsName(text: string, offset: number): boolean {
  if (offset >= text.length) return true;
  const unit = text.charCodeAt(offset);
  return (!isHan(unit) && MARKS.has(unit)) || beginsWord(text, offset, unit, 1);
}

/** Whether a word of at least that many characters that may follow a name begins here. */
function beginsWord(text: string, offset: number, unit: number, least: number): boolean {
  const words = followByUnit.get(unit);
  if (words === undefined) return false;
  for (const word of words) if (word.length >= least && text.startsWith(word, offset)) return true;
  return false;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

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
  const pair = pairOf(text, start);
  if (!NOT_A_NAME.has(pair)) return false;
  return end - start !== 3 || ADVERB.has(pair) || OFFICE[text.charCodeAt(end - 1)] === 1;
}

/** Words of two characters as numbers, so that looking one up makes no string. */
function pairs(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map((word) => pairOf(word, 0)));
}

function pairOf(text: string, start: number): number {
  return text.charCodeAt(start) * 0x10000 + text.charCodeAt(start + 1);
}

const ADVERB = pairs(
  '高度 高效 任内 任职 任期 时任 曾任 曾经 历任 全体 全面 全市 全省 全区 全县 全国 全力 全部 关于 于是 连续 连日 从严 应当 应对 应急 都是 还有 有关 有力 充分 相关 相继 相互 严格 严肃 明确 成立 安排 强化 强调 支持 展开 来自 来源 包括 宣读 宣布 宣传 查看 查处 谈及 简称 左右 信箱 信访 信息 热线 卫生 公共 国家 中央',
);
const OFFICE = unitTable('局部委办院会厅处室站所队县市区镇乡村省州组科司员');

/** Characters that no given name holds. */
const NOT_GIVEN = unitTable('的了是在与及将也又就被把其此这那该各等们要不个');

/** Characters of the last part of a transcribed name: 达瓦买提. */
const LONGEST_PART = 5;
const SPACE = 0x20;
const PAUSE = 0x3001;
const BULLET = 0xb7;
const PADDED = /^[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff]/;
const COMPOUND_LENGTHS = [4, 3] as const;
const SINGLE_LENGTHS = [3, 2, 4] as const;
const FOREIGN = /^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8}){1,3}/;

/**
 * The name that starts at `start` of folded text, judged by its shape and by what follows; `known` names win.
 * @returns its end offset, or undefined
 */
export function nameEnd(text: string, start: number, known: ReadonlySet<string>): number | undefined {
  if (known.size > 0) {
    let longest = 0;
    for (const name of known)
      if (name.length > longest && text.startsWith(name, start)) longest = name.length;
    if (longest > 0) return start + longest;
  }
  if (text.charCodeAt(start + 1) !== PAUSE && holdsBullet(text, start, start + 8)) {
    const foreign = FOREIGN.exec(text.slice(start, start + 24));
    if (foreign !== null) {
      const last = start + foreign[0].lastIndexOf('·') + 1;
      for (let end = Math.min(last + LONGEST_PART, start + foreign[0].length); end > last + 1; end--) {
        if (endsName(text, end)) return end;
      }
    }
  }
  const compound = isCompoundSurname(text, start);
  for (const length of compound ? COMPOUND_LENGTHS : SINGLE_LENGTHS) {
    const end = start + length;
    if (!hasNameShape(text, start, end) || !endsName(text, end)) continue;
    // 刘波作报告, 张弛说: a verb that could be a third character is one where the short name stands as well.
    if (length === 3 && !compound && startsVerb(text, end - 1) && hasNameShape(text, start, end - 1))
      return end - 1;
    return end;
  }
  // Padding between the two characters of a short name: 李 昂.
  if (text.charCodeAt(start + 1) !== SPACE || !isSurname(text.charCodeAt(start))) return undefined;
  const padded = PADDED.exec(text.slice(start, start + 4));
  if (padded !== null && endsName(text, start + padded[0].length)) return start + padded[0].length;
  return undefined;
}

function holdsBullet(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === BULLET) return true;
  return false;
}

/** Whether a verb of report begins here that no given name ends with, or one of two characters. */
function startsVerb(text: string, offset: number): boolean {
  if ('说作称率亦今'.includes(text.charAt(offset))) return true;
  return beginsWord(text, offset, text.charCodeAt(offset), 2);
}
