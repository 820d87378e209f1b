import * as vscode from 'vscode';
import { defaultProject } from '../../../server/src/core/project-file.js';
import { createProjectScope } from '../../../server/src/corpus/project-scope.js';
import type { ReportProjects } from '../reports/report-project.js';

/** Where no project file says which files are reports, a folder is read as if it held an empty one. */
const WITHOUT_PROJECT = createProjectScope(defaultProject);

/**
 * The files that the explorer's selection stands for, each once: a file as it is, a folder with what is below it
 * (its reports, as the command line sees them; outside `node_modules` and dot folders). Undefined when cancelled; stops
 * with one more than `most`.
 */
export async function collectFiles(
  chosen: readonly vscode.Uri[],
  projects: ReportProjects,
  most: number,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[] | undefined> {
  const files = new Map<string, vscode.Uri>();
  const full = (): boolean => files.size > most;
  const add = (uri: vscode.Uri): void => {
    files.set(uri.toString(), uri);
  };
  const walk = async (folder: vscode.Uri, path: string): Promise<void> => {
    if (token.isCancellationRequested || full()) return;
    const project = await projects.ofFolder(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder);
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
    const { type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) await walk(uri, '');
    else add(uri);
  }
  return token.isCancellationRequested ? undefined : [...files.values()];
}
