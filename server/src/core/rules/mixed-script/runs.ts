import type { Report } from '../../report/types.js';
import { isSimplifiedOnlyUnit, isTraditionalOnlyUnit } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';

/** A stretch in the minority script with how many of its characters prove it. */
export interface Run extends Span {
  readonly evidence: number;
}

const CLAUSE_END = new Set('。，；：？！,;:?!\n\r'.split(''));

/**
 * The runs of the minority script of a mixed report, raw offsets, ascending. A clause whose evidence speaks
 * for the minority is a run as a whole; neighbouring ones join, over clauses without evidence too. In a clause
 * of the majority script only the stray characters themselves are a run. Names and page furniture do not count.
 */
export function minorityRuns(report: Report): Run[] {
  const { text, script } = report;
  if (script.majority === undefined) return [];
  const isMinority = script.majority === 'simplified' ? isTraditionalOnlyUnit : isSimplifiedOnlyUnit;
  const isMajority = script.majority === 'simplified' ? isSimplifiedOnlyUnit : isTraditionalOnlyUnit;
  const names = nameUnits(report);
  const runs: Run[] = [];
  let open: { start: number; end: number; evidence: number } | undefined;
  const close = (): void => {
    if (open !== undefined) runs.push(open);
    open = undefined;
  };
  const furniture = report.zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan');
  for (const clause of clauses(text)) {
    if (spansMeeting(furniture, clause).length > 0) continue;
    const minority: number[] = [];
    let majority = 0;
    for (let i = clause.start; i < clause.end; i++) {
      if (names.has(i)) continue;
      const unit = text.charCodeAt(i);
      if (isMinority(unit)) minority.push(i);
      else if (isMajority(unit)) majority++;
    }
    if (minority.length > majority) {
      const start = skipBlank(text, clause.start);
      open = {
        start: open?.start ?? start,
        end: clause.end,
        evidence: (open?.evidence ?? 0) + minority.length,
      };
    } else if (majority > 0 || minority.length > 0) {
      close();
      for (const stray of strays(minority)) runs.push(stray);
    }
  }
  close();
  return runs;
}

function* clauses(text: string): Generator<Span> {
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!CLAUSE_END.has(text.charAt(i))) continue;
    if (i > start) yield { start, end: i };
    start = i + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}

function strays(offsets: readonly number[]): Run[] {
  const runs: { start: number; end: number; evidence: number }[] = [];
  for (const offset of offsets) {
    const last = runs.at(-1);
    if (last?.end === offset) {
      last.end++;
      last.evidence++;
    } else runs.push({ start: offset, end: offset + 1, evidence: 1 });
  }
  return runs;
}

function skipBlank(text: string, offset: number): number {
  let start = offset;
  while (/\s/.test(text.charAt(start))) start++;
  return start;
}

function nameUnits({ officials, authors, editors }: Report): Set<number> {
  const units = new Set<number>();
  for (const { start, end } of [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors]) {
    for (let i = start; i < end; i++) units.add(i);
  }
  return units;
}
