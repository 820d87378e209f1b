import { findFullDate, mayHoldDate } from './calendar-date.js';
import { continuesNote, isCopyrightLine, isSureNote } from './copyright.js';
import { furnitureKind, isContactLine } from './furniture.js';
import { foldWidth, simplifyCharacters } from '../script/characters.js';
import { isBodyLike, isSentence, type ShadowLine } from './shadow-lines.js';

const DATED = /(?:日期|时间|来源):\s*\S/;
/** A row of a table that names the headline, the source or the date looks like a menu. */
const TABLE_ROW = /(?:来源|稿源|日期|时间|单位|机构|媒体|标\s?题|题目|名称)\s?\|\s*[^\s|]/;
/** The row below the head of a table in Markdown. */
const TABLE_RULE = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/;

const NO_LINES: ReadonlySet<string> = new Set();

/** Lines of the corpus as the shadow would show them. */
export function ownFurniture(lines: readonly string[]): ReadonlySet<string> {
  return lines.length === 0
    ? NO_LINES
    : new Set(lines.map((line) => foldWidth(simplifyCharacters(line)).trim()));
}

/** Marks the lines that are page furniture wherever they stand. */
export function markFurniture(lines: readonly ShadowLine[], own: ReadonlySet<string>): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    const isOwn = own.size > 0 && own.has(line.folded);
    const kind = isOwn ? 'own' : furnitureKind(line);
    if (kind === undefined) continue;
    // An index line that also dates the page is metadata: 索引号:… 发文日期:….
    if (kind === 'index' && DATED.test(line.folded)) continue;
    if (kind === 'menu' && (TABLE_ROW.test(line.folded) || isDated(line) || isOfTable(lines, i))) continue;
    line.kind = 'furniture';
    line.furniture = kind;
  }
}

/** A headline, a medium and a date between bars look like a menu. */
function isDated(line: ShadowLine): boolean {
  return mayHoldDate(line, line.folded) && findFullDate(line.folded) !== undefined;
}

/** Rows of a table have as many bars as the next, or a number in a cell; a row of links stands alone. */
function isOfTable(lines: readonly ShadowLine[], at: number): boolean {
  const row = lines[at]?.folded ?? '';
  const bars = countBars(row);
  if (bars < 2) return false;
  if (TABLE_RULE.test(row) || /(?:^|\|)\s*[\d.,]+\s*[%‰]?\s*(?:\||$)/.test(row)) return true;
  return countBars(lines[at - 1]?.folded ?? '') === bars || countBars(lines[at + 1]?.folded ?? '') === bars;
}

function countBars(text: string): number {
  let count = 0;
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) count++;
  return count;
}

/** Kinds that are furniture only above and below a body: between paragraphs they are headings and entries. */
const OUTSIDE: ReadonlySet<string | undefined> = new Set(['index', 'column', 'navigation']);
/** What no entry of a list has, though it begins as one: 位置:首页 >> 要闻. */
const WAY_HOME = /首页|主页|>>/;
/** Kinds that are furniture only above a body: below it they are entries of a list. */
const ABOVE = 'index';
/** `4` and `2/3` where a page ended. */
const PAGE_NUMBER = /^\d{1,3}(?:\s?\/\s?\d{1,3})?$/;
const LONGEST_PAGE_NUMBER = 9;

/** Gives back to the body what furniture looks like, and takes from it the page numbers between its paragraphs. */
export function settleBody(lines: readonly ShadowLine[], first: number, last: number): void {
  for (let i = Math.max(first, last); i < lines.length; i++) {
    const line = lines[i];
    if (line?.furniture === ABOVE) giveBack(line);
  }
  for (let i = first + 1; i < last; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (
      line.kind === 'furniture'
        ? OUTSIDE.has(line.furniture) && !WAY_HOME.test(line.folded)
        : line.kind === 'tail' && !isSureNote(line.folded)
    )
      giveBack(line);
  }
  takePageNumbers(lines, first, last);
}

/**
 * Marks the numbers that stand alone on their line where a page ended: those with text on both sides, for among other short
 * lines they are cells of a table. All numbers between two lines are looked at together, so that each line is looked at once.
 */
function takePageNumbers(lines: readonly ShadowLine[], first: number, last: number): void {
  let numbers: ShadowLine[] = [];
  let isBelowText = false;
  for (let i = first; i <= last; i++) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture') continue;
    if (line.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(line.folded)) {
      if (isBelowText) numbers.push(line);
      continue;
    }
    const isText = isBodyLike(line);
    if (isText) {
      for (const number of numbers) {
        number.kind = 'furniture';
        number.furniture = 'pagination';
      }
    }
    if (numbers.length > 0) numbers = [];
    isBelowText = isText;
  }
}

function giveBack(line: ShadowLine): void {
  line.kind = 'paragraph';
  line.furniture = undefined;
}

/** Marks copyright notes below the first paragraph, at `first`: their own lines and those that go on with them. */
export function markNotes(lines: readonly ShadowLine[], first: number): void {
  let isNote = false;
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.kind === 'furniture') continue;
    const begins = isCopyrightLine(line);
    if (begins || (isNote && continuesNote(line) && !isContactLine(line))) {
      line.kind = 'tail';
      line.furniture = 'copyright';
      isNote = true;
    } else if (isNote && isBodyLike(line) && isSentence(line)) isNote = false;
  }
}
