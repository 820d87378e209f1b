import { pairBit, setBit } from '../telling.js';

/** How many bits a set of pairs has for each: a pair that is not in it is seldom taken for one that is. */
const ROOM = 16;

/** What a scan looks at to find the places where a phrase changes something; see `../telling.ts`. */
export interface Telling {
  /** Units that a scan stops at, ascending. */
  readonly units: Uint16Array;
  /** The pairs, by {@link pairBit}. */
  readonly pairs: Uint16Array;
  /** A bit for every unit that stands in a key and is not its last: only behind others does certainly no key go on. */
  readonly inside: Uint16Array;
}

/**
 * @param keys all keys of the trie
 * @param changing those that become anything but what the character table makes of their units, with what they become;
 *   undefined where that depends
 */
export function tellingOf(
  keys: readonly string[],
  changing: ReadonlyMap<string, string | undefined>,
  singles: ReadonlyMap<string, string>,
): Telling {
  const telling = new Set<number>();
  const pairs: (readonly [first: number, second: number])[] = [];
  const inside = new Uint16Array(0x10000 / 16);
  for (const key of keys) {
    for (let i = 0; i + 1 < key.length; i++) setBit(inside, key.charCodeAt(i));
    // A scan stops at these anyway. Where they are in no key, one ends in front of them and behind: so every key that
    // holds one is told by it.
    const isOdd = (character: string): boolean =>
      character.length > 1 || (singles.get(character) ?? '').length > 1;
    const characters = Array.from(key);
    if (characters.length === 1) continue;
    let at = 0;
    let isTold = false;
    for (const character of characters) {
      if (isOdd(character)) {
        const border = at > 0 ? at : at + character.length;
        pairs.push([key.charCodeAt(border - 1), key.charCodeAt(border)]);
        isTold = true;
      }
      at += character.length;
    }
    if (isTold || !changing.has(key)) continue;
    const one = tellingUnit(key, changing.get(key), singles);
    telling.add(key.charCodeAt(one));
    const first = one + 1 < key.length ? one : one - 1;
    pairs.push([key.charCodeAt(first), key.charCodeAt(first + 1)]);
  }
  let bits = 16;
  while (bits < ROOM * pairs.length) bits *= 2;
  const set = new Uint16Array(bits / 16);
  for (const [first, second] of pairs) setBit(set, pairBit(first, second, bits));
  return { units: Uint16Array.from(telling).sort(), pairs: set, inside };
}

/** Where the unit stands by which a key is told: the first that it changes, or else its first. */
function tellingUnit(key: string, value: string | undefined, singles: ReadonlyMap<string, string>): number {
  if (value?.length !== key.length) return 0;
  const changed = Array.from(value).findIndex(
    (target, i) => target !== (singles.get(key.charAt(i)) ?? key.charAt(i)),
  );
  return Math.max(0, changed);
}
