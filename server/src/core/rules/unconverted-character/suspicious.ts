import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import type { CharacterPlaces } from './leftovers.js';
import { outsideSpared } from './spared.js';

/** Legal Traditional in other words (皇后, 干涉, 公里). */
interface Suspect {
  readonly character: string;
  readonly forms: readonly Form[];
}

/** What a suspect should be, in the words that show it. */
interface Form {
  readonly target: string;
  readonly words: readonly Words[];
}

/**
 * Words by the characters beside the suspect, of which each must be or must not be among those given. They are of the
 * shadow text, which is Simplified and free of pinyin notes.
 */
interface Words {
  readonly left?: string;
  readonly notLeft?: string;
  readonly right?: string;
  readonly notRight?: string;
  /** The character behind the one on the right. */
  readonly notSecond?: string;
}

/**
 * What a character-by-character conversion from Simplified leaves, by the words that show it. The guards keep
 * neighbours apart that only look like such a word: 若干部門, 不能干涉, 相關系統, 在于洪區, 皇后.
 */
const SUSPECTS: readonly Suspect[] = [
  suspect(
    '并',
    { target: '併', words: [{ left: '合兼吞归裁整火一', notRight: '州' }, { right: '购入吞' }] },
    { target: '並', words: [{ notLeft: '合兼吞归裁整火一', notRight: '州购入吞发' }] },
  ),
  suspect('于', {
    target: '於',
    words: [
      { left: '关对由至位处在基善等', notRight: '洪都田谦右' },
      { notLeft: '姓', right: '是今此', notSecond: '之' },
    ],
  }),
  suspect('后', {
    target: '後',
    words: [
      { left: '之以最然今前背落随', notRight: '妃' },
      { notLeft: '皇太王天母帝', right: '续勤果顾方来' },
    ],
  }),
  suspect('干', {
    target: '幹',
    words: [
      { left: '骨才苦', notRight: '涉预扰' },
      { notLeft: '若相天', right: '部劲群' },
    ],
  }),
  suspect('范', { target: '範', words: [{ left: '规示典模' }, { notLeft: '姓、', right: '围畴例' }] }),
  suspect('斗', { target: '鬥', words: [{ left: '战奋' }, { notLeft: '北泰漏阿南', right: '争志' }] }),
  suspect('采', { target: '採', words: [{ notLeft: '风神文丰光', right: '取用集访纳购' }] }),
  suspect('系', { target: '係', words: [{ left: '关', notRight: '统列所数' }] }),
  suspect('里', { target: '裡', words: [{ left: '这那哪心家夜', notRight: '程巷长约' }] }),
];

function suspect(character: string, ...forms: readonly Form[]): Suspect {
  return { character, forms };
}

const NONE: readonly CharacterPlaces[] = [];

/** The suspects of a Traditional report, outside names. */
export function findSuspicious(report: Report): readonly CharacterPlaces[] {
  const { text, classes } = report;
  if ((classes & CharacterClass.suspect) === 0) return NONE;
  const found: CharacterPlaces[] = [];
  for (const { character, forms } of SUSPECTS) {
    const first = text.indexOf(character);
    if (first < 0) continue;
    for (const { target, words } of forms) {
      const places = outsideSpared(report, placesOf(report, character, first, words));
      if (places.length > 0) found.push({ character, target: localForm(target, text), places });
    }
  }
  return found;
}

/** Where a character stands in the words, from its first place on. */
function placesOf(
  { text, shadow }: Report,
  character: string,
  first: number,
  words: readonly Words[],
): readonly Span[] {
  const places: Span[] = [];
  for (let at = first; at >= 0; at = text.indexOf(character, at + 1)) {
    if (isInWords(shadow.folded, shadow.toShadow(at), words)) places.push({ start: at, end: at + 1 });
  }
  return places;
}

function isInWords(folded: string, at: number, words: readonly Words[]): boolean {
  const before = folded.charCodeAt(at - 1);
  const behind = folded.charCodeAt(at + 1);
  for (const { left, notLeft, right, notRight, notSecond } of words) {
    if (left !== undefined && !has(left, before)) continue;
    if (notLeft !== undefined && has(notLeft, before)) continue;
    if (right !== undefined && !has(right, behind)) continue;
    if (notRight !== undefined && has(notRight, behind)) continue;
    if (notSecond !== undefined && has(notSecond, folded.charCodeAt(at + 2))) continue;
    return true;
  }
  return false;
}

function has(characters: string, unit: number): boolean {
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === unit) return true;
  return false;
}

/** 裏 where the report writes so (Hong Kong), else 裡. */
function localForm(target: string, text: string): string {
  return target === '裡' && text.includes('裏') ? '裏' : target;
}
