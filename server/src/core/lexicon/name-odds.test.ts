import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GIVEN_ODDS, givenOdds, SURNAME_ODDS, surnameOdds } from './name-odds.js';
import { isWordLikeName, WORDS_LIKE_NAMES } from './name-words.js';
import { SURNAMES } from './surnames.js';

/** Fewer occurrences of a character say nothing; as many as this in other words make one that no name has. */
const FEWEST_NAMES = 3;
const FREQUENT = 2000;
const FREQUENT_WORD = 100;

const folder = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
const entries = readFileSync(join(folder, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
  .map(([word = '', frequency = '', tag = '']) => ({ word, frequency: Number(frequency), tag }));

const first = new Map<string, number>();
const given = new Map<string, number>();
const other = new Map<string, number>();
let names = 0;
let givenCount = 0;
let units = 0;
const add = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};
for (const { word, frequency, tag } of entries) {
  if (tag === 'nr' && (word.length === 2 || word.length === 3) && SURNAMES.has(word.charAt(0))) {
    names++;
    add(first, word.charAt(0), 1);
    for (const character of word.slice(1)) {
      add(given, character, 1);
      givenCount++;
    }
  } else if (tag !== 'nr') {
    for (const character of word) {
      add(other, character, frequency);
      units += frequency;
    }
  }
}

function oddsOf(counts: ReadonlyMap<string, number>, total: number, character: string): number {
  const share = ((counts.get(character) ?? 0) + 0.5) / total;
  const elsewhere = ((other.get(character) ?? 0) + 50) / units;
  // Adding 0 makes of minus nought a nought.
  return Math.max(-4, Math.min(4, Math.round(Math.log2(share / elsewhere)))) + 0;
}

/** The rows of a table as the counts have them. */
function rows(counts: ReadonlyMap<string, number>, total: number, characters: Iterable<string>): string[] {
  const all = new Map<number, string[]>();
  for (const character of characters) {
    const odds = oddsOf(counts, total, character);
    if (odds !== 0) all.set(odds, [...(all.get(odds) ?? []), character]);
  }
  return [...all].map(([odds, list]) => `${String(odds)} ${list.sort().join('')}`).sort();
}

const written = (table: typeof GIVEN_ODDS): string[] =>
  table.map(([odds, characters]) => `${String(odds)} ${Array.from(characters).sort().join('')}`).sort();

describe('the tables are what the dictionary says', () => {
  it('surnames', () => {
    expect(written(SURNAME_ODDS)).toEqual(rows(first, names, SURNAMES));
  });
  it('given names', () => {
    const characters = new Set(
      [...given.keys(), ...other.keys()].filter(
        (character) =>
          /^[\u4e00-\u9fff]$/.test(character) &&
          ((given.get(character) ?? 0) >= FEWEST_NAMES || (other.get(character) ?? 0) > FREQUENT),
      ),
    );
    expect(written(GIVEN_ODDS)).toEqual(rows(given, givenCount, characters));
  });
  it('words that begin like names', () => {
    const words = entries
      .filter(
        ({ word, frequency, tag }) =>
          /^[\u4e00-\u9fff]{2}$/.test(word) &&
          SURNAMES.has(word.charAt(0)) &&
          frequency >= FREQUENT_WORD &&
          !(
            tag.startsWith('nr') &&
            oddsOf(first, names, word.charAt(0)) + oddsOf(given, givenCount, word.charAt(1)) > 4
          ),
      )
      .map(({ word }) => word);
    const listed = WORDS_LIKE_NAMES.split(' ').flatMap((row) =>
      Array.from(row.slice(1)).map((character) => row.charAt(0) + character),
    );
    expect([...listed].sort()).toEqual([...words].sort());
  });
});

it('tells names from words', () => {
  const surname = (character: string): number => surnameOdds(character.charCodeAt(0));
  const inName = (character: string): number => givenOdds(character.charCodeAt(0));
  expect(surname('刘')).toBeGreaterThan(surname('高'));
  expect(surname('高')).toBeGreaterThan(surname('要'));
  expect(inName('琴')).toBeGreaterThan(inName('会'));
  expect(isWordLikeName('文'.charCodeAt(0), '件'.charCodeAt(0))).toBe(true);
  expect(isWordLikeName('文'.charCodeAt(0), '琴'.charCodeAt(0))).toBe(false);
});
