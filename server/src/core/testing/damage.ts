import { isHanUnit, simplifyUnit } from '../script/characters.js';

/** How a mirror writes its notes. */
export interface NoteStyle {
  /** How many different characters of the text are annotated, in order of appearance. */
  readonly characters: number;
  readonly before?: string;
  readonly brackets?: readonly [string, string];
}

/** Readings do not matter to the damage: every character has one, always the same. */
const READINGS = ['huì', 'kāi', 'jì', 'qiáng', 'zé', 'què', 'zhǎng', 'guān', 'shí', 'lǜ', 'dōng', 'yì'];

/** Puts a pinyin note behind every occurrence of the first characters whose Simplified form differs. */
export function annotate(
  text: string,
  { characters, before = '', brackets = ['(', ')'] }: NoteStyle,
): string {
  const chosen = new Set<string>();
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (isHanUnit(unit) && simplifyUnit(unit) !== unit && chosen.size < characters) chosen.add(character);
  }
  return Array.from(text, (character) => {
    if (!chosen.has(character)) return character;
    const reading = READINGS[character.charCodeAt(0) % READINGS.length] ?? '';
    return `${character}${before}${brackets[0]}${reading}${brackets[1]}`;
  }).join('');
}

/** The width fold: full-width ASCII marks and the ideographic space to ASCII. */
export function foldMarks(text: string): string {
  return text
    .replace(/[，：；？！（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** Ideographic indents to two ASCII spaces. */
export function loseIndents(text: string): string {
  return text.replace(/^\u3000\u3000/gm, '  ');
}

/** Doubles every `nth` pausing or ending mark. */
export function doubleMarks(text: string, nth: number): string {
  let count = 0;
  return text.replace(/[，、。；：]/g, (mark) => (++count % nth === 0 ? mark + mark : mark));
}
