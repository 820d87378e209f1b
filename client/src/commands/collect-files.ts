import * as vscode from 'vscode';
import { defaultProject } from '../../../server/src/core/project-file.js';
import { createProjectScope } from '../../../server/src/corpus/project-scope.js';
import { shownPath } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';
import { whyLeftOut } from '../views/conversion-plan/left-out.js';
import type { LeftOutFile } from '../views/conversion-plan/plan.js';

/** Where no project file says which files are reports, a folder is read as if it held an empty one. */
const WITHOUT_PROJECT = createProjectScope(defaultProject);

export interface CollectedFiles {
  /** Each once. */
  readonly files: readonly vscode.Uri[];
  /** Files and folders that could not be looked at, each once. */
  readonly leftOut: readonly LeftOutFile[];
}

/**
 * The files that the explorer's selection stands for: a file as it is, a folder with what is below it (its reports, as
 * the command line sees them; outside `node_modules` and dot folders). Undefined when cancelled; stops with one more
 * than `most`.
 */
export async function collectFiles(
  chosen: readonly vscode.Uri[],
  projects: ReportProjects,
  most: number,
  token: vscode.CancellationToken,
): Promise<CollectedFiles | undefined> {
  const files = new Map<string, vscode.Uri>();
  const leftOut = new Map<string, LeftOutFile>();
  const leave = (uri: vscode.Uri, why: 'unreadable' | 'unlisted'): void => {
    const address = uri.toString();
    leftOut.set(address, {
      address,
      path: shownPath(uri),
      why: whyLeftOut(why, vscode.l10n.t),
      isFolder: why === 'unlisted',
    });
  };
  const full = (): boolean => files.size > most;
  const add = (uri: vscode.Uri): void => {
    files.set(uri.toString(), uri);
  };
  const walk = async (folder: vscode.Uri, path: string): Promise<void> => {
    if (token.isCancellationRequested || full()) return;
    const project = await projects.ofFolder(folder);
    const entries = await answerOf(vscode.workspace.fs.readDirectory(folder));
    if (entries === undefined) {
      leave(folder, 'unlisted');
      return;
    }
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (full()) return;
      const uri = vscode.Uri.joinPath(folder, name);
      // A linked folder may lead in circles: it is converted where it really stands.
      if (type === vscode.FileType.Directory) {
        if (name !== 'node_modules' && !name.startsWith('.')) await walk(uri, `${path}${name}/`);
      } else if ((type & vscode.FileType.File) !== 0) {
        if (project?.isReport(uri) ?? WITHOUT_PROJECT.isReport(path + name)) add(uri);
      }
    }
  };
  for (const uri of chosen) {
    const found = await answerOf(vscode.workspace.fs.stat(uri));
    if (found === undefined) leave(uri, 'unreadable');
    else if ((found.type & vscode.FileType.Directory) !== 0) await walk(uri, '');
    else add(uri);
  }
  return token.isCancellationRequested
    ? undefined
    : { files: [...files.values()], leftOut: [...leftOut.values()] };
}

/** Undefined where VS Code cannot say: what lies there is left out, and the rest goes on. */
async function answerOf<T>(question: Thenable<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch {
    return undefined;
  }
}
