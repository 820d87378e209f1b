import type { Message } from '../../../core/rules/rule.js';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { defaultProject, parseProjectFile, PROJECT_FILE, type Project } from '../../../core/project-file.js';
import { indexLines } from '../../../core/text/line-index.js';
import { decode } from './decode.js';
import { errorCode } from './error-code.js';
import { createProjectScope } from '../../../corpus/project-scope.js';

/** The project that governs a folder. */
export interface FoundProject {
  /** Absolute path of the folder that `include` and `exclude` are relative to. */
  readonly folder: string;
  /** Absolute path of the `report-corpus.json`; undefined where there is none and the defaults hold. */
  readonly file: string | undefined;
  readonly project: Project;
  /** Whether the file with this absolute path, somewhere under `folder`, is a report. */
  isReport(path: string): boolean;
  /** Whether no file under this absolute path can be a report of this project. */
  excludesFolder(path: string): boolean;
}

/** Something wrong with a project file; the rest of it applies, and so do the defaults. */
export interface ProjectFileProblem {
  /** Absolute path. */
  readonly file: string;
  readonly problem:
    | { readonly kind: 'content'; readonly message: Message; readonly line: number; readonly column: number }
    | { readonly kind: 'undecodable' }
    | { readonly kind: 'unreadable'; readonly code: string };
}

export interface ProjectLookup {
  /** The project of the nearest project file, in the folder (absolute path) or above it. */
  nearest(folder: string): Promise<FoundProject | undefined>;
  /** A project with the defaults, for a folder that no project file governs. */
  implied(folder: string): FoundProject;
}

/**
 * Finds project files and reads each once. Folders are asked for along their written paths, as an editor does:
 * a symbolic link is not resolved.
 * @param onProblem hears of every problem once
 */
export function createProjectLookup(deps: {
  readonly onProblem: (problem: ProjectFileProblem) => void;
}): ProjectLookup {
  const inFolder = new Map<string, Promise<FoundProject | undefined>>();

  async function load(folder: string): Promise<FoundProject | undefined> {
    const file = join(folder, PROJECT_FILE);
    const report = (problem: ProjectFileProblem['problem']): void => {
      deps.onProblem({ file, problem });
    };
    let bytes: Buffer;
    try {
      bytes = await readFile(file);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      report({ kind: 'unreadable', code: code ?? String(error) });
      return found(folder, file, defaultProject);
    }
    const decoded = decode(bytes);
    if (decoded.kind !== 'text') {
      report({ kind: 'undecodable' });
      return found(folder, file, defaultProject);
    }
    const { project, problems } = parseProjectFile(decoded.text);
    const lines = indexLines(decoded.text);
    for (const { message, start } of problems) {
      const { line, character } = lines.place(start);
      report({ kind: 'content', message, line: line + 1, column: character + 1 });
    }
    return found(folder, file, project);
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

  return { nearest, implied: (folder) => found(folder, undefined, defaultProject) };
}

function found(folder: string, file: string | undefined, project: Project): FoundProject {
  const scope = createProjectScope(project);
  const inside = (path: string): string => relative(folder, path).split(sep).join('/');
  return {
    folder,
    file,
    project,
    isReport: (path) => scope.isReport(inside(path)),
    excludesFolder: (path) => scope.excludesFolder(inside(path)),
  };
}
