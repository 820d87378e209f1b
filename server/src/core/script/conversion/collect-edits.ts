import type { TextEdit } from '../../text/edit.js';
import type { NoteFree } from './note-free.js';

/** Gathers the edits of a conversion, raw offsets; neighbours become one. */
export interface EditCollector {
  /** Replaces a stretch of the text without notes; where notes lie in it, the edit is divided so that they stay apart. */
  add(source: NoteFree, start: number, end: number, newText: string): void;
  /** Ascending, without overlaps; call it once. */
  finish(): TextEdit[];
  readonly charactersChanged: number;
}

export function createEditCollector(): EditCollector {
  const edits: Growing[] = [];
  let charactersChanged = 0;
  let last: Growing | undefined;
  let inOrder = true;
  const push = (start: number, end: number, newText: string): void => {
    // A text holds thousands of edits, nearly always ascending: neighbours grow together at once.
    if (last?.end === start) {
      last.end = end;
      last.newText += newText;
      return;
    }
    if (last !== undefined && start < last.end) inOrder = false;
    last = { start, end, newText, kind: 'script-converted' };
    edits.push(last);
  };
  return {
    add(source, start, end, newText) {
      charactersChanged += unitsChanged(source.text, start, end, newText);
      if (source.parts.length <= 1) {
        const from = source.toRaw(start);
        push(from, from + end - start, newText);
        return;
      }
      // Character by character where the lengths agree, so that a note between two characters is in no edit.
      const even = newText.length === end - start;
      let at = start;
      while (at < end) {
        const from = source.toRaw(at);
        let stop = at + 1;
        while (stop < end && source.toRaw(stop) === from + stop - at) stop++;
        const piece = even ? newText.slice(at - start, stop - start) : at === start ? newText : '';
        push(from, from + stop - at, piece);
        at = stop;
      }
    },
    finish: () => (inOrder ? edits : merged(edits.sort((a, b) => a.start - b.start || a.end - b.end))),
    get charactersChanged() {
      return charactersChanged;
    },
  };
}

function unitsChanged(text: string, start: number, end: number, newText: string): number {
  if (newText.length !== end - start) return Math.max(newText.length, end - start);
  let changed = 0;
  for (let i = 0; i < newText.length; i++)
    if (newText.charCodeAt(i) !== text.charCodeAt(start + i)) changed++;
  return changed;
}

interface Growing extends TextEdit {
  end: number;
  newText: string;
}

function merged(edits: readonly Growing[]): TextEdit[] {
  const kept: Growing[] = [];
  for (const edit of edits) {
    const before = kept.at(-1);
    if (before?.end === edit.start) {
      before.end = edit.end;
      before.newText += edit.newText;
    } else kept.push(edit);
  }
  return kept;
}
