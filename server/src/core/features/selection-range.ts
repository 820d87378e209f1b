import { parts } from './outline.js';
import type { Report } from '../report/types.js';
import type { Segmenter } from '../segment/segmenter.js';
import type { Span } from '../text/span.js';

const SENTENCE_END = /[。！？!?]/;
const CLAUSE_END = /[，。；：！？,;:!?]/;
/** How many UTF-16 units on either side of the offset are cut into words at most. */
const REACH = 200;

/**
 * The ranges that "expand selection" walks through at an offset, innermost first: word, clause, sentence,
 * paragraph, part of the report, everything. Raw UTF-16 offsets; each contains the one before it.
 */
export async function selectionRanges(report: Report, offset: number, segmenter: Segmenter): Promise<Span[]> {
  const { shadow, lines, text } = report;
  const line = lines.line(lines.place(offset).line);
  const from = shadow.toShadow(line.start);
  const shadowLine = shadow.text.slice(from, shadow.toShadow(line.end));
  const at = shadow.toShadow(offset) - from;
  // Words end at marks: the clause is enough to cut, and a line may hold megabytes.
  const near = Math.max(lastMark(shadowLine, at, CLAUSE_END), at - REACH);
  const far = Math.min(nextMark(shadowLine, at, CLAUSE_END) + 1, at + REACH);
  const words = await segmenter.segment(shadowLine.slice(near, far));
  const inside = at - near;
  const word =
    words.find(({ start, end }) => start <= inside && inside < end) ??
    words.find(({ end }) => end === inside);
  const inner: Span[] = [];
  const add = (start: number, end: number): void => {
    inner.push(shadow.rawSpan({ start: from + start, end: from + end }));
  };
  const person = report.officials
    .flatMap(({ mentions }) => mentions)
    .find((m) => m.start <= offset && offset < m.end);
  if (person !== undefined) inner.push({ start: person.start, end: person.end });
  else if (word !== undefined) add(near + word.start, near + word.end);
  for (const mark of [CLAUSE_END, SENTENCE_END]) {
    const start = lastMark(shadowLine, at, mark);
    const end = nextMark(shadowLine, at, mark);
    if (mark === SENTENCE_END && end < shadowLine.length) add(start, end + 1);
    else add(start, end);
  }
  inner.push(line);
  const part = parts(report)
    .map(({ zones }) => ({ start: zones[0]?.start ?? 0, end: zones.at(-1)?.end ?? 0 }))
    .find(({ start, end }) => start <= offset && offset <= end);
  if (part !== undefined) inner.push(part);
  inner.push({ start: 0, end: text.length });
  return nested(inner);
}

function lastMark(line: string, at: number, mark: RegExp): number {
  let start = at;
  while (start > 0 && !mark.test(line.charAt(start - 1))) start--;
  return start;
}

function nextMark(line: string, at: number, mark: RegExp): number {
  let end = at;
  while (end < line.length && !mark.test(line.charAt(end))) end++;
  return end;
}

/** Keeps the ranges that strictly contain the one before. */
function nested(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last === undefined) kept.push(span);
    else if (
      span.start <= last.start &&
      span.end >= last.end &&
      span.end - span.start > last.end - last.start
    ) {
      kept.push(span);
    }
  }
  return kept;
}
