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

/** The letters of readings: those that carry a tone mark stand behind the plain one. */
const LETTERS = [
  ...'aāáǎà eēéěè iīíǐì oōóǒò uūúǔù üǖǘǚǜ nńňǹ'.split(' '),
  ...Array.from('bcdfghjklmpqrstwxyz'),
];
/** v stands for ü, and phonetic alphabets have a letter of their own for g. */
const VARIANTS = new Map([
  ['v', 'ü'],
  ['ɡ', 'g'],
]);
const LETTER_UNITS = 0x300;
/** By UTF-16 unit: the number of its plain letter, from 1, and which of the letter's marks it carries, from 1. */
const plain = new Uint8Array(LETTER_UNITS);
const marked = new Uint8Array(LETTER_UNITS);
LETTERS.forEach((row, letter) => {
  for (let i = 0; i < row.length; i++) {
    plain[row.charCodeAt(i)] = letter + 1;
    marked[row.charCodeAt(i)] = i;
  }
});
for (const [variant, letter] of VARIANTS) plain[variant.charCodeAt(0)] = plain[letter.charCodeAt(0)] ?? 0;

const BITS_PER_LETTER = 5;
const LONGEST_SYLLABLE = 6;
/** Which letter carries the mark, and which mark. */
const MARKS = 64;
const SLOTS = 2048;
/** The packed syllables by hash, with linear probing: a quarter of the slots is taken. */
const slots = new Int32Array(SLOTS);
for (const syllable of syllables) {
  let packed = 0;
  for (let i = 0; i < syllable.length; i++)
    packed = (packed << BITS_PER_LETTER) | (plain[syllable.charCodeAt(i)] ?? 0);
  let slot = slotOf(packed);
  while (slots[slot] !== 0) slot = (slot + 1) % SLOTS;
  slots[slot] = packed;
}

function slotOf(packed: number): number {
  return Math.imul(packed, 0x9e3779b1) >>> 21;
}

/**
 * A number for the reading that stands in a stretch of `text` (UTF-16 offsets), the same for the same reading, when it is one
 * syllable of Hanyu Pinyin (lower-case, precomposed) with at most one tone mark; else 0.
 */
export function readingCode(text: string, from: number, to: number): number {
  if (to <= from || to - from > LONGEST_SYLLABLE) return 0;
  let packed = 0;
  let mark = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const letter = unit < LETTER_UNITS ? (plain[unit] ?? 0) : 0;
    if (letter === 0) return 0;
    packed = (packed << BITS_PER_LETTER) | letter;
    const own = marked[unit] ?? 0;
    if (own === 0) continue;
    if (mark !== 0) return 0;
    mark = (own << 3) | (i - from);
  }
  for (let slot = slotOf(packed); slots[slot] !== 0; slot = (slot + 1) % SLOTS)
    if (slots[slot] === packed) return packed * MARKS + mark;
  return 0;
}

/** Whether a reading carries a tone mark. */
export function isToned(code: number): boolean {
  return code % MARKS !== 0;
}
