import posts from '../../../data/posts.json' with { type: 'json' };
import { holdsAt } from './holds-at.js';
import { createPairIndex } from './pair-index.js';

/** Words that end a title but are no posts of the lexicon by themselves. */
const EXTRA =
  '领导 议员 立委 总工程师 指导员 特首 书记 常委 主任 主席 委员 政委 总理 指挥官 总河长 河长 林长 队长 参谋长 校长 村长 所长 行政长官 总队长 支队长 大队长 董事长 州长 盟长 ' +
  '参议 总召 教导员 副教导员 主任秘书 专门委员 政治助理 行政总裁 行政总监 召集人 团长 副团长 成员 副司长 副署长 副处长 副科长 副队长 副大队长 分局长 副分局长 技监 总干事 联络员 政务次长 常务次长 立法委员 县市长 主任督学 处长 干事长 督学 总经济师 总规划师 总审计师 总会计师 镇民代表 市民代表 警务处长 消防处长 关长 行署专员 组织员 书记长 发言人 副专员 教育长 监事长 庭长 ' +
  // Offices below the head of a body, titles of civil servants, village and grassland.
  '长助理 理助理 任助理 巡察员 巡察专员 监察员 监察专员 督查专员 主任督查 总统计师 总农艺师 总畜牧师 总兽医师 总地质师 总建筑师 总检验师 总质量师 总药师 总审核师 总规划师  安全总监 卫生总监 质量总监 督导员 助理员 协理员 作队领队 藏队领队 疆队领队 疗队领队 援队领队 支书 村主任 苏木长 苏木达 嘎查达 嘎查长 湖长 田长 链长 路长 街长 片长 湾长 ' +
  // Courts and prisons, army and police.
  '审判员 执行员 检察官 检察员 法官 裁判官 监狱长 典狱长 督察长 警长 探长 警司 司令 旅长 营长 连长 排长 舰长 艇长    参谋总长 ' +
  // Abroad and to abroad.
  '首相 委员长 外相 外长 防长 财长 大臣 国务卿 总督 王储 武官 参赞 华大使 权大使 国大使 公使 总领事 国领事 回部办事 ' +
  // Papers, stations, banks, mines and mills, schools of the state.
  '台长 总编辑 总编 行长 馆长 站长 场长 矿长 段长 库长 室长 教务长 总务长 ' +
  // Taiwan, Hong Kong, Macau.
  '课长 主秘 专委 技正 技士 乡代 镇代 市代 主计员 检察总长 关务监督 审计长 总警司 高级警司 新闻秘书 政务官 参事官 副主秘 人事长 被提名人 文书 执行董事';

const heads = new Set<string>(EXTRA.split(' '));
for (const { title, kind } of posts.posts) if (kind === 'title-word') heads.add(title);
// Two and three characters decide; a longer title word ends with one of them (党组书记, 常务副总指挥).
for (const head of [...heads]) if (head.length > 4) heads.delete(head);

/** A title word, or a word for somebody without office, with what readers ask about it. */
export interface TitleWord {
  readonly word: string;
  /** UTF-16 units. */
  readonly length: number;
  /** Whether it names several people as it stands (委员, 代表). */
  readonly isPlural: boolean;
  /** 领导, which is nobody's post. */
  readonly isCollective: boolean;
  /** Whether people are addressed by it, with their surname in front. */
  readonly isAddress: boolean;
}

const PLURAL = /(?:委员|议员|代表|立委|成员|常委)$/;
/** Nobody's post, but that of all who are listed with it. */
export const COLLECTIVE = '领导';
const ADDRESS = /(?:长|书记|主席|主任|主委|总理|专员|议员|立委|常委|政委|委员|召集人)$/;

/** The description of a word of at least two UTF-16 units. */
export function titleWord(word: string): TitleWord {
  return {
    word,
    length: word.length,
    isPlural: PLURAL.test(word),
    isCollective: word.endsWith(COLLECTIVE),
    isAddress: ADDRESS.test(word),
  };
}

/** Title words that end alike. */
interface Ending {
  /** The word that is the ending itself (书记). */
  readonly whole: TitleWord | undefined;
  /** Those that are longer (总书记), the longest first. */
  readonly longer: readonly TitleWord[];
  /** A bit for each third but last unit of the longer ones, by its low bits: they are rare. */
  readonly before: number;
}

const byEnding = createPairIndex(
  [...new Set(Array.from(heads, (head) => head.slice(-2)))].map((ending): readonly [string, Ending] => {
    const longer = [...heads].filter((head) => head.length > 2 && head.endsWith(ending));
    return [
      ending,
      {
        whole: heads.has(ending) ? titleWord(ending) : undefined,
        longer: longer.sort((a, b) => b.length - a.length).map(titleWord),
        before: longer.reduce((bits, head) => bits | bitOf(head.charCodeAt(head.length - 3)), 0),
      },
    ];
  }),
);

function bitOf(unit: number): number {
  return 1 << (unit & 31);
}

/** What a text with a title word holds: the last two characters of one. */
export const titleEndings: readonly string[] = [...heads].map((head) => head.slice(-2));

/** The longest title word that ends before `end`. */
export function titleHeadAt(text: string, end: number): TitleWord | undefined {
  const ending = byEnding.get(text.charCodeAt(end - 2), text.charCodeAt(end - 1))?.[0];
  if (ending === undefined) return undefined;
  if ((ending.before & bitOf(text.charCodeAt(end - 3))) !== 0)
    for (const word of ending.longer) if (holdsAt(text, end - word.length, word.word)) return word;
  return ending.whole;
}

/** The length in UTF-16 units of the title word that ends before `end`; 0 when none does. */
export function titleHeadLength(text: string, end: number): number {
  return titleHeadAt(text, end)?.length ?? 0;
}
