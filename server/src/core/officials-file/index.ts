export type {
  MergeResult,
  OfficialEntry,
  OfficialPost,
  OfficialsFile,
  Proposal,
  ReportNamings,
} from './types.js';
export type { ReadProblem } from '../json-file/problem.js';
export { parseOfficialsFile } from './parse.js';
export { writeOfficialsFile } from './write.js';
export { compareEntries, mergeEntries } from './merge.js';
export { namingsOf, proposeEntries } from './propose.js';
export { createOfficialsIndex, type OfficialsIndex } from './lookup.js';
