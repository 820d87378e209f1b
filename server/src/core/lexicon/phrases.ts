import type { FoundPhrase } from '../report/parse.js';

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
}

interface Form {
  readonly form: string;
  readonly phrase: string;
  readonly quotedOnly: boolean;
}

const MARK = /[、,，\s]/g;

/** Builds a matcher over headwords and variants; the marks inside a phrase may be `、` or a comma. */
export function createPhraseMatcher(entries: readonly PhraseEntry[]): PhraseMatcher {
  const firsts = new Uint8Array(0x10000);
  const byPair = new Map<string, Form[]>();
  for (const { phrase, variants, quotedOnly = false } of entries) {
    for (const written of [phrase, ...(variants ?? [])]) {
      const form = fold(written);
      if (form.length < 2) continue;
      firsts[form.charCodeAt(0)] = 1;
      const known = byPair.get(form.slice(0, 2)) ?? [];
      known.push({ form, phrase, quotedOnly });
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
        const match = forms?.find(
          ({ form, quotedOnly }) =>
            matchesAt(folded, i, form) && (!quotedOnly || isQuoted(folded, i, form.length)),
        );
        if (match === undefined) continue;
        found.push({ phrase: match.phrase, start: i, end: i + match.form.length });
        i += match.form.length - 1;
      }
      return found;
    },
  };
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
