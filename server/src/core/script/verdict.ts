import type { Span } from '../text/span.js';
import { astralScript, CharacterClass, classOf } from './characters.js';

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
