import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import { readJson, read } from './paths.js';

export interface SetText {
  readonly file: string;
  readonly script: 'simplified' | 'traditional';
  /** The standard of opencc-js that the text is written in. */
  readonly standard: 'cn' | 't' | 'tw' | 'hk';
  readonly text: string;
  /** Names and quotations, ascending: nothing is planted there. UTF-16 offsets. */
  readonly spared: readonly Stretch[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type PlantSize = '1 character' | '3 characters' | 'sentence' | 'paragraph';

/** A text with something of it swapped into the other script. */
export interface Planted {
  readonly size: PlantSize;
  readonly original: SetText;
  readonly text: string;
  /** The stretches that were swapped, ascending: single characters, one sentence or one paragraph. */
  readonly stretches: readonly Stretch[];
  /** Offsets of the characters that differ from the original. */
  readonly changed: readonly number[];
}

/** The invented texts of test/fixtures/script-set. */
export function scriptSet(): SetText[] {
  const { texts } = readJson('test/fixtures/script-set/texts.json') as {
    texts: (Omit<SetText, 'text' | 'spared'> & { spared: string[] })[];
  };
  return texts.map(({ spared, ...entry }) => {
    const text = read('test/fixtures/script-set', entry.file);
    const stretches = spared.flatMap((word) => placesOf(text, word)).sort((a, b) => a.start - b.start);
    return { ...entry, text, spared: stretches };
  });
}

function placesOf(text: string, word: string): Stretch[] {
  const places: Stretch[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length });
  if (places.length === 0) throw new Error(`texts.json: ${word} is not in its text`);
  return places;
}

const build = ConverterBuilder(preset);
const TO_CHARACTERS = {
  cn: { from: 'cn', to: 'tw' },
  t: { from: 't', to: 'cn' },
  tw: { from: 'tw', to: 'cn' },
  hk: { from: 'hk', to: 'cn' },
} as const;

/** Characters that are swapped one at a time, and sets of three, from each text. */
const SINGLE = 12;
const TRIPLES = 12;

/**
 * Every planted text. Swapped text is what opencc-js makes of the whole text, so that its characters are the ones a pasted
 * text would have. Sentences and paragraphs count when at least three of their characters differ. Always the same for the
 * same texts.
 */
export function plant(set: readonly SetText[]): Planted[] {
  return set.flatMap((entry, i) => {
    const { text, spared } = entry;
    const swapped = build(TO_CHARACTERS[entry.standard])(text);
    if (swapped.length !== text.length) throw new Error(`${entry.file}: conversion changes the length`);
    const isSpared = (offset: number): boolean =>
      spared.some(({ start, end }) => start <= offset && offset < end);
    const differing: number[] = [];
    for (let at = 0; at < text.length; at++)
      if (text.charAt(at) !== swapped.charAt(at) && !isSpared(at)) differing.push(at);
    const make = (size: PlantSize, stretches: readonly Stretch[]): Planted => {
      const changed = differing.filter((at) => stretches.some(({ start, end }) => start <= at && at < end));
      let planted = text;
      for (const at of changed) planted = planted.slice(0, at) + swapped.charAt(at) + planted.slice(at + 1);
      return { size, original: entry, text: planted, stretches, changed };
    };
    const random = generator(i + 1);
    const pick = (count: number): Stretch[] => {
      const chosen = new Set<number>();
      while (chosen.size < count) chosen.add(differing[Math.floor(random() * differing.length)] ?? 0);
      return [...chosen].sort((a, b) => a - b).map((start) => ({ start, end: start + 1 }));
    };
    const whole = (pattern: RegExp): Stretch[] =>
      [...text.matchAll(pattern)]
        .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
        .filter(({ start, end }) => differing.filter((at) => start <= at && at < end).length >= 3);
    const sentences = whole(/(?<=^|[。!?！？\n])[^。!?！？\n]{8,}[。!?！？]/gm);
    const paragraphs = whole(/^.{40,}$/gm);
    return [
      ...Array.from({ length: SINGLE }, () => make('1 character', pick(1))),
      ...Array.from({ length: TRIPLES }, () => make('3 characters', pick(3))),
      ...sentences.map((stretch) => make('sentence', [stretch])),
      ...paragraphs.map((stretch) => make('paragraph', [stretch])),
    ];
  });
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function generator(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
