/** Where sequences end, for a text that runs out before one is complete: worked out once, not at every operator. */
export interface DescriptionMemo {
  from: number;
  to: number;
  ends: Int32Array;
}

/**
 * The end of an ideographic description sequence (⿰氵木), which is one unit that nothing is looked up in, or of the
 * one code point where it is incomplete. Arity by code point as in opencc-js 1.4.2, which takes U+2FF4..U+2FFF for
 * operators of two; an incomplete sequence inside another counts as one character.
 *
 * @param to the end of the text
 * @param memo of the same text; empty (`to: -1`) at first
 */
export function descriptionEnd(text: Uint16Array, at: number, to: number, memo: DescriptionMemo): number {
  // Straight on, counting what is still needed: complete unless the text runs out.
  let needed = arity(text[at]!);
  let end = at + 1;
  while (needed > 0 && end < to) {
    needed += arity(text[end]!) - 1;
    end += width(text, end, to);
  }
  if (needed === 0) return end;
  if (memo.to !== to || at < memo.from) {
    memo.ends = endsBackwards(text, at, to);
    memo.from = at;
    memo.to = to;
  }
  const known = memo.ends[at - memo.from]!;
  return known === 0 ? at + 1 : known;
}

/** For every place the end of the sequence that starts there, 0 where none does or it is incomplete. */
function endsBackwards(text: Uint16Array, from: number, to: number): Int32Array {
  const ends = new Int32Array(to - from);
  for (let at = to - 1; at >= from; at--) {
    let parts = arity(text[at]!);
    if (parts === 0) continue;
    let end = at + 1;
    for (; parts > 0 && end < to; parts--) {
      const inner = ends[end - from]!;
      end = inner === 0 ? end + width(text, end, to) : inner;
    }
    ends[at - from] = parts === 0 ? end : 0;
  }
  return ends;
}

const width = (text: Uint16Array, at: number, to: number): number =>
  (text[at]! & 0xfc00) === 0xd800 && at + 1 < to && (text[at + 1]! & 0xfc00) === 0xdc00 ? 2 : 1;

function arity(unit: number): number {
  if (unit < 0x2ff0 || unit > 0x2fff) return 0;
  return unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2;
}
