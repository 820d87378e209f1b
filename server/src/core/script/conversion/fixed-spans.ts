import { spansMeeting, type Span } from '../../text/span.js';

/** A name, or a word that stays as it is; raw UTF-16 offsets. */
export interface FixedSpan extends Span {
  readonly name: boolean;
}

/** Names and protected words, ascending, without overlaps; protected words win over names, longer ones over shorter. */
export function fixedSpans(
  text: string,
  words: readonly string[],
  names: readonly Span[],
): readonly FixedSpan[] {
  const found: FixedSpan[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, name: false });
  }
  const kept = withoutOverlap(found);
  if (names.length === 0) return kept;
  const people = names
    .map(({ start, end }): FixedSpan => ({ start, end, name: true }))
    .filter((name) => name.end > name.start && (kept.length === 0 || spansMeeting(kept, name).length === 0));
  return withoutOverlap([...kept, ...people]);
}

function withoutOverlap(spans: readonly FixedSpan[]): FixedSpan[] {
  const kept: FixedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
