import * as vscode from 'vscode';
import type { ReportCorpusApi } from './api.js';
import { registerCommands } from './commands/index.js';
import { createDocumentLanguages } from './reports/document-languages.js';
import { isReport } from './reports/report-document.js';
import { createReportProjects } from './reports/report-project.js';
import { createLanguageServer } from './server/language-server.js';
import { createRestartPolicy } from './server/restart-policy.js';
import { createSuggestion } from './suggestion/suggest-corpus.js';
import { createConversionPlan } from './views/conversion-plan/conversion-plan.js';
import { createPlaces } from './views/places.js';
import { createStatusItem } from './views/status-item.js';

export interface App {
  readonly api: ReportCorpusApi;
  stop(): Promise<void>;
}

/** Puts the parts together. The server starts with the first report; until then nothing of it is loaded. */
export function createApp(context: vscode.ExtensionContext): App {
  const output = vscode.window.createOutputChannel('Report Corpus', { log: true });
  const log = (line: string): void => {
    output.info(line);
  };
  const server = createLanguageServer({
    connect: async (events) => {
      const { createClient } = await import('./client.js');
      return createClient({ extensionUri: context.extensionUri, output }, events);
    },
    policy: createRestartPolicy(),
    now: () => Date.now(),
    log,
  });
  const projects = createReportProjects();
  const suggestion = createSuggestion(projects, context.workspaceState);
  const plan = createConversionPlan({ server, output });
  const wakeFor = (document: vscode.TextDocument): void => {
    if (isReport(document)) server.wake();
  };
  context.subscriptions.push(
    output,
    projects,
    suggestion,
    createStatusItem(server),
    createPlaces(server),
    plan,
    registerCommands({ server, projects, suggestion, output, plan }),
    vscode.workspace.onDidOpenTextDocument(wakeFor),
    vscode.workspace.onDidCloseTextDocument((document) => {
      server.forget(document.uri.toString());
    }),
    createDocumentLanguages(projects, log),
  );
  vscode.workspace.textDocuments.forEach(wakeFor);

  return {
    api: {
      onDidAnalyse: server.onDidAnalyse as vscode.Event<
        Parameters<Parameters<typeof server.onDidAnalyse>[0]>[0]
      >,
      analysed: (uri) => server.analysed(uri),
      serverState: () => {
        const state = server.state();
        return state === 'failed' ? 'stopped' : state;
      },
    },
    stop: () => server.stop(),
  };
}
