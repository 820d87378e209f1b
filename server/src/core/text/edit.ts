import type { Span } from './span.js';

/** What an edit does. Every edit declares one kind; `verify` and the command line count by it. */
export type EditKind =
  | 'residue-removed'
  | 'width-restored'
  | 'script-converted'
  | 'markup-removed'
  | 'furniture-removed'
  | 'contact-removed'
  | 'repetition-removed'
  | 'invisible-removed'
  | 'look-alike-replaced'
  | 'punctuation-merged'
  | 'indent-restored'
  | 'line-end-unified'
  | 'metadata-inserted'
  | 'metadata-split'
  | 'phrase-replaced'
  | 'name-corrected'
  | 'mojibake-repaired';

/** Replaces the characters of the span (UTF-16 offsets into the text before any edit) with `newText`. */
export interface TextEdit extends Span {
  readonly newText: string;
  readonly kind: EditKind;
}

/** Ascending by start, then by end. */
export function sortEdits<E extends TextEdit>(edits: readonly E[]): E[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The edits that can be applied together, each for itself: of two that overlap, the one that starts first stays, of two that start
 * together the longer. What lies inside one that has to wait waits with it, so that nothing is mended which goes
 * in the next round. Insertions at one place keep their order.
 */
export function withoutOverlaps<E extends TextEdit>(edits: readonly E[]): E[] {
  const kept: E[] = [];
  let end = -1;
  let waitingEnd = -1;
  for (const edit of [...edits].sort(byStartLongestFirst)) {
    if (edit.start < end) {
      waitingEnd = Math.max(waitingEnd, edit.end);
      continue;
    }
    if (edit.start < waitingEnd && edit.end <= waitingEnd) continue;
    kept.push(edit);
    end = Math.max(end, edit.end);
  }
  return kept;
}

/** Insertions come before all: they overlap with nothing that starts where they stand. */
function byStartLongestFirst(a: Span, b: Span): number {
  if (a.start !== b.start) return a.start - b.start;
  const isInsertion = (span: Span): boolean => span.start === span.end;
  if (isInsertion(a) || isInsertion(b)) return Number(isInsertion(b)) - Number(isInsertion(a));
  return b.end - a.end;
}

/**
 * Applies edits that do not overlap.
 * @throws RangeError when two edits overlap or one lies outside the text: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit ${String(edit.start)}..${String(edit.end)} overlaps or lies outside the text`,
      );
    }
    parts.push(text.slice(position, edit.start), edit.newText);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}
