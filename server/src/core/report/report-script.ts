import { CharacterClass, isSimplifiedOnlyUnit, isTraditionalOnlyUnit } from '../script/characters.js';
import { judgeScript, verdictWithoutQuotations, type ScriptVerdict } from '../script/verdict.js';
import type { Span } from '../text/span.js';
import type { RawScan } from './scan.js';
import type { Official } from './types.js';

/** The script of a report by the counts of its scan: officials' names are no evidence. */
export function judgeReport(
  text: string,
  { classes, simplified, traditional }: RawScan,
  officials: readonly Official[],
): ScriptVerdict {
  const names = mentionsOfOneScript(text, officials);
  if ((classes & CharacterClass.surrogate) !== 0)
    return verdictWithoutQuotations(text, judgeScript(text, names), names);
  const inNames = { simplified: 0, traditional: 0 };
  for (const name of names) countScripts(text, name, inNames);
  const counts = {
    simplified: simplified - inNames.simplified,
    traditional: traditional - inNames.traditional,
  };
  return verdictWithoutQuotations(text, counts, names);
}

interface ScriptCounts {
  simplified: number;
  traditional: number;
}

function countScripts(text: string, { start, end }: Span, counts: ScriptCounts): void {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isSimplifiedOnlyUnit(unit)) counts.simplified++;
    else if (isTraditionalOnlyUnit(unit)) counts.traditional++;
  }
}

/**
 * The mentions that are no evidence of a script, ascending and apart: those in one script altogether. A name with characters of
 * both is the report's own, with a leftover in it.
 */
function mentionsOfOneScript(text: string, officials: readonly Official[]): Span[] {
  const names: Span[] = [];
  for (const { mentions } of officials) {
    for (const mention of mentions) {
      const counts = { simplified: 0, traditional: 0 };
      countScripts(text, mention, counts);
      if (counts.simplified === 0 || counts.traditional === 0) names.push(mention);
    }
  }
  return names.length < 2 ? names : mergeSpans(names);
}

/** Ascending spans without overlaps, for the script verdict to leave out. */
function mergeSpans(spans: Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
