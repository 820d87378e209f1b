import { foldWidth, simplifyCharacters } from '../script/characters.js';
import type { OfficialEntry } from './types.js';

/** What writings of one name have in common: Simplified by the character table, half width, without padding. */
export function nameKey(name: string): string {
  return simplifyCharacters(foldWidth(name))
    .replace(/\s/g, '')
    .replace(/[·・•‧∙･.]/g, '·')
    .toLowerCase();
}

/** What an entry is known by: its name, place and distinction. */
export function entryKey({ name, place = '', distinction = '' }: OfficialEntry): string {
  return [nameKey(name), place, distinction].join('\n');
}

/**
 * The order of entries in the file: by name, place, distinction, in the order of UTF-16 units, which is the same on
 * every machine. New entries then spread over the file, and two branches that add people seldom touch one place.
 */
export function compareEntries(a: OfficialEntry, b: OfficialEntry): number {
  return (
    compare(a.name, b.name) ||
    compare(a.place ?? '', b.place ?? '') ||
    compare(a.distinction ?? '', b.distinction ?? '')
  );
}

/** By UTF-16 units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
