import { holdsAt } from './holds-at.js';
import { givenOdds } from './name-odds.js';
import { createPairIndex } from './pair-index.js';
import { RANKS } from './ranks.js';
import { unitTable } from '../text/unit-table.js';

/**
 * What may stand behind a name in a report: verbs of speech and office, adverbs, particles. A name ends where one of
 * these, a mark or the line's end follows.
 */
const WORDS =
  '一一 一再 一口气 一同 一听 一声 一早 一月 一直 一线 一行 一起 一边 一连 一锤 七月 三人 三月 上午 上台 上月 下乡 下午 与会 专程 专题 两人 严肃 串户 主刀 主动 主导 主张 ' +
  '主持 主礼 主管 主讲 举例 举杯 举着 举起 乐呵呵 乘坐 乘车 九月 也在 也说 了解 争当 事后 二人 二月 五人 五月 交代 交出 交办 交底 交接 交旗 交流 交给 交谈 亦在 亦有 享年 ' +
  '亮出 亮相 亲临 亲历 亲口 亲手 亲率 亲笔 亲自 亲赴 今天 介入 介绍 仍然 代为 代表 代读 代领 以及 休庭 会上 会前 会勘 会同 会后 会商 会晤 会见 会谈 传唤 传真 传达 传阅 ' +
  '估算 估计 住过 作专题 作为 作主 作了 作出 作动员 作总结 作报告 作汇报 作答 作表态 作讲话 作证 作词 作说明 使用 依托 依旧 依次 依法 依然 侦办 促请 俯身 倡议 值夜 值守 值班 ' +
  '偏偏 偕同 做主 做了 做出 做到 做客 做得 做起 做过 停下 催促 允诺 元月 充分 先后 先生 入座 入户 入村 入选 全程 八月 公布 六月 共同 关于 关切 关注 兴奋 其后 其间 具体 ' +
  '再三 再次 冒着 冒雨 写下 写过 写道 决定 几次 几番 凭借 出任 出去 出发 出席 出庭 出手 出来 出示 出访 出身 出镜 出面 分别 分头 分析 分管 切入 列举 列出 列席 刚从 刚刚 ' +
  '刚好 判决 到任 到会 到场 到得 到村 到现场 到访 到达 前去 前来 前往 剖析 剪彩 劝说 办理 加入 动员 动容 动情 动手 勉励 勒令 勘查 勘灾 匆忙 化作 化身 十一 十二 十月 协商 协调 博士 ' +
  '即刻 卷起 去世 去了 去过 参与 参会 参加 参观 及其 双双 双手 反击 反复 反对 反映 反问 反驳 发布 发怒 发放 发来 发火 发表 发言 发起 发问 受命 受聘 受邀 叫停 叫来 ' +
  '召开 召集 叮咛 叮嘱 号召 叹了 各自 同志 同意 同时 同样 后来 向着 否认 听了 听到 听取 听完 听得 听着 听罢 听过 启动 启用 启程 呈交 告诉 告诫 呛声 呼吁 哭了 哽咽 唱主 ' +
  '商讨 喊冤 喊出 喊话 喜欢 嗓子 嗓门 嘉勉 嘱咐 嘱托 嘴上 嘴里 四人 四月 回信 回到 回呛 回复 回应 回忆 回报 回敬 回电 回答 回覆 回访 回顾 因病 围绕 在会上 在场 均已 坐下 ' +
  '坐不 坐到 坐在 坐车 坐镇 坐阵 坚守 坚持 坚称 坦言 垫了 垫钱 声押 声明 声称 声音 备询 复查 复核 多次 夜查 夜访 大笑 夸奖 夸赞 奔赴 女士 如实 如是 始终 委托 婉拒 学得 ' +
  '学过 守在 安排 定下 定了 实地 审理 审议 审阅 宣判 宣布 宣称 宣誓 宣读 家住 家在 寄望 寄语 察看 对接 对此 对照 对着 导读 封控 尝试 就任 就职 居然 展示 屡次 履新 履职 ' +
  '巡堤 巡库 巡林 巡查 巡河 巡视 巡逻 希望 带上 带伤 带回 带头 带来 带班 带病 带着 带队 带领 干过 并就 应战 应约 应讯 应询 应邀 座谈 建议 开口 开场 开始 开幕 开庭 开炮 ' +
  '开讲 开车 开门见山 引述 弯腰 强化 强调 当上 当主 当众 当前 当即 当场 当天 当年 当日 当时 当晚 当起 当过 当选 当面 形容 彻夜 径直 得知 微笑 心急 心疼 心里 必须 忍不住 ' +
  '忙到 忙前 忙活 忙着 快人快语 念了 念出 念完 念起 念过 怒斥 思考 急了 急忙 性子 总体 总结 恰好 悄悄 惦记 想得 想起 感到 感动 感叹 感慨 感触 感言 感谢 愣了 慎重 慢慢 慰勉 ' +
  '慰问 手上 手持 手指 手里 扎在 打包票 打听 打开 打断 打来 打电话 打趣 打车 打过 扛着 扛起 执笔 批示 批评 找到 承认 承诺 把关 把脉 抓住 抓得 投票 抗诉 抢险 报以 报名 报告 ' +
  '抨击 披露 抱病 抵达 抹泪 抽查 抽样 抽检 抽点 抽问 担任 担心 担忧 担纲 担起 拉家常 拉着 拉起 拍下 拍了 拍板 拒签 拒绝 拘提 拜会 拧开 拨通 拿了 拿出 拿着 拿起 挂帅 挂断 ' +
  '挂点 指了 指出 指挥 指着 指示 按照 挑灯 挑起 挥手 挨个 挨家 捐出 捐款 捐赠 捧着 授予 授印 授旗 授牌 授衔 授课 掌勺 掌舵 掏出 掏钱 排查 探望 探问 接下 接任 接到 接受 ' +
  '接待 接手 接旗 接替 接棒 接种 接茬 接见 接话 接过 接通 推介 推动 推荐 推进 推门 掷地 描绘 提了 提交 提供 提出 提到 提笔 提议 提醒 插了 插话 握着 握紧 揭幕 揭牌 揽下 ' +
  '搜查 搜索 搭乘 搭把 摆出 摇头 摘下 撤离 撰写 操着 擘画 支持 收到 改口 放下 救援 教授 敦促 敬献 敬酒 数次 敲了 敲定 敲槌 整整 斡旋 斥责 断然 断言 旁听 无法 日前 早前 ' +
  '早就 早已 早早 明确 昨天 昨日 晋升 晒出 暗查 暗访 曾在 替换 最后 有些 服务处 期勉 期待 期盼 期许 期间 未到 本月 来函 来到 来电 来访 来过 果断 果然 查了 查出 查封 查扣 ' +
  '查看 查获 查问 查阅 查验 校阅 核实 核对 核查 检查 检视 检讨 检阅 欢迎 欣喜 欣慰 欣然 正在 此前 此后 此次 步行 毅然 每天 比划 比较 汇报 沉默 沏茶 泡了 泡在 注意 泪目 ' +
  '流泪 测算 消杀 深入 深情 深有 深知 清点 渐渐 溯源 澄清 激动 炮轰 点了 点亮 点出 点名 点头 点将 点火 点灯 点着 点评 点赞 点验 热情 照着 爬上 牢记 牵头 牵线 特别 特地 ' +
  '特意 独自 献策 献花 率众 率先 率团 率队 现在 现场 现年 现身 琢磨 生于 生平 用了 用心 用手 电联 电话 画了 留下 留言 略带 病倒 病逝 痛批 痛斥 登上 登台 登门 皱着 ' +
  '监交 盘点 目前 直奔 直指 直接 直斥 直言 相信 相约 相继 眉头 看了 看到 看完 看望 看着 看过 眼圈 眼睛 眼里 着重 督促 督办 督导 督战 督查 督阵 矢言 研判 研究 研讨 确认 ' +
  '磋商 祖籍 祝贺 神情 神色 离任 称赞 称道 移步 移送 稍后 穿着 突查 突然 立下 立刻 立即 立马 站上 站了 站出 站到 站在 站起 站起来 竟然 笑了 笑着 笑称 笑言 笑说 笑道 等人 ' +
  '等候 等同志 答复 答询 策划 筹划 签下 签了 签发 签名 签批 签署 签订 简介 简报 简要 简述 算了 算是 算账 算起 算过 管着 管过 籍贯 精准 紧急 紧接着 红了 红着 约谈 组织 细数 ' +
  '结合 绕着 给予 统一 统筹 继续 续说 缓缓 缺席 罢免 翻了 翻开 翻看 老家 耐心 联合 联名 联点 肩上 肯定 背上 背着 脱口 脸上 脸色 自发 自学 自己 自我 自掏腰包 自曝 自称 ' +
  '自觉 自费 自问 至今 至少 致以 致信 致函 致开 致悼词 致意 致敬 致电 致词 致谢 致贺 致辞 若无 苦笑 莅临 莅任 莅会 获奖 获得 获评 获颁 落实 落座 落泪 补了 补充 表决 表彰 ' +
  '表态 表情 表扬 表明 表示 表达 被任 被免 被选 裁定 裁示 要求 见到 见状 见证 见过 观看 规定 视察 视导 视频 解析 解读 解释 认为 认同 认定 认真 认领 讨论 讯问 记下 记录 ' +
  '讲了 讲到 讲得 讲授 讲话 讲过 讲述 许诺 证实 评价 评议 诉说 试乘 试用 诚恳 询及 询问 详细 详解 语气 语调 语速 语重心长 说了 说出 说到 说完 说得 说明 说服 说起 说过 说道 ' +
  '读过 调停 调度 调研 调解 谈了 谈到 谈起 谋划 谴责 豪言 负责 责令 责问 质疑 质询 贯穿 赞同 赞扬 赞赏 赠送 走上 走下 走了 走出 走到 走在 走得 走村 走访 走过 走进 走遍 ' +
  '走马 赴任 赶到 赶回 赶往 赶快 赶来 赶紧 赶赴 起立 起草 起诉 起身 足足 跑了 跑到 跑前 跑过 跑遍 跟着 跟进 跳上 跳下 践诺 踏上 踏勘 蹚过 蹲下 蹲在 身上 身后 身旁 身着 ' +
  '身边 转交 转任 转移 转身 转达 转述 轮值 轮流 轻轻 辞去 辞职 辩称 辩解 边看 边走 迈步 迎候 迎接 近日 还有 还没 这天 这次 进一步 进村 进行 连声 连夜 连忙 连番 连线 连连 ' +
  '追加 追问 退休 退到 退席 送上 送去 送来 送走 透过 透露 逐一 逐字 逐户 逐村 逐条 逐楼 逐项 递上 递了 递交 递给 通宵 通报 通缉 通过 逝世 逮捕 遍访 遗体 邀请 邀集 那天 ' +
  '那晚 郑重 部署 配合 采样 释放 释疑 重点 重申 重返 针对 销号 长期 问了 问候 问好 问讯 问询 问起 问道 闻讯 阐明 阐述 附和 陈述 陪同 随即 随同 随后 随机 随行 随队 集体 ' +
  '领学 汇总 交换 示范 高呼 提案 宣导 互换 互赠 合影 合照 演示 握手 签约 点题 ' +
  '静静 靠前 面对 鞠躬 顶着 顾不 颁发 颁奖 颁授 预报 预料 预期 预测 预祝 预计 领办 领取 领命 领奖 领衔 领誓 领读 频频 题写 题字 题词 飞赴 首先 首次 首肯 驰援 驱车 驳斥 ' +
  '驻守 驻村 驻点 骑着 骑车 鸣枪 鸣笛 默默 鼓励';
/** The same in one character, which may as well be the last of the name: 张平和, 李说. */
const PARTICLES =
  '说率就对於要在到从向与和及等为作做致受因将也还并赴兼是讲任于以用把被由的走曾已均都祝携偕陪谈提答问则皆今昨晤吁抛盼籲抵亦又共或您跟同指给看叫请让打写办追插透不没很只却仍这那该每称';
/** Verbs of hand, eye and foot that no given name holds: 张平扛沙袋. */
export const BODILY =
  '蹲扛攥掰搓拧捧端扶抹抬拽拎递掏扯揉捏擦塞瞪盯瞅瞄皱挠挤挥挽撑撕撸撂拨拦搬搂搀叹喊吼嚷哭咳咽喝吃喘躺趴跪踩踢踱跨挨替脱拆挖铲砸锁骂劝拉拔捡拾摘扔抛背';
/** Adverbs; with a word behind them they end a name as surely as it does: 都认为, 则承诺. */
const ADVERBS = '作则都也还亦更皆并今昨就又再均已曾将在会先一';

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
const SURE = 8;
const flags = new Uint8Array(0x10000);
const ends = [...WORDS.split(' '), ...RANKS];
const wordsByPair = createPairIndex(ends.map((word) => [word, word]));
for (const word of ends) {
  const unit = word.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | WORD;
}
for (const particle of PARTICLES) {
  const unit = particle.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | PARTICLE;
}
for (const verb of BODILY) {
  const unit = verb.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | SURE;
}
for (const adverb of ADVERBS) {
  const unit = adverb.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | ADVERB;
}

/** How surely a name ends at `offset` of folded text: one of {@link Edge}. */
export function edgeAt(text: string, offset: number): number {
  if (offset >= text.length) return Edge.mark;
  const unit = text.charCodeAt(offset);
  if (unit < 0x3400 || unit > 0x9fff) return isNameDot(unit) ? Edge.none : Edge.mark;
  const flag = flags[unit] ?? 0;
  const next = text.charCodeAt(offset + 1);
  if (flag === 0) return TAILS[next] === 0 ? Edge.none : verbEdge(text, offset, next);
  if ((flag & WORD) !== 0 && beginsWord(text, offset, unit)) return Edge.word;
  if ((flag & SURE) !== 0 || verbEdge(text, offset, next) === Edge.surely) return Edge.surely;
  if ((flag & ADVERB) !== 0) {
    if (SAYING[next] === 1 || beginsWord(text, offset + 1, next)) return Edge.word;
  }
  if ((flag & PARTICLE) === 0) return Edge.none;
  if (isDigit(next)) return Edge.word;
  return givenOdds(unit) <= NEVER ? Edge.surely : Edge.particle;
}

/** How surely a verb of one character stands in front of `next`: 掰着, 坐了, 挽起, but not 强 of 张志强了解. */
function verbEdge(text: string, offset: number, next: number): number {
  if (TAILS[next] !== 1) return Edge.none;
  if (next === ONGOING) return Edge.surely;
  if (next !== DONE) return Edge.particle;
  return text.charCodeAt(offset + 2) === KNOWS ? Edge.none : Edge.surely;
}

const NEVER = -3;
const ONGOING = '着'.charCodeAt(0);
const DONE = '了'.charCodeAt(0);
/** What makes a verb of the character before it: 挽起, 咬住. */
const TAILS = unitTable('着了完掉住起下');
const KNOWS = '解'.charCodeAt(0);
/** Verbs of speech in one character: behind an adverb they are nothing else (先说, 则问). */
const SAYING = unitTable('说问答讲');

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a UTF-16 unit may part the names of one person: · and what is written for it, •, ‧ and ・. */
export function isNameDot(unit: number): boolean {
  return unit === 0xb7 || unit === 0x2022 || unit === 0x2027 || unit === 0x30fb;
}

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
