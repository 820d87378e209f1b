import * as vscode from 'vscode';
import { activeReport } from '../reports/report-document.js';
import type { LanguageServer } from '../server/language-server.js';
import { statusText } from './status-text.js';

/** The script verdict and the number of findings of the active report, on the right of the status bar. */
export function createStatusItem(server: LanguageServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('reportCorpus.status', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Report Corpus: Status');

  const update = (): void => {
    const editor = activeReport();
    if (editor === undefined) {
      item.hide();
      return;
    }
    const { text, tooltip, broken } = statusText(
      server.state(),
      server.analysed(editor.document.uri.toString()),
      vscode.l10n.t,
    );
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `${text.replace(/\$\([^)]*\)\s*/g, '')}. ${tooltip}` };
    item.command = broken ? 'reportCorpus.restartServer' : 'reportCorpus.showStatus';
    item.backgroundColor = broken ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };

  const ofActive = (uri: string): boolean => activeReport()?.document.uri.toString() === uri;
  const subscriptions = [
    item,
    server.onDidChangeState(update),
    server.onDidAnalyse(({ uri }) => {
      if (ofActive(uri)) update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    // A change of language is a closing and an opening for listeners.
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(update),
  ];
  update();
  return vscode.Disposable.from(...subscriptions);
}
