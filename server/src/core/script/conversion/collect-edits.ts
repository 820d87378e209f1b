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
  const edits: TextEdit[] = [];
  let charactersChanged = 0;
  const push = (start: number, end: number, newText: string): void => {
    edits.push({ start, end, newText, kind: 'script-converted' });
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
    finish: () => merged(edits.sort((a, b) => a.start - b.start || a.end - b.end)),
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

function merged(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (last?.end === edit.start)
      kept[kept.length - 1] = { ...last, end: edit.end, newText: last.newText + edit.newText };
    else kept.push(edit);
  }
  return kept;
}
