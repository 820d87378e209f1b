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
const CONVERTED = 'report-corpus-converted';

export interface ConvertedTexts {
  dispose(): void;
  /** Compares a file with what it would become, at a place of the text before the conversion. */
  openChanges(address: string, target: PlanTarget, title: string, range?: WireRange): Promise<void>;
  /** Closes the comparisons: after the conversion they would compare a text with itself. */
  closeAll(): Promise<void>;
}

/** Which file an address of ours shows, and converted to what. */
interface Converted {
  readonly address: string;
  readonly target: PlanTarget;
}

/** A pause in typing, in milliseconds, after which an open comparison follows. */
const PAUSE = 200;
/** How long a comparison waits for VS Code to take a newer text, in milliseconds. */
const LONGEST = 2_000;

/**
 * The converted text is not kept but made when VS Code asks for it: a plan of 1,000 files holds no texts. VS Code keeps
 * what it was given, also after the comparison is closed, until it hears of a change: a comparison shows what the file is
 * when it is opened, and follows what is typed in it.
 */
export function createConvertedTexts(server: LanguageServer): ConvertedTexts {
  const convert = async (uri: vscode.Uri, to: PlanTarget): Promise<{ text: string; reply: ConvertReply }> => {
    const source = await readSource(uri, openDocuments().get(uri.toString()));
    if (typeof source === 'string') throw new Error(vscode.l10n.t('{0} cannot be read.', uri.path));
    const params: ConvertParams = { to, uri: uri.toString(), text: source.text };
    const reply = (await server.request(CONVERT, params)) as ConvertReply;
    return { text: source.text, reply };
  };
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(CONVERTED, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const { address, target } = asConverted(uri);
      const { reply, text } = await convert(vscode.Uri.parse(address), target);
      return applyWireEdits(text, reply.edits);
    },
  });
  let pausing: ReturnType<typeof setTimeout> | undefined;
  const typing = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    const address = document.uri.toString();
    if (!comparisons().some(({ uri }) => asConverted(uri).address === address)) return;
    clearTimeout(pausing);
    pausing = setTimeout(() => {
      for (const { uri } of comparisons()) changed.fire(uri);
    }, PAUSE);
  });
  /** Resolves when VS Code shows the text in the document, or has not taken it in time. */
  const refresh = async (document: vscode.TextDocument, text: string): Promise<void> => {
    if (document.getText() === text) return;
    await new Promise<void>((done) => {
      const end = (): void => {
        listening.dispose();
        clearTimeout(timer);
        done();
      };
      const listening = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) end();
      });
      const timer = setTimeout(end, LONGEST);
      changed.fire(document.uri);
    });
  };
  return {
    openChanges: async (address, target, title, range) => {
      const uri = vscode.Uri.parse(address);
      const before = await vscode.workspace.openTextDocument(uri);
      const query = JSON.stringify({ address, target } satisfies Converted);
      const after = await vscode.workspace.openTextDocument(uri.with({ scheme: CONVERTED, query }));
      // Both sides wrap and colour alike.
      if (after.languageId !== before.languageId)
        await vscode.languages.setTextDocumentLanguage(after, before.languageId);
      const { text, reply } = await convert(uri, target);
      const { edits } = reply;
      await refresh(after, applyWireEdits(text, edits));
      const options: vscode.TextDocumentShowOptions = { preview: true };
      if (range !== undefined) {
        const [start, end] = [positionAfter(edits, range.start), positionAfter(edits, range.end)];
        options.selection = new vscode.Range(start.line, start.character, end.line, end.character);
      }
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      const label = vscode.l10n.t('{0} ({1})', name, title);
      await vscode.commands.executeCommand('vscode.diff', uri, after.uri, label, options);
    },
    closeAll: async () => {
      const tabs = comparisons().map(({ tab }) => tab);
      if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
    },
    dispose: () => {
      clearTimeout(pausing);
      vscode.Disposable.from(registration, changed, typing).dispose();
    },
  };
}

function asConverted(uri: vscode.Uri): Converted {
  return JSON.parse(uri.query) as Converted;
}

/** The tabs that compare a file with what it would become, with the address of the latter. */
function comparisons(): readonly { readonly tab: vscode.Tab; readonly uri: vscode.Uri }[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap((tab) =>
      tab.input instanceof vscode.TabInputTextDiff && tab.input.modified.scheme === CONVERTED
        ? [{ tab, uri: tab.input.modified }]
        : [],
    );
}
