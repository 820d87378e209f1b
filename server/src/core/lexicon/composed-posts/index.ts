export type { Level, Organ, PostPart, PostPlace, PostStatus, Rank } from './types.js';
export { parsePost, parsePosts } from './parse.js';
export { ORGAN_WORDS } from './organ-words.js';
