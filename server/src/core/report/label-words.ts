import { createTrie, type Trie } from '../lexicon/trie.js';
import {
  APART_LABELS,
  BARE_LABELS,
  DATE_VERBS,
  GLUED_LABELS,
  SPACED_SOURCES,
  type FieldKind,
} from './labels.js';

/** A word of the lists with all that it may be. */
export interface LabelWord {
  readonly label: string;
  /** What it announces in front of a colon. */
  readonly kind: FieldKind;
  /** Known wherever it stands in front of a colon or bar. */
  readonly glued: boolean;
  /** A label only where a field can begin. */
  readonly apart: boolean;
  /** Announces a date that follows at once. */
  readonly verb: boolean;
  /** A space may part it from the name of a medium. */
  readonly spaced: boolean;
  /** What it announces where nothing at all stands behind it. */
  readonly bare: FieldKind | undefined;
}

/** All words, in the order of the lists. */
export const LABEL_WORDS: readonly LabelWord[] = wordsOf();
/** All words by their UTF-16 units; a node has one word at most. */
export const labelTrie: Trie<LabelWord> = createTrie(LABEL_WORDS.map((word) => [word.label, word] as const));

function wordsOf(): readonly LabelWord[] {
  const words = new Map<string, LabelWord>();
  const add = (label: string, more: Partial<LabelWord>): void => {
    const known = words.get(label) ?? {
      label,
      kind: 'other',
      glued: false,
      apart: false,
      verb: false,
      spaced: false,
      bare: undefined,
    };
    words.set(label, { ...known, ...more });
  };
  for (const { kind, words: list } of GLUED_LABELS)
    for (const label of list.split('|')) add(label, { kind, glued: true });
  for (const { kind, words: list } of APART_LABELS)
    for (const label of list.split('|')) add(label, { kind, apart: true });
  for (const label of DATE_VERBS.split('|')) add(label, { verb: true });
  for (const label of SPACED_SOURCES.split('|')) add(label, { spaced: true });
  for (const { kind, words: list } of BARE_LABELS)
    for (const label of list.split('|')) add(label, { bare: kind });
  return [...words.values()];
}
