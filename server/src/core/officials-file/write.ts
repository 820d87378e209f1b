import type { OfficialEntry } from './types.js';
export function writeOfficialsFile(_entries: readonly OfficialEntry[]): string {
  return '';
}
