/* What the tests do to VS Code, each step waiting for VS Code's own event and never for time to pass. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ReportCorpusApi } from '../../../client/src/api';

const EXTENSION = 'report-corpus.report-corpus';

export function extension(): vscode.Extension<ReportCorpusApi> {
  const found = vscode.extensions.getExtension<ReportCorpusApi>(EXTENSION);
  if (!found) throw new Error(`${EXTENSION} is not installed in this VS Code.`);
  return found;
}

/** The folder that is open: a copy that lasts for this run only, so tests write into it freely. */
export function workspacePath(...parts: string[]): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return join(folder.uri.fsPath, ...parts);
}

/** Puts a file into the open folder. */
export async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const file = workspacePath(name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return vscode.Uri.file(file);
}

/**
 * Resolves at the first event that `wanted` accepts, or at once when `already` gives an answer.
 * The runner's limit for a test ends a wait that is in vain.
 */
export function next<T>(
  event: vscode.Event<T>,
  wanted: (value: T) => boolean = () => true,
  already: () => T | undefined = () => undefined,
): Promise<T> {
  return new Promise((done) => {
    const listening = event((value) => {
      if (!wanted(value)) return;
      listening.dispose();
      done(value);
    });
    // Asked after listening: an event between question and listening would be lost.
    const before = already();
    if (before === undefined) return;
    listening.dispose();
    done(before);
  });
}

/** Resolves when the server has finished with the document as it stands now. */
export async function analysed(document: vscode.TextDocument): Promise<void> {
  const api = await extension().activate();
  const uri = document.uri.toString();
  const version = document.version;
  await next(
    api.onDidAnalyse,
    (done) => done.uri === uri && done.version >= version,
    () => {
      const last = api.analysed(uri);
      return last && last.version >= version ? last : undefined;
    },
  );
}

/** Shows a file of the open folder (a document without a tab is not asked for diagnostics). */
export async function show(target: string | vscode.Uri): Promise<vscode.TextEditor> {
  const uri = typeof target === 'string' ? vscode.Uri.file(workspacePath(target)) : target;
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Shows a report and waits until it has been analysed. */
export async function openReport(target: string | vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await show(target);
  await analysed(editor.document);
  return editor;
}

/** The document's diagnostics of ours, as soon as `wanted` accepts them: they reach VS Code after the analysis. */
export async function diagnostics(
  document: vscode.TextDocument,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const ours = () => vscode.languages.getDiagnostics(document.uri);
  const uri = document.uri.toString();
  const current = () => {
    const found = ours();
    return wanted(found) ? { uris: [document.uri] } : undefined;
  };
  await next(
    vscode.languages.onDidChangeDiagnostics,
    ({ uris }) => uris.some((one) => one.toString() === uri) && wanted(ours()),
    current,
  );
  return ours();
}

/** The rule that a diagnostic comes from, whether or not its code carries a link. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Closes everything, unsaved changes included, so that the next test starts from nothing. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // VS Code has documents of its own, the settings for one: those are not ours to show or revert.
    const ours = document.isUntitled || document.uri.fsPath.startsWith(workspacePath());
    if (!document.isDirty || !ours) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
