import { MARK } from './alignment.js';
import { convertAlone, convertIsland } from './island.js';
import { descriptionEnd, type DescriptionMemo } from './description.js';
import { FLAG, wideAt, type Tables } from './tables.js';
import { BASE_SHIFT, BY_UNITS, HARD, LENGTH_MASK, OFFSET_SHIFT } from './trie.js';

/** Where a scan writes. One is reused from text to text. */
export interface Sink {
  units: Uint16Array;
  /** How many of the units are written. */
  length: number;
  /** Every stretch that is not converted unit by unit, ascending; undefined when nobody asks. */
  marks: number[] | undefined;
  /** Set when a surrogate without its other half may have been written. */
  broken: boolean;
  readonly descriptions: DescriptionMemo;
}

export function createSink(capacity: number): Sink {
  return {
    units: new Uint16Array(capacity),
    length: 0,
    marks: undefined,
    broken: false,
    descriptions: { from: 0, to: -1, ends: new Int32Array(0) },
  };
}

/** Makes room for `needed` more units. */
export function reserve(sink: Sink, needed: number): void {
  if (sink.units.length - sink.length >= needed) return;
  const grown = new Uint16Array(Math.max(sink.length + needed, sink.units.length * 2));
  grown.set(sink.units.subarray(0, sink.length));
  sink.units = grown;
}

/**
 * Converts a stretch as a text of its own and appends the result.
 *
 * @returns where it stopped: `to`, or the place of a compatibility character, which has to be replaced first, unless
 *   `normalised` says that this has been done
 */
export function scan(
  tables: Tables,
  text: string,
  from: number,
  to: number,
  sink: Sink,
  normalised: boolean,
): number {
  const { step, single, flags, trie } = tables;
  const { word, check, start, values, pool } = trie;
  const slots = word.length;
  const { marks } = sink;
  reserve(sink, to - from);
  let out = sink.units;
  let o = sink.length;
  let i = from;
  for (;;) {
    let unit = 0;
    while (i < to) {
      unit = text.charCodeAt(i);
      const target = (unit + step[unit]!) & 0xffff;
      if ((target & 0xf800) === 0xd800) break;
      out[o++] = target;
      i++;
    }
    if (i >= to) break;

    let node = start[unit]!;
    if (node !== 0) {
      let end = 0;
      let value = 0;
      let j = i + 1;
      while (node > 0 && j < to) {
        const next = text.charCodeAt(j);
        const slot = (node >> 1) - BASE_SHIFT + next;
        if (slot >>> 0 >= slots || check[slot] !== next) break;
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
            const one = text.charCodeAt(i);
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
        if (marks !== undefined && value !== HARD) marks.push(begin, i, o, MARK.match);
        continue;
      }
    }

    const flag = flags[unit]!;
    if (flag === 0) {
      // A surrogate is either half of a character that stays, or alone.
      out[o++] = unit + single[unit]!;
      i++;
      if ((unit & 0xf800) === 0xd800 && !sink.broken) {
        const low = text.charCodeAt(i);
        if ((unit & 0xfc00) === 0xd800 && i < to && (low & 0xfc00) === 0xdc00) {
          out[o++] = low;
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
        const one = text.charCodeAt(i);
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
      const pair = wideAt(tables.wide, unit);
      reserve(sink, 2 + to - i);
      sink.units[o] = tables.wide[pair]!;
      sink.units[o + 1] = tables.wide[pair + 1]!;
      sink.length += 2;
      i++;
      if (marks !== undefined) marks.push(i - 1, i, sink.length, MARK.match);
    }
    out = sink.units;
    o = sink.length;
  }
  sink.length = o;
  return i;
}
