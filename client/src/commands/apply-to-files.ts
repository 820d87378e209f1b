import * as vscode from 'vscode';
import type { WireTextEdit } from '../../../server/src/lsp/protocol.js';
import { asRange } from './convert-editor.js';
import { readText } from './read-text.js';

/** What a file was when its edits were computed. */
export interface FileState {
  /** Of the file on the disk; absent where VS Code alone has the text. */
  readonly stamp?: string;
  /** Of its document, where VS Code had it open. */
  readonly version?: number;
  /** The document had edits that were not saved. */
  readonly unsaved: boolean;
}

export interface PlannedFile {
  readonly uri: vscode.Uri;
  readonly state: FileState;
  readonly edits: readonly WireTextEdit[];
}

/** What became of the files: VS Code refused all of it, or took it and could not save some. */
export type Applied =
  { readonly ok: false } | { readonly ok: true; readonly notSaved: readonly vscode.Uri[] };

/** The documents that VS Code has open, shown or not, by their address. */
export function openDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  return new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
}

/** Differs when the bytes of a file differ. */
export async function stampOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return new Uint8Array(digest).join();
}

/** The bytes of a file; undefined where it cannot be read. */
export async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** Splits the files into those that are as they were and those that changed meanwhile. */
export async function stillAsPlanned<T extends PlannedFile>(
  files: readonly T[],
): Promise<{ readonly fresh: readonly T[]; readonly changed: readonly T[] }> {
  const open = openDocuments();
  const isFresh = async ({ state, uri }: PlannedFile): Promise<boolean> => {
    const document = open.get(uri.toString());
    if (document !== undefined && document.version === state.version) return true;
    // Opened, closed or reopened since: the file itself says whether the text is the same.
    if (state.stamp === undefined || document?.isDirty === true) return false;
    const bytes = await bytesOf(uri);
    if (bytes === undefined || (await stampOf(bytes)) !== state.stamp) return false;
    if (document === undefined) return true;
    const read = readText(bytes);
    return read.ok && read.text === document.getText();
  };
  const answers = await Promise.all(files.map(isFresh));
  return {
    fresh: files.filter((_, index) => answers[index] === true),
    changed: files.filter((_, index) => answers[index] !== true),
  };
}

/**
 * Applies everything as one change, which one undo takes back, and saves what was saved before; a document with
 * unsaved changes stays unsaved. When VS Code refuses, nothing is changed.
 */
export async function applyToFiles(files: readonly PlannedFile[]): Promise<Applied> {
  if (files.length === 0) return { ok: true, notSaved: [] };
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits } of files) {
    edit.set(
      uri,
      edits.map(({ range, newText }) => vscode.TextEdit.replace(asRange(range), newText)),
    );
  }
  const before = openDocuments();
  const addresses = files.map(({ uri }) => uri.toString());
  const clean = new Set(addresses.filter((address) => before.get(address)?.isDirty !== true));
  const tabs = new Set(tabsOf(clean).map(addressOf));
  // With `isRefactoring` VS Code saves what it changes, two files and more, also what a person has not saved yet.
  const isRefactoring = clean.size === addresses.length;
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring }))) return { ok: false };
  const unsaved = (): readonly vscode.TextDocument[] =>
    vscode.workspace.textDocuments.filter((one) => one.isDirty && clean.has(one.uri.toString()));
  await Promise.all(unsaved().map((document) => document.save()));
  // Files that were unsaved for a moment got tabs, which nobody asked for.
  const added = tabsOf(clean).filter((tab) => !tab.isDirty && !tabs.has(addressOf(tab)));
  if (added.length > 0) await vscode.window.tabGroups.close(added, true);
  return { ok: true, notSaved: unsaved().map(({ uri }) => uri) };
}

function addressOf({ input }: vscode.Tab): string {
  return input instanceof vscode.TabInputText ? input.uri.toString() : '';
}

function tabsOf(addresses: ReadonlySet<string>): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => addresses.has(addressOf(tab)));
}
