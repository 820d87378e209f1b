import { unitTable } from '../text/unit-table.js';
import { isSpaceUnit } from './white-space.js';

/** What no name of a source holds, the end of a title or quotation among it. */
const ENDS = unitTable('|│,;。])】)（(<>·》”"〕');
/** What a space ends a name in front of, besides Han, digits and the number of a page: A1. */
const BEHIND_SPACE = unitTable('([【|/》”"】]〕');
const DATE_MARKS = unitTable('-/.年');
const DASH = 0x2d;
const AMPERSAND = 0x26;

/**
 * Where the name of a source ends in a folded line: a mark that no name holds, a space in front of what can only be
 * something else, a date.
 * @param from where the name begins
 * @param limit where the field ends
 */
export function sourceEnd(line: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const unit = line.charCodeAt(at);
    if (isHan(unit)) continue;
    if (ENDS[unit] === 1) return at;
    if (isSpaceUnit(unit) && endsAtSpace(line, at + 1, limit)) return at;
    if (unit === DASH && at + 1 < limit && isHan(line.charCodeAt(at + 1))) return at;
    if (unit === AMPERSAND && line.startsWith('&nbsp;', at) && at + 6 <= limit) return at;
    if (isDigit(unit) && beginsDate(line, at, limit)) return at;
  }
  return limit;
}

function endsAtSpace(line: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const unit = line.charCodeAt(at);
  if (isHan(unit) || isDigit(unit) || isSpaceUnit(unit) || BEHIND_SPACE[unit] === 1) return true;
  return unit >= 0x41 && unit <= 0x5a && at + 1 < limit && isDigit(line.charCodeAt(at + 1));
}

/** Four digits in front of a mark, or three, of a year of the Republic, with a digit behind the mark. */
function beginsDate(line: string, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && end - at < 4 && isDigit(line.charCodeAt(end))) end++;
  if (end >= limit || DATE_MARKS[line.charCodeAt(end)] !== 1) return false;
  return end - at === 4 || (end - at === 3 && end + 1 < limit && isDigit(line.charCodeAt(end + 1)));
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
