import { MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import { roomFor, type Compared, type Places } from './compared.js';
import type { ConversionEdit } from './types.js';

/**
 * The shortest edits that make the output of the source, ascending: runs of differing units where units stand side by
 * side, and what is left of a stretch of another length without its common beginning and end. None cuts a character
 * of two units.
 */
export function editsOf(
  { before, after, source, output, length }: Compared,
  marks: Int32Array,
  characters: Characters,
  places: Places,
): ConversionEdit[] {
  const edits: ConversionEdit[] = [];
  const differing = roomFor(places, length + 1);
  /** Whether either text may be cut there. Behind them is room, which anything may stand in. */
  const mayCut = (place: number, ahead: number): boolean =>
    (before[place]! & 0xfc00) === 0xdc00 || (after[place + ahead]! & 0xfc00) === 0xdc00;
  let at = 0;
  let out = 0;
  for (let m = 0; ; m += MARK_SIZE) {
    // Marks of stretches that keep their length change nothing of what stands side by side.
    while (m < marks.length && marks[m + 1]! - at === marks[m + 2]! - out) m += MARK_SIZE;
    const end = m < marks.length ? marks[m]! : length;
    const ahead = out - at;
    let count = 0;
    for (; at < end; at++) {
      differing[count] = at;
      // 0 or 1 without a branch: which unit changes cannot be foreseen.
      count += ((before[at]! ^ after[at + ahead]!) + 0xffff) >>> 16;
    }
    for (let i = 0; i < count;) {
      let first = differing[i++]!;
      let last = first + 1;
      for (; i < count && differing[i] === last; i++) last++;
      if (mayCut(first, ahead) && (isCut(source, first) || isCut(output, first + ahead))) first--;
      if (mayCut(last, ahead) && (isCut(source, last) || isCut(output, last + ahead))) last++;
      const newText =
        last - first === 1 ? characters(after[first + ahead]!) : output.slice(first + ahead, last + ahead);
      edits.push({ start: first, end: last, newText });
    }
    if (m >= marks.length) return edits;
    out = at + ahead;
    const edit = trimmed(source, at, marks[m + 1]!, output, out, marks[m + 2]!);
    edits.push(edit);
    at = marks[m + 1]!;
    out = marks[m + 2]!;
  }
}

const isCut = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** The edit of a stretch of another length, without what both sides begin and end with. */
function trimmed(
  source: string,
  start: number,
  end: number,
  output: string,
  outStart: number,
  outEnd: number,
): ConversionEdit {
  let [a, b, c, d] = [start, end, outStart, outEnd];
  while (a < b && c < d && source.charCodeAt(a) === output.charCodeAt(c)) {
    a++;
    c++;
  }
  if (a > start && (isCut(source, a) || isCut(output, c))) {
    a--;
    c--;
  }
  while (b > a && d > c && source.charCodeAt(b - 1) === output.charCodeAt(d - 1)) {
    b--;
    d--;
  }
  if (b < end && (isCut(source, b) || isCut(output, d))) {
    b++;
    d++;
  }
  return { start: a, end: b, newText: output.slice(c, d) };
}
