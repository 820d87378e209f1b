import type { Span } from './span.js';

/**
 * The one stretch (UTF-16 offsets into the first text) in which two texts differ, and what stands there in the second.
 * It never starts or ends within a surrogate pair: editors move such a place.
 */
export function textChange(before: string, after: string): Span & { readonly newText: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && unitFromEnd(before, end) === unitFromEnd(after, end)) end++;
  if (end > 0 && isLowSurrogate(unitFromEnd(before, end - 1))) end--;
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}

function unitFromEnd(text: string, i: number): number {
  return text.charCodeAt(text.length - 1 - i);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
