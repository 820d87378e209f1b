import type { FoundPhrase } from '../report/parse.js';
import { createPairIndex } from './pair-index.js';

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
  find(folded: string): FoundPhrase[];
  /**
   * Stretches one character away from a phrase of at least six characters: one replaced or one left out, never
   * the first or the last. What is a phrase itself, or part of one, is none.
   * @param exact what `find` found, where the caller has asked
   */
  findNear(folded: string, exact?: readonly FoundPhrase[]): FoundPhrase[];
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
  // The longest first: it wins.
  const index = createPairIndex(
    forms.toSorted((a, b) => b.form.length - a.form.length).map((form) => [form.form, form]),
  );
  const near = createNearIndex(forms);
  const find = (folded: string): FoundPhrase[] => {
    const found: FoundPhrase[] = [];
    for (let i = 0; i < folded.length - 1; i++) {
      const candidates = index.get(folded.charCodeAt(i), folded.charCodeAt(i + 1));
      if (candidates === undefined) continue;
      const match = candidates.find(
        ({ form, quotedOnly }) =>
          matchesAt(folded, i, form) && (!quotedOnly || isQuoted(folded, i, form.length)),
      );
      if (match === undefined) continue;
      found.push({ phrase: match.phrase, start: i, end: i + match.form.length });
      i += match.form.length - 1;
    }
    return found;
  };
  return { find, findNear: (folded, exact = find(folded)) => near(folded, exact) };
}

const SHORTEST_NEAR = 6;
/** No phrase of the lexicon is longer; a place may be offered that much behind the one before. */
const LONGEST_NEAR = 80;

/** Phrases whose first or whose last three characters are the same. */
interface Half {
  readonly third: number;
  readonly heads: Form[];
  readonly tails: Form[];
}

const COMMA = 0x2c;
const PAUSE = 0x3001;

/** A phrase with one character wrong keeps its first half or its second half: each half leads to its phrases. */
function createNearIndex(
  forms: readonly Form[],
): (folded: string, exact: readonly FoundPhrase[]) => FoundPhrase[] {
  const halves = new Map<string, Half>();
  const halfOf = (key: string): Half => {
    const half = halves.get(key) ?? { third: key.charCodeAt(2), heads: [], tails: [] };
    halves.set(key, half);
    return half;
  };
  for (const form of forms) {
    const { form: text } = form;
    if (text.length < SHORTEST_NEAR || text.startsWith('“')) continue;
    halfOf(text.slice(0, 3)).heads.push(form);
    halfOf(text.slice(-3)).tails.push(form);
  }
  const index = createPairIndex(halves);
  return (folded, exact) => {
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
      if (isOneAway(folded.slice(start, end), form)) found.push({ phrase, start, end });
    };
    for (let i = 0; i + 3 <= folded.length; i++) {
      const first = folded.charCodeAt(i);
      if (!index.begins(first)) continue;
      const third = pause(folded.charCodeAt(i + 2));
      const half = index.get(first, pause(folded.charCodeAt(i + 1)))?.find((one) => one.third === third);
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
}

function pause(unit: number): number {
  return unit === COMMA ? PAUSE : unit;
}

/** Whether a stretch differs from a form by one Han character replaced or left out inside. */
function isOneAway(stretch: string, form: string): boolean {
  const text = stretch.replace(/[,，]/g, '、');
  let start = 0;
  while (start < text.length && text[start] === form[start]) start++;
  let end = 0;
  while (end < text.length - start && text[text.length - 1 - end] === form[form.length - 1 - end]) end++;
  const wrong = text.slice(start, text.length - end);
  const right = form.slice(start, form.length - end);
  if (start === 0 || end === 0 || right.length !== 1 || wrong.length > 1) return false;
  return /[\u4e00-\u9fff]/.test(right) && (wrong === '' || /[\u4e00-\u9fff]/.test(wrong));
}

function isQuoted(text: string, at: number, length: number): boolean {
  return /[“"「‘]/.test(text.charAt(at - 1)) && /[”"」’]/.test(text.charAt(at + length));
}

function fold(phrase: string): string {
  return phrase.replace(MARK, '、');
}

function matchesAt(text: string, at: number, form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const character = text.charAt(at + i);
    if (character === form.charAt(i)) continue;
    if (form.charAt(i) === '、' && (character === ',' || character === '，')) continue;
    return false;
  }
  return true;
}
