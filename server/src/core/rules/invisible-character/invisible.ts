import type { Span } from '../../text/span.js';

/** The characters of a text that nobody sees, raw UTF-16 offsets, ascending. */
export interface Invisible {
  /** Without a glyph of their own and without effect on Chinese text. */
  readonly empty: readonly Span[];
  /** A glyph of a lost encoding, or a line end, may stand behind each. */
  readonly lost: readonly Span[];
}

/** C0 controls, soft hyphen, zero-width and bidirectional marks, BOM; C1 controls; private use, also of planes 15 and 16. */
const ANY =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;
const LOST = /[\u000b\u000c\u0080-\u009f\ue000-\uf8ff\udb80-\udbff]/;
const JOINERS = /[\u200c\u200d\u180e]/;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Arabic, Indic, Tibetan, Mongolian: their spelling needs joiners. */
const JOINING = /[\u0600-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u18af]/;

/** Finds what is invisible; the byte order mark at the start, joiners in emoji and in joining scripts are no damage. */
export function findInvisible(text: string): Invisible {
  const empty: Span[] = [];
  const lost: Span[] = [];
  let rightToLeft: boolean | undefined;
  for (const { index, 0: found } of text.matchAll(ANY)) {
    if (found === '\ufeff' && index === 0) continue;
    if (JOINERS.test(found) && joins(text, index, found)) continue;
    if (DIRECTIONS.test(found) && (rightToLeft ??= RIGHT_TO_LEFT.test(text))) continue;
    (LOST.test(found) && !isAtLineEnd(text, index, found) ? lost : empty).push({
      start: index,
      end: index + found.length,
    });
  }
  return { empty, lost };
}

/** ZWJ after a pictograph, and joiners beside letters that join. */
function joins(text: string, index: number, found: string): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index + 1);
  const isPictograph = (before >= 0xd800 && before <= 0xdfff) || before === 0xfe0f;
  if (found === '\u200d' && isPictograph && (after >= 0x2190 || after >= 0xd800)) return true;
  return JOINING.test(text.charAt(index - 1)) || JOINING.test(text.charAt(index + 1));
}

/** A vertical tab or form feed beside a line end breaks no line of its own. */
function isAtLineEnd(text: string, index: number, found: string): boolean {
  if (found !== '\u000b' && found !== '\u000c') return false;
  // What goes away beside it does not count: else its removal would bring another finding to light.
  let before = index - 1;
  while (index - before < LONGEST_RUN && UNSEEN.test(text.charAt(before))) before--;
  let after = index + 1;
  while (after - index < LONGEST_RUN && UNSEEN.test(text.charAt(after))) after++;
  return /^[\r\n]?$/.test(text.charAt(before)) || /^[\r\n]?$/.test(text.charAt(after));
}

/** Longer runs are no stray control characters; looking past them would make the search quadratic. */
const LONGEST_RUN = 200;
/** Any character of the exact class, VT and FF included. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
