import type { Report } from '../../report/types.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { CharacterClass, classOf } from '../characters.js';
import type { ConvertTarget, Glyphs } from '../converter.js';

/**
 * How a stretch gets to the target: `whole` by a configuration; `strays` where it is in the target script but for single
 * characters: only those change, so that no legal character of the target script is touched.
 */
export interface Stretch extends Span {
  readonly config: Glyphs;
  readonly mode: 'whole' | 'strays';
}

const { simplifiedOnly: SIMPLIFIED, traditionalOnly: TRADITIONAL } = CharacterClass;

/** A stretch of the target script goes nowhere, or from one standard of Traditional to another. */
const BETWEEN_STANDARDS: Readonly<Record<ConvertTarget, Glyphs | undefined>> = {
  simplified: undefined,
  traditional: undefined,
  tw: 't2tw',
  hk: 't2hk',
};
const FROM_SIMPLIFIED: Readonly<Record<Exclude<ConvertTarget, 'simplified'>, Glyphs>> = {
  traditional: 's2t',
  tw: 's2tw',
  hk: 's2hk',
};

/**
 * What there is to convert within `ranges` (ascending, apart). A line in one script is decided as a whole, one with evidence
 * of both by its clauses; what has no evidence goes with the line, and with the report. Neighbouring stretches that go the
 * same way are one.
 * @param names raw spans, ascending, apart: they prove nothing
 * @param toSimplified the configuration for Traditional text
 */
export function stretchesToConvert(
  report: Report,
  ranges: readonly Span[],
  to: ConvertTarget,
  toSimplified: Glyphs,
  names: readonly Span[],
): Stretch[] {
  const { text, lines, script } = report;
  const away = to === 'simplified' ? toSimplified : FROM_SIMPLIFIED[to];
  const within = BETWEEN_STANDARDS[to];
  const other = to === 'simplified' ? TRADITIONAL : SIMPLIFIED;
  const own = to === 'simplified' ? SIMPLIFIED : TRADITIONAL;
  const ownScript = to === 'simplified' ? 'simplified' : 'traditional';
  const stretches: { start: number; end: number; config: Glyphs; mode: Stretch['mode'] }[] = [];

  const add = (start: number, end: number, mode: Stretch['mode'], config: Glyphs | undefined): void => {
    if (config === undefined || start >= end) return;
    const last = stretches.at(-1);
    // Only a line end may lie between: ranges that the caller keeps apart are further away than that, or meet.
    if (last?.config === config && last.mode === mode && mode === 'whole' && isBlank(text, last.end, start))
      last.end = end;
    else stretches.push({ start, end, config, mode });
  };
  const addClauses = (start: number, end: number, lineIsOwn: boolean): void => {
    for (const clause of clausesOf(text, start, end)) {
      const all = countEvidence(text, clause.start, clause.end, other, own, NO_NAMES);
      const { others, owns } = countEvidence(text, clause.start, clause.end, other, own, names);
      if (others > owns) add(clause.start, clause.end, 'whole', away);
      else if (all.others > 0) add(clause.start, clause.end, 'strays', away);
      else if (owns > 0 || lineIsOwn) add(clause.start, clause.end, 'whole', within);
      else add(clause.start, clause.end, 'whole', away);
    }
  };

  // A text in one script is a single stretch, names and all.
  if ((report.classes & own) === 0 && script.majority !== ownScript) {
    for (const { start, end } of ranges) add(start, end, 'whole', away);
    return stretches;
  }
  for (const range of ranges) {
    for (let i = lines.place(range.start).line; i < lines.count; i++) {
      const line = lines.line(i);
      if (line.start > range.end) break;
      const start = Math.max(line.start, range.start);
      const end = Math.min(line.end, range.end);
      if (end <= start) continue;
      const { others, owns } = countEvidence(text, start, end, other, own, NO_NAMES);
      if (others > 0 && owns > 0) addClauses(start, end, owns >= others);
      else if (others > 0 || (owns === 0 && script.majority !== ownScript)) add(start, end, 'whole', away);
      else add(start, end, 'whole', within);
    }
  }
  return stretches;
}

const NO_NAMES: readonly Span[] = [];

function countEvidence(
  text: string,
  start: number,
  end: number,
  other: number,
  own: number,
  names: readonly Span[],
): { readonly others: number; readonly owns: number } {
  const spared = names.length === 0 ? names : spansMeeting(names, { start, end });
  let others = 0;
  let owns = 0;
  for (let i = start; i < end; i++) {
    const flags = classOf(text.charCodeAt(i));
    if ((flags & (other | own)) === 0) continue;
    if (spared.length > 0 && spared.some((name) => name.start <= i && i < name.end)) continue;
    if ((flags & other) !== 0) others++;
    else owns++;
  }
  return { others, owns };
}

/** Marks that end a clause; a mark belongs to the clause in front of it. */
const CLAUSE_END = new Set(Array.from('。，；：？！,;:?!「」『』“”《》', (mark) => mark.charCodeAt(0)));

function* clausesOf(text: string, start: number, end: number): Generator<Span> {
  let from = start;
  for (let i = start; i < end; i++) {
    if (!CLAUSE_END.has(text.charCodeAt(i))) continue;
    yield { start: from, end: i + 1 };
    from = i + 1;
  }
  if (from < end) yield { start: from, end };
}

/** A stretch widened to whole clauses, within the lines of its ends. */
export function clausesAround({ text, lines }: Pick<Report, 'text' | 'lines'>, { start, end }: Span): Span {
  const first = lines.line(lines.place(start).line).start;
  const last = lines.line(lines.place(Math.max(start, end - 1)).line).end;
  let from = start;
  while (from > first && !CLAUSE_END.has(text.charCodeAt(from - 1))) from--;
  let to = end;
  if (end === start || !CLAUSE_END.has(text.charCodeAt(end - 1)))
    while (to < last && !CLAUSE_END.has(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) return false;
  }
  return true;
}
