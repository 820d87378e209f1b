import type { EditKind, TextEdit } from './edit.js';

/**
 * The edits that turn `before` into `after`, leaving every unchanged character alone, for texts that differ by
 * replacing characters one by one (script conversion); where the lengths differ, what lies between the common
 * start and the common end is one edit.
 * @param offset the UTF-16 offset of `before` in the document
 */
export function alignedEdits(before: string, after: string, offset: number, kind: EditKind): TextEdit[] {
  if (before === after) return [];
  if (before.length === after.length) return pairwise(before, after, offset, kind);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Never cut a surrogate pair.
  if (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start))) start = Math.max(0, start - 1);
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return [
    {
      start: offset + start,
      end: offset + before.length - end,
      newText: after.slice(start, after.length - end),
      kind,
    },
  ];
}

function pairwise(before: string, after: string, offset: number, kind: EditKind): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let i = 0; i < before.length; i++) {
    if (before.charCodeAt(i) === after.charCodeAt(i)) continue;
    let start = i;
    while (i < before.length && before.charCodeAt(i) !== after.charCodeAt(i)) i++;
    let end = i;
    if (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start))) start--;
    if (isLow(before.charCodeAt(end)) || isLow(after.charCodeAt(end))) end++;
    edits.push({ start: offset + start, end: offset + end, newText: after.slice(start, end), kind });
  }
  return edits;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
