import * as vscode from 'vscode';
import { bytesOf, stampOf, type FileState } from '../../commands/apply-to-files.js';
import { readText, type Unreadable } from '../../commands/read-text.js';

/** Why a file, or a folder that is `unlisted`, is left out of a plan. */
export type WhyLeftOut = Unreadable | 'unreadable' | 'unlisted' | 'other-encoding' | 'changed';

/** Encodings that can write every character a conversion may give. */
const HOLDS_ALL = /^(utf8|utf16|gb18030)/;

export interface SourceText {
  readonly text: string;
  readonly state: FileState;
}

/** The text of a file as VS Code has it open, with unsaved edits, or would open it; or why it must be left alone. */
export async function readSource(
  uri: vscode.Uri,
  open: vscode.TextDocument | undefined,
): Promise<SourceText | WhyLeftOut> {
  if (open !== undefined) return readDocument(open);
  const bytes = await bytesOf(uri);
  if (bytes === undefined) return 'unreadable';
  const read = readText(bytes);
  if (!read.ok) return read.why;
  if (!(await opensAsUtf8(uri, read.text))) return 'other-encoding';
  return { text: read.text, state: { stamp: await stampOf(bytes), unsaved: false } };
}

async function readDocument(document: vscode.TextDocument): Promise<SourceText | WhyLeftOut> {
  const { encoding, isDirty, uri, version } = document;
  const text = document.getText();
  if (!HOLDS_ALL.test(encoding)) return 'other-encoding';
  if (isDirty) return { text, state: { version, unsaved: true } };
  const bytes = await bytesOf(uri);
  if (bytes === undefined) return 'unreadable';
  if (encoding.startsWith('utf8')) {
    // What VS Code shows has lost what it could not read, and its line ends are of one kind already.
    const read = readText(bytes);
    if (!read.ok) return read.why;
    // VS Code has not noticed yet that the file is another one.
    if (read.text !== text) return 'changed';
  }
  return { text, state: { stamp: await stampOf(bytes), version, unsaved: false } };
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
