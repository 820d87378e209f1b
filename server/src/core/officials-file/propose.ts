import type { Report } from '../report/types.js';
import type { OfficialEntry, Proposal, ReportNamings } from './types.js';
export function namingsOf(_report: Report, path: string): ReportNamings {
  return { path, places: [], officials: [] };
}
export function proposeEntries(
  _reports: readonly ReportNamings[],
  _existing: readonly OfficialEntry[],
): Proposal[] {
  return [];
}
