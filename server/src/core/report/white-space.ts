import { unitTable, WHITE_SPACE } from '../text/unit-table.js';

/** The units of white space but the last, U+FEFF, lie below this one. */
const END = 0x3001;
const TABLE = unitTable(WHITE_SPACE).slice(0, END);

/** Whether a regular expression would call a UTF-16 unit `\s`; of Han only the number is looked at. */
export function isSpaceUnit(unit: number): boolean {
  return unit < END ? TABLE[unit] === 1 : unit === 0xfeff;
}

/** The first offset from `from` on at which no white space stands, `limit` at most. */
export function skipSpace(text: string, from: number, limit = text.length): number {
  let at = from;
  while (at < limit && isSpaceUnit(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character between two offsets that is no white space; `from` where there is none. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpaceUnit(text.charCodeAt(at - 1))) at--;
  return at;
}
