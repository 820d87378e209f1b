import type { Report } from '../../report/types.js';
import { CharacterClass, classOf } from '../../script/characters.js';
import { isForeignMatter, MOST_QUOTED, namesOfOneScript, type Script } from '../../script/verdict.js';
import { spansMeeting, type Span } from '../../text/span.js';

/** A stretch in the minority script with how many of its characters prove it. */
export interface Run extends Span {
  readonly evidence: number;
}

const CLAUSE_END = new Uint8Array(0x10000);
for (const mark of '。，；：？！,;:?!\n\r') CLAUSE_END[mark.charCodeAt(0)] = 1;

/**
 * The runs of the minority script of a mixed report, raw offsets, ascending. A sentence with evidence of the minority, two
 * characters of it at least, and hardly any of the majority is a run as a whole, its clauses without evidence and its names
 * with it; so is a line without any evidence of the majority, and a clause in which the minority has more. Neighbouring ones
 * join, over clauses without evidence too. Elsewhere only the stray characters themselves are a run. Names, quotations of the
 * other script and page furniture do not count.
 */
export function minorityRuns(report: Report): Run[] {
  const { text, script } = report;
  const { majority: own } = script;
  if (own === undefined) return [];
  const names = nameUnits(report);
  const runs: Run[] = [];
  let open: { start: number; end: number; evidence: number } | undefined;
  const close = (): void => {
    if (open !== undefined) runs.push(open);
    open = undefined;
  };
  const furniture = report.zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan');
  // In a text with more of the minority than anybody quotes, looking for quotations would be the greater part of the work.
  const quotes = Math.min(script.simplified, script.traditional) <= MOST_QUOTED;
  for (const line of lines(text)) {
    const proofs = line
      .filter((clause) => spansMeeting(furniture, clause).length === 0)
      .map((clause) => proofOf(text, clause, own, names, quotes));
    const all = [...sentences(text, proofs)];
    const pasted = isPure(proofs, 2);
    const wholes = all.map((sentence) => pasted || isPasted(sentence));
    for (const [i, sentence] of all.entries()) {
      // A short sentence beside one that was pasted came with it.
      const beside = wholes[i - 1] === true || wholes[i + 1] === true;
      const whole = wholes[i] === true || (beside && isPure(sentence, 1));
      for (const { start: from, end, minority, majority } of sentence) {
        // A lone stray in a clause that proves nothing else says nothing of the clause, unless it goes on from a run.
        const least = open === undefined ? 1 : 0;
        if (whole || (minority.length > least && minority.length > majority)) {
          const start = skipBlank(text, from);
          if (start >= end) continue;
          open = {
            start: open?.start ?? start,
            end,
            evidence: (open?.evidence ?? 0) + minority.length,
          };
        } else if (majority > 0 || minority.length > 0) {
          close();
          for (const stray of strays(minority)) runs.push(stray);
        }
      }
    }
  }
  close();
  return runs;
}

/** The clauses of a line, sentence by sentence. */
function* sentences(text: string, clauses: readonly Proof[]): Generator<Proof[]> {
  let sentence: Proof[] = [];
  for (const clause of clauses) {
    sentence.push(clause);
    if (!'。！？!?'.includes(text.charAt(clause.end))) continue;
    yield sentence;
    sentence = [];
  }
  if (sentence.length > 0) yield sentence;
}

interface Proof extends Span {
  /** Offsets of the characters that prove the minority script. */
  readonly minority: readonly number[];
  readonly majority: number;
}

function proofOf(
  text: string,
  { start, end }: Span,
  script: Script,
  names: ReadonlySet<number>,
  quotes: boolean,
): Proof {
  const [own, other] =
    script === 'simplified'
      ? [CharacterClass.simplifiedOnly, CharacterClass.traditionalOnly]
      : [CharacterClass.traditionalOnly, CharacterClass.simplifiedOnly];
  const minority: number[] = [];
  let majority = 0;
  for (let i = start; i < end; i++) {
    const flags = classOf(text.charCodeAt(i)) & (own | other);
    if (flags === 0 || names.has(i)) continue;
    if ((flags & other) === 0) majority++;
    else if (!quotes || !isForeignMatter(text, i, script)) minority.push(i);
  }
  return { start, end, minority, majority };
}

/** Evidence of the minority only, and of so many characters at least. */
function isPure(proofs: readonly Proof[], least: number): boolean {
  return proofs.every(({ majority }) => majority === 0) && evidenceOf(proofs) >= least;
}

/** As much evidence of the minority for each of the majority: names that nobody recognised keep their script in a paste. */
const OVERWHELMING = 5;

/** Evidence of the minority, and hardly any of the majority. */
function isPasted(sentence: readonly Proof[]): boolean {
  const minorities = evidenceOf(sentence);
  const majorities = sentence.reduce((sum, { majority }) => sum + majority, 0);
  return minorities > 1 && majorities * OVERWHELMING <= minorities;
}

function evidenceOf(proofs: readonly Proof[]): number {
  return proofs.reduce((sum, { minority }) => sum + minority.length, 0);
}

/** The clauses of each line. */
function* lines(text: string): Generator<Span[]> {
  let line: Span[] = [];
  let end = -1;
  for (const clause of clauses(text)) {
    if (end >= 0 && breaksLine(text, end, clause.start)) {
      yield line;
      line = [];
    }
    line.push(clause);
    ({ end } = clause);
  }
  if (line.length > 0) yield line;
}

function breaksLine(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) return true;
  return false;
}

function* clauses(text: string): Generator<Span> {
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (CLAUSE_END[text.charCodeAt(i)] === 0) continue;
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

function nameUnits({ text, officials, authors, editors }: Report): Set<number> {
  const units = new Set<number>();
  const names: Span[] = [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors];
  for (const { start, end } of namesOfOneScript(text, names)) {
    for (let i = start; i < end; i++) units.add(i);
  }
  return units;
}
