import { simplifyCharacters, simplifyUnit } from '../script/characters.js';

/** Below this a name with another character in it is simply another name. */
const SHORTEST = 3;

/** A name as {@link isOneAway} compares it: Simplified, without padding. */
export function bareName(name: string): string {
  return isBare(name) ? name : simplifyCharacters(name).replace(/\s/g, '');
}

/** Whether a name is nothing but Han in Simplified form, as nearly all are. */
function isBare(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff || simplifyUnit(unit) !== unit) return false;
  }
  return true;
}

/**
 * Whether two bare names have the same length, at least three UTF-16 units, and differ in exactly one of them. (Names
 * of two characters share a character by the thousand.)
 */
export function isOneAway(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < SHORTEST) return false;
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i) && ++different > 1) return false;
  return different === 1;
}
