import * as vscode from 'vscode';
import {
  CONVERT,
  type ConvertParams,
  type ConvertReply,
  type ConvertTarget,
  type WireTextEdit,
} from '../../../server/src/lsp/protocol.js';
import { isReport } from '../reports/report-document.js';
import type { LanguageServer } from '../server/language-server.js';
import { describeSummary } from './convert-summary.js';
import { whenLong } from './when-long.js';

/** A protocol range as VS Code's. */
export function asRange({ start, end }: WireTextEdit['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Converts the selections of the active editor, or its whole document where nothing is selected. */
export async function convertEditor(server: LanguageServer, to: ConvertTarget, title: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a text to convert it.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const ranges = editor.selections
    .filter((selection) => !selection.isEmpty)
    .map(({ start, end }) => ({
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    }));
  const params: ConvertParams = {
    to,
    uri: document.uri.toString(),
    ...(isReport(document) ? {} : { text: document.getText() }),
    ...(ranges.length === 0 ? {} : { ranges }),
  };
  const reply = await whenLong(title, async (token) => {
    const answer = await server.request(CONVERT, params, token);
    return token.isCancellationRequested ? undefined : answer;
  });
  if (reply === undefined) return;
  const { edits, summary, version: converted = version } = reply as ConvertReply;
  const said = describeSummary(summary, vscode.l10n.t, vscode.env.language);
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(said);
    return;
  }
  if (document.version !== version || converted !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The text changed while it was being converted: nothing was done. Convert it again.'),
    );
    return;
  }
  const applied = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(asRange(range), newText);
  });
  if (applied) void vscode.window.showInformationMessage(said);
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t('VS Code did not take the changes: the text is as it was.'),
    );
}
