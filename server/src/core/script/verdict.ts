import type { Span } from '../text/span.js';
import { isSurname } from '../lexicon/surnames.js';
import { unitTable } from '../text/unit-table.js';
import {
  astralScript,
  CharacterClass,
  classesOf,
  classOf,
  isHanUnit,
  simplifyCharacters,
  simplifyUnit,
} from './characters.js';
import { GIVEN_NAME_CHARACTERS } from './names/given-names.js';

export type Script = 'simplified' | 'traditional';

export type Verdict = Script | 'mixed' | 'undetermined';

/** The verdict with its evidence: how many script-exclusive characters of each script the text holds. */
export interface ScriptVerdict {
  readonly verdict: Verdict;
  /** The script most of the evidence speaks for, `mixed` or not; undefined when there is too little of it. */
  readonly majority: Script | undefined;
  readonly simplified: number;
  readonly traditional: number;
}

/** Fewer script-exclusive characters than this decide nothing (measured: see report-format in the rules' pages). */
const MINIMUM_EVIDENCE = 4;
const MIXED_COUNT = 2;
const MIXED_SHARE = 0.01;

const EVIDENCE = CharacterClass.simplifiedOnly | CharacterClass.traditionalOnly | CharacterClass.surrogate;

/**
 * Judges from script-exclusive characters only: characters that are legal in both scripts (后 里 并) say nothing.
 * Spans in `ignore` (ascending; names and quotations of the other script) do not count.
 */
export function judgeScript(text: string, ignore: readonly Span[] = []): ScriptVerdict {
  let simplified = 0;
  let traditional = 0;
  let next = 0;
  let skipFrom = ignore[0]?.start ?? text.length;
  for (let i = 0; i < text.length; i++) {
    if (i >= skipFrom) {
      const end = ignore[next]?.end ?? 0;
      next++;
      skipFrom = ignore[next]?.start ?? text.length;
      if (i < end) i = end - 1;
      continue;
    }
    const unit = text.charCodeAt(i);
    const evidence = classOf(unit) & EVIDENCE;
    if (evidence === 0) continue;
    if (evidence === CharacterClass.traditionalOnly) traditional++;
    else if (evidence === CharacterClass.simplifiedOnly) simplified++;
    else if (unit >= 0xd840 && unit <= 0xdbff) {
      const script = astralScript(text.slice(i, i + 2));
      if (script === 'traditional') traditional++;
      else if (script === 'simplified') simplified++;
      i++;
    }
  }
  return verdictOf(simplified, traditional);
}

/** The verdict for given counts of evidence. */
export function verdictOf(simplified: number, traditional: number): ScriptVerdict {
  const total = simplified + traditional;
  if (total < MINIMUM_EVIDENCE || simplified === traditional) {
    const verdict = total >= MINIMUM_EVIDENCE ? 'mixed' : 'undetermined';
    return { verdict, majority: undefined, simplified, traditional };
  }
  const majority: Script = simplified > traditional ? 'simplified' : 'traditional';
  const minority = Math.min(simplified, traditional);
  const mixed = minority >= MIXED_COUNT || minority / total >= MIXED_SHARE;
  return { verdict: mixed && minority > 0 ? 'mixed' : majority, majority, simplified, traditional };
}

const OPENING = unitTable('“「『《〈');
const CLOSING = unitTable('”」』》〉');
const ENDING = unitTable('“「『《〈”」』》〉\n\r');
/** UTF-16 units; a longer quotation is a part of the report. */
const LONGEST_QUOTATION = 60;
/** How one speaks of a person: 張惠婷女士, 王丽同学. */
const ADDRESSES = '女士 先生 小姐 太太 夫人 教授 博士 律師 律师 醫師 医师 老師 老师 同學 同学 同志'.split(
  ' ',
);
const ADDRESS = new Set(ADDRESSES);
const ADDRESS_START = unitTable(ADDRESSES.map((word) => word.charAt(0)).join(''));

/**
 * Whether a character of the minority script at `offset` (UTF-16 units) is no evidence: it stands in a quotation or a title
 * that is in the minority script altogether, or in a name that a form of address follows or that is a member of a list. A quotation with characters of both
 * scripts is the report's own, with a leftover in it.
 */
export function isForeignMatter(text: string, offset: number, majority: Script): boolean {
  const own = majority === 'simplified' ? CharacterClass.simplifiedOnly : CharacterClass.traditionalOnly;
  const isOther = ({ start, end }: Span): boolean => (classesOf(text.slice(start, end)) & own) === 0;
  const quotation = quotationAround(text, offset);
  if (quotation !== undefined && isOther(quotation)) return true;
  const member = listedNameAround(text, offset);
  if (member !== undefined && isOther(member)) return true;
  for (let start = Math.max(0, offset - 2); start <= offset; start++) {
    for (let end = Math.max(offset + 1, start + 2); end <= start + 3; end++) {
      if (ADDRESS_START[text.charCodeAt(end)] !== 1 || !ADDRESS.has(text.slice(end, end + 2))) continue;
      if (isSurname(simplifyUnit(text.charCodeAt(start))) && isOther({ start, end })) return true;
    }
  }
  return false;
}

const LIST_MARK = '、'.charCodeAt(0);

/** The member of a list that an offset stands in, when it is a name of three characters that people are given: 、李慧琼、 */
function listedNameAround(text: string, offset: number): Span | undefined {
  let start = offset;
  while (offset - start < 3 && isHanUnit(text.charCodeAt(start - 1))) start--;
  const end = start + 3;
  if (end <= offset || isHanUnit(text.charCodeAt(end)) || isHanUnit(text.charCodeAt(start - 1)))
    return undefined;
  if (text.charCodeAt(start - 1) !== LIST_MARK && text.charCodeAt(end) !== LIST_MARK) return undefined;
  const name = simplifyCharacters(text.slice(start, end));
  const isGiven = GIVEN_NAME_CHARACTERS.has(name.charAt(1)) && GIVEN_NAME_CHARACTERS.has(name.charAt(2));
  return isGiven && isSurname(name.charCodeAt(0)) ? { start, end } : undefined;
}

/** The quotation that an offset stands in, without its marks, within a line. */
function quotationAround(text: string, offset: number): Span | undefined {
  let start = offset;
  while (OPENING[text.charCodeAt(start - 1)] !== 1) {
    if (start === 0 || offset - start > LONGEST_QUOTATION || ENDING[text.charCodeAt(start - 1)] === 1)
      return undefined;
    start--;
  }
  let end = offset + 1;
  while (CLOSING[text.charCodeAt(end)] !== 1) {
    if (end >= text.length || end - start > LONGEST_QUOTATION || ENDING[text.charCodeAt(end)] === 1)
      return undefined;
    end++;
  }
  return { start, end };
}

/**
 * The names that are no evidence of a script: those in one script altogether. A name with characters of both is the report's
 * own, with a leftover in it.
 */
export function namesOfOneScript<T extends Span>(text: string, names: readonly T[]): T[] {
  const both = CharacterClass.simplifiedOnly | CharacterClass.traditionalOnly;
  return names.filter(({ start, end }) => (classesOf(text.slice(start, end)) & both) !== both);
}

/** More evidence of the minority than this is no matter of quotations. */
export const MOST_QUOTED = 400;

/**
 * The verdict for counts over a text, without its quotations and names of the other script; see {@link isForeignMatter}.
 * @param names what the counts leave out already, ascending, apart
 */
export function verdictWithoutQuotations(
  text: string,
  { simplified, traditional }: Pick<ScriptVerdict, 'simplified' | 'traditional'>,
  names: readonly Span[] = [],
): ScriptVerdict {
  const verdict = verdictOf(simplified, traditional);
  const { majority } = verdict;
  const minority = Math.min(simplified, traditional);
  if (majority === undefined || minority === 0 || minority > MOST_QUOTED) return verdict;
  const other = majority === 'simplified' ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  let foreign = 0;
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    if ((classOf(text.charCodeAt(i)) & other) === 0) continue;
    while ((names[next]?.end ?? Infinity) <= i) next++;
    if ((names[next]?.start ?? Infinity) > i && isForeignMatter(text, i, majority)) foreign++;
  }
  return majority === 'simplified'
    ? verdictOf(simplified, traditional - foreign)
    : verdictOf(simplified - foreign, traditional);
}
