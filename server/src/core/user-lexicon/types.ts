import type { LexiconSource } from '../features/hover.js';
import type { ReadProblem } from '../json-file/problem.js';
import type { Level, Organ, Rank } from '../lexicon/composed-posts/index.js';
import type { PhraseEntry } from '../lexicon/phrases.js';
import type { Span } from '../text/span.js';

/** A set phrase with what only cards and lists show. */
export interface LexiconPhrase extends PhraseEntry {
  /** The phrase in Traditional Chinese. */
  readonly traditional?: string;
}

/** A title word or a full post, as posts.json has it; Simplified. A user's file may say less. */
export interface PostEntry {
  readonly title: string;
  readonly en: string;
  readonly kind: 'title-word' | 'post';
  readonly traditional?: string;
  readonly organ?: Organ;
  readonly level?: Level;
  readonly rank?: Rank;
  /** A key of the lexicon's sources; empty where the file names none. */
  readonly source: string;
  readonly checked: boolean;
}

/** What one lexicon file of the user's says. Entries with errors are left out, the rest applies. */
export interface LexiconFile {
  readonly phrases: readonly LexiconPhrase[];
  readonly posts: readonly PostEntry[];
  readonly sources: Readonly<Record<string, LexiconSource>>;
  /** Where each of the phrases is written in the file, by headword: UTF-16 offsets, without quotation marks. */
  readonly phrasePlaces: ReadonlyMap<string, Span>;
  readonly problems: readonly ReadProblem[];
}

/** Everything the product knows of phrases and posts after the user's files are laid over its own. */
export interface Lexicon {
  readonly phrases: readonly LexiconPhrase[];
  readonly posts: readonly PostEntry[];
  /** Keys of the user's sources are prefixed with the file's number in the list (`2/key`), so that they never clash. */
  readonly sources: Readonly<Record<string, LexiconSource>>;
}
