import * as vscode from 'vscode';
import { PROJECT_FILE, newProjectFile } from '../../../server/src/core/project-file.js';
import { folderOf, isStored, shownPath } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';

/** Writes a project file into a folder, unless there is one; the folder's reports then change their language. */
export async function initialiseCorpus(
  projects: ReportProjects,
  chosen: vscode.Uri | undefined,
): Promise<void> {
  const folder = chosen ?? (await chooseFolder());
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, PROJECT_FILE);
  if (await exists(file)) {
    await vscode.window.showTextDocument(file);
    return;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(newProjectFile()));
  projects.refresh();
  const open = vscode.l10n.t('Open Project File');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t('{0} was written: the folder is a report corpus now.', shownPath(file)),
      open,
    )
    .then((answer) => {
      if (answer === open) void vscode.window.showTextDocument(file);
    });
}

/** The folder of the active file; else an open folder. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && isStored(document)) return folderOf(document.uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder, or a report in one, to make it a corpus.'),
    );
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
