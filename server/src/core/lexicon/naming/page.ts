import type { Clues } from '../../report/clues.js';
import type { FoundZone } from '../../report/zones.js';
import { unitTable, WHITE_SPACE } from '../../text/unit-table.js';
import type { Book } from './book.js';
import type { KnownNames } from './known-names.js';

/** What the patterns read and write; offsets are into folded shadow text. */
export interface Page {
  readonly text: string;
  readonly clues: Clues;
  /** Headlines and body. */
  readonly places: readonly FoundZone[];
  /** Offsets of verbs of being there, ascending. */
  readonly attendance: readonly number[];
  /** Names that the text settles: subjects of verbs of speech and of headlines. */
  readonly known: KnownNames;
  readonly book: Book;
}

const CLAUSE = unitTable(`。;!?,:"“”‘’「」『』()【】〔〕[]《》…|${WHITE_SPACE}`);

/** Whether a clause begins at an offset. */
export function beginsClause(text: string, offset: number): boolean {
  return offset === 0 || CLAUSE[text.charCodeAt(offset - 1)] === 1;
}

/** Where the clause begins that `end` stands in; -1 when it is longer than `most` UTF-16 units. */
export function clauseStart(text: string, from: number, end: number, most: number): number {
  const least = Math.max(from, end - most - 1);
  let start = end;
  while (start > least && CLAUSE[text.charCodeAt(start - 1)] !== 1) start--;
  return end - start > most ? -1 : start;
}

/** Like {@link clauseStart}, but a clause may hold spaces (a list with spaces, a padded name, a name in Latin). */
export function lineClauseStart(text: string, from: number, end: number, most: number): number {
  const least = Math.max(from, end - most - 1);
  let start = end;
  while (start > least && (text.charCodeAt(start - 1) === 0x20 || CLAUSE[text.charCodeAt(start - 1)] !== 1))
    start--;
  while (text.charCodeAt(start) === 0x20) start++;
  return end - start > most ? -1 : start;
}

const CLOSE = ')'.charCodeAt(0);
const LONGEST_REMARK = 8;

/** Behind a name there may stand `(左五)` or `(女)`, behind a title `(兼)`. */
export function skipRemark(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== 0x28) return offset;
  for (let i = offset + 1; i <= offset + LONGEST_REMARK; i++) if (text.charCodeAt(i) === CLOSE) return i + 1;
  return offset;
}

export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
