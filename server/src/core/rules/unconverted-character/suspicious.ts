import type { Report } from '../../report/types.js';
import { CharacterClass, classOf } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import type { CharacterPlaces } from './leftovers.js';
import { outsideSpared } from './spared.js';
import { SUSPECTS, type Form, type Suspect, type Words } from './suspects.js';

const NONE: readonly CharacterPlaces[] = [];

const byUnit: ReadonlyMap<number, Suspect> = new Map(
  SUSPECTS.map((one) => [one.character.charCodeAt(0), one]),
);

/** The suspects of a Traditional report, outside names. */
export function findSuspicious(report: Report): readonly CharacterPlaces[] {
  const { text, classes } = report;
  if ((classes & CharacterClass.suspect) === 0) return NONE;
  const found = new Map<Form, Span[]>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((classOf(unit) & CharacterClass.suspect) === 0) continue;
    const form = formAt(report, at, byUnit.get(unit)?.forms ?? []);
    if (form === undefined) continue;
    const places = found.get(form);
    if (places === undefined) found.set(form, [{ start: at, end: at + 1 }]);
    else places.push({ start: at, end: at + 1 });
  }
  const all: CharacterPlaces[] = [];
  for (const [form, candidates] of found) {
    const places = outsideSpared(report, candidates);
    const character = text.charAt(candidates[0]!.start);
    if (places.length > 0) all.push({ character, target: localForm(form.target, text), places });
  }
  return all;
}

/** What the character at an offset should be, where it stands in one of the words that tell. */
function formAt({ shadow }: Report, at: number, forms: readonly Form[]): Form | undefined {
  const inShadow = shadow.toShadow(at);
  for (const form of forms) if (isInWords(shadow.folded, inShadow, form.words)) return form;
  return undefined;
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
