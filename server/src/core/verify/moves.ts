import type { Report } from '../report/types.js';
import type { Span } from '../text/span.js';
import type { DeclaredEdit } from './declared-edits.js';
import type { DeclaredKind } from './verification.js';
import { hasLineEnd, skipWhiteSpace, skipWhiteSpaceBack, spaceClass, TEXT } from './white-space.js';

/** A declared edit in the form that the comparison takes: it begins where the comparison can stand. */
export interface Move extends Span {
  readonly kind: DeclaredKind;
  /** What takes its place; empty where it only goes. */
  readonly newText: string;
}

/** A stretch of the changed text that may have been put in. */
export interface Insertion extends Span {
  readonly kind: DeclaredKind;
  /** The place in the original where it belongs; absent: between any two lines. */
  readonly at?: number;
}

/**
 * The moves of an edit. White space between lines is the comparison's own affair, so a removal is known by what
 * is removed besides; the white space in front of a part of a line goes with the part.
 */
export function movesOf(edit: DeclaredEdit, original: string): Move[] {
  const { start, end, newText, kind } = edit;
  const coreStart = Math.min(skipWhiteSpace(original, start), end);
  const coreEnd = Math.max(skipWhiteSpaceBack(original, end), coreStart);
  if (skipWhiteSpace(newText, 0) < newText.length) return [{ start, end, newText, kind }];
  if (hasLineEnd(newText, 0, newText.length)) {
    // Between two fields there is a line end now. Where one stood before, white space has changed, no more.
    const from = skipWhiteSpaceBack(original, start);
    // A tag may itself run over lines.
    const to = kind === 'markup-removed' ? start : end;
    return hasLineEnd(original, from, to) || from > end ? [] : [{ start: from, end, newText, kind }];
  }
  if (coreStart === coreEnd) return [];
  const moves: Move[] = [];
  if (kind === 'markup-removed' && newText !== '') {
    // White space that an entity stood for has to be there, but for indents, which are the comparison's own affair.
    moves.push({ start, end, newText, kind });
    if (newText === ' ') return moves;
  }
  const ends = hasLineEnd(original, coreEnd, end) || coreEnd === end ? [coreEnd] : [coreEnd, end];
  const isRun = skipWhiteSpaceBack(original, start) === start && !hasLineEnd(original, start, coreStart);
  const starts = isRun && start < coreStart ? [start, coreStart] : [coreStart];
  for (const from of starts) for (const to of ends) moves.push({ start: from, end: to, newText: '', kind });
  return moves;
}

/** A source has a name, not a story: longer values and those with a clause in them are text. */
const LONGEST_SOURCE = 30;
const CLAUSE = /[，。；！？!?;,]/;

/**
 * Lines of the changed text that hold nothing but a publication date or a source which the original does not have;
 * and a source behind a label that stood empty.
 */
export function insertionsOf(original: Report, changed: Report): Insertion[] {
  const kind = 'metadata-inserted' as const;
  const { dateLine, sourceLine, text, lines, fields } = changed;
  const date = original.dateLine === undefined && dateLine?.iso !== undefined ? dateLine : undefined;
  const source =
    original.sourceLine === undefined && sourceLine !== undefined && sourceLine.value.length <= LONGEST_SOURCE
      ? sourceLine
      : undefined;
  const label = original.emptySourceLabel;
  if (source !== undefined && !CLAUSE.test(source.text) && label !== undefined) {
    const start = skipWhiteSpaceBack(text, source.start);
    return [
      { start: source.start, end: source.end, kind, at: label.end },
      ...(start < source.start ? [{ start, end: source.end, kind, at: label.end }] : []),
    ];
  }
  const found = new Map<number, Insertion>();
  for (const value of [date, source]) {
    if (value === undefined) continue;
    const line = lines.line(lines.place(value.start).line);
    const own = fields.filter(({ start, end }) => start >= line.start && end <= line.end);
    const expected = own.every(
      (field) =>
        (field.kind === 'date' && date !== undefined && contains(field, date)) ||
        (field.kind === 'source' && source !== undefined && contains(field, source)),
    );
    const said = text.slice(line.start, line.end);
    if (!expected || CLAUSE.test(said) || !isBlank(without(text, line, own))) continue;
    const start = skipWhiteSpace(text, line.start);
    found.set(start, { start, end: skipWhiteSpaceBack(text, line.end), kind });
  }
  return [...found.values()];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What stands in a line beside its fields. */
function without(text: string, line: Span, fields: readonly Span[]): string {
  let rest = '';
  let position = line.start;
  for (const { start, end } of fields) {
    rest += text.slice(position, start);
    position = Math.max(position, end);
  }
  return rest + text.slice(position, line.end);
}

function isBlank(rest: string): boolean {
  for (let i = 0; i < rest.length; i++)
    if (spaceClass(rest.charCodeAt(i)) === TEXT && !/[|｜]/.test(rest.charAt(i))) return false;
  return true;
}
