import type { FoundZone } from '../../report/zones.js';
import { endsName } from '../name-edge.js';

interface Naming {
  readonly start: number;
  readonly end: number;
  readonly posts: readonly string[];
}

interface KnownName {
  readonly name: string;
  readonly mentions: Naming[];
}

const NO_POSTS: readonly string[] = [];
const FIRST = 1;
const SECOND = 2;
const LOW = 1023;
/** Memory that is used again for every text; all of it is 0 between two. */
const low = new Uint8Array(LOW + 1);

/** Adds the mentions of known names that no title accompanies, in one pass over the places. */
export function addMentions(
  text: string,
  units: Uint16Array,
  places: readonly FoundZone[],
  people: readonly ReadonlyMap<string, { readonly mentions: Naming[] }>[],
): void {
  const names: KnownName[] = [];
  const byPair = new Map<number, KnownName[]>();
  const taken = new Set<number>();
  // Flags for the low bits of the first and of the second characters refuse nearly every place.
  for (const group of people) {
    for (const [name, { mentions }] of group) {
      const first = name.charCodeAt(0);
      low[first & LOW] = (low[first & LOW] ?? 0) | FIRST;
      const second = name.charCodeAt(1) & LOW;
      low[second] = (low[second] ?? 0) | SECOND;
      names.push({ name, mentions });
      for (const { start } of mentions) taken.add(start);
    }
  }
  if (names.length === 0) return;
  // Of names that begin alike the longest is looked for first.
  names.sort((a, b) => b.name.length - a.name.length);
  for (const known of names) {
    const pair = pairAt(known.name, 0);
    const others = byPair.get(pair);
    if (others === undefined) byPair.set(pair, [known]);
    else others.push(known);
  }
  for (const { start, end } of places) {
    for (let i = start; i < end - 1; i++) {
      if (((low[(units[i] ?? 0) & LOW] ?? 0) & FIRST) === 0) continue;
      if (((low[(units[i + 1] ?? 0) & LOW] ?? 0) & SECOND) === 0) continue;
      const known = nameAt(text, i, byPair);
      if (known === undefined || taken.has(i) || i + known.name.length > end) continue;
      const { name, mentions } = known;
      if (name.length === 2 && !endsName(text, i + 2) && nameAt(text, i + 2, byPair) === undefined) continue;
      mentions.push({ start: i, end: i + name.length, posts: NO_POSTS });
      i += name.length - 1;
    }
  }
  for (const { name } of names) low[name.charCodeAt(0) & LOW] = low[name.charCodeAt(1) & LOW] = 0;
}

function nameAt(
  text: string,
  offset: number,
  names: ReadonlyMap<number, readonly KnownName[]>,
): KnownName | undefined {
  return names.get(pairAt(text, offset))?.find(({ name }) => text.startsWith(name, offset));
}

/** The first two characters as one number. */
function pairAt(text: string, offset: number): number {
  return text.charCodeAt(offset) * 0x10000 + text.charCodeAt(offset + 1);
}
