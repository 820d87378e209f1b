import phraseData from '../../../data/phrases.json' with { type: 'json' };
import postData from '../../../data/posts.json' with { type: 'json' };
import type { LexiconSource } from '../features/hover.js';
import type { Lexicon, LexiconFile, LexiconPhrase, PostEntry } from './types.js';

/** What the product knows by itself. */
export const builtInLexicon: Lexicon = Object.freeze({
  phrases: phraseData.phrases,
  posts: postData.posts as readonly PostEntry[],
  sources: { ...phraseData.sources, ...postData.sources },
});

/**
 * Lays the user's files over a lexicon, in their order: a later entry replaces an earlier one of the same headword as
 * a whole. An earlier phrase also loses the wordings that a later one claims, so that no wording has two headwords.
 */
export function mergeLexicons(base: Lexicon, files: readonly LexiconFile[]): Lexicon {
  if (files.length === 0) return base;
  const phrases = createPhraseTable(base.phrases);
  const posts = new Map(base.posts.map((entry) => [entry.title, entry]));
  const sources: Record<string, LexiconSource> = { ...base.sources };
  files.forEach((file, index) => {
    const own = (key: string): string => (key === '' ? '' : `${index + 1}/${key}`);
    for (const [key, source] of Object.entries(file.sources)) sources[own(key)] = source;
    for (const entry of file.phrases) phrases.put({ ...entry, source: own(entry.source) });
    for (const entry of file.posts) posts.set(entry.title, { ...entry, source: own(entry.source) });
  });
  return { phrases: phrases.entries(), posts: [...posts.values()], sources };
}

interface PhraseTable {
  put(entry: LexiconPhrase): void;
  entries(): LexiconPhrase[];
}

/** Phrases of which each wording has one owner, so that ten thousand can be laid over ten thousand. */
function createPhraseTable(initial: readonly LexiconPhrase[]): PhraseTable {
  const byHeadword = new Map<string, LexiconPhrase>();
  const owners = new Map<string, string>();
  const wordings = ({ phrase, variants = [] }: LexiconPhrase): string[] => [phrase, ...variants];
  const remove = (entry: LexiconPhrase): void => {
    byHeadword.delete(entry.phrase);
    for (const wording of wordings(entry)) if (owners.get(wording) === entry.phrase) owners.delete(wording);
  };
  const without = (entry: LexiconPhrase, wording: string): LexiconPhrase => {
    const { variants = [], ...rest } = entry;
    const left = variants.filter((variant) => variant !== wording);
    return left.length === 0 ? rest : { ...rest, variants: left };
  };
  const put = (entry: LexiconPhrase): void => {
    for (const wording of wordings(entry)) {
      const owner = byHeadword.get(owners.get(wording) ?? '');
      // A phrase keeps its place in the order when it is replaced.
      if (owner === undefined || owner.phrase === entry.phrase) continue;
      if (owner.phrase === wording) remove(owner);
      else byHeadword.set(owner.phrase, without(owner, wording));
    }
    byHeadword.set(entry.phrase, entry);
    for (const wording of wordings(entry)) owners.set(wording, entry.phrase);
  };
  initial.forEach(put);
  return { put, entries: () => [...byHeadword.values()] };
}
