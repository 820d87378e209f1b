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
  if (open?.isDirty === true)
    return { text: open.getText(), state: { version: open.version, unsaved: true } };
  const version = open?.version;
  const text = open?.getText();
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
  const stamp = await stampOf(bytes);
  if (text !== undefined && version !== undefined) return { text, state: { stamp, version, unsaved: false } };
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
