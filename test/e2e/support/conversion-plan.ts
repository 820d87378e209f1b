/* What the tests of the conversion plan do and look for. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { page } from './bridge';
import { next } from './editor';
import { skip } from './runner';

export const run = (id: string, ...values: unknown[]) =>
  vscode.commands.executeCommand(`reportCorpus.${id}`, ...values);
/** The explorer's call: the row that was clicked, and everything selected. */
export const plan = (id: string, ...uris: vscode.Uri[]) => run(id, uris[0], uris);

export const VIEW = '.pane-body .tree-explorer-viewlet-tree-view';
export const row = (text: string, state = '') =>
  `${VIEW} .monaco-list-row${state}:has-text(${JSON.stringify(text)})`;
export const box = (text: string, ticked: boolean) =>
  `${row(text)} .custom-view-tree-node-item-checkbox[aria-checked="${String(ticked)}"]`;

export async function needsPage(): Promise<void> {
  if (!(await page.available())) skip('the desktop VS Code has no page');
}

/** The tab of a comparison, once it is there. */
export async function comparison(): Promise<vscode.TabInputTextDiff> {
  const found = (): vscode.TabInputTextDiff | undefined => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : undefined;
  };
  await next(
    vscode.window.tabGroups.onDidChangeTabs,
    () => found() !== undefined,
    () => (found() === undefined ? undefined : { opened: [], closed: [], changed: [] }),
  );
  const input = found();
  assert.ok(input);
  return input;
}
