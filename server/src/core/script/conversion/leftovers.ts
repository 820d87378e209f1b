import type { TextEdit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { CharacterClass, classOf } from '../characters.js';
import type { ConvertTarget } from '../converter.js';
import type { Leftover } from './types.js';

/**
 * Characters of the other script that no edit changes, within `ranges`; raw offsets, ascending. Names keep what they keep
 * and are told as names; what is protected is left on purpose.
 * @param edits ascending; @param spared ascending, apart
 */
export function findLeftovers(
  text: string,
  to: ConvertTarget,
  ranges: readonly Span[],
  edits: readonly TextEdit[],
  spared: readonly Span[],
): Leftover[] {
  const other = to === 'simplified' ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  const found: Leftover[] = [];
  let nextEdit = 0;
  let nextSpared = 0;
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i++) {
      if ((classOf(text.charCodeAt(i)) & other) === 0) continue;
      while ((edits[nextEdit]?.end ?? Infinity) <= i) nextEdit++;
      while ((spared[nextSpared]?.end ?? Infinity) <= i) nextSpared++;
      const edit = edits[nextEdit];
      if (edit !== undefined && edit.start <= i) continue;
      if ((spared[nextSpared]?.start ?? Infinity) <= i) continue;
      found.push({ start: i, end: i + 1, character: text.charAt(i) });
    }
  }
  return found;
}
