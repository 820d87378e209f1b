import type { FoundPhrase } from '../report/parse.js';

/** A set phrase as the lexicon has it; Simplified. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly parts?: readonly string[];
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly en?: string;
  readonly variants?: readonly string[];
  readonly firstUse?: { readonly date: string; readonly occasion: string };
  readonly source: string;
  readonly checked: boolean;
}

/** Finds lexicon phrases in folded shadow text in one pass; the longest at a place wins. */
export interface PhraseMatcher {
  find(folded: string): FoundPhrase[];
}

const MARK = /[、,，\s]/g;

/** Builds a matcher over headwords and variants; the marks inside a phrase may be `、` or a comma. */
export function createPhraseMatcher(entries: readonly PhraseEntry[]): PhraseMatcher {
  const firsts = new Uint8Array(0x10000);
  const byPair = new Map<string, { readonly form: string; readonly phrase: string }[]>();
  for (const { phrase, variants } of entries) {
    for (const written of [phrase, ...(variants ?? [])]) {
      const form = fold(written);
      if (form.length < 2) continue;
      firsts[form.charCodeAt(0)] = 1;
      const known = byPair.get(form.slice(0, 2)) ?? [];
      known.push({ form, phrase });
      byPair.set(form.slice(0, 2), known);
    }
  }
  for (const forms of byPair.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return {
    find(folded) {
      const found: FoundPhrase[] = [];
      for (let i = 0; i < folded.length - 1; i++) {
        if (firsts[folded.charCodeAt(i)] !== 1) continue;
        const forms = byPair.get(folded.slice(i, i + 2));
        const match = forms?.find(({ form }) => matchesAt(folded, i, form));
        if (match === undefined) continue;
        found.push({ phrase: match.phrase, start: i, end: i + match.form.length });
        i += match.form.length - 1;
      }
      return found;
    },
  };
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
