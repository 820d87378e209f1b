import { foldWidth, simplifyCharacters } from '../core/script/characters.js';

/** Dots that separate the parts of a foreign name, and what a lossy encoding made of them. */
const DOTS = /[·・•‧∙･.?]/g;

/**
 * What two writings of one name have in common: Simplified by the character table, folded to half width, without
 * padding, with one kind of dot, Latin letters small. `張敬華`, `张　敬华` and `张敬华` have one key; so have two people
 * of one name.
 */
export function nameKey(name: string): string {
  return simplifyCharacters(foldWidth(name)).replace(/\s/g, '').replace(DOTS, '·').toLowerCase();
}
