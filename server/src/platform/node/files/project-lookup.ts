import { dirname, join, relative, sep } from 'node:path';
import type { FileContent } from '../../../core/json-file/file-content.js';
import type { ReadProblem } from '../../../core/json-file/problem.js';
import { PROJECT_FILE, readProjectFile, type Project } from '../../../core/project-file.js';
import { createProjectScope } from '../../../corpus/project-scope.js';
import { readUserFile, tellProblems, type OnUserFileProblem } from './user-file.js';

/** The project that governs a folder. */
export interface FoundProject {
  /** Absolute path of the folder that `include` and `exclude` are relative to. */
  readonly folder: string;
  /** Absolute path of the `report-corpus.json`; undefined where there is none and the defaults hold. */
  readonly file: string | undefined;
  /** What was found there. */
  readonly content: FileContent;
  readonly project: Project;
  /** What is wrong in the file; the same list until it is read again. */
  readonly problems: readonly ReadProblem[];
  /** Whether the file with this absolute path, somewhere under `folder`, is a report. */
  isReport(path: string): boolean;
  /** Whether no file under this absolute path can be a report of this project. */
  excludesFolder(path: string): boolean;
}

export interface ProjectLookup {
  /**
   * The project of the nearest project file, in the folder (absolute path) or above it. One that gives no text counts
   * with the defaults: what stands further up was never meant for its folder.
   */
  nearest(folder: string): Promise<FoundProject | undefined>;
  /** A project with the defaults, for a folder that no project file governs. */
  implied(folder: string): FoundProject;
  /** Project files changed: each is read again when it is asked for. */
  forget(): void;
}

/**
 * Finds project files and reads each once. Folders are asked for along their written paths, as an editor does:
 * a symbolic link is not resolved.
 * @param onProblem hears of every problem once
 */
export function createProjectLookup({
  onProblem,
}: { readonly onProblem?: OnUserFileProblem } = {}): ProjectLookup {
  const inFolder = new Map<string, Promise<FoundProject | undefined>>();

  async function load(folder: string): Promise<FoundProject | undefined> {
    const file = join(folder, PROJECT_FILE);
    const content = await readUserFile(file);
    if (content.kind === 'missing') return undefined;
    const project = found(folder, file, content);
    if (onProblem !== undefined) tellProblems(file, content, project.problems, onProblem);
    return project;
  }

  async function nearest(folder: string): Promise<FoundProject | undefined> {
    let answer = inFolder.get(folder);
    if (answer === undefined) {
      const above = dirname(folder);
      answer = load(folder).then((here) => here ?? (above === folder ? undefined : nearest(above)));
      inFolder.set(folder, answer);
    }
    return answer;
  }

  return {
    nearest,
    implied: (folder) => found(folder, undefined, { kind: 'missing' }),
    forget: () => {
      inFolder.clear();
    },
  };
}

function found(folder: string, file: string | undefined, content: FileContent): FoundProject {
  const { project, problems } = readProjectFile(content);
  const scope = createProjectScope(project);
  const inside = (path: string): string => relative(folder, path).split(sep).join('/');
  return {
    folder,
    file,
    content,
    project,
    problems,
    isReport: (path) => scope.isReport(inside(path)),
    excludesFolder: (path) => scope.excludesFolder(inside(path)),
  };
}
