import { holdsAt } from './holds-at.js';
import { createPairIndex } from './pair-index.js';

/** The ranks of officers of army, armed police, police and fire service, which stand behind the name that they go with. */
export const RANKS: readonly string[] =
  '上将 中将 少将 大校 上校 中校 少校 大尉 上尉 中尉 少尉 总警监 一级警监 二级警监 三级警监 一级警督 二级警督 三级警督 总警司 高级警司 总督察 消防总监 一级指挥长 二级指挥长 三级指挥长 高级指挥长'.split(
    ' ',
  );

const byBeginning = createPairIndex(RANKS.map((rank) => [rank, rank]));

/** The length in UTF-16 units of the rank that stands at an offset of folded text; 0 when none does. */
export function rankLength(text: string, offset: number): number {
  const candidates = byBeginning.get(text.charCodeAt(offset), text.charCodeAt(offset + 1));
  if (candidates === undefined) return 0;
  for (const rank of candidates) if (holdsAt(text, offset, rank, 2)) return rank.length;
  return 0;
}
