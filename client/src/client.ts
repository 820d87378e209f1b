/*
 * The only importer of vscode-languageclient. It is loaded with a dynamic import, because the library is by far
 * the largest part of the bundle and most windows never open a report.
 */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import {
  DID_ANALYSE,
  type DidAnalyseParams,
  type InitializationOptions,
} from '../../server/src/lsp/protocol.js';
import { languageOfLocale } from '../../server/src/core/language.js';
import { PROJECT_FILE } from '../../server/src/core/project-file.js';
import { REPORT_LANGUAGE, reportSchemes } from './reports/report-document.js';
import type { ConnectionEvents, ServerConnection } from './server/language-server.js';

/** The library's errors go to the output channel: the status item says what a person has to know. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }
  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}

export interface ClientSurroundings {
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
}

/** A connection to a server of its own, not started yet. */
export function createClient(
  { extensionUri, output }: ClientSurroundings,
  { onClosed, onAnalysed }: ConnectionEvents,
): ServerConnection {
  const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  const initializationOptions: InitializationOptions = {
    locale: languageOfLocale(vscode.env.language),
    pages: `${vscode.Uri.joinPath(extensionUri, 'dist', 'rules').toString()}/`,
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${PROJECT_FILE}`);
  const options: LanguageClientOptions = {
    documentSelector: reportSchemes().map((scheme) => ({ scheme, language: REPORT_LANGUAGE })),
    initializationOptions,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    synchronize: { fileEvents: watcher },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        // After the library has put away what belongs to this run, which it does once this has returned.
        setTimeout(onClosed);
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  const server = { module, transport: TransportKind.ipc };
  const client = new QuietClient('reportCorpus', 'Report Corpus', server, options);
  const listening = client.onNotification(DID_ANALYSE, (params: DidAnalyseParams) => {
    onAnalysed(params);
  });
  return {
    start: () => client.start(),
    stop: async () => {
      listening.dispose();
      watcher.dispose();
      if (client.needsStop()) await client.stop();
    },
    // The library takes an absent token for one more parameter.
    request: (method, params, token) =>
      token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token),
  };
}
