import { applyEdits, sortEdits, type TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** A replacement in the original with the place of its new text in the text that all of them together give. */
interface Step extends Span {
  readonly newText: string;
  readonly after: Span;
}

/**
 * A text on its way from the original: which replacements in the original give it. Offsets are UTF-16 units; edits
 * made one after another are known as edits of the original, so that a change found in the tenth round can be
 * looked for in the text that nobody has touched.
 */
export interface Derived {
  readonly text: string;
  /** The same edit in terms of the original: what it covers there, and the text that takes its place. */
  toOriginal(edit: TextEdit): TextEdit;
  /** The text with these edits (not overlapping) made in it too. */
  apply(edits: readonly TextEdit[]): Derived;
}

export function deriveFrom(original: string): Derived {
  return derived(original, original, []);
}

function derived(original: string, text: string, steps: readonly Step[]): Derived {
  const first = (after: (step: Step) => boolean): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const step = steps[middle];
      if (step !== undefined && after(step)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  /** The original's place of an offset that lies inside no new text; behind what was removed there. */
  const back = (offset: number): number => {
    const step = steps[first(({ after }) => after.end > offset) - 1];
    return step === undefined ? offset : step.end + (offset - step.after.end);
  };
  /** The same, in front of what was removed there. */
  const backBefore = (offset: number): number => {
    const step = steps[first(({ after }) => after.start >= offset)];
    return step === undefined
      ? original.length - (text.length - offset)
      : step.start - (step.after.start - offset);
  };
  const spanBack = ({ start, end }: Span): Span => {
    const from = back(start);
    return { start: from, end: Math.max(from, backBefore(end)) };
  };
  /** The span widened to whole new texts that it cuts. */
  const widen = ({ start, end }: Span): Span => {
    const left = steps[first(({ after }) => after.end > start)]?.after;
    const right = steps[first(({ after }) => after.end >= end)]?.after;
    return {
      start: left !== undefined && left.start < start ? left.start : start,
      end: right !== undefined && right.start < end && right.end > end ? right.end : end,
    };
  };
  return {
    text,
    toOriginal(edit) {
      const wide = widen(edit);
      const newText = text.slice(wide.start, edit.start) + edit.newText + text.slice(edit.end, wide.end);
      return { ...spanBack(wide), newText, kind: edit.kind };
    },
    apply(edits) {
      const next: Step[] = [];
      let shift = 0;
      for (const { span, inside, alone } of clusters(steps, sortEdits(edits))) {
        const newText = applyEdits(
          text.slice(span.start, span.end),
          inside.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start })),
        );
        const start = span.start + shift;
        shift += newText.length - (span.end - span.start);
        // A step that no edit meets keeps its very span: at its borders others may have removed something.
        const { start: from, end: to } = inside.length === 0 ? alone : spanBack(span);
        next.push({ start: from, end: to, newText, after: { start, end: start + newText.length } });
      }
      return derived(original, applyEdits(text, edits), next);
    },
  };
}

interface Cluster {
  /** In the text before the edits. */
  span: Span;
  readonly inside: TextEdit[];
  /** What the cluster began with; all there is in it where no edit is inside. */
  readonly alone: Span;
}

/** Steps and edits that share characters, together; ascending. */
function clusters(steps: readonly Step[], edits: readonly TextEdit[]): Cluster[] {
  const found: Cluster[] = [];
  let next = 0;
  const add = (span: Span, inside: TextEdit[], alone: Span): void => {
    const last = found.at(-1);
    if (last === undefined || span.start >= last.span.end) {
      found.push({ span, inside, alone });
      return;
    }
    last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
    last.inside.push(...inside);
  };
  const addEdits = (limit: number): void => {
    for (let edit = edits[next]; edit !== undefined && edit.start < limit; edit = edits[++next])
      add(edit, [edit], edit);
  };
  for (const step of steps) {
    addEdits(step.after.start);
    add(step.after, [], step);
  }
  addEdits(Infinity);
  return found;
}
