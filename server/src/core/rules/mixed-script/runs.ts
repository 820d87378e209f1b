import type { Report, Zone } from '../../report/types.js';
import { CharacterClass, classOf } from '../../script/characters.js';
import { isForeignMatter, MOST_QUOTED, namesOfOneScript, type Script } from '../../script/verdict.js';
import type { Span } from '../../text/span.js';
import { unitTable, WHITE_SPACE } from '../../text/unit-table.js';

/** A stretch in the minority script with how many of its characters prove it. */
export interface Run extends Span {
  readonly evidence: number;
}

const CLAUSE_END = unitTable('。，；：？！,;:?!');
const SENTENCE_END = unitTable('。！？!?');
const BLANK = unitTable(WHITE_SPACE);

/**
 * The runs of the minority script of a mixed report, raw offsets, ascending. A sentence with evidence of the minority, two
 * characters of it at least, and hardly any of the majority is a run as a whole, its clauses without evidence and its names
 * with it; so is a line without any evidence of the majority, and a clause in which the minority has more. Neighbouring ones
 * join, over clauses without evidence too. Elsewhere only the stray characters themselves are a run. Names, quotations of the
 * other script and page furniture do not count.
 * @param damaged lines, by number, that a wrong encoding has garbled: no script can be told there
 */
export function minorityRuns(report: Report, damaged: ReadonlySet<number>): Run[] {
  const { text, lines, script } = report;
  if (script.majority === undefined) return [];
  const reader = new ClauseReader(report, script.majority);
  const runs = new RunCollector(text);
  for (let i = 0; i < lines.count; i++) {
    const { start, end } = lines.line(i);
    if (damaged.has(i)) {
      runs.close();
      continue;
    }
    // Without an open run and without evidence nothing begins here, as in most lines of most reports.
    if (!runs.isOpen && !reader.holdsMinority(start, end)) continue;
    addLine(runs, sentencesOf(text, reader.clauses(start, end)));
  }
  runs.close();
  return runs.found;
}

/** A clause with what proves its script. */
interface Clause extends Span {
  /** Offsets of the characters that prove the minority script. */
  readonly minority: readonly number[];
  readonly majority: number;
}

interface Sentence {
  readonly clauses: Clause[];
  /** Characters that prove either script. */
  minority: number;
  majority: number;
}

function addLine(runs: RunCollector, sentences: readonly Sentence[]): void {
  const pasted =
    sentences.every(({ majority }) => majority === 0) &&
    sentences.reduce((sum, { minority }) => sum + minority, 0) > 1;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!;
    const whole = pasted || isPasted(sentence) || (isPure(sentence) && isBesidePasted(sentences, i));
    for (const clause of sentence.clauses) {
      const { minority, majority } = clause;
      // A lone stray in a clause that proves nothing else says nothing of the clause, unless it goes on from a run.
      const least = runs.isOpen ? 0 : 1;
      if (whole || (minority.length > least && minority.length > majority)) runs.extend(clause);
      else if (majority > 0 || minority.length > 0) {
        runs.close();
        runs.addStrays(minority);
      }
    }
  }
}

/** As much evidence of the minority for each of the majority: names that nobody recognised keep their script in a paste. */
const OVERWHELMING = 5;

/** Evidence of the minority, and hardly any of the majority. */
function isPasted({ minority, majority }: Sentence): boolean {
  return minority > 1 && majority * OVERWHELMING <= minority;
}

/** Evidence of the minority only. */
function isPure({ minority, majority }: Sentence): boolean {
  return minority > 0 && majority === 0;
}

/** A short sentence beside one that was pasted came with it. */
function isBesidePasted(sentences: readonly Sentence[], i: number): boolean {
  const before = sentences[i - 1];
  const after = sentences[i + 1];
  return (before !== undefined && isPasted(before)) || (after !== undefined && isPasted(after));
}

function sentencesOf(text: string, clauses: readonly Clause[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let sentence: Sentence | undefined;
  for (const clause of clauses) {
    if (sentence === undefined) {
      sentence = { clauses: [], minority: 0, majority: 0 };
      sentences.push(sentence);
    }
    sentence.clauses.push(clause);
    sentence.minority += clause.minority.length;
    sentence.majority += clause.majority;
    if (SENTENCE_END[text.charCodeAt(clause.end)] === 1) sentence = undefined;
  }
  return sentences;
}

const NO_OFFSETS: readonly number[] = [];

/** Reads the clauses of line after line, each stretch of the text once and in ascending order. */
class ClauseReader {
  readonly #text: string;
  readonly #own: number;
  readonly #other: number;
  readonly #script: Script;
  readonly #isName: Uint8Array;
  readonly #furniture: readonly Zone[];
  /** The first zone of furniture that does not end before what is being read. */
  #nextFurniture = 0;
  readonly #marks: readonly number[];
  /** The first mark that does not stand before what is being read. */
  #nextMark = 0;
  /** In a text with more of the minority than anybody quotes, looking for quotations would be the greater part of the work. */
  readonly #quotes: boolean;

  constructor(report: Report, majority: Script) {
    const { simplifiedOnly, traditionalOnly } = CharacterClass;
    this.#text = report.text;
    this.#marks = report.marks;
    this.#script = majority;
    this.#own = majority === 'simplified' ? simplifiedOnly : traditionalOnly;
    this.#other = majority === 'simplified' ? traditionalOnly : simplifiedOnly;
    this.#isName = nameUnits(report);
    this.#furniture = report.zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan');
    this.#quotes = Math.min(report.script.simplified, report.script.traditional) <= MOST_QUOTED;
  }

  holdsMinority(start: number, end: number): boolean {
    const text = this.#text;
    const other = this.#other;
    for (let i = start; i < end; i++) if ((classOf(text.charCodeAt(i)) & other) !== 0) return true;
    return false;
  }

  /** The clauses of a line that are no page furniture. */
  clauses(start: number, end: number): readonly Clause[] {
    const marks = this.#marks;
    const clauses: Clause[] = [];
    let from = start;
    let next = this.#nextMark;
    while (next < marks.length && marks[next]! < start) next++;
    for (; next < marks.length && marks[next]! < end; next++) {
      const offset = marks[next]!;
      if (CLAUSE_END[this.#text.charCodeAt(offset)] !== 1) continue;
      if (offset > from && !this.#isFurniture(from, offset)) clauses.push(this.#clause(from, offset));
      from = offset + 1;
    }
    this.#nextMark = next;
    if (end > from && !this.#isFurniture(from, end)) clauses.push(this.#clause(from, end));
    return clauses;
  }

  #isFurniture(start: number, end: number): boolean {
    const furniture = this.#furniture;
    let next = this.#nextFurniture;
    while (next < furniture.length && furniture[next]!.end <= start) next++;
    this.#nextFurniture = next;
    return next < furniture.length && furniture[next]!.start < end;
  }

  #clause(start: number, end: number): Clause {
    const text = this.#text;
    const other = this.#other;
    const evidence = this.#own | other;
    let minority: number[] | undefined;
    let majority = 0;
    for (let i = start; i < end; i++) {
      const flags = classOf(text.charCodeAt(i)) & evidence;
      if (flags === 0 || this.#isName[i] === 1) continue;
      if ((flags & other) === 0) majority++;
      else if (!this.#quotes || !isForeignMatter(text, i, this.#script)) (minority ??= []).push(i);
    }
    return { start, end, minority: minority ?? NO_OFFSETS, majority };
  }
}

/** Joins clauses and characters to runs. */
class RunCollector {
  readonly found: Run[] = [];
  #open: { start: number; end: number; evidence: number } | undefined;

  constructor(private readonly text: string) {}

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  extend({ start, end, minority }: Clause): void {
    const from = skipBlank(this.text, start);
    if (from >= end) return;
    if (this.#open === undefined) this.#open = { start: from, end, evidence: minority.length };
    else {
      this.#open.end = end;
      this.#open.evidence += minority.length;
    }
  }

  close(): void {
    if (this.#open !== undefined) this.found.push(this.#open);
    this.#open = undefined;
  }

  /** Neighbouring characters are one run. */
  addStrays(offsets: readonly number[]): void {
    let last: { start: number; end: number; evidence: number } | undefined;
    for (const offset of offsets) {
      if (last?.end === offset) {
        last.end++;
        last.evidence++;
        continue;
      }
      last = { start: offset, end: offset + 1, evidence: 1 };
      this.found.push(last);
    }
  }
}

function skipBlank(text: string, offset: number): number {
  let start = offset;
  while (BLANK[text.charCodeAt(start)] === 1) start++;
  return start;
}

/** 1 for every UTF-16 unit that is part of a name. */
function nameUnits({ text, officials, authors, editors }: Report): Uint8Array {
  const units = new Uint8Array(text.length);
  const mark = (names: readonly Span[]): void => {
    for (const { start, end } of namesOfOneScript(text, names)) units.fill(1, start, end);
  };
  for (const { mentions } of officials) mark(mentions);
  mark(authors);
  mark(editors);
  return units;
}
