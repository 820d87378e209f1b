import * as vscode from 'vscode';
import { PROJECT_FILE } from '../../../server/src/core/project-file.js';
import { shownPath } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';

/** Opens the project file of the active document, else one of the open folders'. */
export async function openProjectFile(projects: ReportProjects): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const governing = uri === undefined ? undefined : await projects.of(uri);
  const file = governing?.file ?? (await findOne());
  if (file === 'dismissed') return;
  if (file !== undefined) {
    await vscode.window.showTextDocument(file);
    return;
  }
  const initialise = vscode.l10n.t('Initialise Corpus Here');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('There is no {0} here.', PROJECT_FILE),
    initialise,
  );
  if (answer === initialise) await vscode.commands.executeCommand('reportCorpus.initialiseCorpus');
}

async function findOne(): Promise<vscode.Uri | 'dismissed' | undefined> {
  const found = await vscode.workspace.findFiles(`**/${PROJECT_FILE}`, '**/node_modules/**', 50);
  if (found.length < 2) return found[0];
  const choices = found.map((uri) => ({ label: shownPath(uri), uri }));
  return (await vscode.window.showQuickPick(choices))?.uri ?? 'dismissed';
}
