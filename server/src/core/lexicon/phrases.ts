import type { FoundPhrase } from '../report/parse.js';
import { Clue, clueUnit, createClueTable, findClues, type Clues, type ClueSource } from '../report/clues.js';
import { createTrie } from './trie.js';

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

/** Finds lexicon phrases in folded shadow text in one pass; the longest at a place wins. */
export interface PhraseMatcher {
  /** What places of phrases, and of their halves, begin with. */
  readonly clues: readonly ClueSource[];
  /** @param clues where to look; absent, everywhere */
  find(folded: string, clues?: Clues): FoundPhrase[];
  /**
   * Stretches one character away from a phrase of at least six characters: one replaced or one left out, never
   * the first or the last. What is a phrase itself, or part of one, is none.
   * @param exact what `find` found, where the caller has asked
   */
  findNear(folded: string, exact?: readonly FoundPhrase[], clues?: Clues): FoundPhrase[];
}

interface Form {
  readonly form: string;
  readonly phrase: string;
  readonly quotedOnly: boolean;
}

const MARK = /[、,，\s]/g;

/** Builds a matcher over headwords and variants; the marks inside a phrase may be `、` or a comma. */
export function createPhraseMatcher(entries: readonly PhraseEntry[]): PhraseMatcher {
  const forms = entries.flatMap(({ phrase, variants, quotedOnly = false }) =>
    [phrase, ...(variants ?? [])].map((written): Form => ({ form: fold(written), phrase, quotedOnly })),
  );
  const trie = createTrie(forms.map((form) => [form.form, form]));
  const near = createNearIndex(forms);
  const find = (folded: string, clues: Clues): FoundPhrase[] => {
    const found: FoundPhrase[] = [];
    let from = 0;
    for (let i = clues.next(0, Clue.phrase); i < clues.count; i = clues.next(i + 1, Clue.phrase)) {
      const at = clues.place(i);
      if (at < from) continue;
      let longest: string | undefined;
      let node = 0;
      for (let end = at; end < folded.length;) {
        node = trie.step(node, clueUnit(folded.charCodeAt(end)));
        if (node < 0) break;
        end++;
        const match = trie
          .values(node)
          ?.find(({ quotedOnly }) => !quotedOnly || isQuoted(folded, at, end - at));
        if (match === undefined) continue;
        longest = match.phrase;
        from = end;
      }
      if (longest !== undefined) found.push({ phrase: longest, start: at, end: from });
    }
    return found;
  };
  const clues: ClueSource[] = [
    { clue: Clue.phrase, pairs: forms.map(({ form }) => form.slice(0, 2)) },
    { clue: Clue.nearPhrase, pairs: near.pairs },
  ];
  const table = createClueTable(clues);
  return {
    clues,
    find: (folded, given = findClues(folded, table)) => find(folded, given),
    findNear(folded, exact, given = findClues(folded, table)) {
      return near.find(folded, exact ?? find(folded, given), given);
    },
  };
}

const SHORTEST_NEAR = 6;
/** No phrase of the lexicon is longer; a place may be offered that much behind the one before. */
const LONGEST_NEAR = 80;

/** Phrases whose first or whose last three characters are the same. */
interface Half {
  readonly pair: string;
  readonly heads: Form[];
  readonly tails: Form[];
}

/** A phrase with one character wrong keeps its first half or its second half: each half leads to its phrases. */
function createNearIndex(forms: readonly Form[]): {
  readonly pairs: readonly string[];
  find(folded: string, exact: readonly FoundPhrase[], clues: Clues): FoundPhrase[];
} {
  const halves = new Map<number, Half>();
  const halfOf = (key: string): Half => {
    const code = tripleOf(key, 0);
    const half = halves.get(code) ?? { pair: key.slice(0, 2), heads: [], tails: [] };
    halves.set(code, half);
    return half;
  };
  for (const form of forms) {
    const { form: text } = form;
    if (text.length < SHORTEST_NEAR || text.startsWith('“')) continue;
    halfOf(text.slice(0, 3)).heads.push(form);
    halfOf(text.slice(-3)).tails.push(form);
  }
  const find = (folded: string, exact: readonly FoundPhrase[], clues: Clues): FoundPhrase[] => {
    const found: FoundPhrase[] = [];
    // Both lists ascend: what lies before the present place cannot meet it any more.
    let next = 0;
    const isFree = (start: number, end: number): boolean => {
      while ((exact[next]?.end ?? Infinity) <= start - LONGEST_NEAR) next++;
      for (let k = next; (exact[k]?.start ?? Infinity) < end; k++)
        if ((exact[k]?.end ?? 0) > start) return false;
      const last = found.at(-1);
      return last === undefined || last.end <= start;
    };
    const offer = (start: number, end: number, form: string, phrase: string): void => {
      if (start < 0 || end > folded.length || !isFree(start, end)) return;
      if (isOneAway(folded, start, end, form)) found.push({ phrase, start, end });
    };
    for (let k = clues.next(0, Clue.nearPhrase); k < clues.count; k = clues.next(k + 1, Clue.nearPhrase)) {
      const i = clues.place(k);
      const half = halves.get(tripleOf(folded, i));
      if (half === undefined) continue;
      for (const { form, phrase } of half.heads) {
        offer(i, i + form.length, form, phrase);
        offer(i, i + form.length - 1, form, phrase);
      }
      for (const { form, phrase } of half.tails) {
        offer(i + 3 - form.length, i + 3, form, phrase);
        offer(i + 4 - form.length, i + 3, form, phrase);
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
  return { pairs: Array.from(halves.values(), ({ pair }) => pair), find };
}

/** Three units as one number. */
function tripleOf(text: string, at: number): number {
  return (
    clueUnit(text.charCodeAt(at)) * 0x100000000 +
    clueUnit(text.charCodeAt(at + 1)) * 0x10000 +
    clueUnit(text.charCodeAt(at + 2))
  );
}

/** Whether a stretch differs from a form by one Han character replaced or left out inside. */
function isOneAway(text: string, from: number, to: number, form: string): boolean {
  const length = to - from;
  let start = 0;
  while (start < length && clueUnit(text.charCodeAt(from + start)) === form.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < length - start &&
    clueUnit(text.charCodeAt(to - 1 - end)) === form.charCodeAt(form.length - 1 - end)
  )
    end++;
  const wrong = length - start - end;
  if (start === 0 || end === 0 || form.length - start - end !== 1 || wrong > 1) return false;
  return isHan(form.charCodeAt(start)) && (wrong === 0 || isHan(text.charCodeAt(from + start)));
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
