import * as vscode from 'vscode';
import { activeReport } from '../reports/report-document.js';

const FIX_ALL = 'source.fixAll.reportCorpus';

/** Applies every certain fix to the active report as one undo step. */
export async function fixAll(): Promise<void> {
  const editor = activeReport();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a report to fix it.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    FIX_ALL,
    1,
  );
  const edit = actions.find((action) => action.kind?.value.startsWith(FIX_ALL))?.edit;
  if (edit === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing that is certain to fix.'));
    return;
  }
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The text changed while it was being checked: nothing was done. Try again.'),
    );
    return;
  }
  await vscode.workspace.applyEdit(edit);
}
