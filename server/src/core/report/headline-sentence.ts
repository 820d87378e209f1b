import { unitTable } from '../text/unit-table.js';
import { CharacterClass } from '../script/characters.js';
import { findFullDate, mayHoldDate } from './calendar-date.js';
import { isCopyrightLine } from './copyright.js';
import { countHan, isBodyLike, opensLikeLead, type ShadowLine } from './shadow-lines.js';

/** Headlines that read as sentences are no longer, in UTF-16 units. */
const LONGEST = 60;
/** Without metadata behind it. */
const LONGEST_ALONE = 40;
const CALL = /[!?][”’」』)]?$/;
/** What a newspaper notes behind a headline: (摘要), (组图). */
const NOTE =
  /[(【](?:摘要|摘登|摘编|全文|节选|要点|实录|组图|图|附图|附名单|图文|视频|侧记|上|中|下|续|一|二|三)[)】]$/;
const DATELINE =
  /^[\s【〔\[(]*(?:本[报网台刊站社][\u4e00-\u9fff]{0,6}[讯电]|[\u4e00-\u9fff·]{2,12}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:讯|电|消息)[\s:,(【]|(?:本[报网台])?记者)/;
const METADATA = /(?:来源|稿源|发布|时间|日期|作者|编辑|责编|记者)\s?[:|\/]/;
const MARKS = CharacterClass.colon | CharacterClass.furnitureMark;
const MOST_BESIDE_DATE = 20;
/** What stands above a headline besides furniture: a medium, a date, a column. */
const LONGEST_ABOVE = 12;

/**
 * Whether a line at the top that reads as a sentence is the headline: `谁来守护这条河?`, `老李:“路一定要修通!”`. What stands
 * below shows it: metadata, a dateline, a second headline behind a dash, paragraphs with an indent that it has not.
 */
export function isHeadlineSentence(lines: readonly ShadowLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.length > LONGEST || isCopyrightLine(line)) return false;
  const below = lines.findIndex(({ kind }, i) => i > at && kind !== 'furniture');
  const next = lines[below];
  if (next === undefined || !(isMetadata(next) || isShownBy(line, next))) return false;
  return !DATELINE.test(line.folded) && lines.slice(0, at).every(mayStandAbove) && hasBodyBelow(lines, below);
}

/** Whether a sentence is a headline without metadata below it, from what it says and the line behind. */
function isShownBy(line: ShadowLine, next: ShadowLine): boolean {
  if (line.length > LONGEST_ALONE) return false;
  const isShown =
    (ENDS[line.unitAt(line.length - 1)] === 1 && endsAsHeadline(line.folded)) ||
    next.unitAt(0) === DASH ||
    (!isIndented(line) && isIndented(next)) ||
    DATELINE.test(next.folded);
  return isShown && !opensLikeLead(line);
}

/** The last character of a call, of a question, or of a note behind a headline. */
const ENDS = unitTable('!?”’」』)】');
const DASH = 0x2014;

function endsAsHeadline(folded: string): boolean {
  return (!folded.includes('。') && CALL.test(folded)) || NOTE.test(folded);
}

function mayStandAbove(line: ShadowLine): boolean {
  return line.kind === 'furniture' || line.length <= LONGEST_ABOVE || isMetadata(line);
}

function hasBodyBelow(lines: readonly ShadowLine[], from: number): boolean {
  return lines.some((line, i) => i >= from && line.kind !== 'furniture' && isBodyLike(line));
}

function isMetadata(line: ShadowLine): boolean {
  // 记者:请问……? is a question of the interview that the body is.
  if (line.length > LONGEST || isBodyLike(line) || ASKS[line.unitAt(line.length - 1)] === 1) return false;
  if ((line.classes & MARKS) !== 0 && METADATA.test(line.folded)) return true;
  return (
    mayHoldDate(line, line.folded) &&
    countHan(line.folded) <= MOST_BESIDE_DATE &&
    findFullDate(line.folded) !== undefined
  );
}

const SPACE = 0x20;

const ASKS = unitTable('?!…');

/** Two spaces in front of a line; an ideographic space is folded to one. */
function isIndented(line: ShadowLine): boolean {
  return line.unitAt(-1) === SPACE && line.unitAt(-2) === SPACE;
}
