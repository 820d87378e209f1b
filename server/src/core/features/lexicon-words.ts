import type { CompletionWord } from './completion.js';
import { titleHeadLength } from '../lexicon/title-heads.js';

/** Posts and phrases as the lexicon has them. */
export interface LexiconEntries {
  readonly phrases: readonly { readonly phrase: string; readonly en?: string }[];
  readonly posts: readonly { readonly title: string; readonly en: string }[];
}

/** The words of the lexicon, by their beginnings. */
export interface LexiconWords {
  /** Posts and phrases that begin so and are longer. */
  startingWith(typed: string): Iterable<CompletionWord>;
  /** Whether a text ends with a word that ends posts. */
  endsWithPost(text: string): boolean;
}

/** Sorts the lexicon by first characters, once. */
export function createLexiconWords({ phrases, posts }: LexiconEntries): LexiconWords {
  const byFirst = new Map<string, CompletionWord[]>();
  const add = (word: CompletionWord): void => {
    const first = word.text.charAt(0);
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [word]);
    else known.push(word);
  };
  for (const { phrase, en } of phrases) add({ text: phrase, kind: 'phrase', detail: en, weight: 0 });
  for (const { title, en } of posts) add({ text: title, kind: 'post', detail: en, weight: 0 });
  return {
    *startingWith(typed) {
      for (const word of byFirst.get(typed.charAt(0)) ?? [])
        if (word.text.length > typed.length && word.text.startsWith(typed)) yield word;
    },
    endsWithPost: (text) => titleHeadLength(text, text.length) > 0,
  };
}
