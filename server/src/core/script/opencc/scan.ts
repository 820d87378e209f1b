import { MARK } from './alignment.js';
import { convertAlone, convertIsland } from './island.js';
import { descriptionEnd } from './description.js';
import { addMark } from './marks.js';
import { reserve, type Sink } from './sink.js';
import { FLAG, type Tables } from './tables.js';
import { hasBit, pairBit } from './telling.js';
import { BASE_SHIFT, BY_UNITS, HARD, LENGTH_MASK, NO_TRIE, OFFSET_SHIFT, pairValue } from './trie.js';

/** Where two places to go back from are closer than this (UTF-16 units) … */
const NEAR = 16;
/** … every key is looked at up to so far behind the second: going back and forth takes longer. */
const AHEAD = 32;

/**
 * Converts a stretch as a text of its own and appends the result.
 *
 * Where nobody asks for marks, it looks for keys only where one may be that changes something (see `telling.ts`). There it
 * goes back to a place that certainly no key lies across, and looks at every key from there: which one matches depends on
 * where the one before it ended. What lies in front has been converted unit by unit, as the keys in it are.
 *
 * @returns where it stopped: `to`, or the place of a compatibility character, which has to be replaced first, unless
 *   `normalised` says that this has been done
 */
export function scan(
  tables: Tables,
  text: Uint16Array,
  from: number,
  to: number,
  sink: Sink,
  normalised: boolean,
): number {
  const { single, flags, wide, pairs, inside } = tables;
  const bits = pairs.length * 16;
  const { marks } = sink;
  reserve(sink, to - from);
  let out = sink.units;
  let o = sink.length;
  let i = from;
  /** Whether every key is looked at, up to `limit`; otherwise the scan stops at what tells of one. */
  let every = marks !== undefined;
  let step = every ? tables.everyKey() : tables.step;
  // Read for the first text that needs them.
  let { word, check, start, values, pool } = every ? tables.trie() : NO_TRIE;
  let limit = to;
  /** Where keys and characters certainly end; nothing in front of it is looked at again. */
  let sure = from;
  for (;;) {
    let unit = 0;
    while (i < limit) {
      unit = text[i]!;
      const target = (unit + step[unit]!) & 0xffff;
      if ((target & 0xf800) === 0xd800) break;
      out[o++] = target;
      i++;
    }
    if (i >= limit) {
      if (i >= to) break;
      every = false;
      step = tables.step;
      limit = to;
      sure = i;
      continue;
    }

    if (!every) {
      // A character that no changing key lies across is converted alone; behind one that stands in no key at all (of two
      // units, or becoming two: see compile/telling.ts) a key certainly ends.
      const flag = flags[unit]!;
      const isSurrogate = (unit & 0xf800) === 0xd800;
      let end = i + 1;
      if (isSurrogate && (unit & 0xfc00) === 0xd800 && end < to && (text[end]! & 0xfc00) === 0xdc00) end++;
      // Both looked up before either is asked: which of the two it is cannot be foreseen, and one branch is enough.
      const before = i > from ? pairBit(text[i - 1]!, unit, bits) : 0;
      const behind = end < to ? pairBit(text[end - 1]!, text[end]!, bits) : 0;
      const isTold = ((pairs[before >> 4]! >> (before & 15)) | (pairs[behind >> 4]! >> (behind & 15))) & 1;
      if (isTold === 0) {
        if (flag === 0) {
          if (!isSurrogate) {
            out[o++] = unit + single[unit]!;
            i++;
            continue;
          }
          const value = end - i === 2 ? pairValue(tables.trie(), unit, text[i + 1]!) : BY_UNITS;
          if (value !== HARD) {
            if (value === BY_UNITS) {
              if (end - i === 1) sink.broken = true;
              while (i < end) out[o++] = text[i++]!;
            } else {
              let at = value >> OFFSET_SHIFT;
              const stop = at + (value & LENGTH_MASK);
              if (stop - at > end - i) {
                sink.length = o;
                reserve(sink, stop - at + to - end);
                out = sink.units;
              }
              const own = tables.trie().pool;
              while (at < stop) out[o++] = own[at++]!;
              i = end;
            }
            sure = i;
            continue;
          }
        } else if (flag === FLAG.wide) {
          const pair = single[unit]!;
          sink.length = o;
          reserve(sink, 2 + to - i);
          out = sink.units;
          out[o++] = wide[pair]!;
          out[o++] = wide[pair + 1]!;
          sure = ++i;
          continue;
        } else if (flag === FLAG.hard) {
          const alone = (unit + single[unit]!) & 0xffff;
          if (convertAlone(tables, text, i, to) === alone) {
            out[o++] = alone;
            i++;
            continue;
          }
        }
      }
      const stopped = i;
      limit = stopped - sure < NEAR ? Math.min(to, stopped + AHEAD) : stopped + 1;
      while (i > sure && hasBit(inside, text[i - 1]!)) i--;
      o -= stopped - i;
      every = true;
      step = tables.everyKey();
      ({ word, check, start, values, pool } = tables.trie());
      continue;
    }

    // Every key is looked at: the longest that starts here, or the character alone.
    let node = start[unit]!;
    if (node !== 0) {
      let end = 0;
      let value = 0;
      let j = i + 1;
      while (node > 0 && j < to) {
        const next = text[j]!;
        const slot = (node >> 1) - BASE_SHIFT + next;
        if (slot >>> 0 >= word.length || check[slot] !== next) break;
        node = word[slot]!;
        j++;
        if (node < 0) {
          end = j;
          value = ~node;
        } else if ((node & 1) !== 0) {
          end = j;
          value = values[slot]!;
        }
      }
      if (end !== 0) {
        const begin = i;
        if (value === BY_UNITS) {
          for (; i < end; i++) {
            const one = text[i]!;
            out[o++] = one + single[one]!;
          }
        } else if (value === HARD) {
          sink.length = o;
          i = convertIsland(tables, text, i, to, sink);
          reserve(sink, to - i);
          out = sink.units;
          o = sink.length;
        } else {
          let at = value >> OFFSET_SHIFT;
          const stop = at + (value & LENGTH_MASK);
          if (stop - at > end - i) {
            sink.length = o;
            reserve(sink, stop - at + to - end);
            out = sink.units;
          }
          while (at < stop) out[o++] = pool[at++]!;
          i = end;
        }
        if (marks !== undefined && value !== HARD) addMark(marks, begin, i, o, MARK.match);
        continue;
      }
    }

    const flag = flags[unit]!;
    if (flag === 0) {
      // A surrogate is either half of a character that stays, or alone.
      out[o++] = unit + single[unit]!;
      i++;
      if ((unit & 0xf800) === 0xd800 && !sink.broken) {
        if ((unit & 0xfc00) === 0xd800 && i < to && (text[i]! & 0xfc00) === 0xdc00) {
          out[o++] = text[i]!;
          i++;
        } else sink.broken = true;
      }
      continue;
    }
    if (flag === FLAG.compatibility) {
      if (!normalised) break;
      out[o++] = unit + single[unit]!;
      i++;
      continue;
    }
    if (flag === FLAG.description) {
      const end = descriptionEnd(text, i, to, sink.descriptions);
      for (; i < end; i++) {
        const one = text[i]!;
        if ((one & 0xf800) === 0xd800) sink.broken = true;
        out[o++] = one;
      }
      continue;
    }
    sink.length = o;
    if (flag === FLAG.hard) {
      const alone = convertAlone(tables, text, i, to);
      if (alone >= 0) {
        out[o++] = alone;
        i++;
        continue;
      }
      i = convertIsland(tables, text, i, to, sink);
      reserve(sink, to - i);
    } else {
      const pair = single[unit]!;
      reserve(sink, 2 + to - i);
      sink.units[o] = wide[pair]!;
      sink.units[o + 1] = wide[pair + 1]!;
      sink.length += 2;
      i++;
      if (marks !== undefined) addMark(marks, i - 1, i, sink.length, MARK.match);
    }
    out = sink.units;
    o = sink.length;
  }
  sink.length = o;
  return i;
}
