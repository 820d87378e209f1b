import { isSpelled } from '../../lexicon/transcribed-name.js';
import { CharacterClass } from '../../script/characters.js';
import type { Report, Zone, ZoneKind } from '../../report/types.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';
import { foreignStretches } from '../foreign-stretches.js';

/** An ASCII mark in Chinese text and the Chinese mark that it most likely stands for; raw UTF-16 offsets. */
export interface TypedMark extends Span {
  readonly newText: string;
}

/** What is read sentence by sentence: elsewhere a full stop parts the names of a site, a place, a column. */
const BODY: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['lead', 'paragraph', 'attendance']);
const TITLES: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['kicker', 'headline', 'subheadline']);

const STOP = /[\u4e00-\u9fff”》）)」』"]\.(?=["”」』]?$|["”」』]|[\u4e00-\u9fff“《（(「『])/g;
const ELLIPSIS =
  /(?<=[\u4e00-\u9fff，。！？、,!?”》）」』"])\.{3,6}(?=$|[\u4e00-\u9fff，。！？；：、,!?;:”“》《）)（(」「』『"])/g;
const TITLE_MARKS = /<<(?=[^<>\n]{0,60}[\u4e00-\u9fff][^<>\n]{0,60}>>)|(?<=<<[^<>\n]{0,120})>>/g;
const NUMERALS = /[一二三四五六七八九十〇零]/;
/** Han characters of a sentence in front of its stop, and of what goes on behind it. */
const FEWEST_BEFORE = 6;
const FEWEST_BEHIND = 4;
const FEWEST_OF_CLAUSE = 3;
const HAN = /[\u4e00-\u9fff]/;
const CLOSES = /["”」』]/;
const LONGEST_QUOTATION = 80;
/** 15" is a measure, key="value" no text. */
const BEFORE_MEASURE = /[\dA-Za-z=]$/;

const DOT = '.'.charCodeAt(0);
/** What no number and no Latin word ends with. */
const FIRST_CJK = 0x2000;
const CLOSE = ')'.charCodeAt(0);

/** Whether a report may hold any such mark: asked of every one, and nearly all have stops in their figures alone. */
export function mayHoldTypedMarks({ text, classes }: Report): boolean {
  if (text.includes('"')) return true;
  if ((classes & CharacterClass.furnitureMark) === 0) return false;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before >= FIRST_CJK || before === DOT || before === CLOSE) return true;
  }
  return text.includes('<<');
}

/**
 * Finds ASCII marks that no width fold explains, for the mark that Chinese text sets has another code: a full stop for 。, straight
 * quotation marks, three dots for an ellipsis, `<<` and `>>`. What each stands for is all but certain, so a person confirms it.
 */
export function findTypedMarks(report: Report): readonly TypedMark[] {
  const { text, zones } = report;
  const quotes = text.includes('「') ? '「」' : '“”';
  const found: TypedMark[] = [];
  for (const zone of zones) {
    const isBody = BODY.has(zone.kind) || (zone.kind === 'tail' && zone.furniture === undefined);
    if (!isBody && !TITLES.has(zone.kind)) continue;
    const part = text.slice(zone.start, zone.end);
    if (part.includes('.')) {
      if (isBody) addStops(part, zone, found);
      addEllipses(part, zone, found);
    }
    if (part.includes('"')) addQuotes(part, zone, quotes, found);
    if (part.includes('<<')) addTitleMarks(part, zone, found);
  }
  if (found.length === 0) return NONE;
  const foreign = foreignStretches(report);
  const own = found.filter((mark) => spansMeeting(foreign, mark).length === 0);
  return own.sort((a, b) => a.start - b.start);
}

const NONE: readonly TypedMark[] = [];

function addStops(part: string, { start }: Zone, found: TypedMark[]): void {
  for (const { index } of part.matchAll(STOP)) {
    const at = index + 1;
    if (hanOfSentence(part, at - 1, -1) < FEWEST_BEFORE) continue;
    const isInside = at + 1 < part.length && !CLOSES.test(part.charAt(at + 1));
    if (isInside && (hanOfSentence(part, at + 1, 1) < FEWEST_BEHIND || partsWords(part, at))) continue;
    found.push({ start: start + at, end: start + at + 1, newText: '。' });
  }
}

/** UTF-16 units that are looked through for the Han of a sentence. */
const REACH = 40;
const ENDS_SENTENCE = unitTable('。！？!?；;.');

/** How many Han characters there are from an offset on, in a direction, up to the next stop or so far as is looked. */
function hanOfSentence(part: string, from: number, step: 1 | -1): number {
  let count = 0;
  for (let i = 0, at = from; i < REACH && at >= 0 && at < part.length; i++, at += step) {
    const unit = part.charCodeAt(at);
    if (ENDS_SENTENCE[unit] === 1) break;
    if (isHan(unit)) count++;
  }
  return count;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** 努尔兰.阿不都满金, 五.一, 中国.清溪: no sentence ends there. */
function partsWords(part: string, at: number): boolean {
  if (NUMERALS.test(part.charAt(at - 1)) && NUMERALS.test(part.charAt(at + 1))) return true;
  if (isSpelled(part, at - 2, at) && isSpelled(part, at + 1, at + 2)) return true;
  return (
    (/[\u4e00-\u9fff\d]*$/.exec(part.slice(Math.max(0, at - FEWEST_OF_CLAUSE), at))?.[0].length ?? 0) <
    FEWEST_OF_CLAUSE
  );
}

function addEllipses(part: string, { start }: Zone, found: TypedMark[]): void {
  for (const { index, 0: dots } of part.matchAll(ELLIPSIS))
    found.push({ start: start + index, end: start + index + dots.length, newText: '……' });
}

/** The quotation marks of a paragraph go in pairs, with Han between each; else nobody knows which opens. */
function addQuotes(part: string, { start }: Zone, marks: string, found: TypedMark[]): void {
  const pieces = part.split('"');
  if (pieces.length < 3 || pieces.length % 2 === 0) return;
  const isQuotation = pieces.every((piece, i) =>
    i % 2 === 0 ? !BEFORE_MEASURE.test(piece) : HAN.test(piece) && piece.length <= LONGEST_QUOTATION,
  );
  if (!isQuotation) return;
  let at = start;
  for (const [i, piece] of pieces.entries()) {
    at += piece.length;
    if (i < pieces.length - 1) found.push({ start: at, end: at + 1, newText: marks.charAt(i % 2) });
    at++;
  }
}

function addTitleMarks(part: string, { start }: Zone, found: TypedMark[]): void {
  for (const { index, 0: mark } of part.matchAll(TITLE_MARKS))
    found.push({ start: start + index, end: start + index + 2, newText: mark === '<<' ? '《' : '》' });
}
