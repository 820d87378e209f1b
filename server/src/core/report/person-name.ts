import tables from '../../../data/han-tables.json' with { type: 'json' };
import type { Span } from '../text/span.js';
import { CharacterClass } from '../script/characters.js';
import type { Shadow } from './shadow.js';

/** Forms that the standard list of 2013 keeps for names although the shadow writes the common form: 乾 昇 陞 甯. */
const kept = new Set(tables.ambiguousToSimplified);

/** The name that stands at a shadow span: Simplified, without padding, with the forms that names keep (徐乾学). */
export function personName(text: string, shadow: Shadow, { start, end }: Span, classes: number): string {
  const { folded } = shadow;
  if ((classes & CharacterClass.nameForm) === 0 && isPlain(folded, start, end))
    return folded.slice(start, end);
  let name = '';
  for (let i = start; i < end; i++) {
    const written = text.charAt(shadow.toRaw(i));
    const character = kept.has(written) ? written : shadow.text.charAt(i);
    // Kolas Yotaka keeps its space, 李 昂 does not.
    if (!/\s/.test(character)) name += character;
    else if (isLatin(folded.charCodeAt(i - 1)) && isLatin(folded.charCodeAt(i + 1))) name += ' ';
  }
  return name;
}

/** Whether a stretch of the folded shadow is nothing but Han, so that neither folding nor padding plays a part. */
function isPlain(folded: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = folded.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) return false;
  }
  return true;
}

function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
}
