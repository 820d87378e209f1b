import posts from '../../../data/posts.json' with { type: 'json' };

/** Words that end a title but are no posts of the lexicon by themselves. */
const EXTRA =
  '领导 议员 立委 总工程师 指导员 特首 书记 常委 主任 主席 委员 政委 总理 指挥官 总河长 河长 林长 队长 参谋长 校长 村长 所长 行政长官 总队长 支队长 大队长 董事长 州长 盟长 ' +
  '参议 总召 教导员 副教导员 主任秘书 专门委员 政治助理 行政总裁 行政总监 召集人 团长 副团长 成员 副司长 副署长 副处长 副科长 副队长 副大队长 分局长 副分局长 技监 总干事 联络员 政务次长 常务次长 立法委员 县市长 主任督学 处长 干事长 督学 总经济师 总规划师 总审计师 总会计师 镇民代表 市民代表 警务处长 消防处长 关长 行署专员 组织员 书记长 发言人 副专员 教育长 监事长 庭长';

const heads = new Set<string>(EXTRA.split(' '));
for (const { title, kind } of posts.posts) if (kind === 'title-word') heads.add(title);
// Two and three characters decide; a longer title word ends with one of them (党组书记, 常务副总指挥).
for (const head of [...heads]) if (head.length > 4) heads.delete(head);

const lastUnits = new Uint8Array(0x10000);
/** Title words by their last two characters, the longest first. */
const byEnding = new Map<number, string[]>();
for (const head of [...heads].sort((a, b) => b.length - a.length)) {
  const last = head.charCodeAt(head.length - 1);
  lastUnits[last] = 1;
  const ending = head.charCodeAt(head.length - 2) * 0x10000 + last;
  const known = byEnding.get(ending);
  if (known === undefined) byEnding.set(ending, [head]);
  else known.push(head);
}

/** What a text with a title word holds: the last two characters of one. */
export const titleEndings: readonly string[] = [...heads].map((head) => head.slice(-2));

/** The length in UTF-16 units of the title word that ends before `end`; 0 when none does. */
export function titleHeadLength(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  if (lastUnits[unit] !== 1) return 0;
  const candidates = byEnding.get(text.charCodeAt(end - 2) * 0x10000 + unit);
  if (candidates === undefined) return 0;
  for (const head of candidates)
    if (head.length === 2 || (head.length <= end && text.startsWith(head, end - head.length)))
      return head.length;
  return 0;
}
