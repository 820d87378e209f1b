/** A half-open range of UTF-16 offsets into a text: `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies inside the span or touches one of its ends (UTF-16 offsets). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share at least one character, or one is an empty span (a cursor) that touches the other. */
export function meets(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The spans of `sorted` (ascending, not overlapping) that meet `range`. */
export function spansMeeting<T extends Span>(sorted: readonly T[], range: Span): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.end ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < sorted.length; i++) {
    const span = sorted[i];
    if (span === undefined || span.start > range.end) break;
    if (meets(span, range)) found.push(span);
  }
  return found;
}
