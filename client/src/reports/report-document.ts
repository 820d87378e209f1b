import * as vscode from 'vscode';

/** The language id of reports. */
export const REPORT_LANGUAGE = 'corpus-report';

/**
 * What a person edits. Left out are the read-only sides of comparisons (`git`), output channels and other views:
 * findings there would be noise.
 */
const EDITABLE = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** The schemes of documents that the server is asked about: the known ones and those of the open folders. */
export function reportSchemes(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set([...EDITABLE, ...folders])];
}

/** Whether the server looks after the document. */
export function isReport(document: vscode.TextDocument): boolean {
  return document.languageId === REPORT_LANGUAGE && reportSchemes().includes(document.uri.scheme);
}

/** Whether the document stands in a file that could be part of a corpus. */
export function isStored(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== 'untitled' && reportSchemes().includes(document.uri.scheme);
}

/** The folder that a file stands in. */
export function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

/** A path as a person reads it: relative to the open folder where it is inside one. */
export function shownPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The report in the active editor. */
export function activeReport(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor !== undefined && isReport(editor.document) ? editor : undefined;
}
