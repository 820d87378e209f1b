/**
 * Toneless syllables of Hanyu Pinyin (GB/T 16159 spelling, ü written ü or v), as initials with their finals.
 */
const FINALS_BY_INITIAL: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya yo yao you yan yang ye yin ying yong yu yue yuan yun wa wai wan wang wei wen weng wo wu',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u iao',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe ue un',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
};

const syllables = new Set(
  Object.entries(FINALS_BY_INITIAL).flatMap(([initial, finals]) => finals.split(' ').map((f) => initial + f)),
);

const TONED: Readonly<Record<string, string>> = Object.fromEntries(
  ['aāáǎà', 'eēéěè', 'iīíǐì', 'oōóǒò', 'uūúǔù', 'üǖǘǚǜ', 'nńňǹ', 'mḿ'].flatMap((row) => {
    const [base = '', ...toned] = row;
    return toned.map((c) => [c, base]);
  }),
);

/** A reading: whether it carries a tone mark. */
export interface Reading {
  readonly toned: boolean;
}

const TONELESS: Reading = { toned: false };
const TONED_READING: Reading = { toned: true };
/** Every syllable with every tone mark on every letter that takes one, precomposed: what notes are made of. */
const readings = new Map<string, Reading>();
for (const syllable of syllables) {
  readings.set(syllable, TONELESS);
  for (const [mark, base] of Object.entries(TONED)) {
    for (let i = syllable.indexOf(base); i >= 0; i = syllable.indexOf(base, i + 1))
      readings.set(syllable.slice(0, i) + mark + syllable.slice(i + 1), TONED_READING);
  }
}

/** The reading when `text` (lower-case, precomposed) is one syllable of Hanyu Pinyin with at most one tone mark. */
export function readSyllable(text: string): Reading | undefined {
  if (text.length === 0 || text.length > 6) return undefined;
  return readings.get(text) ?? readVariant(text);
}

/** A syllable with v for ü or the letter ɡ of phonetic alphabets. */
function readVariant(text: string): Reading | undefined {
  let marks = 0;
  let base = '';
  for (const character of text) {
    const plain = TONED[character];
    if (plain !== undefined) marks++;
    base += plain ?? (character === 'v' ? 'ü' : character === 'ɡ' ? 'g' : character);
  }
  if (marks > 1 || !syllables.has(base)) return undefined;
  return { toned: marks === 1 };
}
