import { MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import type { ConversionEdit } from './types.js';

/** What came out: the units are quicker to look at one by one, the text to take pieces of. */
export interface Result {
  readonly units: Uint16Array;
  readonly text: string;
}

/**
 * The shortest edits that make the output of the source, ascending: runs of differing units where units stand side by
 * side, and what is left of a stretch of another length without its common beginning and end. None cuts a character
 * of two units.
 */
export function editsOf(
  source: string,
  { units, text: output }: Result,
  marks: readonly number[],
  characters: Characters,
): ConversionEdit[] {
  const edits: ConversionEdit[] = [];
  const length = source.length;
  let at = 0;
  let out = 0;
  for (let m = 0; ; m += MARK_SIZE) {
    // Marks of stretches that keep their length change nothing of what stands side by side.
    while (m < marks.length && marks[m + 1]! - at === marks[m + 2]! - out) m += MARK_SIZE;
    const end = m < marks.length ? marks[m]! : length;
    const ahead = out - at;
    while (at < end) {
      if (source.charCodeAt(at) === units[at + ahead]) {
        at++;
        continue;
      }
      let first = at++;
      while (at < end && source.charCodeAt(at) !== units[at + ahead]) at++;
      if (isCut(source, first) || isCut(output, first + ahead)) first--;
      if (isCut(source, at) || isCut(output, at + ahead)) at++;
      const newText =
        at - first === 1 ? characters(units[first + ahead]!) : output.slice(first + ahead, at + ahead);
      edits.push({ start: first, end: at, newText });
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
