import { expect } from 'vitest';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver';
import type { Client } from './client.js';
import { applyEdits, editsOf, positionOf, rangeOf } from './texts.js';

/** The document that code actions are asked for. */
export const URI = 'untitled:report.report.txt';
/** How actions were asked for: by the user, or by moving the cursor. */
export const INVOKED = 1;
export const AUTOMATIC = 2;

interface Asking {
  readonly only?: readonly string[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly trigger?: number;
}

export function actions(client: Client, range: Range, asking: Asking = {}): Promise<CodeAction[]> {
  const { only, diagnostics = [], trigger } = asking;
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: {
      diagnostics,
      ...(only === undefined ? {} : { only }),
      ...(trigger === undefined ? {} : { triggerKind: trigger }),
    },
  });
}

export const quickFixes = (client: Client, range: Range): Promise<CodeAction[]> =>
  actions(client, range, { only: ['quickfix'] });

export const titles = (offered: readonly CodeAction[]): string[] => offered.map(({ title }) => title);

export function named(offered: readonly CodeAction[], title: string): CodeAction {
  const action = offered.find((candidate) => candidate.title === title);
  if (action === undefined) throw new Error(`no "${title}" among ${titles(offered).join(', ')}`);
  return action;
}

/** Chooses an action as a client does: resolve, then apply. */
export async function apply(client: Client, text: string, action: CodeAction): Promise<string> {
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
  const { version, edits } = editsOf(edit, URI);
  expect(version).toBe(1);
  return applyEdits(text, edits);
}

export const cursor = (text: string, piece: string, inside = 1, n = 0): Range => {
  const { start } = rangeOf(text, piece, n);
  const at = { line: start.line, character: start.character + inside };
  return { start: at, end: at };
};

export const everything = (text: string): Range => ({
  start: { line: 0, character: 0 },
  end: positionOf(text, text.length),
});
