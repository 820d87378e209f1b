import type { Report } from '../report/types.js';
import type { Span } from '../text/span.js';

/** What can be completed; the order of a list is by kind, then by how often it is used. */
export type CompletionKind = 'name' | 'post' | 'phrase';

/** A word that may be meant; Simplified. */
export interface CompletionWord {
  readonly text: string;
  readonly kind: CompletionKind;
  /** What a list shows beside it. */
  readonly detail: string | undefined;
  /** How often it is used; more comes first. */
  readonly weight: number;
}

/** A word to put in the place of what has been typed of it; raw UTF-16 offsets. */
export interface Completion extends CompletionWord {
  readonly replaces: Span;
}

/** Where words come from; each finder gives the words that begin with what it is given, or with nothing. */
export interface CompletionSources {
  /** Words that begin so and are longer; at least two characters are given. */
  startingWith(typed: string): Iterable<CompletionWord>;
  /** Names of people with a post that the text in front ends with; `typed` is what stands behind the post. */
  namesBehind(before: string, typed: string): Iterable<CompletionWord>;
}

/** Characters typed of a word, at most; and of a name behind a post. */
const LONGEST_TYPED = 12;
const LONGEST_NAME = 3;
/** One character begins thousands of words: a list at every keystroke would be in the way. */
const SHORTEST_TYPED = 2;
const LONGEST_BEFORE = 30;
const MOST = 50;
const ORDER: Readonly<Record<CompletionKind, number>> = { name: 0, phrase: 1, post: 2 };

/**
 * What may be meant at an offset: words of which at least two characters are typed, and behind a post the people who
 * are known with it, from the first character on. Chinese has no spaces: the longest ending of the line that begins a
 * word counts. Works on the shadow, so pinyin notes and script do not matter.
 */
export function completionsAt(
  { shadow, lines }: Report,
  offset: number,
  sources: CompletionSources,
): Completion[] {
  const line = lines.line(lines.place(offset).line);
  const at = shadow.toShadow(offset);
  const from = Math.max(shadow.toShadow(line.start), at - LONGEST_TYPED - LONGEST_BEFORE);
  const before = shadow.folded.slice(from, at);
  const run = /[\p{Script=Han}·、“”]*$/u.exec(before)?.[0] ?? '';
  const found = new Map<string, Completion>();
  const add = (words: Iterable<CompletionWord>, length: number): void => {
    const start = length === 0 ? offset : shadow.toRaw(at - length);
    for (const word of words)
      if (!found.has(word.text)) found.set(word.text, { ...word, replaces: { start, end: offset } });
  };
  for (let typed = 0; typed <= Math.min(LONGEST_NAME, run.length - 1); typed++) {
    const post = run.slice(0, run.length - typed);
    add(sources.namesBehind(post, run.slice(run.length - typed)), typed);
  }
  for (let typed = Math.min(LONGEST_TYPED, run.length); typed >= SHORTEST_TYPED; typed--) {
    add(sources.startingWith(run.slice(run.length - typed)), typed);
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        ORDER[a.kind] - ORDER[b.kind] ||
        b.weight - a.weight ||
        (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    )
    .slice(0, MOST);
}
