import * as vscode from 'vscode';
import { detectEncoding, SURE } from '../../../server/src/core/encoding/detect.js';
import { shownPath } from '../reports/report-document.js';

/** What VS Code calls the encodings that are recognised, and people do. */
const ENCODINGS: Readonly<Record<string, { readonly id: string; readonly label: string } | undefined>> = {
  'utf-8': { id: 'utf8', label: 'UTF-8' },
  gb18030: { id: 'gb18030', label: 'GB18030' },
  big5: { id: 'big5hkscs', label: 'Big5' },
  'utf-16le': { id: 'utf16le', label: 'UTF-16 LE' },
  'utf-16be': { id: 'utf16be', label: 'UTF-16 BE' },
};

/** VS Code's own list of encodings: to reopen or to save with. */
const CHANGE_ENCODING = 'workbench.action.editor.changeEncoding';

/**
 * Opens a document again with the encoding that its bytes have. The file is not touched; unsaved changes are not
 * thrown away, so with them nothing is done.
 * @param first the document's address; the active editor's without one
 * @param second the encoding, where it is known already
 */
export async function reopenWithEncoding(first: unknown, second: unknown): Promise<void> {
  const { l10n, window, workspace } = vscode;
  const uri = addressOf(first) ?? window.activeTextEditor?.document.uri;
  if (uri === undefined || uri.scheme === 'untitled') {
    void window.showInformationMessage(l10n.t('Open a file to reopen it with its encoding.'));
    return;
  }
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const name = shownPath(uri);
  if (open?.isDirty === true) {
    const message = l10n.t(
      '{0} has unsaved changes: save or undo them, then reopen it with its encoding.',
      name,
    );
    void window.showWarningMessage(message);
    return;
  }
  const wanted = typeof second === 'string' ? second : await recognise(uri);
  const encoding = wanted === undefined ? undefined : ENCODINGS[wanted];
  if (encoding === undefined) {
    const choose = l10n.t('Choose Encoding');
    const message = l10n.t('The encoding of {0} is not recognised surely enough.', name);
    // Not awaited: a message may stand for long, and the command is done.
    void window.showWarningMessage(message, choose).then((answer) => {
      if (answer === choose) void vscode.commands.executeCommand(CHANGE_ENCODING);
    });
    return;
  }
  if (open !== undefined && (open.encoding === encoding.id || open.encoding === `${encoding.id}bom`)) {
    void window.showInformationMessage(l10n.t('{0} is open as {1} already.', name, encoding.label));
    return;
  }
  const document = await openAs(uri, encoding);
  if (document === undefined) {
    const message = l10n.t(
      '{0} is {1} without a byte order mark, which VS Code takes for a binary file. Run: report-corpus recode --to utf-8',
      name,
      encoding.label,
    );
    void window.showWarningMessage(message);
    return;
  }
  await window.showTextDocument(document, { preview: false });
  if (encoding.id === 'utf8') return;
  const save = l10n.t('Save with Encoding');
  const message = l10n.t(
    '{0} is open as {1}. The file is as it was; save it as UTF-8 to keep it so.',
    name,
    encoding.label,
  );
  void window.showInformationMessage(message, save).then((answer) => {
    if (answer === save) void vscode.commands.executeCommand(CHANGE_ENCODING);
  });
}

/** Undefined where VS Code refuses: it looks for NULs before it asks with which encoding to read. */
async function openAs(
  uri: vscode.Uri,
  { id }: { readonly id: string },
): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri, { encoding: id });
  } catch (error) {
    if (!id.startsWith('utf16')) throw error;
    return undefined;
  }
}

/** Code actions give text, the explorer's menu an address. */
function addressOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' ? vscode.Uri.parse(value, true) : undefined;
}

async function recognise(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const { looksLike, confidence } = detectEncoding(bytes, (part, encoding) =>
    new TextDecoder(encoding).decode(part),
  );
  return confidence >= SURE ? looksLike : undefined;
}
