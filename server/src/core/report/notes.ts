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
 * @param marks where brackets may stand, where the caller knows; ascending offsets
 */
export function findPinyinNotes(
  text: string,
  classes = classesOf(text),
  marks?: readonly number[],
): PinyinNotes {
  if ((classes & CharacterClass.bracket) === 0) return NONE;
  const notes: PinyinNote[] = [];
  if (marks === undefined) {
    for (let i = 0; i < text.length; i++) addNote(text, i, notes);
  } else for (const mark of marks) addNote(text, mark, notes);
  return notes.length === 0 ? NONE : classify(notes);
}

const NONE: PinyinNotes = { certain: [], doubtful: [], characters: 0 };

const SPACE = 0x20;

function addNote(text: string, open: number, notes: PinyinNote[]): void {
  const bracket = text.charCodeAt(open);
  if (bracket !== 0x28 && bracket !== 0xff08) return;
  const first = text.charCodeAt(open + 1);
  if (!(first >= 97 && first <= 122) && !(first >= 0xe0 && first < 0x300) && first !== SPACE) return;
  const start = text.charCodeAt(open - 1) === SPACE ? open - 1 : open;
  if (!isHanUnit(text.charCodeAt(start - 1))) return;
  const limit = Math.min(text.length, open + 1 + LONGEST_NOTE);
  let end = open + 1;
  while (end < limit && !isClosing(text.charCodeAt(end))) end++;
  if (end >= limit) return;
  // One space at most on either side; a tab or a line end in brackets was not put there by the annotator.
  const from = first === SPACE ? open + 2 : open + 1;
  const to = text.charCodeAt(end - 1) === SPACE ? end - 1 : end;
  const reading = text.slice(from, to);
  if (readSyllable(reading) === undefined) return;
  notes.push({ start, end: end + 1, character: text.charAt(start - 1), reading });
}

function isClosing(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09;
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
