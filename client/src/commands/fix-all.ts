import * as vscode from 'vscode';
import { FIX_ALL, FIX_WITH_PREVIEW } from '../../../server/src/lsp/protocol.js';
import { activeReport } from '../reports/report-document.js';

/** Lets VS Code show what all fixes would change, those that need a look included; nothing is done before that. */
export async function fixAllWithPreview(): Promise<void> {
  const editor = activeReport();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a report to fix it.'));
    return;
  }
  if ((await actionOf(editor.document, FIX_WITH_PREVIEW)) === undefined) return fixAll();
  // The editor's own command: an edit that an extension is given back has lost what is to be confirmed.
  await vscode.commands.executeCommand('editor.action.sourceAction', {
    kind: FIX_WITH_PREVIEW,
    apply: 'first',
  });
}

/** Applies every certain fix to the active report as one undo step. */
export async function fixAll(): Promise<void> {
  const editor = activeReport();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a report to fix it.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const edit = (await actionOf(document, FIX_ALL))?.edit;
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
  if (await vscode.workspace.applyEdit(edit)) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('VS Code did not take the changes: the text is as it was.'),
  );
}

/**
 * The action of exactly this kind for the whole document, with its edit. VS Code gives those below the kind too, and
 * fix-all by group takes what a person has to look at.
 */
async function actionOf(document: vscode.TextDocument, kind: string): Promise<vscode.CodeAction | undefined> {
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    kind,
    1,
  );
  return actions.find((action) => action.kind?.value === kind);
}
