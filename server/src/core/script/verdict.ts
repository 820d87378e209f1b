import type { Span } from '../text/span.js';
import { astralScript, CharacterClass, classesOf, classOf } from './characters.js';

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

const QUOTATION = /[“「『《〈][^“”「」『』《》〈〉\n\r]{1,60}[”」』》〉]/g;
/** A name that the recogniser does not know, by how one speaks of its bearer: 張惠婷女士, 团员王丽同学. */
const ADDRESSED =
  /[\u3400-\u9fff]{2,3}(?=女士|先生|小姐|太太|夫人|教授|博士|律師|律师|醫師|医师|老師|老师|同學|同学|同志)/g;

/**
 * What is no evidence of a script, ascending and apart (UTF-16 offsets): quotations and titles of works that are in the
 * minority script altogether, and names that a form of address follows. A quotation with characters of both scripts is the
 * report's own, with a leftover in it.
 */
export function foreignQuotations(text: string, majority: Script): Span[] {
  const own = majority === 'simplified' ? CharacterClass.simplifiedOnly : CharacterClass.traditionalOnly;
  const other = majority === 'simplified' ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  const found: Span[] = [];
  for (const pattern of [QUOTATION, ADDRESSED]) {
    for (const { index, 0: quoted } of text.matchAll(pattern)) {
      const classes = classesOf(quoted);
      if ((classes & other) !== 0 && (classes & own) === 0)
        found.push({ start: index, end: index + quoted.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** More evidence of the minority than this is no matter of quotations. */
const MOST_QUOTED = 400;

/** The verdict for counts over a text, without its quotations and names of the other script; see {@link foreignQuotations}. */
export function verdictWithoutQuotations(text: string, simplified: number, traditional: number): ScriptVerdict {
  const verdict = verdictOf(simplified, traditional);
  const minority = Math.min(simplified, traditional);
  if (verdict.majority === undefined || minority === 0 || minority > MOST_QUOTED) return verdict;
  const other =
    verdict.majority === 'simplified' ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  let quoted = 0;
  let end = 0;
  for (const span of foreignQuotations(text, verdict.majority)) {
    for (let i = Math.max(end, span.start); i < span.end; i++)
      if ((classOf(text.charCodeAt(i)) & other) !== 0) quoted++;
    end = Math.max(end, span.end);
  }
  return verdict.majority === 'simplified'
    ? verdictOf(simplified, traditional - quoted)
    : verdictOf(simplified - quoted, traditional);
}
