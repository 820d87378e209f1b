import type { FoundZone } from '../../report/zones.js';
import { endsName } from '../name-edge.js';

interface Naming {
  readonly start: number;
  readonly end: number;
  readonly posts: readonly string[];
}

interface KnownName {
  readonly name: string;
  readonly first: number;
  readonly mentions: Naming[];
}

const NO_POSTS: readonly string[] = [];

/** Adds the mentions of known names that no title accompanies, in one pass over the places. */
export function addMentions(
  text: string,
  units: Uint16Array,
  places: readonly FoundZone[],
  people: ReadonlyMap<string, { readonly mentions: Naming[] }>,
): void {
  const names: KnownName[] = [];
  const taken = new Set<number>();
  // A flag for the low bits of the first and of the second characters refuses nearly every place.
  let firsts = 0;
  let seconds = 0;
  for (const [name, { mentions }] of people) {
    const first = name.charCodeAt(0);
    firsts |= 1 << (first & 31);
    seconds |= 1 << (name.charCodeAt(1) & 31);
    names.push({ name, first, mentions });
    for (const { start } of mentions) taken.add(start);
  }
  // Of names that begin alike the longest is looked for first.
  names.sort((a, b) => b.name.length - a.name.length);
  for (const { start, end } of places) {
    for (let i = start; i < end - 1; i++) {
      if (((firsts >>> ((units[i] ?? 0) & 31)) & (seconds >>> ((units[i + 1] ?? 0) & 31)) & 1) === 0)
        continue;
      const known = nameAt(text, i, names);
      if (known === undefined || taken.has(i) || i + known.name.length > end) continue;
      const { name, mentions } = known;
      if (name.length === 2 && !endsName(text, i + 2) && nameAt(text, i + 2, names) === undefined) continue;
      mentions.push({ start: i, end: i + name.length, posts: NO_POSTS });
      i += name.length - 1;
    }
  }
}

function nameAt(text: string, offset: number, names: readonly KnownName[]): KnownName | undefined {
  const unit = text.charCodeAt(offset);
  for (const known of names) if (known.first === unit && text.startsWith(known.name, offset)) return known;
  return undefined;
}
