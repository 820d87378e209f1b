import { MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import type { Compared } from './compared.js';
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
): ConversionEdit[] {
  const edits: ConversionEdit[] = [];
  let at = 0;
  let out = 0;
  for (let m = 0; ; m += MARK_SIZE) {
    // Marks of stretches that keep their length change nothing of what stands side by side.
    while (m < marks.length && marks[m + 1]! - at === marks[m + 2]! - out) m += MARK_SIZE;
    const end = m < marks.length ? marks[m]! : length;
    const ahead = out - at;
    while (at < end) {
      const one = before[at]!;
      const other = after[at + ahead]!;
      if (one === other) {
        at++;
        continue;
      }
      let first = at++;
      while (at < end && before[at] !== after[at + ahead]) at++;
      let last = at;
      if (isLow(one) || isLow(other)) {
        if (isCut(source, first) || isCut(output, first + ahead)) first--;
      }
      // There is room behind the units, which anything may stand in.
      if (isLow(before[last]!) || isLow(after[last + ahead]!)) {
        if (isCut(source, last) || isCut(output, last + ahead)) last++;
      }
      const newText = last - first === 1 ? characters(other) : output.slice(first + ahead, last + ahead);
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

const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

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
