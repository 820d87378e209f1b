import type { ConfigName } from '../types.js';
import { configSource, type Dictionary } from './dictionaries.js';

/** How often a character becomes another: in how many phrases, or by the character dictionary. */
type Relation = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A target that fewer of a character's phrases have is the exception of a phrase, not a choice. */
const SHARE = 0.02;
/** Phrase configurations change words, which says nothing of characters: they have the targets of these. */
const GLYPHS: Partial<Readonly<Record<ConfigName, ConfigName>>> = {
  s2twp: 's2tw',
  s2hkp: 's2hk',
  tw2sp: 'tw2s',
  hk2sp: 'hk2s',
};

/**
 * The characters with several targets, as `character target target…|…`: the dictionaries that opencc-js ships name one
 * target a character, but their phrases show the others (皇后 keeps 后, 然后 becomes 然後). To Simplified, the phrases from
 * Simplified are read backwards as well.
 */
export function targetsOf(name: ConfigName): string {
  const source = configSource(GLYPHS[name] ?? name);
  const relations = source.chain.map(pairsOf);
  if (/2sp?$/.test(name)) {
    const [fromSimplified = new Map<string, string>()] = configSource('s2t').chain;
    const last = source.chain.length - 1;
    relations[last] = countPairs(
      source.chain[last] ?? new Map<string, string>(),
      invert(pairsOf(fromSimplified)),
    );
  }
  const [first = new Map<string, Map<string, number>>(), second] = relations;
  const whole = second === undefined ? first : join(first, second);
  const records: string[] = [];
  for (const [character, targets] of whole) {
    if (character.length !== 1) continue;
    const total = [...targets.values()].reduce((sum, count) => sum + count, 0);
    const kept = [...targets].filter(([, count]) => count >= total * SHARE).sort(([, a], [, b]) => b - a);
    if (kept.length > 1) records.push(character + kept.map(([target]) => target).join(''));
  }
  return records.sort().join('|');
}

const pairs = new WeakMap<Dictionary, Relation>();

function pairsOf(dictionary: Dictionary): Relation {
  let known = pairs.get(dictionary);
  if (known === undefined) {
    known = countPairs(dictionary, new Map());
    pairs.set(dictionary, known);
  }
  return known;
}

/** Adds what the phrases that keep their number of characters do to each, and the character dictionary's entries. */
function countPairs(
  dictionary: Dictionary,
  into: Map<string, Map<string, number>>,
): Map<string, Map<string, number>> {
  for (const [key, value] of dictionary) {
    const from = [...key];
    const to = [...value];
    if (from.length !== to.length) continue;
    from.forEach((character, i) => {
      count(into, character, to[i] ?? character, 1);
    });
  }
  return into;
}

function invert(relation: Relation): Map<string, Map<string, number>> {
  const inverse = new Map<string, Map<string, number>>();
  for (const [from, targets] of relation) for (const [to, n] of targets) count(inverse, to, from, n);
  return inverse;
}

/** One relation after the other; what the second does not know stays. */
function join(first: Relation, second: Relation): Relation {
  const joined = new Map<string, Map<string, number>>();
  for (const from of new Set([...first.keys(), ...second.keys()])) {
    for (const [between, n] of shares(first, from)) {
      for (const [to, m] of shares(second, between)) count(joined, from, to, n * m);
    }
  }
  return joined;
}

function shares(relation: Relation, character: string): [string, number][] {
  const targets = relation.get(character);
  if (targets === undefined) return [[character, 1]];
  const total = [...targets.values()].reduce((sum, n) => sum + n, 0);
  return [...targets].map(([target, n]) => [target, n / total]);
}

function count(relation: Map<string, Map<string, number>>, from: string, to: string, n: number): void {
  const targets = relation.get(from) ?? new Map<string, number>();
  relation.set(from, targets);
  targets.set(to, (targets.get(to) ?? 0) + n);
}
