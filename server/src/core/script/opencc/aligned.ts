import { createOffsetMap, MARK, MARK_SIZE } from './alignment.js';
import type { TargetTable } from './targets.js';
import type { AlignedConversion, ConfigName, ConversionEdit, ConversionSegment, OffsetMap } from './types.js';

const NONE: readonly string[] = [];

/** A conversion from its two texts and what the scan marked; the rest is worked out when it is asked for. */
export function createAligned(
  source: string,
  output: string,
  config: ConfigName,
  marks: readonly number[],
  targets: () => TargetTable,
): AlignedConversion {
  let offsets: OffsetMap | undefined;
  let edits: readonly ConversionEdit[] | undefined;
  let ambiguous: readonly ConversionSegment[] | undefined;
  const conversion: AlignedConversion = {
    source,
    config,
    output,
    segments: () => segmentsOf(source, output, marks, targets()),
    edits: () => (edits ??= editsOf(source, output, marks)),
    ambiguous: () => (ambiguous ??= ambiguousOf(source, output, marks, targets())),
    get offsets() {
      return (offsets ??= createOffsetMap(marks, source.length, output.length));
    },
  };
  return conversion;
}

function* segmentsOf(
  source: string,
  output: string,
  marks: readonly number[],
  targets: TargetTable,
): Generator<ConversionSegment> {
  const { several } = targets;
  let at = 0;
  let out = 0;
  for (let m = 0; m <= marks.length; m += MARK_SIZE) {
    const start = m < marks.length ? marks[m]! : source.length;
    for (; at < start; at++, out++) {
      const unit = source.charCodeAt(at);
      if (unit === output.charCodeAt(out) && several[unit] === 0) continue;
      const segment = characterSegment(source, at, at + 1, output.charAt(out), targets);
      if (segment !== undefined) yield segment;
    }
    if (m === marks.length) return;
    const end = marks[m + 1]!;
    const outEnd = marks[m + 2]!;
    const text = output.slice(out, outEnd);
    if (marks[m + 3] === MARK.protected)
      yield { start, end, output: text, kind: 'protected', alternatives: NONE };
    else if (isOne(source, start, end)) {
      const segment = characterSegment(source, start, end, text, targets);
      if (segment !== undefined) yield segment;
    } else if (text !== source.slice(start, end)) {
      yield { start, end, output: text, kind: 'phrase', alternatives: NONE };
    }
    at = end;
    out = outEnd;
  }
}

/** The segments with alternatives, without making the others first: they are few among thousands. */
function ambiguousOf(
  source: string,
  output: string,
  marks: readonly number[],
  targets: TargetTable,
): ConversionSegment[] {
  const { several } = targets;
  const found: ConversionSegment[] = [];
  const take = (start: number, end: number, text: string): void => {
    const segment = characterSegment(source, start, end, text, targets);
    if (segment !== undefined && segment.alternatives.length > 0) found.push(segment);
  };
  let at = 0;
  let out = 0;
  for (let m = 0; m <= marks.length; m += MARK_SIZE) {
    const start = m < marks.length ? marks[m]! : source.length;
    for (; at < start; at++, out++)
      if (several[source.charCodeAt(at)] !== 0) take(at, at + 1, output.charAt(out));
    if (m === marks.length) break;
    const end = marks[m + 1]!;
    const outEnd = marks[m + 2]!;
    if (marks[m + 3] !== MARK.protected && several[source.charCodeAt(at)] !== 0 && isOne(source, at, end))
      take(at, end, output.slice(out, outEnd));
    at = end;
    out = outEnd;
  }
  return found;
}

/** A character that changed or has other targets; undefined for any other. */
function characterSegment(
  source: string,
  start: number,
  end: number,
  output: string,
  targets: TargetTable,
): ConversionSegment | undefined {
  const character = source.slice(start, end);
  const alternatives = targets.of(character)?.filter((target) => target !== output) ?? NONE;
  if (output === character && alternatives.length === 0) return undefined;
  return { start, end, output, kind: 'character', alternatives };
}

const isOne = (text: string, start: number, end: number): boolean =>
  end - start === 1 || (end - start === 2 && text.codePointAt(start)! > 0xffff);

function editsOf(source: string, output: string, marks: readonly number[]): ConversionEdit[] {
  const edits: ConversionEdit[] = [];
  let at = 0;
  let out = 0;
  // Units that stand side by side: every run of differing ones is an edit.
  const side = (end: number): void => {
    while (at < end) {
      if (source.charCodeAt(at) === output.charCodeAt(out)) {
        at++;
        out++;
        continue;
      }
      let [first, last] = [at, at + 1];
      while (last < end && source.charCodeAt(last) !== output.charCodeAt(out + last - at)) last++;
      // An edit must not cut a character of two units, on either side.
      while (isCut(source, first) || isCut(output, out + first - at)) first--;
      while (isCut(source, last) || isCut(output, out + last - at)) last++;
      edits.push({ start: first, end: last, newText: output.slice(out + first - at, out + last - at) });
      out += last - at;
      at = last;
    }
  };
  for (let m = 0; m < marks.length; m += MARK_SIZE) {
    side(marks[m]!);
    const end = marks[m + 1]!;
    const outEnd = marks[m + 2]!;
    if (end - at === outEnd - out) side(end);
    else edits.push(...trimmed(source, at, end, output, out, outEnd));
    at = end;
    out = outEnd;
  }
  side(source.length);
  return edits;
}

const isCut = (text: string, at: number): boolean =>
  at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** The edit without what both sides begin and end with; none where they are equal. */
function trimmed(
  source: string,
  start: number,
  end: number,
  output: string,
  outStart: number,
  outEnd: number,
): ConversionEdit[] {
  let [a, b, c, d] = [start, end, outStart, outEnd];
  while (a < b && c < d && source.charCodeAt(a) === output.charCodeAt(c)) {
    a++;
    c++;
  }
  while (a > start && (isCut(source, a) || isCut(output, c))) {
    a--;
    c--;
  }
  while (b > a && d > c && source.charCodeAt(b - 1) === output.charCodeAt(d - 1)) {
    b--;
    d--;
  }
  while (b < end && (isCut(source, b) || isCut(output, d))) {
    b++;
    d++;
  }
  return [{ start: a, end: b, newText: output.slice(c, d) }];
}
