import { holdsAt } from './holds-at.js';
import { givenOdds } from './name-odds.js';
import { createPairIndex } from './pair-index.js';

/**
 * What may stand behind a name in a report: verbs of speech and office, adverbs, particles. A name ends where one of
 * these, a mark or the line's end follows.
 */
const WORDS =
  '关于 教授 站起来 快人快语 感触 算了 拉着 握着 告诉 回忆 笑着 乐呵呵 关切 邀请 会同 博士 当年 当时 开门见山 点亮 亮相 自掏腰包 分头 围绕 一同 一早 一线 一行 一起 上午 上台 下乡 下午 与会 专程 专题 严肃 主动 主张 主持 主管 ' +
  '主讲 乘车 了解 交流 亲临 亲率 亲自 亲赴 今天 介绍 代为 代表 以及 会上 会前 会勘 会后 ' +
  '会见 传真 传达 估计 作专题 作为 作主 作了 作出 作动员 作总结 作报告 作汇报 作答 作表态 ' +
  '作讲话 作说明 依次 促请 值守 偕同 允诺 充分 先后 先生 全程 共同 关注 其后 具体 再次 写道 ' +
  '出任 出席 出访 分别 分析 分管 列席 到任 到会 到场 到现场 到访 到达 前往 动情 勉励 勘查 ' +
  '勘灾 协调 参与 参会 参加 参观 及其 双双 反对 反映 反驳 发表 发言 召开 召集 叮嘱 ' +
  '号召 各自 同志 同时 向着 否认 听了 听取 启动 呼吁 哽咽 嘉勉 回应 回忆 回答 回覆 回顾 ' +
  '围绕 在会上 均已 坐镇 坚称 坦言 备询 多次 女士 委托 安排 实地 审议 审阅 宣布 宣誓 ' +
  '宣读 寄语 察看 履新 巡查 希望 带头 带着 带队 带领 并就 应邀 座谈 建议 引述 强化 强调 ' +
  '当众 当场 当天 当日 当晚 当选 当面 总体 总结 感叹 感慨 感言 感谢 慰勉 慰问 批示 批评 ' +
  '承诺 投票 报告 披露 抵达 抽查 担任 拍板 拜会 挂帅 指出 指挥 指示 按照 授予 授牌 授课 ' +
  '排查 接受 接见 推动 推进 提出 提议 提醒 揭牌 支持 敲定 敲槌 日前 早前 明确 昨天 ' +
  '暗访 最后 期勉 期许 期间 来到 查看 检查 欢迎 步行 汇报 深入 深情 澄清 点名 点评 点赞 ' +
  '牵头 特别 率先 率团 率队 现场 现身 生前 电话 登上 登门 直言 相信 相继 看望 督导 督战 ' +
  '研判 研究 祝贺 稍后 立即 笑说 等人 等同志 答复 答询 签署 签订 简要 组织 结合 给予 统筹 ' +
  '继续 续说 肯定 致函 致电 致词 致辞 莅临 莅会 落实 补充 表态 表扬 表示 表达 裁示 要求 ' +
  '观看 视察 视频 解析 解读 解释 认为 认同 认真 认领 讲到 讲授 讲话 讲述 证实 询问 ' +
  '详细 详解 语重心长 说到 说明 说道 调度 调研 谈到 谴责 负责 质疑 赞同 走访 走进 走马 赴任 ' +
  '身着 转述 轮流 近日 进一步 进村 进行 连线 退席 透露 逐一 通报 通过 郑重 部署 重点 重申 ' +
  '针对 陪同 随即 随后 集体 颁发 颁奖 预计 领命 领衔 领誓 首先 首次 驰援 驳斥 鼓励';
/** The same in one character, which may as well be the last of the name: 张平和, 李说. */
const PARTICLES =
  '说率就对於要在到从向与和及等为作做致受因将也还并赴兼是讲任于以用把被由的走曾已均都祝携偕陪谈提答问则皆今昨晤吁抛盼籲抵亦又共或您跟同指';
/** Adverbs; with a word behind them they end a name as surely as it does: 都认为, 则承诺. */
const ADVERBS = '作则都也还亦更皆并今昨就又再均已曾将在会';

/** How surely a name ends: log2 odds as in name-odds.ts, estimated. */
export const Edge = {
  /** A character that no name ends in front of. */
  none: 0,
  particle: 1,
  /** A particle that no given name holds: 在, 等. */
  surely: 3,
  word: 4,
  mark: 5,
} as const;

const PARTICLE = 1;
const ADVERB = 2;
const WORD = 4;
const flags = new Uint8Array(0x10000);
const wordsByPair = createPairIndex(WORDS.split(' ').map((word) => [word, word]));
for (const word of WORDS.split(' ')) {
  const unit = word.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | WORD;
}
for (const particle of PARTICLES) {
  const unit = particle.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | PARTICLE;
}
for (const adverb of ADVERBS) {
  const unit = adverb.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | ADVERB;
}

/** How surely a name ends at `offset` of folded text: one of {@link Edge}. */
export function edgeAt(text: string, offset: number): number {
  if (offset >= text.length) return Edge.mark;
  const unit = text.charCodeAt(offset);
  if (unit < 0x3400 || unit > 0x9fff) return unit === BULLET ? Edge.none : Edge.mark;
  const flag = flags[unit] ?? 0;
  if (flag === 0) return Edge.none;
  if ((flag & WORD) !== 0 && beginsWord(text, offset, unit)) return Edge.word;
  if ((flag & ADVERB) !== 0 && beginsWord(text, offset + 1, text.charCodeAt(offset + 1))) return Edge.word;
  if ((flag & PARTICLE) === 0) return Edge.none;
  if (isDigit(text.charCodeAt(offset + 1))) return Edge.word;
  return givenOdds(unit) <= NEVER ? Edge.surely : Edge.particle;
}

const NEVER = -3;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const BULLET = 0xb7;

/** Words that want a person in front of them, and no adverb. */
const WANT_A_PERSON =
  /^(?:出席|主持|表示|说|报告|介绍|质疑|同志|分别|在|和|及|等|共同|当场|先后|认为|列席|参加|作[了工]|率队|先生|女士|兼|任)/;

/** Whether what stands at an offset can follow hardly anything but a person: 严明出席, but 周密部署. */
export function wantsPerson(text: string, offset: number): boolean {
  return WANT_A_PERSON.test(text.slice(offset, offset + 2));
}

/** Whether a UTF-16 unit is an adverb or a particle that may stand behind a name. */
export function isParticle(unit: number): boolean {
  return ((flags[unit] ?? 0) & (PARTICLE | ADVERB)) !== 0;
}

/** Whether what stands at `offset` of folded text can follow a name. */
export function endsName(text: string, offset: number): boolean {
  return edgeAt(text, offset) !== Edge.none;
}

function beginsWord(text: string, offset: number, unit: number): boolean {
  const words = wordsByPair.get(unit, text.charCodeAt(offset + 1));
  if (words === undefined) return false;
  for (const word of words) if (holdsAt(text, offset, word, 2)) return true;
  return false;
}
