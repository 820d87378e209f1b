import lexicon from '../../../data/furniture.json' with { type: 'json' };
import { createPairTest } from '../lexicon/pair-index.js';
import { unitTable } from '../text/unit-table.js';
import type { FurnitureKind } from './types.js';

const entries = lexicon.lines.map(({ kind, pattern }) => ({ kind, pattern: new RegExp(`^(?:${pattern})$`) }));
/** One alternation over all patterns: nearly every line is refused by this single test. */
const any = new RegExp(`^(?:${lexicon.lines.map(({ pattern }) => pattern).join('|')})$`);
/** Furniture lines are short; the test is not tried on paragraphs. */
const LONGEST = 120;

/** What kind of page furniture a whole line is; `line` is trimmed, Simplified and width-folded. */
export function furnitureKind(line: string): FurnitureKind | undefined {
  if (line.length === 0 || line.length > LONGEST || !any.test(line)) return undefined;
  return entries.find(({ pattern }) => pattern.test(line))?.kind;
}

const COPYRIGHT =
  /^(?:[(【\[]?(?:版权|免责|郑重)?声明[:：】\]]|版权(?:声明|所有)|凡(?:本网|本站|注明)|本文(?:为|系|仅|版权|来自|转自|由).{0,60}(?:原创|转载|观点|版权|投稿|发布)|(?:未经|如需|欢迎|严禁|请勿).{0,20}(?:转载|许可|授权|复制)|转载(?:请|须|时)|特别(?:声明|提示)[::]|(?:©|Copyright|All Rights Reserved))/i;
const COPYRIGHT_INSIDE =
  /(?:不得转载|违者必究|版权归.{0,16}所有|All Rights Reserved|Copyright\s*©|书面授权|不代表本(?:网|站|台|平台)(?:观点|立场))/i;

/** What the first pattern begins with. */
const COPYRIGHT_START = unitTable('([【版免郑声凡本未如欢严请转特©CcAa');
/** Pairs of characters that the second pattern cannot be without. */
const mayHoldCopyright = createPairTest('不得 违者 版权 书面 不代 ll LL lL Ll op OP oP Op'.split(' '));

/** Whether a line is a copyright note or disclaimer (trimmed, Simplified, width-folded). */
export function isCopyrightLine(line: string): boolean {
  if (COPYRIGHT_START[line.charCodeAt(0)] === 1 && COPYRIGHT.test(line)) return true;
  return line.length < 400 && mayHoldCopyright(line) && COPYRIGHT_INSIDE.test(line);
}
