import { compileGlobs } from '../core/project-globs.js';
import type { Project } from '../core/project-file.js';

/** Which files of a project's folder are reports. Paths are relative to that folder, with `/`. */
export interface ProjectScope {
  isReport(path: string): boolean;
  /** Whether nothing in the folder can be a report, so that it need not be entered. */
  excludesFolder(path: string): boolean;
}

/** These are reports always: their names say so, and VS Code goes by them without asking a project. */
export const NAMED_REPORTS: readonly string[] = ['**/*.report.txt', '**/*.report'];

/** Compiles `include` and `exclude`. Dot files match like others: what keeps them out is the default `exclude`. */
export function createProjectScope({ include, exclude }: Pick<Project, 'include' | 'exclude'>): ProjectScope {
  const { matches: isIncluded } = compileGlobs(include);
  const { matches: isNamed } = compileGlobs(NAMED_REPORTS);
  const { matches: isExcluded } = compileGlobs(exclude);
  return {
    isReport: (path) => isNamed(path) || (isIncluded(path) && !isExcluded(path)),
    // A pattern that takes a name nobody would list by hand takes everything there.
    excludesFolder: (path) => isExcluded(`${path}/\u0001`) && isExcluded(`${path}/\u0001/\u0001`),
  };
}
