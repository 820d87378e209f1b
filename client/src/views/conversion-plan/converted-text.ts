import * as vscode from 'vscode';
import {
  CONVERT,
  type ConvertParams,
  type ConvertReply,
  type WireRange,
} from '../../../../server/src/lsp/protocol.js';
import { openDocuments } from '../../commands/apply-to-files.js';
import { applyWireEdits } from './apply-edits.js';
import type { PlanTarget } from './plan-targets.js';
import type { LanguageServer } from '../../server/language-server.js';
import { positionAfter } from './position-after.js';
import { readSource } from './source-text.js';

/** The scheme of the read-only documents that hold a file as it would be after the conversion. */
export const CONVERTED = 'report-corpus-converted';

export interface ConvertedTexts {
  dispose(): void;
  /** Compares a file with what it would become, at a place of the text before the conversion. */
  openChanges(address: string, target: PlanTarget, title: string, range?: WireRange): Promise<void>;
  /** Closes the comparisons: after the conversion they would compare a text with itself. */
  closeAll(): Promise<void>;
}

/**
 * The converted text is not kept but made when VS Code asks for it: a plan of 1,000 files holds no texts, and a
 * comparison shows what the file is now.
 */
export function createConvertedTexts(server: LanguageServer): ConvertedTexts {
  const convert = async (uri: vscode.Uri, to: PlanTarget): Promise<{ text: string; reply: ConvertReply }> => {
    const source = await readSource(uri, openDocuments().get(uri.toString()));
    if (typeof source === 'string') throw new Error(vscode.l10n.t('{0} cannot be read.', uri.path));
    const params: ConvertParams = { to, uri: uri.toString(), text: source.text };
    const reply = (await server.request(CONVERT, params)) as ConvertReply;
    return { text: source.text, reply };
  };
  const registration = vscode.workspace.registerTextDocumentContentProvider(CONVERTED, {
    provideTextDocumentContent: async (uri) => {
      const { address, target } = JSON.parse(uri.query) as { address: string; target: PlanTarget };
      const { reply, text } = await convert(vscode.Uri.parse(address), target);
      return applyWireEdits(text, reply.edits);
    },
  });
  return {
    openChanges: async (address, target, title, range) => {
      const uri = vscode.Uri.parse(address);
      const before = await vscode.workspace.openTextDocument(uri);
      const query = JSON.stringify({ address, target });
      const after = await vscode.workspace.openTextDocument(uri.with({ scheme: CONVERTED, query }));
      // Both sides wrap and colour alike.
      if (after.languageId !== before.languageId)
        await vscode.languages.setTextDocumentLanguage(after, before.languageId);
      const options: vscode.TextDocumentShowOptions = { preview: true };
      if (range !== undefined) {
        const { edits } = (await convert(uri, target)).reply;
        const [start, end] = [positionAfter(edits, range.start), positionAfter(edits, range.end)];
        options.selection = new vscode.Range(start.line, start.character, end.line, end.character);
      }
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      const label = vscode.l10n.t('{0} ({1})', name, title);
      await vscode.commands.executeCommand('vscode.diff', uri, after.uri, label, options);
    },
    closeAll: async () => {
      const tabs = vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === CONVERTED,
        );
      if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
    },
    dispose: () => {
      registration.dispose();
    },
  };
}
