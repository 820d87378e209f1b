import { Buffer } from 'node:buffer';
import type { Conversion } from '../../core/script/convert-report.js';
import type { TextEdit } from '../../core/text/edit.js';
import type { Span } from '../../core/text/span.js';
import type { ConvertUnits } from '../../platform/node/files/convert-stream.js';
import type { ConvertTally } from './convert-tally.js';

/** UTF-16 units in front of a piece that are read again with it: several reports. */
const CONTEXT = 1 << 14;
const BOM = '\ufeff';

/**
 * Converts a text far larger than any report with all care, piece by piece: each is read as a text of its own, together
 * with the end of what stands in front of it, so that a name is known behind a cut. What evidence decides (which notes
 * are certain, which script prevails) is therefore decided by each piece, a megabyte of text.
 *
 * @param convert converts the `ranges` of a text; all of it without them
 * @param tally hears of each piece
 */
export function createPieceByPiece(
  convert: (text: string, ranges: readonly Span[] | undefined) => Conversion,
  tally: ConvertTally,
): ConvertUnits {
  let before = '';
  let isFirst = true;
  return (units) => {
    const all = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
    const bom = isFirst && all.startsWith(BOM) ? BOM : '';
    isFirst = false;
    const text = before + all.slice(bom.length);
    const from = before.length;
    const conversion = convert(text, from === 0 ? undefined : [{ start: from, end: text.length }]);
    tally.add(text, from, conversion);
    before = endOf(text);
    return applied(units, conversion.edits, from - bom.length);
  };
}

/**
 * Units after edits, without a detour by strings.
 * @param edits ascending, without overlaps, as those of a conversion are
 * @param ahead how far the offsets of the edits are ahead of the units
 */
function applied(units: Uint16Array, edits: readonly TextEdit[], ahead: number): Uint16Array {
  const growth = edits.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const after = new Uint16Array(units.length + growth);
  let length = 0;
  let at = 0;
  for (const { start, end, newText } of edits) {
    while (at < start - ahead) after[length++] = units[at++]!;
    for (let i = 0; i < newText.length; i++) after[length++] = newText.charCodeAt(i);
    at = end - ahead;
  }
  after.set(units.subarray(at), length);
  return after;
}

/** The last whole lines of a text, as many as are read again. */
function endOf(text: string): string {
  if (text.length <= CONTEXT) return text;
  const feed = text.indexOf('\n', text.length - CONTEXT);
  return feed < 0 ? '' : text.slice(feed + 1);
}
