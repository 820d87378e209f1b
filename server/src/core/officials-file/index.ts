export type {
  MergeResult,
  OfficialEntry,
  OfficialPost,
  OfficialsFile,
  PlaceOfPost,
  Proposal,
  ReportNamings,
} from './types.js';
export type { ReadProblem } from '../json-file/problem.js';
export { parseOfficialsFile, readOfficialsFile } from './parse.js';
export { writeOfficialsFile } from './write.js';
export { nameKey } from './order.js';
export { mergeEntries } from './merge.js';
export { mergeIntoFile, type MergedFile } from './merge-text.js';
export { dateOfFile, namingsOf } from './namings.js';
export { placesOfPosts, proposeEntries } from './propose.js';
export { createOfficialsIndex, type OfficialsIndex } from './lookup.js';
export { createKnownPeople, type KnownPeople } from './known-people.js';
export { bareName, isOneAway } from './one-away.js';
