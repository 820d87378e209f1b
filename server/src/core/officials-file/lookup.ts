import type { OfficialEntry } from './types.js';
export interface OfficialsIndex {
  find(name: string): readonly number[];
  names(): Iterable<string>;
}
export function createOfficialsIndex(_entries: readonly OfficialEntry[]): OfficialsIndex {
  return { find: () => [], names: () => [] };
}
