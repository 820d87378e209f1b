import { endsName } from '../../lexicon/name-shape.js';
import { titleHeadLength } from '../../lexicon/title-heads.js';
import type { ConvertTarget } from '../converter.js';
import type { Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { simplifyCharacters } from '../characters.js';
import { findListedNames, findSameNames } from './listed-names.js';
import { isNameAlone, isRareName, rareSurnames, type DecidedByPhrase } from './shape.js';

/** A longer line is no list of names. */
const LONGEST_LIST = 200;
const LONGEST_NAME = 4;
const ITEM = /[^\s、,，;；/|]+/g;
const BULLET = /^[\s\u3000]*(?:[-*•●]|\d{1,3}[.、)）]|[(（]\d{1,3}[)）])?[\s\u3000]*/;

/**
 * The names of a report that convert as names, raw UTF-16 offsets, unsorted: its people, names that stand alone (in `ranges`,
 * on a line, in a list of names), those of bylines and lists in running text, and names with a surname that the recogniser
 * leaves out behind a title.
 */
export function findNames(
  report: Report,
  ranges: readonly Span[],
  to: ConvertTarget,
  decidedByPhrase: DecidedByPhrase,
): Span[] {
  // On the way to Simplified names hardly convert otherwise than words do.
  const listed = to === 'simplified' ? NO_NAMES : findListedNames(report, decidedByPhrase);
  const written = [...report.authors, ...report.editors, ...listed];
  return [
    ...report.officials.flatMap(({ mentions }) => mentions),
    ...written,
    ...(to === 'simplified' ? NO_NAMES : findSameNames(report, written)),
    ...namesAlone(report, ranges, decidedByPhrase),
    ...rareNames(report, decidedByPhrase),
  ];
}

const NO_NAMES: readonly Span[] = [];

function namesAlone(
  { text, lines }: Report,
  ranges: readonly Span[],
  decidedByPhrase: DecidedByPhrase,
): Span[] {
  const found: Span[] = [];
  for (const range of ranges) {
    for (let i = lines.place(range.start).line; i < lines.count; i++) {
      const line = lines.line(i);
      if (line.start > range.end) break;
      const start = Math.max(line.start, range.start);
      const end = Math.min(line.end, range.end);
      if (end - start >= 2 && end - start <= LONGEST_LIST)
        found.push(...namesOfList(text.slice(start, end), start, decidedByPhrase));
    }
  }
  return found;
}

/** The items of a line when every one of them is a name; none otherwise. */
function namesOfList(line: string, offset: number, decidedByPhrase: DecidedByPhrase): Span[] {
  const from = BULLET.exec(line)?.[0].length ?? 0;
  const names: Span[] = [];
  ITEM.lastIndex = from;
  for (let match = ITEM.exec(line); match !== null; match = ITEM.exec(line)) {
    const item = match[0];
    if (item.length < 2 || item.length > LONGEST_NAME) return [];
    if (!isNameAlone(simplifyCharacters(item), decidedByPhrase, item)) return [];
    names.push({ start: offset + match.index, end: offset + match.index + item.length });
  }
  return names;
}

/** 市委书记后成龙: 后 台 种 are surnames where a title stands in front and a verb behind; then wherever the name occurs. */
function rareNames({ text, shadow }: Report, decidedByPhrase: DecidedByPhrase): Span[] {
  const { folded } = shadow;
  const names = new Set<string>();
  for (const surname of rareSurnames) {
    for (let at = folded.indexOf(surname, 2); at >= 0; at = folded.indexOf(surname, at + 1)) {
      if (titleHeadLength(folded, at) === 0) continue;
      const end = [at + 3, at + 2].find(
        (stop) =>
          stop <= folded.length && endsName(folded, stop) && isRareName(folded, at, stop, decidedByPhrase),
      );
      if (end !== undefined) names.add(text.slice(shadow.toRaw(at), shadow.toRaw(end - 1) + 1));
    }
  }
  const found: Span[] = [];
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ start: at, end: at + name.length });
  return found;
}
