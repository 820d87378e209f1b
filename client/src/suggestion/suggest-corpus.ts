import * as vscode from 'vscode';
import { defaultProject } from '../../../server/src/core/project-file.js';
import { createProjectScope } from '../../../server/src/corpus/project-scope.js';
import { folderOf, isStored, shownPath } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';
import { isDismissed } from './dismissed-folders.js';
import { LOOKED_AT, looksLikeReport } from './looks-like-report.js';

const DISMISSED = 'suggestionDismissedFor';

export interface Suggestion {
  dispose(): void;
  /** Never again for the folder of the active file. */
  dismiss(): Promise<void>;
}

/** One status-bar item that offers to make a corpus of a folder; no message, no server, 4 KB of one open document. */
export function createSuggestion(projects: ReportProjects, memory: vscode.Memento): Suggestion {
  const wouldBe = createProjectScope(defaultProject);
  const item = vscode.window.createStatusBarItem(
    'reportCorpus.suggestion',
    vscode.StatusBarAlignment.Left,
    -10,
  );
  item.name = vscode.l10n.t('Report Corpus: Suggestion');
  item.text = `$(lightbulb) ${vscode.l10n.t('Treat this folder as a report corpus')}`;

  const dismissed = (): readonly string[] => memory.get<readonly string[]>(DISMISSED, []);
  const folderToOffer = async (editor: vscode.TextEditor | undefined): Promise<vscode.Uri | undefined> => {
    const document = editor?.document;
    if (document?.languageId !== 'plaintext' || !isStored(document)) return undefined;
    const { uri } = document;
    const folder = folderOf(uri);
    if (!/\.txt$/i.test(uri.path) || !wouldBe.isReport(uri.path.slice(folder.path.length + 1)))
      return undefined;
    if (!vscode.workspace.getConfiguration('reportCorpus', uri).get<boolean>('suggestCorpus', true))
      return undefined;
    if (isDismissed(folder.toString(), dismissed())) return undefined;
    const end = document.positionAt(LOOKED_AT);
    if (!looksLikeReport(document.getText(new vscode.Range(new vscode.Position(0, 0), end))))
      return undefined;
    return (await projects.of(uri)) === undefined ? folder : undefined;
  };

  let round = 0;
  const update = async (): Promise<void> => {
    const mine = ++round;
    const folder = await folderToOffer(vscode.window.activeTextEditor);
    if (mine !== round) return;
    if (folder === undefined) {
      item.hide();
      return;
    }
    item.command = {
      command: 'reportCorpus.initialiseCorpus',
      title: vscode.l10n.t('Treat this folder as a report corpus'),
      arguments: [folder],
    };
    const tooltip = new vscode.MarkdownString(
      vscode.l10n.t(
        'This file looks like a news report. A click writes report-corpus.json into the folder {0}.',
        shownPath(folder),
      ),
    );
    tooltip.isTrusted = { enabledCommands: ['reportCorpus.dismissSuggestion'] };
    tooltip.appendMarkdown(
      `\n\n[${vscode.l10n.t('Do not suggest this for the folder')}](command:reportCorpus.dismissSuggestion)`,
    );
    item.tooltip = tooltip;
    item.show();
  };

  const subscriptions = [
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.workspace.onDidOpenTextDocument((document) => {
      // A change of language is an opening for listeners.
      if (document === vscode.window.activeTextEditor?.document) void update();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('reportCorpus.suggestCorpus')) void update();
    }),
    projects.onDidChange(() => void update()),
  ];
  void update();
  return {
    dismiss: async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri === undefined) return;
      await memory.update(DISMISSED, [...new Set([...dismissed(), folderOf(uri).toString()])]);
      await update();
    },
    dispose: () => {
      for (const one of subscriptions) one.dispose();
    },
  };
}
