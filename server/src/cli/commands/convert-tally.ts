import type { Conversion } from '../../core/script/convert-report.js';
import { indexLines } from '../../core/text/line-index.js';
import type { Span } from '../../core/text/span.js';
import type { ConvertCounts } from '../texts/convert-texts.js';

/** A place of a file: UTF-16 offsets into its text before the conversion, line and column from 1. */
export type Placed<T extends Span> = T & { readonly line: number; readonly column: number };

/** Where a person should look. */
export interface ConvertPlaces {
  readonly namesToConfirm: readonly Placed<Conversion['namesToConfirm'][number]>[];
  readonly ambiguous: readonly Placed<Conversion['ambiguous'][number]>[];
  readonly leftovers: readonly Placed<Conversion['leftoverPlaces'][number]>[];
}

/** What is kept of a conversion when its text has been written: of a large corpus no more than has to be told. */
export interface ConvertDone {
  readonly counts: ConvertCounts;
  /** Whether notes went that told of a mirror site, and the user wants to hear of it. */
  readonly mirrored: boolean;
  /** Present where they were asked for. */
  readonly places: ConvertPlaces | undefined;
}

/** Adds up the conversions of a text that comes in pieces, or in one. */
export interface ConvertTally {
  /** @param from where the piece begins in `text`, which `conversion` is of; in front of it is what has been added before */
  add(text: string, from: number, conversion: Conversion): void;
  done(): ConvertDone;
}

/** @param tellsOfMirrors whether the project wants to hear of mirror sites */
export function createConvertTally(withPlaces: boolean, tellsOfMirrors: boolean): ConvertTally {
  const counts: ConvertCounts[] = [];
  const namesToConfirm: Placed<Conversion['namesToConfirm'][number]>[] = [];
  const ambiguous: Placed<Conversion['ambiguous'][number]>[] = [];
  const leftovers: Placed<Conversion['leftoverPlaces'][number]>[] = [];
  /** Where the next piece begins in the file; line and character from 0. */
  let next = { offset: 0, line: 0, character: 0 };
  return {
    add(text, from, conversion) {
      counts.push(countsOf(conversion));
      if (!withPlaces) return;
      const lines = indexLines(text);
      const first = lines.place(from);
      const begin = next;
      const inFile = (offset: number): typeof next => {
        const { line, character } = lines.place(offset);
        return {
          offset: begin.offset + offset - from,
          line: begin.line + line - first.line,
          character: line === first.line ? begin.character + character - first.character : character,
        };
      };
      const placed = <T extends Span>(item: T): Placed<T> => {
        const { offset, line, character } = inFile(item.start);
        const end = offset + item.end - item.start;
        return { ...item, start: offset, end, line: line + 1, column: character + 1 };
      };
      for (const name of conversion.namesToConfirm) namesToConfirm.push(placed(name));
      for (const one of conversion.ambiguous) ambiguous.push(placed(one));
      for (const one of conversion.leftoverPlaces) leftovers.push(placed(one));
      next = inFile(text.length);
    },
    done: () => ({
      counts: sumOf(counts),
      mirrored: tellsOfMirrors && counts.some(({ notesRemoved }) => notesRemoved > 0),
      places: withPlaces ? { namesToConfirm, ambiguous, leftovers } : undefined,
    }),
  };
}

function countsOf(conversion: Conversion): ConvertCounts {
  const { charactersChanged, linesChanged, phrasesRewritten, notesRemoved, names, ambiguous, leftovers } =
    conversion;
  return {
    ...{ charactersChanged, linesChanged, phrasesRewritten, notesRemoved, names, leftovers },
    ambiguous: ambiguous.length,
  };
}

/** All together; a name and a leftover character count once. */
export function sumOf(all: readonly ConvertCounts[]): ConvertCounts {
  const sum = (count: (one: ConvertCounts) => number): number =>
    all.reduce((total, one) => total + count(one), 0);
  return {
    charactersChanged: sum((one) => one.charactersChanged),
    linesChanged: sum((one) => one.linesChanged),
    phrasesRewritten: sum((one) => one.phrasesRewritten),
    notesRemoved: sum((one) => one.notesRemoved),
    names: [...new Set(all.flatMap(({ names }) => names))],
    ambiguous: sum((one) => one.ambiguous),
    leftovers: [...new Set(all.flatMap(({ leftovers }) => leftovers))],
  };
}
