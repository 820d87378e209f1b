import { compare, nameKey } from './order.js';
import type { OfficialEntry } from './types.js';

/** Finds entries by any writing of a name, in either script. */
export interface OfficialsIndex {
  /** Indexes into `entries`, ascending; several where people share the name or a form of it. */
  find(name: string): readonly number[];
  /** Every name and form once, in the order of UTF-16 units: for a recogniser, a segmenter, a completion list. */
  names(): readonly string[];
}

/** Builds the index; memory and time grow with the number of names and forms alone. */
export function createOfficialsIndex(entries: readonly OfficialEntry[]): OfficialsIndex {
  const byKey = new Map<string, number[]>();
  const written = new Set<string>();
  entries.forEach(({ name, forms = [] }, index) => {
    for (const one of [name, ...forms]) {
      written.add(one);
      const key = nameKey(one);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  });
  const names = [...written].sort(compare);
  return { find: (name) => byKey.get(nameKey(name)) ?? [], names: () => names };
}
