import type { MergeResult, OfficialEntry, Proposal } from './types.js';
export function compareEntries(_a: OfficialEntry, _b: OfficialEntry): number {
  return 0;
}
export function mergeEntries(
  existing: readonly OfficialEntry[],
  _proposals: readonly Proposal[],
): MergeResult {
  return { entries: existing, added: 0, extended: 0, kept: [] };
}
