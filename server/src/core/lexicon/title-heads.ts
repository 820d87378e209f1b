import posts from '../../../data/posts.json' with { type: 'json' };

/** Words that end a title but are no posts of the lexicon by themselves. */
const EXTRA =
  '领导 议员 立委 总工程师 指导员 特首 书记 常委 主任 主席 委员 政委 总理 指挥官 总河长 河长 林长 队长 参谋长 校长 村长 所长 行政长官 总队长 支队长 大队长 董事长 州长 盟长';

const heads = new Set<string>(EXTRA.split(' '));
for (const { title, kind } of posts.posts) if (kind === 'title-word') heads.add(title);
// Two and three characters decide; a longer title word ends with one of them (党组书记, 常务副总指挥).
for (const head of [...heads]) if (head.length > 4) heads.delete(head);

const lastUnits = new Uint8Array(0x10000);
const lengths = new Map<number, number[]>();
for (const head of heads) {
  const unit = head.charCodeAt(head.length - 1);
  lastUnits[unit] = 1;
  const known = lengths.get(unit) ?? [];
  if (!known.includes(head.length)) known.push(head.length);
  lengths.set(
    unit,
    known.sort((a, b) => b - a),
  );
}

/** The length in UTF-16 units of the title word that ends before `end`; 0 when none does. */
export function titleHeadLength(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  if (lastUnits[unit] !== 1) return 0;
  for (const length of lengths.get(unit) ?? []) {
    if (length <= end && heads.has(text.slice(end - length, end))) return length;
  }
  return 0;
}

/** Whether a title word can end with this UTF-16 unit: the cheap test of the scan. */
export function mayEndTitle(unit: number): boolean {
  return lastUnits[unit] === 1;
}
