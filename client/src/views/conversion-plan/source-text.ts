import * as vscode from 'vscode';
import { stampOf, type FileState } from '../../commands/apply-to-files.js';
import { readText, type Unreadable } from '../../commands/read-text.js';

/** Why a file is left out of a plan. */
export type WhyLeftOut = Unreadable | 'unreadable' | 'other-encoding' | 'changed';

export interface SourceText {
  readonly text: string;
  readonly state: FileState;
}

/** The text of a file as VS Code has it open, with unsaved edits, or would open it; or why it must be left alone. */
export async function readSource(
  uri: vscode.Uri,
  open: vscode.TextDocument | undefined,
): Promise<SourceText | WhyLeftOut> {
  let bytes: Uint8Array;
  // The stamp first: a change between the two shows as a change after both.
  const stamp = await stampOf(uri).catch(() => '');
  if (open !== undefined) {
    const { isDirty: unsaved, version } = open;
    return { text: open.getText(), state: { stamp, version, unsaved } };
  }
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
  const read = readText(bytes);
  if (!read.ok) return read.why;
  if (!(await opensAsUtf8(uri, read.text))) return 'other-encoding';
  return { text: read.text, state: { stamp, unsaved: false } };
}

/** Whether VS Code reads the file as it was decoded here: its settings may name or guess another encoding. */
async function opensAsUtf8(uri: vscode.Uri, text: string): Promise<boolean> {
  const files = vscode.workspace.getConfiguration('files', uri);
  const encoding = files.get<string>('encoding', 'utf8');
  const guesses = files.get<boolean>('autoGuessEncoding', false);
  if ((encoding === 'utf8' || encoding === 'utf8bom') && !guesses) return true;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.getText() === text;
  } catch {
    return false;
  }
}
