import * as vscode from 'vscode';
import { REPORT_LANGUAGE, isStored } from './report-document.js';
import type { ReportProjects } from './report-project.js';

/**
 * Gives the documents that a project file includes the language of reports, at every opening: VS Code keeps a
 * language only while the document is open. Only plain text is changed; a language that a person chose stays, also
 * when it is plain text chosen for a report.
 */
export function createDocumentLanguages(
  projects: ReportProjects,
  log: (line: string) => void,
): vscode.Disposable {
  // A change of language keeps the document object: it is closed and opened for listeners only.
  const given = new WeakSet<vscode.TextDocument>();

  const change = async (document: vscode.TextDocument, language: string): Promise<void> => {
    try {
      await vscode.languages.setTextDocumentLanguage(document, language);
    } catch (error) {
      // Closed in the meantime.
      log(`language of ${document.uri.toString()}: ${String(error)}`);
    }
  };
  const evaluate = async (document: vscode.TextDocument): Promise<void> => {
    const plain = document.languageId === 'plaintext';
    if (!isStored(document) || (plain && given.has(document))) return;
    if (!plain && !(document.languageId === REPORT_LANGUAGE && given.has(document))) return;
    const project = await projects.of(document.uri);
    const report = project?.isReport(document.uri) ?? false;
    if (document.isClosed) return;
    if (report && document.languageId === 'plaintext' && !given.has(document)) {
      given.add(document);
      await change(document, REPORT_LANGUAGE);
    } else if (!report && document.languageId === REPORT_LANGUAGE && given.delete(document)) {
      await change(document, 'plaintext');
    }
  };
  const evaluateAll = (): void => {
    for (const document of vscode.workspace.textDocuments) void evaluate(document);
  };

  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument((document) => void evaluate(document)),
    projects.onDidChange(evaluateAll),
  ];
  evaluateAll();
  return vscode.Disposable.from(...subscriptions);
}
