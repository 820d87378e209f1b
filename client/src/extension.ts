import type * as vscode from 'vscode';
import type { ReportCorpusApi } from './api.js';
import { createApp, type App } from './app.js';

let app: App | undefined;

export function activate(context: vscode.ExtensionContext): ReportCorpusApi {
  app = createApp(context);
  return app.api;
}

export async function deactivate(): Promise<void> {
  await app?.stop();
  app = undefined;
}
