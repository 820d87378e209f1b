import { createOfficialsIndex, type OfficialEntry } from '../../officials-file/index.js';
import { isOneAway, nameHalves } from './one-away.js';

/** The people of an officials file, for rules and features to ask. */
export interface KnownPeople {
  readonly entries: readonly OfficialEntry[];
  /** The entries with this name, in any of their writings, in either script; two people of one name are two. */
  find(name: string): readonly OfficialEntry[];
  /** The entries one of whose names differs from this one in one character; none for names of two characters. */
  near(name: string): readonly OfficialEntry[];
}

/** Builds the look-ups; the one for near names on its first use. */
export function createKnownPeople(entries: readonly OfficialEntry[]): KnownPeople {
  const index = createOfficialsIndex(entries);
  const at = (i: number): OfficialEntry[] => {
    const entry = entries[i];
    return entry === undefined ? [] : [entry];
  };
  let halves: ReadonlyMap<string, readonly OfficialEntry[]> | undefined;
  return {
    entries,
    find: (name) => index.find(name).flatMap(at),
    near(name) {
      halves ??= indexHalves(entries);
      const found = new Set(nameHalves(name).flatMap((half) => halves?.get(half) ?? []));
      return [...found].filter((entry) => namesOf(entry).some((known) => isOneAway(known, name)));
    },
  };
}

function indexHalves(entries: readonly OfficialEntry[]): ReadonlyMap<string, readonly OfficialEntry[]> {
  const halves = new Map<string, OfficialEntry[]>();
  for (const entry of entries) {
    for (const half of new Set(namesOf(entry).flatMap(nameHalves))) {
      const known = halves.get(half);
      if (known === undefined) halves.set(half, [entry]);
      else known.push(entry);
    }
  }
  return halves;
}

function namesOf({ name, forms = [] }: OfficialEntry): string[] {
  return [name, ...forms];
}
