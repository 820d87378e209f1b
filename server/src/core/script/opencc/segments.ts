import { MARK, MARK_SIZE } from './alignment.js';
import type { Characters } from './characters.js';
import type { Result } from './edits.js';
import type { TargetTable } from './targets.js';
import type { ConversionSegment } from './types.js';

const NONE: readonly string[] = [];

/**
 * The segments of a conversion, one after the other; see `AlignedConversion.segments`. An iterator by hand: a generator
 * takes about twice as long, and there is a segment for every second or third character.
 */
export function walkSegments(
  source: string,
  { units, text: output }: Result,
  marks: readonly number[],
  targets: TargetTable,
  characters: Characters,
  ambiguousOnly: boolean,
): Iterator<ConversionSegment, undefined> {
  const { several } = targets;
  const length = source.length;
  let at = 0;
  let out = 0;
  let mark = 0;

  const found = (
    start: number,
    end: number,
    text: string,
    kind: ConversionSegment['kind'],
  ): ConversionSegment => {
    const alternatives = kind === 'character' ? targets.besides(source.slice(start, end), text) : NONE;
    return { start, end, output: text, kind, alternatives };
  };
  /** The segment of a mark, or undefined where it says nothing: unchanged, and could not have come out otherwise. */
  const ofMark = (m: number, start: number, outStart: number): ConversionSegment | undefined => {
    const end = marks[m + 1]!;
    const isProtected = marks[m + 3] === MARK.protected;
    const one = !isProtected && isOne(source, start, end);
    if (ambiguousOnly && !one) return undefined;
    const text = output.slice(outStart, marks[m + 2]);
    const segment = found(start, end, text, isProtected ? 'protected' : one ? 'character' : 'phrase');
    const isChanged = isProtected || end - start !== text.length || !source.startsWith(text, start);
    return segment.alternatives.length > 0 || (isChanged && !ambiguousOnly) ? segment : undefined;
  };

  const next = (): IteratorResult<ConversionSegment, undefined> => {
    for (;;) {
      // Locals in the loop that looks at every unit: what a closure shares is read and written each time.
      const end = mark < marks.length ? marks[mark]! : length;
      const ahead = out - at;
      let i = at;
      let unit = 0;
      let one = 0;
      for (; i < end; i++) {
        unit = source.charCodeAt(i);
        one = units[i + ahead]!;
        if (several[unit] !== 0 || (unit !== one && !ambiguousOnly)) break;
      }
      if (i < end) {
        at = i + 1;
        out = at + ahead;
        const text = characters(one);
        if (several[unit] === 0) {
          return {
            done: false,
            value: { start: i, end: at, output: text, kind: 'character', alternatives: NONE },
          };
        }
        const value = found(i, at, text, 'character');
        if (value.alternatives.length > 0 || (unit !== one && !ambiguousOnly)) return { done: false, value };
        continue;
      }
      if (mark >= marks.length) {
        at = i;
        return { done: true, value: undefined };
      }
      const value = ofMark(mark, i, i + ahead);
      at = marks[mark + 1]!;
      out = marks[mark + 2]!;
      mark += MARK_SIZE;
      if (value !== undefined) return { done: false, value };
    }
  };
  return { next };
}

const isOne = (text: string, start: number, end: number): boolean =>
  end - start === 1 || (end - start === 2 && text.codePointAt(start)! > 0xffff);
