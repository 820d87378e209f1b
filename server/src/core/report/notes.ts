import type { Span } from '../text/span.js';
import { CharacterClass, classesOf, isHanUnit, simplifyUnit } from '../script/characters.js';
import { readSyllable } from '../script/pinyin.js';

/** A pinyin note `(huì)` behind the Han character it annotates; the span covers brackets and padding only. */
export interface PinyinNote extends Span {
  /** The annotated character, one UTF-16 unit. */
  readonly character: string;
  readonly reading: string;
}

/** All pinyin notes of a text. */
export interface PinyinNotes {
  /** Machine residue beyond doubt: stripping these is exact. Ascending. */
  readonly certain: readonly PinyinNote[];
  /** Notes that a person may have written: single glosses, rare characters, changing readings. Ascending. */
  readonly doubtful: readonly PinyinNote[];
  /** On how many different characters the certain notes stand. */
  readonly characters: number;
}

/** Distinct annotated characters from which on a file is judged to be machine-annotated (measured on mirror pages). */
const CERTAIN_CHARACTERS = 3;
const LONGEST_NOTE = 10;
/** Characters whose machine note carries no tone mark. */
const NEUTRAL = new Set('們麼嗎個裡裏著罷囉');

/**
 * Finds notes of the shape `會(huì)`, with ASCII or full-width brackets and a space on either side of the reading
 * or before the bracket.
 *
 * Search-spam mirrors annotate with one fixed reading per character, only characters that have another Simplified
 * form. So a note is certain when its character has one, its reading is the one the file uses throughout, and at
 * least three different characters are annotated so; everything else is doubtful and is never stripped unasked.
 * @param classes what characters the text holds, where the caller knows
 */
export function findPinyinNotes(text: string, classes = classesOf(text)): PinyinNotes {
  if ((classes & CharacterClass.bracket) === 0) return NONE;
  const notes: PinyinNote[] = [];
  for (const bracket of ['(', '（']) {
    for (let open = text.indexOf(bracket); open >= 0; open = text.indexOf(bracket, open + 1)) {
      const note = noteAt(text, open);
      if (note !== undefined) notes.push(note);
    }
  }
  if (notes.length === 0) return NONE;
  return classify(notes.sort((a, b) => a.start - b.start));
}

const NONE: PinyinNotes = { certain: [], doubtful: [], characters: 0 };

function noteAt(text: string, open: number): PinyinNote | undefined {
  const first = text.charCodeAt(open + 1);
  if (!(first >= 97 && first <= 122) && !(first >= 0xe0 && first < 0x300) && first !== 0x20) return undefined;
  let start = open;
  if (text.charCodeAt(start - 1) === 0x20) start--;
  const unit = text.charCodeAt(start - 1);
  if (!isHanUnit(unit)) return undefined;
  let end = open + 1;
  const limit = Math.min(text.length, open + 1 + LONGEST_NOTE);
  while (end < limit && text[end] !== ')' && text[end] !== '）') end++;
  if (end >= limit) return undefined;
  // One space at most on either side; a tab or a line end in brackets was not put there by the annotator.
  const reading = text.slice(open + 1, end).replace(/^ | $/g, '');
  if (readSyllable(reading) === undefined) return undefined;
  return { start, end: end + 1, character: text.charAt(start - 1), reading };
}

function classify(notes: readonly PinyinNote[]): PinyinNotes {
  const counts = new Map<string, Map<string, number>>();
  for (const { character, reading } of notes) {
    const readings = counts.get(character) ?? new Map<string, number>();
    readings.set(reading, (readings.get(reading) ?? 0) + 1);
    counts.set(character, readings);
  }
  const usual = new Map<string, string>();
  for (const [character, readings] of counts) {
    if (simplifyUnit(character.charCodeAt(0)) === character.charCodeAt(0)) continue;
    const reading = dominant(readings);
    if (reading === undefined) continue;
    if (readSyllable(reading)?.toned === true || NEUTRAL.has(character)) usual.set(character, reading);
  }
  const certain = notes.filter((note) => usual.get(note.character) === note.reading);
  if (usual.size < CERTAIN_CHARACTERS) return { certain: [], doubtful: notes, characters: 0 };
  const doubtful = notes.filter((note) => usual.get(note.character) !== note.reading);
  return { certain, doubtful, characters: usual.size };
}

/** The reading of a character when the file keeps to one (a stray damaged note apart). */
function dominant(readings: ReadonlyMap<string, number>): string | undefined {
  let total = 0;
  let best: [string, number] | undefined;
  for (const [reading, count] of readings) {
    total += count;
    if (best === undefined || count > best[1]) best = [reading, count];
  }
  return best !== undefined && best[1] / total > 0.8 ? best[0] : undefined;
}
