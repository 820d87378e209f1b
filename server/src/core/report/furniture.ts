import lexicon from '../../../data/furniture.json' with { type: 'json' };
import { CharacterClass } from '../script/characters.js';
import { Clue, type ClueSource } from './clues.js';
import { needsOf, type PatternNeeds } from './pattern-needs.js';
import type { ShadowLine } from './shadow-lines.js';
import type { FurnitureKind } from './types.js';

/** A kind of furniture with what its lines cannot be without. */
interface Entry {
  readonly kind: FurnitureKind;
  readonly pattern: RegExp;
  readonly needs: PatternNeeds;
}

/** Furniture lines are short; the test is not tried on paragraphs. */
const LONGEST = 120;

/** A line this short may be any furniture; a longer one has a mark that furniture is set with, or one of the clues. */
const SHORT = 12;
const FURNITURE_MARK = CharacterClass.colon | CharacterClass.furnitureMark;
/** How rows of links begin; the words themselves are all over the body. */
const MENU_STARTS =
  '首页 新闻 时政 要闻 社会 民生 政务 文化 教育 体育 财经 视频 图片 专题 党建 县区 经济 旅游 健康 法治 评论 理论 登录 注册 搜索 设为 加入 网站 联系 无障 繁體 繁体 简体 En 客户 手机 RS'.split(
    ' ',
  );
export const furnitureClues: ClueSource = {
  clue: Clue.furniture,
  pairs:
    '首页 字体 字号 文字 文章 分享 转发 收藏 点赞 推荐 打印 列印 关闭 返回 返 回顶 回首 回上 回列 二维 扫一 扫码 扫描 关注 下载 打开 点击 蓝字 阅读 展开 查看 显示 收起 评论 跟帖 留言 想爆 条记 上一 下一 下转 上接 紧转 转第 图片 图为 现场 资料 今天 现在 今日 免费 高清 精品 在线 无码 博彩 彩票 娱乐 棋牌 代开 IC 公网 网站 跳到 举报 反馈 在看 收录'.split(
      ' ',
    ),
};

const pairs = new Set(furnitureClues.pairs);
const entries = lexicon.lines.map(({ kind, pattern }): Entry => ({
  kind,
  pattern: new RegExp(`^(?:${pattern})$`),
  needs: needsOf(pattern, (pair) => pairs.has(pair)),
}));

/** What a line may be that begins with a certain UTF-16 unit. */
interface Beginning {
  /** In the order of the list. */
  readonly entries: readonly Entry[];
  /** The units behind it with which a row of links begins. */
  readonly links: readonly number[];
}
const byFirst = new Map<number, Beginning>();
for (const unit of new Set(entries.flatMap(({ needs }) => [...(needs.first ?? [])]))) {
  const links = MENU_STARTS.filter((start) => start.charCodeAt(0) === unit);
  byFirst.set(unit, {
    entries: entries.filter(({ needs: { first } }) => first?.has(unit) !== false),
    links: links.map((start) => start.charCodeAt(1)),
  });
}
const ANYHOW: Beginning = { entries: entries.filter(({ needs }) => needs.first === undefined), links: [] };

/** What kind of page furniture a whole line is. */
export function furnitureKind(line: ShadowLine): FurnitureKind | undefined {
  const { length, classes } = line;
  if (length > LONGEST) return undefined;
  const hasClue = (line.clues & Clue.furniture) !== 0;
  const { entries: candidates, links } = byFirst.get(line.unitAt(0)) ?? ANYHOW;
  if (length > SHORT && !hasClue && (classes & FURNITURE_MARK) === 0 && !links.includes(line.unitAt(1)))
    return undefined;
  for (const { kind, pattern, needs } of candidates) {
    if ((needs.classes & ~classes) !== 0 || (needs.pair && !hasClue) || length > needs.longest) continue;
    if (pattern.test(line.folded)) return kind;
  }
  return undefined;
}

const TOOL_KINDS: ReadonlySet<FurnitureKind> = new Set(['font-size', 'share', 'print']);
const tools = entries.filter(({ kind }) => TOOL_KINDS.has(kind));

/** Whether a word by itself is a tool of the page: 打印, 收藏, 大. */
export function isPageTool(word: string): boolean {
  return tools.some(({ pattern, needs }) => word.length <= needs.longest && pattern.test(word));
}

const CONTACT =
  /(?:(?:举报|监督|服务|咨询|联系|投诉|爆料|新闻|值班|办公)?(?:电话|热线|邮箱|信箱|传真|QQ|微信号?)|地址|邮编)\s*:/;

/** Whether a line says how to reach somebody. */
export function isContactLine(line: ShadowLine): boolean {
  if (line.length >= 160 || (line.classes & CharacterClass.colon) === 0) return false;
  if (!/\d{5,}|@/.test(line.folded)) return false;
  const at = CONTACT.exec(line.folded)?.index;
  // Behind a sentence it is one more of a paragraph: 办公室设在市应急局。值班电话:….
  return at !== undefined && at <= LONGEST_BEFORE_CONTACT && !line.folded.slice(0, at).includes('。');
}

/** Whose number it is, in UTF-16 units. */
const LONGEST_BEFORE_CONTACT = 30;
