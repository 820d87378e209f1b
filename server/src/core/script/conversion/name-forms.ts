import type { Span } from '../../text/span.js';
import type { Glyphs } from '../converter.js';
import { nameForm, wholeName } from '../names/convert-name.js';
import type { ConversionEngine, ConvertSpans } from '../opencc/index.js';

/** A character of a converted name that its bearer may write otherwise. */
export interface NameChoice {
  /** What was chosen. */
  readonly form: string;
  readonly others: readonly string[];
}

/** By the starts of names, then by the place in the converted name (UTF-16 units): what a person should look at. */
export type NamesWithChoices = ReadonlyMap<number, ReadonlyMap<number, NameChoice>>;

/** Says to the engine what the characters of names become; `forms` is filled meanwhile. */
export function createFormReader(
  text: string,
  names: readonly Span[],
  glyphs: Glyphs,
  engine: ConversionEngine,
): { readonly nameCharacter: NonNullable<ConvertSpans['nameCharacter']>; readonly forms: NamesWithChoices } {
  const forms = new Map<number, Map<number, NameChoice>>();
  const known = knownNames(text, names, glyphs, engine);
  /** The name that is being read, as far as it is; the engine reads each from its first character to its last. */
  let start = -1;
  let position = 0;
  let index = 0;
  let written = 0;
  const formOf = (character: string, usual: string, name: Span): string => {
    const whole = known.get(name.start);
    if (whole !== undefined) return whole[index] ?? usual;
    const { form, others } = nameForm(character, usual, glyphs);
    if (others.length > 0) {
      const choices = forms.get(name.start) ?? new Map<number, NameChoice>();
      // Whoever is called 范 or 于 has no other surname in Traditional: it is the given name that may be spelled otherwise.
      const isSurname = written === 0 && glyphs.startsWith('s2');
      forms.set(name.start, choices.set(written, { form, others: isSurname ? [] : others }));
    }
    return form;
  };
  return {
    forms,
    nameCharacter(character, usual, name) {
      if (name.start !== start || position >= name.end) {
        ({ start } = name);
        position = start;
        index = 0;
        written = 0;
      }
      const form = formOf(character, usual, name);
      position += character.length;
      index++;
      written += form.length;
      return form;
    },
  };
}

/**
 * What a name could be instead, one character changed at a time.
 * @param converted the name, or what a selection has of it; @param skipped UTF-16 units of the converted name in front of that
 */
export function alternativesOf(
  converted: string,
  skipped: number,
  choices: ReadonlyMap<number, NameChoice>,
): string[] {
  const names: string[] = [];
  for (const [place, { form, others }] of choices) {
    const at = place - skipped;
    if (at < 0 || at >= converted.length) continue;
    for (const other of others)
      names.push(converted.slice(0, at) + other + converted.slice(at + form.length));
  }
  return names;
}

/** Names that the dictionaries have as a whole (錢鍾書), character by character, by their starts. */
function knownNames(
  text: string,
  names: readonly Span[],
  glyphs: Glyphs,
  engine: ConversionEngine,
): Map<number, readonly string[]> {
  const known = new Map<number, readonly string[]>();
  const asked = new Map<string, readonly string[] | undefined>();
  for (const { start, end } of names) {
    const name = text.slice(start, end);
    if (!asked.has(name)) {
      const whole = wholeName(name, glyphs, engine);
      asked.set(name, whole === undefined ? undefined : Array.from(whole));
    }
    const characters = asked.get(name);
    if (characters !== undefined) known.set(start, characters);
  }
  return known;
}
