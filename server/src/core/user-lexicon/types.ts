import type { ReadProblem } from '../json-file/problem.js';
import type { LexiconSource } from '../features/hover.js';
import type { PhraseEntry } from '../lexicon/phrases.js';
import type { Span } from '../text/span.js';

/** A title word or a full post, as posts.json has it; Simplified. */
export interface PostEntry {
  readonly title: string;
  readonly traditional: string;
  readonly en: string;
  readonly kind: 'title-word' | 'post';
  readonly organ: string;
  readonly level?: 'central' | 'province' | 'prefecture' | 'county' | 'township';
  readonly rank: 'head' | 'deputy' | 'member' | 'staff';
  readonly source: string;
  readonly checked: boolean;
}

/** What one lexicon file of the user's says. Entries with problems are left out, the rest applies. */
export interface LexiconFile {
  readonly phrases: readonly PhraseEntry[];
  readonly posts: readonly PostEntry[];
  readonly sources: Readonly<Record<string, LexiconSource>>;
  /** Where each phrase and post stands in the file, by headword: go to definition leads there. */
  readonly places: ReadonlyMap<string, Span>;
  readonly problems: readonly ReadProblem[];
}

/** Everything the product knows of phrases and posts after the user's files are laid over its own. */
export interface Lexicon {
  readonly phrases: readonly PhraseEntry[];
  readonly posts: readonly PostEntry[];
  /** Keys of the user's sources are prefixed with the file's place in the list, so that they never clash. */
  readonly sources: Readonly<Record<string, LexiconSource>>;
}
