import path from 'node:path';
import { createKnownPeople, readOfficialsFile, type KnownPeople } from '../../core/officials-file/index.js';
import { OFFICIALS_FILE } from '../../corpus/corpus-files.js';
import type { FoundProject } from './files/project-lookup.js';
import { readUserFileSync, tellProblems, type OnUserFileProblem } from './files/user-file.js';

/**
 * Reads the officials file of projects, each once; undefined where a project has none.
 * @param onProblem hears of every problem once; a file that is not there is one only where the project names it
 */
export function createOfficialsReader(
  onProblem: OnUserFileProblem,
): (project: FoundProject) => KnownPeople | undefined {
  const known = new Map<string, KnownPeople | undefined>();
  const read = (file: string, isNamed: boolean): KnownPeople | undefined => {
    const content = readUserFileSync(file);
    if (content.kind === 'missing' && !isNamed) return undefined;
    const { entries, problems } = readOfficialsFile(content);
    tellProblems(file, content, problems, onProblem);
    // A file without a text knows nobody; then nobody is unknown either.
    return content.kind === 'text' ? createKnownPeople(entries) : undefined;
  };
  return ({ file, folder, project: { officials } }) => {
    // Without a project file there is no project that could have one.
    if (file === undefined) return undefined;
    const name = path.resolve(folder, officials ?? OFFICIALS_FILE);
    if (!known.has(name)) known.set(name, read(name, officials !== undefined));
    return known.get(name);
  };
}
