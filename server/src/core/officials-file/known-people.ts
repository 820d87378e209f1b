import { createOfficialsIndex } from './lookup.js';
import { bareName, isOneAway } from './one-away.js';
import type { OfficialEntry } from './types.js';

/** The people of an officials file, for rules and features to ask. */
export interface KnownPeople {
  readonly entries: readonly OfficialEntry[];
  /** The entries with this name, in any of their writings, in either script; two people of one name are two. */
  find(name: string): readonly OfficialEntry[];
  /**
   * The names of the entries that are one character away from a bare name (see `bareName`) and have a post that the
   * stated one ends with (市委书记 for 清溪市委书记).
   */
  near(bare: string, stated: string): readonly string[];
}

/** An entry's name, and as names are compared. */
interface Known {
  readonly name: string;
  readonly bare: string;
}

/** Builds the look-ups; the one for near names on its first use. */
export function createKnownPeople(entries: readonly OfficialEntry[]): KnownPeople {
  const index = createOfficialsIndex(entries);
  const at = (i: number): OfficialEntry[] => {
    const entry = entries[i];
    return entry === undefined ? [] : [entry];
  };
  let groups: ReadonlyMap<string, readonly Known[]> | undefined;
  return {
    entries,
    find: (name) => index.find(name).flatMap(at),
    near(bare, stated) {
      groups ??= groupByPostAndEnd(entries);
      const found = new Set<string>();
      for (let start = 0; start < stated.length; start++)
        for (const key of keysOf(stated.slice(start), bare))
          for (const known of groups.get(key) ?? []) if (isOneAway(known.bare, bare)) found.add(known.name);
      return [...found];
    },
  };
}

/** Names one character apart have their first or their last character in common. */
function keysOf(post: string, bare: string): readonly string[] {
  return [`${post}<${bare.charAt(0)}`, `${post}>${bare.charAt(bare.length - 1)}`];
}

function groupByPostAndEnd(entries: readonly OfficialEntry[]): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const { name, posts } of entries) {
    const known = { name, bare: bareName(name) };
    for (const key of new Set(posts.flatMap(({ post }) => keysOf(post, known.bare)))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [known]);
      else group.push(known);
    }
  }
  return groups;
}
