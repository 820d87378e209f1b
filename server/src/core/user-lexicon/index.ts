export type { Lexicon, LexiconFile, LexiconPhrase, PostEntry } from './types.js';
export type { ReadProblem } from '../json-file/problem.js';
export { parseLexiconFile, readLexiconFile } from './parse.js';
export { builtInLexicon, mergeLexicons } from './merge.js';
export { expandVariants } from './variants.js';
