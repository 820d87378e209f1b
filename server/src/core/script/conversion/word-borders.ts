import data from '../../../../data/word-borders.json' with { type: 'json' };
import { BitFilter } from '../../lexicon/bit-filter.js';
import { createTrie, type Trie } from '../../lexicon/trie.js';
import type { Span } from '../../text/span.js';
import type { Glyphs } from '../converter.js';
import type { ConversionEngine, ProtectedSpan } from '../opencc/index.js';

/**
 * Finds where words end that a phrase of OpenCC would reach across: its longest match takes 征程 of 新征程 apart, because 新征 is a
 * phrase. The table says only where a word ends; which character a word has comes from OpenCC's dictionaries, but for the few
 * parts that are wrong there even alone (不准 is no 不準).
 */
export interface WordBorders {
  /**
   * For the engine: an empty span at each border, and the parts whose result is given. Ascending, apart, UTF-16 offsets.
   * @param taken spans, ascending, apart, that convert otherwise: nothing is said of what lies in them
   */
  find(text: string, glyphs: Glyphs, taken?: readonly Span[]): ProtectedSpan[];
}

interface Part {
  readonly text: string;
  /** In OpenCC's standard of the target script. */
  readonly result: string | undefined;
}

/** The words of one entry, and what they are together. */
interface Entry {
  readonly text: string;
  readonly parts: readonly Part[];
}

type Lists = (typeof data)['toTraditional'];

/** The entries of a direction. */
interface Table {
  /** The first two units of all, see {@link hashOf}: nearly everywhere it says that nothing begins. */
  readonly begins: BitFilter;
  readonly trie: Trie<Entry>;
}

/** The tables are made when they are first asked for. */
export function createWordBorders(engine: ConversionEngine): WordBorders {
  const tables = new Map<Lists, Table>();
  const tableOf = (lists: Lists): Table => {
    const table = tables.get(lists) ?? createTable([...lists.derived, ...lists.added].map(readEntry));
    tables.set(lists, table);
    return table;
  };
  const inStandard = (result: string, glyphs: Glyphs): string => {
    if (glyphs === 's2tw') return engine.plain(result, 't2tw');
    return glyphs === 's2hk' ? engine.plain(result, 't2hk') : result;
  };
  return {
    find(text, glyphs, taken = []) {
      const lists = listsFor(glyphs);
      if (lists === undefined) return [];
      const table = tableOf(lists);
      const { begins } = table;
      const found: ProtectedSpan[] = [];
      let from = 0;
      let unit = text.charCodeAt(0);
      for (let i = 0; i + 1 < text.length; i++) {
        const first = unit;
        unit = text.charCodeAt(i + 1);
        if (!begins.mayHold(hashOf(first, unit)) || i < from) continue;
        const entry = longestAt(table, text, i);
        if (entry !== undefined) from = addBorders(entry, i, found, (result) => inStandard(result, glyphs));
      }
      return taken.length === 0 ? found : apartFrom(found, taken);
    },
  };
}

function listsFor(glyphs: Glyphs): Lists | undefined {
  if (glyphs.startsWith('s2')) return data.toTraditional;
  return glyphs.endsWith('2s') ? data.toSimplified : undefined;
}

/** Two units, well mixed: multiplicative hashing by the golden ratio (Knuth 6.4). */
const hashOf = (first: number, second: number): number => Math.imul((first << 16) | second, 0x9e3779b1);

function createTable(entries: readonly Entry[]): Table {
  const begins = new BitFilter(entries.map(({ text }) => hashOf(text.charCodeAt(0), text.charCodeAt(1))));
  return { begins, trie: createTrie(entries.map((entry) => [entry.text, entry])) };
}

function longestAt({ trie }: Table, text: string, start: number): Entry | undefined {
  let longest: Entry | undefined;
  let node = 0;
  for (let i = start; i < text.length; i++) {
    node = trie.step(node, text.charCodeAt(i));
    if (node < 0) break;
    longest = trie.values(node)?.[0] ?? longest;
  }
  return longest;
}

function readEntry(entry: string): Entry {
  const parts = entry.split('|').map((part): Part => {
    const [text = '', result] = part.split('=');
    return { text, result };
  });
  return { text: parts.map(({ text }) => text).join(''), parts };
}

/**
 * Appends the borders of an entry that stands at `start`.
 * @returns where the next one may begin: its last part may be the first of another, unless its result is given
 */
function addBorders(
  { parts }: Entry,
  start: number,
  found: ProtectedSpan[],
  inStandard: (result: string) => string,
): number {
  let at = start;
  let last = start;
  for (const [i, { text, result }] of parts.entries()) {
    const end = at + text.length;
    if (result !== undefined) found.push({ start: at, end, output: inStandard(result) });
    else if (i > 0) found.push({ start: at, end: at });
    last = result === undefined ? at : end;
    at = end;
  }
  return last;
}

/** Without the borders inside of other spans, and the given parts that meet one; both lists ascending. */
function apartFrom(borders: readonly ProtectedSpan[], taken: readonly Span[]): ProtectedSpan[] {
  let next = 0;
  return borders.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next++;
    const span = taken[next];
    return span === undefined || span.start >= end;
  });
}
