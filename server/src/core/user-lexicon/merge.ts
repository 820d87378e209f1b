import phraseData from '../../../data/phrases.json' with { type: 'json' };
import postData from '../../../data/posts.json' with { type: 'json' };
import type { LexiconSource } from '../features/hover.js';
import type { Lexicon, LexiconFile, LexiconPhrase, PostEntry } from './types.js';

/** What the product knows by itself. */
export const builtInLexicon: Lexicon = Object.freeze({
  phrases: phraseData.phrases as readonly LexiconPhrase[],
  posts: postData.posts as readonly PostEntry[],
  sources: { ...phraseData.sources, ...postData.sources } as Readonly<Record<string, LexiconSource>>,
});

/**
 * Lays the user's files over a lexicon, in their order: a later entry replaces an earlier one of the same headword as
 * a whole. An earlier phrase also loses the wordings that a later one claims, so that no wording has two headwords.
 */
export function mergeLexicons(base: Lexicon, files: readonly LexiconFile[]): Lexicon {
  if (files.length === 0) return base;
  const phrases = new Map(base.phrases.map((entry) => [entry.phrase, entry]));
  const posts = new Map(base.posts.map((entry) => [entry.title, entry]));
  const sources: Record<string, LexiconSource> = { ...base.sources };
  files.forEach((file, index) => {
    const own = (key: string): string => (key === '' ? '' : `${index + 1}/${key}`);
    for (const [key, source] of Object.entries(file.sources)) sources[own(key)] = source;
    for (const entry of file.phrases) {
      const claimed = new Set([entry.phrase, ...(entry.variants ?? [])]);
      giveUp(phrases, claimed, entry.phrase);
      phrases.set(entry.phrase, { ...entry, source: own(entry.source) });
    }
    for (const entry of file.posts) posts.set(entry.title, { ...entry, source: own(entry.source) });
  });
  return { phrases: [...phrases.values()], posts: [...posts.values()], sources };
}

/** Takes claimed wordings from all phrases but one; a phrase whose headword is claimed goes. */
function giveUp(phrases: Map<string, LexiconPhrase>, claimed: ReadonlySet<string>, by: string): void {
  for (const [headword, entry] of phrases) {
    if (headword === by) continue;
    if (claimed.has(headword)) phrases.delete(headword);
    else if (entry.variants?.some((variant) => claimed.has(variant)) === true) {
      const { variants, ...rest } = entry;
      const left = variants.filter((variant) => !claimed.has(variant));
      phrases.set(headword, left.length === 0 ? rest : { ...rest, variants: left });
    }
  }
}
