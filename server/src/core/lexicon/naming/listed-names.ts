import { Clue, type ClueSource } from '../../report/clues.js';
import { unitTable } from '../../text/unit-table.js';
import { Edge, edgeAt } from '../name-edge.js';
import { createTrie } from '../trie.js';
import { titleHeadLength } from '../title-heads.js';
import { isHan, type Page } from './page.js';

/** Names that a corpus knows from its officials file, found in one pass however many they are. */
export interface ListedNames {
  readonly clues: ClueSource;
  /** Takes the places of listed names into the book, without posts. */
  read(page: Page): void;
}

/** In front of a name, also inside a clause. */
const JOINS = unitTable('和与及由向对让请同跟为是');

/**
 * Builds the finder. A listed name of three characters counts where a name can begin or can end; one of two, which
 * may be a piece of other words, where both are so.
 * @param names Simplified, without padding
 */
export function createListedNames(names: Iterable<string>): ListedNames {
  const all = [...new Set(names)].filter((name) => name.length > 1);
  const trie = createTrie(all.map((name) => [name, name]));
  const read = ({ text, clues, places, known, book }: Page): void => {
    for (const { start: from, end: to } of places) {
      let done = from;
      for (
        let i = clues.next(clues.indexFrom(from), Clue.listed, to);
        clues.place(i) < to;
        i = clues.next(i + 1, Clue.listed, to)
      ) {
        const start = clues.place(i);
        if (start < done) continue;
        const end = longestAt(text, start, to);
        if (end === undefined) continue;
        const begins = canBegin(text, start);
        const ends = edgeAt(text, end) !== Edge.none;
        if (end - start === 2 ? !(begins && ends) : !begins && !ends) continue;
        known.add(text.slice(start, end));
        book.add(start, end, LISTED);
        done = end;
      }
    }
  };
  const longestAt = (text: string, start: number, to: number): number | undefined => {
    let longest: number | undefined;
    for (let end = start, node = 0; end < to;) {
      node = trie.step(node, text.charCodeAt(end));
      if (node < 0) break;
      end++;
      if (trie.values(node) !== undefined) longest = end;
    }
    return longest;
  };
  return { clues: { clue: Clue.listed, pairs: all }, read };
}

const LISTED = { posts: [], group: undefined, role: undefined } as const;

function canBegin(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return start === 0 || !isHan(before) || JOINS[before] === 1 || titleHeadLength(text, start) > 0;
}
