import type { Span } from '../text/span.js';
import { CharacterClass, classesOf, isHanUnit, simplifyUnit } from '../script/characters.js';
import { isToned, readingCode } from '../script/pinyin.js';

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
/** The same in a file where another character stands with a note here and without one there. */
const KEPT_CHARACTERS = 5;
/** Nobody explains so many characters more than once: where they have their notes again and again, no other is looked for. */
const REPEATED_CHARACTERS = 8;
const LONGEST_NOTE = 10;
/** Characters whose machine note carries no tone mark. */
const NEUTRAL = new Set('們麼嗎個裡裏著罷囉');

/**
 * Finds notes of the shape `會(huì)`, with ASCII or full-width brackets and a space on either side of the reading
 * or before the bracket.
 *
 * Search-spam mirrors annotate with one fixed reading per character, wherever it stands, and only characters that have
 * another Simplified form. So a note is certain when its character has one, its reading is the one the file uses
 * throughout, and at least three different characters are annotated so; everything else is doubtful and is never stripped
 * unasked. Whoever explains a reading does so once: where a character with a note also stands without, nothing is certain,
 * unless enough of the others do not (a mirror page that somebody has edited).
 * @param classes what characters the text holds, where the caller knows
 * @param marks where brackets may stand, where the caller knows; ascending offsets
 */
export function findPinyinNotes(
  text: string,
  classes = classesOf(text),
  marks?: readonly number[],
): PinyinNotes {
  if ((classes & CharacterClass.bracket) === 0) return NONE;
  const found = new FoundNotes(text);
  if (marks === undefined) {
    for (let i = 0; i < text.length; i++) found.add(i);
  } else for (const mark of marks) found.add(mark);
  return found.classify();
}

const NONE: PinyinNotes = { certain: [], doubtful: [], characters: 0 };
const NO_NOTES: readonly PinyinNote[] = [];

const SPACE = 0x20;

/** A reading that a file gives one character. */
interface AnnotatedReading {
  readonly of: AnnotatedCharacter;
  readonly text: string;
  /** As {@link readingCode} has it. */
  readonly code: number;
  count: number;
}

interface AnnotatedCharacter {
  readonly character: string;
  /** All its notes, whatever they say. */
  notes: number;
  /** How often it stands without anything in brackets behind it; counted when it matters. */
  bare: number;
  /** Nearly always one. */
  readonly readings: AnnotatedReading[];
  /** The reading that the file keeps to, if a machine may have put it there. */
  usual: AnnotatedReading | undefined;
}

class FoundNotes {
  readonly #notes: PinyinNote[] = [];
  /** The reading of each note. */
  readonly #readings: AnnotatedReading[] = [];
  readonly #characters = new Map<number, AnnotatedCharacter>();

  constructor(private readonly text: string) {}

  /** Adds the note whose bracket may stand at an offset. */
  add(open: number): void {
    const { text } = this;
    if (!isOpening(text.charCodeAt(open))) return;
    const first = text.charCodeAt(open + 1);
    if (!(first >= 97 && first <= 122) && !(first >= 0xe0 && first < 0x300) && first !== SPACE) return;
    const start = text.charCodeAt(open - 1) === SPACE ? open - 1 : open;
    const annotated = text.charCodeAt(start - 1);
    if (!isHanUnit(annotated)) return;
    const limit = Math.min(text.length, open + 1 + LONGEST_NOTE);
    let end = open + 1;
    while (end < limit && !isClosing(text.charCodeAt(end))) end++;
    if (end >= limit) return;
    // One space at most on either side; a tab or a line end in brackets was not put there by the annotator.
    const from = first === SPACE ? open + 2 : open + 1;
    const to = text.charCodeAt(end - 1) === SPACE ? end - 1 : end;
    const code = readingCode(text, from, to);
    if (code === 0) return;
    const reading = this.#reading(annotated, code, from, to);
    reading.count++;
    reading.of.notes++;
    this.#notes.push({ start, end: end + 1, character: reading.of.character, reading: reading.text });
    this.#readings.push(reading);
  }

  #reading(annotated: number, code: number, from: number, to: number): AnnotatedReading {
    let of = this.#characters.get(annotated);
    if (of === undefined) {
      of = {
        character: String.fromCharCode(annotated),
        notes: 0,
        bare: 0,
        readings: [],
        usual: undefined,
      };
      this.#characters.set(annotated, of);
    }
    for (const known of of.readings) if (known.code === code) return known;
    const reading = { of, text: this.text.slice(from, to), code, count: 0 };
    of.readings.push(reading);
    return reading;
  }

  classify(): PinyinNotes {
    const notes = this.#notes;
    if (notes.length === 0) return NONE;
    let characters = 0;
    let repeated = 0;
    for (const [unit, annotated] of this.#characters) {
      if (simplifyUnit(unit) === unit) continue;
      const reading = dominant(annotated.readings);
      if (reading === undefined || !(isToned(reading.code) || NEUTRAL.has(annotated.character))) continue;
      annotated.usual = reading;
      characters++;
      if (annotated.notes > 1) repeated++;
    }
    if (characters < CERTAIN_CHARACTERS || (repeated < REPEATED_CHARACTERS && this.#isGlossed()))
      return { certain: NO_NOTES, doubtful: notes, characters: 0 };
    const certain: PinyinNote[] = [];
    const doubtful: PinyinNote[] = [];
    notes.forEach((note, i) => {
      const reading = this.#readings[i];
      (reading?.of.usual === reading ? certain : doubtful).push(note);
    });
    return { certain, doubtful, characters };
  }

  /** Whether the notes look like a person's, who leaves a character without once it has been explained. */
  #isGlossed(): boolean {
    const { text } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (simplifyUnit(unit) === unit) continue;
      const annotated = this.#characters.get(unit);
      // A bracket with anything else in it may be what is left of a note.
      if (annotated !== undefined && !opensBracket(text, i + 1)) annotated.bare++;
    }
    let notes = 0;
    let bare = 0;
    let glossed = 0;
    let kept = 0;
    for (const annotated of this.#characters.values()) {
      if (annotated.usual === undefined) continue;
      notes += annotated.notes;
      bare += annotated.bare;
      if (annotated.notes === 1 && annotated.bare > 0) glossed++;
      else kept++;
    }
    if (bare > notes) return true;
    return glossed > 0 && (kept < KEPT_CHARACTERS || kept < glossed * 2);
  }
}

function isOpening(unit: number): boolean {
  return unit === 0x28 || unit === 0xff08;
}

function opensBracket(text: string, at: number): boolean {
  return isOpening(text.charCodeAt(text.charCodeAt(at) === SPACE ? at + 1 : at));
}

function isClosing(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09;
}

/** The reading of a character when the file keeps to one (a stray damaged note apart). */
function dominant(readings: readonly AnnotatedReading[]): AnnotatedReading | undefined {
  let total = 0;
  let best: AnnotatedReading | undefined;
  for (const reading of readings) {
    total += reading.count;
    if (best === undefined || reading.count > best.count) best = reading;
  }
  return best !== undefined && best.count / total > DOMINANT ? best : undefined;
}

/** The share of a character's notes that give its usual reading. */
const DOMINANT = 0.8;
