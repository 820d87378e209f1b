import type { FoundZone } from '../../report/zones.js';
import { endsName } from '../name-edge.js';
import type { NameTable } from './name-table.js';
import type { Named } from './person.js';
import type { TakenPlaces } from './taken-places.js';

const NO_POSTS: readonly string[] = [];
const HASHES = 4096;
/** Memory that is used again for every text; all of it is 0 between two. */
const possible = new Uint8Array(HASHES);

/** Adds the mentions of known people that no title accompanies, in one pass over the places. */
export function addMentions(
  text: string,
  units: Uint16Array,
  places: readonly FoundZone[],
  names: NameTable<Named>,
  taken: TakenPlaces,
): void {
  if (names.size === 0) return;
  names.forEach((name) => {
    possible[hashOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
  });
  for (const { start, end } of places) {
    let unit = units[start] ?? 0;
    for (let next = start + 1; next < end; next++) {
      const first = unit;
      unit = units[next] ?? 0;
      // A flag for the hash of the first two characters refuses nearly every place.
      if (possible[hashOf(first, unit)] === 0) continue;
      const at = next - 1;
      const found = names.longestAt(text, at, text.length);
      if (found === undefined || taken.has(at)) continue;
      const stop = at + found.name.length;
      if (stop > end) continue;
      if (stop - at === 2 && !endsName(text, stop) && names.longestAt(text, stop, text.length) === undefined)
        continue;
      found.value.mentions.push({ start: at, end: stop, posts: NO_POSTS });
      next = stop;
      unit = units[stop] ?? 0;
    }
  }
  names.forEach((name) => {
    possible[hashOf(name.charCodeAt(0), name.charCodeAt(1))] = 0;
  });
}

function hashOf(first: number, second: number): number {
  return ((first << 5) ^ second) & (HASHES - 1);
}
