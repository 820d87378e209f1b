import type { Event } from 'vscode';
import type { DidAnalyseParams } from '../../server/src/lsp/protocol.js';

/** What `activate()` gives to other extensions, the end-to-end tests among them. */
export interface ReportCorpusApi {
  /** The server has finished with one version of a report. */
  readonly onDidAnalyse: Event<DidAnalyseParams>;
  /** The last analysis of an open report; `uri` as `document.uri.toString()`. */
  analysed(uri: string): DidAnalyseParams | undefined;
  serverState(): 'stopped' | 'starting' | 'running';
}
