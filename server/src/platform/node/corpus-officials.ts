import path from 'node:path';
import { createKnownPeople, parseOfficialsFile, type KnownPeople } from '../../core/officials-file/index.js';
import { OFFICIALS_FILE } from '../../corpus/corpus-files.js';
import type { FoundProject } from './files/project-lookup.js';
import { readSideFile, tellProblems, type OnSideFileProblem } from './side-file.js';

const NAME = { en: 'officials file', 'zh-cn': '官员名单' } as const;

/**
 * Reads the officials file of projects, each once; undefined where a project has none.
 * @param onProblem hears of every problem once; a file that is not there is one only where the project names it
 */
export function createOfficialsReader(
  onProblem: OnSideFileProblem,
): (project: FoundProject) => KnownPeople | undefined {
  const known = new Map<string, KnownPeople | undefined>();
  const read = (file: string, required: boolean): KnownPeople | undefined => {
    const text = readSideFile(file, { name: NAME, key: 'officials', required }, onProblem);
    if (text === undefined) return undefined;
    const { entries, problems } = parseOfficialsFile(text);
    tellProblems(file, text, problems, onProblem);
    return createKnownPeople(entries);
  };
  return ({ file, folder, project: { officials } }) => {
    // Without a project file there is no project that could have one.
    if (file === undefined) return undefined;
    const name = path.resolve(folder, officials ?? OFFICIALS_FILE);
    if (!known.has(name)) known.set(name, read(name, officials !== undefined));
    return known.get(name);
  };
}
