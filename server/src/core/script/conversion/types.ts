import type { TextEdit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import type { ConvertTarget, PhraseTarget } from '../converter.js';

export interface ConvertOptions {
  /** A phrase configuration changes wording too: only for callers that show the result before they apply it. */
  readonly to: ConvertTarget | PhraseTarget;
  /** Who wrote the Traditional text that goes to Simplified. Absent: the text tells. */
  readonly from?: 'tw' | 'hk' | undefined;
  /** Only these stretches (raw UTF-16 offsets), each widened to whole pinyin notes. Absent: everything. */
  readonly ranges?: readonly Span[];
  /** Words that stay as they are. */
  readonly protected?: readonly string[];
}

/** One mention of a name in which a character with several targets kept its form; raw UTF-16 offsets. */
export interface NameToConfirm extends Span {
  /** As the text has it, without pinyin notes. */
  readonly name: string;
  readonly converted: string;
  /**
   * What the bearer may write instead: the converted name with one character changed, the likeliest first; empty where only
   * the surname has several targets.
   */
  readonly alternatives: readonly string[];
}

/** A character that stands for several of the target script, where no word decides; raw UTF-16 offsets. */
export interface AmbiguousCharacter extends Span {
  readonly source: string;
  readonly chosen: string;
  /** The other targets, the likeliest first; never empty. */
  readonly alternatives: readonly string[];
}

/** A character of the other script that is left in the result; raw UTF-16 offsets. */
export interface Leftover extends Span {
  readonly character: string;
}

/** What a conversion changes. Applying `edits` is all there is to do. */
export interface Conversion {
  /** Ascending, without overlaps; unchanged text is in none of them. */
  readonly edits: readonly TextEdit[];
  /** UTF-16 units that get another character. */
  readonly charactersChanged: number;
  /** Lines that an edit touches, pinyin notes that go counted too. */
  readonly linesChanged: number;
  /** Stretches whose wording changes; always 0 but for the phrase configurations. */
  readonly phrasesRewritten: number;
  readonly notesRemoved: number;
  /** Names, as converted, in which a character with several targets kept its form; each once. */
  readonly names: readonly string[];
  /** Their mentions, ascending. */
  readonly namesToConfirm: readonly NameToConfirm[];
  /** Ascending. */
  readonly ambiguous: readonly AmbiguousCharacter[];
  /** Characters of the other script that are left in the result; each once. */
  readonly leftovers: readonly string[];
  /** Their places, ascending. */
  readonly leftoverPlaces: readonly Leftover[];
}

/** What is said of a text that nothing is done to. */
export const NOTHING_CONVERTED: Conversion = Object.freeze({
  edits: [],
  charactersChanged: 0,
  linesChanged: 0,
  phrasesRewritten: 0,
  notesRemoved: 0,
  names: [],
  namesToConfirm: [],
  ambiguous: [],
  leftovers: [],
  leftoverPlaces: [],
});
