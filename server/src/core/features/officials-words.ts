import type { OfficialEntry } from '../officials-file/index.js';
import { nameKey } from '../officials-file/index.js';

/** The entries of an officials file as completion asks for them. */
export interface OfficialsWords {
  /** Entries whose name begins with a key of at least one character. */
  startingWith(key: string): Iterable<OfficialEntry>;
  /** Entries with a post that the text ends with. */
  behind(text: string): Iterable<OfficialEntry>;
}

interface Keyed {
  readonly key: string;
  readonly entry: OfficialEntry;
}

/** Sorts the entries on first use: a file may hold a hundred thousand, and most are never completed. */
export function createOfficialsWords(entries: readonly OfficialEntry[]): OfficialsWords {
  let byFirst: ReadonlyMap<string, readonly Keyed[]> | undefined;
  let byPost: ReadonlyMap<string, readonly OfficialEntry[]> | undefined;
  return {
    *startingWith(start) {
      byFirst ??= group(
        entries.map((entry) => ({ key: nameKey(entry.name), entry })),
        ({ key }) => [key.charAt(0)],
      );
      for (const { key, entry } of byFirst.get(start.charAt(0)) ?? []) if (key.startsWith(start)) yield entry;
    },
    *behind(text) {
      byPost ??= group(entries, ({ posts }) => posts.map(({ post }) => post));
      for (const [post, found] of byPost) if (text.endsWith(post)) yield* found;
    },
  };
}

function group<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [item]);
      else known.push(item);
    }
  }
  return groups;
}
