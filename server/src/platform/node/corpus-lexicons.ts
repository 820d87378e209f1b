import path from 'node:path';
import {
  builtInLexicon,
  mergeLexicons,
  readLexiconFile,
  type Lexicon,
} from '../../core/user-lexicon/index.js';
import type { FoundProject } from './files/project-lookup.js';
import { readUserFileSync, tellProblems, type OnUserFileProblem } from './files/user-file.js';

/**
 * Reads the lexicon files that projects name, laid over the built-in lexicon; undefined where a project names none.
 * The same object for the same files, so that each is compiled once.
 * @param onProblem hears of every problem once
 */
export function createLexiconsReader(
  onProblem: OnUserFileProblem,
): (project: FoundProject) => Lexicon | undefined {
  const known = new Map<string, Lexicon>();
  return ({ folder, project: { lexicons } }) => {
    if (lexicons.length === 0) return undefined;
    const names = lexicons.map((name) => path.resolve(folder, name));
    const key = JSON.stringify(names);
    const last = known.get(key);
    if (last !== undefined) return last;
    const files = names.map((file) => {
      const content = readUserFileSync(file);
      const read = readLexiconFile(content);
      tellProblems(file, content, read.problems, onProblem);
      return read;
    });
    const lexicon = mergeLexicons(builtInLexicon, files);
    known.set(key, lexicon);
    return lexicon;
  };
}
