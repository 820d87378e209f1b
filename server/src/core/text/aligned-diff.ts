import type { EditKind, TextEdit } from './edit.js';

/**
 * The edits that turn `before` into `after`, leaving every unchanged character alone, for texts that differ by
 * replacing characters one by one (script conversion; 纕 becomes an astral character). Where the numbers of
 * characters differ, what lies between the common start and the common end is one edit.
 * @param offset the UTF-16 offset of `before` in the document
 */
export function alignedEdits(before: string, after: string, offset: number, kind: EditKind): TextEdit[] {
  if (before === after) return [];
  const pairs = pairwise(before, after, offset, kind);
  if (pairs !== undefined) return pairs;
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

/** Compares character by character; undefined when one text has more characters than the other. */
function pairwise(before: string, after: string, offset: number, kind: EditKind): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let open: { readonly start: number; readonly from: number } | undefined;
  let i = 0;
  let j = 0;
  const close = (): void => {
    if (open === undefined) return;
    edits.push({ start: offset + open.start, end: offset + i, newText: after.slice(open.from, j), kind });
    open = undefined;
  };
  while (i < before.length && j < after.length) {
    const left = before.codePointAt(i) ?? 0;
    const right = after.codePointAt(j) ?? 0;
    if (left === right) close();
    else open ??= { start: i, from: j };
    i += left > 0xffff ? 2 : 1;
    j += right > 0xffff ? 2 : 1;
  }
  if (i < before.length || j < after.length) return undefined;
  close();
  return edits;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
