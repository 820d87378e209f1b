import type { FoundPhrase } from '../report/parse.js';
import { Clue, clueUnit, createClueTable, findClues, type ClueSource } from '../report/clues.js';
import type { ShadowScan } from '../report/scan.js';
import { createPairIndex } from './pair-index.js';
import { FormTable } from './form-table.js';

/** A set phrase as the lexicon has it; Simplified. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly parts?: readonly string[];
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly en?: string;
  readonly variants?: readonly string[];
  /** Counts only inside quotation marks: its characters also meet by chance (第三新闻). */
  readonly quotedOnly?: boolean;
  readonly firstUse?: { readonly date: string; readonly occasion: string };
  readonly source: string;
  readonly checked: boolean;
}

/** What a scan knows of a folded text: its units, and where phrases may begin. */
export type PhrasePlaces = Pick<ShadowScan, 'units' | 'clues'>;

/** Finds lexicon phrases in folded shadow text in one pass; the longest at a place wins. */
export interface PhraseMatcher {
  /** What places of phrases, and of their halves, begin with. */
  readonly clues: readonly ClueSource[];
  /** @param scan where to look; absent, everywhere */
  find(folded: string, scan?: PhrasePlaces): readonly FoundPhrase[];
  /**
   * Stretches one character away from a phrase of at least six characters: one replaced or one left out, never
   * the first or the last. What is a phrase itself, or part of one, is none.
   * @param exact what `find` found, where the caller has asked
   */
  findNear(folded: string, exact?: readonly FoundPhrase[], scan?: PhrasePlaces): readonly FoundPhrase[];
}

interface Form {
  readonly form: string;
  readonly phrase: string;
  readonly quotedOnly: boolean;
}

const MARK = /[、,，\s]/g;
const NO_PHRASES: readonly FoundPhrase[] = [];

/** Builds a matcher over headwords and variants; the marks inside a phrase may be `、` or a comma. */
export function createPhraseMatcher(entries: readonly PhraseEntry[]): PhraseMatcher {
  const forms = entries.flatMap(({ phrase, variants, quotedOnly = false }) =>
    [phrase, ...(variants ?? [])].map((written): Form => ({ form: fold(written), phrase, quotedOnly })),
  );
  const exact = createExactFinder(forms);
  const near = createNearFinder(forms);
  const clues: ClueSource[] = [
    { clue: Clue.phrase, pairs: forms.map(({ form }) => form.slice(0, 2)) },
    { clue: Clue.nearPhrase, pairs: near.pairs },
  ];
  const table = createClueTable(clues);
  const scanned = (folded: string): PhrasePlaces => ({
    units: Uint16Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i)),
    clues: findClues(folded, table),
  });
  return {
    clues,
    find: (folded, scan = scanned(folded)) => exact(folded, scan),
    findNear(folded, found, scan = scanned(folded)) {
      return near.find(folded, found ?? exact(folded, scan), scan);
    },
  };
}

function createExactFinder(
  forms: readonly Form[],
): (folded: string, scan: PhrasePlaces) => readonly FoundPhrase[] {
  // Two units alone meet by chance at every tenth place of a text that is about what the phrases are about.
  const longestFirst = [...forms].sort((a, b) => b.form.length - a.form.length);
  const table = new FormTable(longestFirst.map((value) => ({ form: value.form, keyAt: 0, value })));
  const short = createPairIndex(
    forms.filter(({ form }) => form.length === 2).map((form) => [form.form, form]),
  );
  const longestAt = (folded: string, units: Uint16Array, at: number): Form | undefined => {
    const group = table.groupAt(units, at);
    if (group >= 0) {
      for (let k = table.firstOf(group); k < table.firstOf(group + 1); k++) {
        const length = table.lengthOf(k);
        if (at + length > folded.length || table.commonWith(k, 0, units, at) < length) continue;
        const form = table.entryOf(k)?.value;
        if (form !== undefined && fits(form, folded, at)) return form;
      }
    }
    return short
      .get(clueUnit(units[at] ?? 0), clueUnit(units[at + 1] ?? 0))
      ?.find((form) => at + 2 <= folded.length && fits(form, folded, at));
  };
  return (folded, { units, clues }) => {
    let found: FoundPhrase[] | undefined;
    let from = 0;
    for (let i = clues.next(0, Clue.phrase); i < clues.count; i = clues.next(i + 1, Clue.phrase)) {
      const at = clues.place(i);
      if (at < from) continue;
      const form = longestAt(folded, units, at);
      if (form === undefined) continue;
      from = at + form.form.length;
      (found ??= []).push({ phrase: form.phrase, start: at, end: from });
    }
    return found ?? NO_PHRASES;
  };
}

function fits({ form, quotedOnly }: Form, folded: string, at: number): boolean {
  return !quotedOnly || isQuoted(folded, at, form.length);
}

const SHORTEST_NEAR = 6;

/** A phrase with one character wrong keeps its first half or its second half: each half leads to its phrases. */
function createNearFinder(forms: readonly Form[]): {
  readonly pairs: readonly string[];
  find(folded: string, exact: readonly FoundPhrase[], scan: PhrasePlaces): readonly FoundPhrase[];
} {
  const long = forms.filter(({ form }) => form.length >= SHORTEST_NEAR && !form.startsWith('“'));
  const longest = long.reduce((most, { form }) => Math.max(most, form.length), 0);
  const halves = new FormTable([
    ...long.map((value) => ({ form: value.form, keyAt: 0, value })),
    ...long.map((value) => ({ form: value.form, keyAt: value.form.length - 3, value })),
  ]);
  const find = (
    folded: string,
    exact: readonly FoundPhrase[],
    { units, clues }: PhrasePlaces,
  ): readonly FoundPhrase[] => {
    let search: NearSearch | undefined;
    for (let k = clues.next(0, Clue.nearPhrase); k < clues.count; k = clues.next(k + 1, Clue.nearPhrase)) {
      const at = clues.place(k);
      const group = halves.groupAt(units, at);
      if (group < 0) continue;
      search ??= new NearSearch(units, folded.length, exact, longest);
      search.tryGroup(halves, group, at);
    }
    return search?.found.sort((a, b) => a.start - b.start) ?? NO_PHRASES;
  };
  return { pairs: long.flatMap(({ form }) => [form.slice(0, 2), form.slice(-3, -1)]), find };
}

/** The near phrases of one text, as halves of phrases are met from its beginning to its end. */
class NearSearch {
  readonly found: FoundPhrase[] = [];
  /** The first of the exact phrases that what is still to come may meet. */
  #next = 0;

  constructor(
    private readonly units: Uint16Array,
    /** Of the text; the units may go on behind it. */
    private readonly length: number,
    private readonly exact: readonly FoundPhrase[],
    /** Units of the longest phrase: so much behind the place of a half may a phrase begin. */
    private readonly longest: number,
  ) {}

  /**
   * Tries the phrases of which a half stands at an offset, with all their characters and with one left out.
   * @param at not before that of the call before
   */
  tryGroup(halves: FormTable<Form>, group: number, at: number): void {
    const { exact } = this;
    // Both lists ascend: what lies before the present place cannot meet it any more.
    while ((exact[this.#next]?.end ?? Infinity) <= at - this.longest) this.#next++;
    // Nearly every half that is met belongs to an exact phrase.
    if (!this.#isFree(at, at + 3)) return;
    for (let form = halves.firstOf(group); form < halves.firstOf(group + 1); form++) {
      const keyAt = halves.entryOf(form)?.keyAt ?? 0;
      const length = halves.lengthOf(form);
      const start = at - keyAt;
      this.#offer(halves, form, start, start + length);
      if (keyAt === 0) this.#offer(halves, form, start, start + length - 1);
      else this.#offer(halves, form, start + 1, start + length);
    }
  }

  #offer(table: FormTable<Form>, form: number, start: number, end: number): void {
    if (start < 0 || end > this.length) return;
    if (!isOneAway(this.units, start, end, table, form) || !this.#isFree(start, end)) return;
    this.found.push({ phrase: table.entryOf(form)?.value.phrase ?? '', start, end });
  }

  #isFree(start: number, end: number): boolean {
    const { exact } = this;
    for (let k = this.#next; (exact[k]?.start ?? Infinity) < end; k++)
      if ((exact[k]?.end ?? 0) > start) return false;
    const last = this.found.at(-1);
    return last === undefined || last.end <= start;
  }
}

/** Whether a stretch differs from a form by one Han character replaced or left out inside. */
function isOneAway(
  units: Uint16Array,
  start: number,
  end: number,
  table: FormTable<unknown>,
  form: number,
): boolean {
  const length = table.lengthOf(form);
  const common = Math.min(table.commonWith(form, 0, units, start), end - start);
  if (common === 0 || common >= length - 1) return false;
  // Behind the character that differs, all the rest has to stand there up to the end.
  const rest = length - common - 1;
  const replaced = end - start === length;
  if (table.commonWith(form, common + 1, units, end - rest) < rest) return false;
  return isHan(table.letterOf(form, common)) && (!replaced || isHan(units[start + common] ?? 0));
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isQuoted(text: string, at: number, length: number): boolean {
  return /[“"「‘]/.test(text.charAt(at - 1)) && /[”"」’]/.test(text.charAt(at + length));
}

function fold(phrase: string): string {
  return phrase.replace(MARK, '、');
}
