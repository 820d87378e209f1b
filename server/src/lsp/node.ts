import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer, type ServerDeps } from './server.js';

/** Serves the process: over IPC under VS Code, over `--stdio`, `--pipe` or `--socket` elsewhere. */
export function startNodeServer(deps: ServerDeps): void {
  startServer(createConnection(ProposedFeatures.all), deps);
}
