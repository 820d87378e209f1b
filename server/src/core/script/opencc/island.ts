import { MARK } from './alignment.js';
import { unitsOf } from './compared.js';
import { addMark } from './marks.js';
import { append, reserve, type Sink } from './sink.js';
import { FLAG, wideAt, type Stage, type Tables } from './tables.js';
import { BASE_SHIFT, childSlot, JOINS, LENGTH_MASK, OFFSET_SHIFT, type Trie } from './trie.js';

/** What stands at a place: how far it reaches in the source, and what it becomes. */
interface Token {
  readonly end: number;
  readonly output: string;
}

/**
 * What a hard character becomes where no phrase of the second dictionary starts with it, which is nearly everywhere; -1
 * where one may.
 */
export function convertAlone({ stages }: Tables, text: Uint16Array, at: number, to: number): number {
  const { first, second, odd } = stages!;
  const unit = text[at]!;
  if (odd[unit] !== 0) return -1;
  const between = (unit + first.single[unit]!) & 0xffff;
  let node = second.trie.start[between]!;
  for (let i = at + 1; i < to; i++) {
    const next = text[i]!;
    if (odd[next] !== 0) return -1;
    const slot = childSlot(second.trie, node, (next + first.single[next]!) & 0xffff);
    if (slot < 0) break;
    node = second.trie.word[slot]!;
    // A phrase, or one of the first dictionary, which may go on in another way than its characters.
    if (node < 0 || (node & 1) !== 0 || first.trie.start[next] !== 0) return -1;
  }
  return (between + second.single[between]!) & 0xffff;
}

/**
 * Converts what stands at a place, no phrase that cuts the text starting there, through both dictionaries of the
 * chain, together with as much after it as a phrase of the second could reach over; appends the result.
 *
 * @returns where it ends in the source
 */
export function convertIsland(
  tables: Tables,
  text: Uint16Array,
  from: number,
  to: number,
  sink: Sink,
): number {
  const { first, second, goesOn } = tables.stages!;
  let between = '';
  let end = from;
  /** Where a token ends: in the source, and in the text between the dictionaries. */
  const ends: number[] = [];
  do {
    const token = tokenAt(tables, first, text, end, to);
    if (token === undefined || (end > from && goesOn[token.output.charCodeAt(0)] === 0)) break;
    between += token.output;
    end = token.end;
    ends.push(end, between.length);
  } while (end < to);
  convertBetween(second, between, from, ends, sink);
  reserve(sink, to - end);
  return end;
}

/** Converts by the second dictionary, and marks every stretch between two places where tokens of both end. */
function convertBetween(
  stage: Stage,
  between: string,
  from: number,
  ends: readonly number[],
  sink: Sink,
): void {
  const text = unitsOf(between);
  let start = from;
  let token = 0;
  for (let i = 0; i < text.length;) {
    const match = longest(stage.trie, text, i, text.length);
    if (match !== undefined) {
      append(sink, fromPool(stage.trie, match.value));
      i = match.end;
    } else {
      const unit = text[i++]!;
      append(sink, characterBy(stage, unit));
    }
    while (ends[token + 1]! < i) token += 2;
    if (ends[token + 1] !== i) continue;
    if (sink.marks !== undefined) addMark(sink.marks, start, ends[token]!, sink.length, MARK.match);
    start = ends[token]!;
    token += 2;
  }
}

function characterBy({ single, wide }: Stage, unit: number): string {
  const pair = wideAt(wide, unit);
  return pair < 0
    ? String.fromCharCode((unit + single[unit]!) & 0xffff)
    : String.fromCharCode(wide[pair]!, wide[pair + 1]!);
}

const fromPool = ({ pool }: Trie, value: number): string =>
  String.fromCharCode(
    ...pool.subarray(value >> OFFSET_SHIFT, (value >> OFFSET_SHIFT) + (value & LENGTH_MASK)),
  );

/** The longest match of the first dictionary that no cutting phrase starts in; undefined where the run ends. */
function tokenAt(tables: Tables, first: Stage, text: Uint16Array, at: number, to: number): Token | undefined {
  if (cutsAt(tables, text, at, to)) return undefined;
  const unit = text[at]!;
  if (tables.flags[unit] === FLAG.description) {
    // Nothing is looked up in a description: it ends the run as far as phrases go.
    return undefined;
  }
  let match = longest(first.trie, text, at, to);
  if (match !== undefined) {
    for (let inside = at + 1; inside < match.end; inside++) {
      if (!cutsAt(tables, text, inside, to)) continue;
      match = longest(first.trie, text, at, inside);
      break;
    }
  }
  if (match !== undefined) return { end: match.end, output: fromPool(first.trie, match.value) };
  const isPair = (unit & 0xfc00) === 0xd800 && at + 1 < to && (text[at + 1]! & 0xfc00) === 0xdc00;
  if (isPair) return { end: at + 2, output: String.fromCharCode(unit, text[at + 1]!) };
  return { end: at + 1, output: characterBy(first, unit) };
}

/** Whether a phrase that cuts the text starts here. A longer one that does not cut has none at its beginning. */
function cutsAt({ trie }: Tables, text: Uint16Array, at: number, to: number): boolean {
  const match = longest(trie(), text, at, to);
  return match !== undefined && (match.value & JOINS) === 0;
}

function longest(
  trie: Trie,
  text: Uint16Array,
  at: number,
  to: number,
): { readonly end: number; readonly value: number } | undefined {
  let node = trie.start[text[at]!]!;
  let end = 0;
  let value = 0;
  for (let i = at + 1; node > 0 && i < to; i++) {
    const unit = text[i]!;
    const slot = (node >> 1) - BASE_SHIFT + unit;
    if (slot >>> 0 >= trie.word.length || trie.check[slot] !== unit) break;
    node = trie.word[slot]!;
    if (node >= 0 && (node & 1) === 0) continue;
    end = i + 1;
    value = node < 0 ? ~node : trie.values[slot]!;
  }
  return end === 0 ? undefined : { end, value };
}
