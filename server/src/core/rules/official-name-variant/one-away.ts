import { simplifyCharacters } from '../../script/characters.js';

/** Below this a name with another character in it is simply another name. */
const SHORTEST = 3;

/**
 * Whether two names have the same length, at least three characters, and differ in exactly one of them, script and
 * padding aside. (Names of two characters share a character by the thousand.)
 */
export function isOneAway(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  if (one.length !== other.length || one.length < SHORTEST) return false;
  let different = 0;
  one.forEach((character, i) => {
    if (character !== other[i]) different++;
  });
  return different === 1;
}

/** Two keys; names that are one character apart share one of them. Empty for names that are too short. */
export function nameHalves(name: string): string[] {
  const characters = bare(name);
  if (characters.length < SHORTEST) return [];
  const middle = characters.length >> 1;
  const length = String(characters.length);
  return [
    `${length}<${characters.slice(0, middle).join('')}`,
    `${length}>${characters.slice(middle).join('')}`,
  ];
}

function bare(name: string): string[] {
  return [...simplifyCharacters(name).replace(/\s/g, '')];
}
