import {
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Transcoder } from '../core/encoding/transcoder.js';
import { languageOfLocale } from '../core/language.js';
import type { CorpusFiles } from '../corpus/corpus-files.js';
import type { Segmenter } from '../core/segment/segmenter.js';
import { createReportService } from '../core/service.js';
import { createAnalyses } from './analyses.js';
import { registerCodeActions, type EditSupport } from './handlers/code-actions.js';
import { CONVERT_KIND } from './handlers/convert-actions.js';
import { registerAnnotations, TOKEN_LEGEND } from './handlers/annotations.js';
import { registerConvert } from './handlers/convert-script.js';
import { registerVerify } from './handlers/verify.js';
import type { DetectFile } from './handlers/reopen-encoding.js';
import { registerDiagnostics } from './handlers/diagnostics.js';
import { createOfficialsSource } from './handlers/people/officials-knowledge.js';
import { registerPeople } from './handlers/people/index.js';
import { createWatching } from './handlers/people/watching.js';
import { registerReading } from './handlers/reading.js';
import {
  FIX_ALL,
  FIX_WITH_PREVIEW,
  SEGMENTER,
  type InitializationOptions,
  type SegmenterReply,
} from './protocol.js';
import { createLexiconReader } from './lexicon-source.js';
import { createSideFileProblems } from './side-file-problems.js';
import { createRunSafe } from './run-safe.js';
import { createSettingsStore, type ProjectSource } from './settings.js';

/** The word segmenter of the platform, made once the names of the open reports can be asked for. */
export interface PlatformSegmenter extends Segmenter {
  readonly state: SegmenterReply['state'];
  readonly reason: string | undefined;
  dispose(): void;
}

export interface ServerDeps {
  readonly projects: ProjectSource;
  /** The files of corpora. */
  readonly files: CorpusFiles;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly segmenter: (options: {
    readonly words: () => readonly string[];
    readonly onFallback: (reason: string) => void;
  }) => PlatformSegmenter;
  /** Encoding tables, for text that was read with a wrong encoding. */
  readonly transcoder?: Transcoder;
  /** Looks at the bytes of a file. */
  readonly detectFile?: DetectFile;
  /** Word boundaries without a native module. */
  readonly fallback: Segmenter;
}

/** Puts the features on a connection and starts listening. */
export function startServer(connection: Connection, deps: ServerDeps): void {
  const documents = new TextDocuments(TextDocument);
  const { transcoder } = deps;
  const service = createReportService(undefined, transcoder === undefined ? {} : { transcoder });
  const runSafe = createRunSafe(connection.console);
  let capabilities: ClientCapabilities = {};
  let options: Partial<InitializationOptions> = {};
  let folders: readonly string[] = [];

  const watch = createWatching(connection, () => ({
    registers: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relative: capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
  }));
  const problems = createSideFileProblems(connection);
  const settings = createSettingsStore({
    connection,
    projects: deps.projects,
    canConfigure: () => capabilities.workspace?.configuration === true,
    locale: () => options.locale ?? 'en',
    today: () => deps.today(),
    officials: createOfficialsSource(deps.files, problems),
    lexicons: createLexiconReader(deps.files, problems),
    onProject: watch,
  });
  const page = (rule: string): string | undefined =>
    options.pages === undefined ? undefined : `${options.pages}${rule}.md`;
  const analyses = createAnalyses({ connection, documents, settings, service, page });
  const segmenter = deps.segmenter({
    words: () => analyses.names(),
    onFallback: (reason) => {
      connection.console.warn(
        `nodejieba is not available (${reason}); word boundaries come from Intl.Segmenter`,
      );
    },
  });
  const pulls = (): boolean => capabilities.textDocument?.diagnostic !== undefined;
  const { refresh } = registerDiagnostics({
    connection,
    documents,
    analyses,
    runSafe,
    page,
    pulls,
    refreshes: () => capabilities.workspace?.diagnostics?.refreshSupport === true,
  });
  const people = registerPeople({
    connection,
    documents,
    analyses,
    settings,
    service,
    files: deps.files,
    runSafe,
    client: () => ({
      showsProgress: capabilities.window?.workDoneProgress === true,
      annotatesChanges: capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      isOwn: options.pages !== undefined,
      language: options.locale ?? 'en',
    }),
    folders: () => foldersOf(connection, capabilities, folders),
  });
  registerReading({
    connection,
    analyses,
    service,
    segmenter: {
      segment: async (line) =>
        ((await settings.segmenterEnabled()) ? segmenter : deps.fallback).segment(line),
    },
    runSafe,
    more: people.hover,
  });
  registerCodeActions({
    connection,
    analyses,
    service,
    runSafe,
    edits: () => editSupport(capabilities),
    ownClient: () => options.pages !== undefined,
    detectFile: deps.detectFile,
    more: people.actions,
  });
  registerAnnotations({ connection, analyses, settings, runSafe });
  registerConvert({ connection, documents, analyses, service, settings, runSafe });
  registerVerify({ connection, documents, service, settings, transcoder, runSafe });
  connection.onRequest(SEGMENTER, (): SegmenterReply => ({
    state: segmenter.state,
    ...(segmenter.reason === undefined ? {} : { reason: segmenter.reason }),
  }));

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    options = (params.initializationOptions ?? {}) as Partial<InitializationOptions>;
    options = {
      ...options,
      locale: options.locale ?? languageOfLocale(params.locale),
    };
    return {
      serverInfo: { name: 'report-corpus' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        ...(pulls()
          ? {
              diagnosticProvider: {
                identifier: 'report-corpus',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        inlayHintProvider: true,
        semanticTokensProvider: { legend: TOKEN_LEGEND, full: true },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        workspaceSymbolProvider: true,
        completionProvider: {},
        codeLensProvider: {},
        codeActionProvider: {
          codeActionKinds: ['quickfix', FIX_ALL, FIX_WITH_PREVIEW, CONVERT_KIND],
          resolveProvider: true,
        },
      },
    };
  });
  const changed = (): void => {
    settings.forget();
    deps.projects.forget();
    refresh();
  };
  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      const { type } = DidChangeConfigurationNotification;
      connection.client.register(type, { section: 'reportCorpus' }).catch((error: unknown) => {
        connection.console.warn(`client/registerCapability: ${String(error)}`);
      });
    }
  });
  connection.onDidChangeConfiguration(changed);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (people.watched(changes)) changed();
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    people.closed(document.uri);
  });
  connection.onShutdown(() => {
    segmenter.dispose();
  });
  connection.onExit(() => {
    segmenter.dispose();
  });
  documents.listen(connection);
  connection.listen();
}

/** Snippets in workspace edits are of LSP 3.18; older types of the capability do not name them. */
function editSupport({ workspace, textDocument }: ClientCapabilities): EditSupport {
  const edit = workspace?.workspaceEdit as
    { snippetEditSupport?: boolean; documentChanges?: boolean } | undefined;
  return {
    snippets: edit?.snippetEditSupport === true,
    versions: edit?.documentChanges === true || edit?.snippetEditSupport === true,
    resolves: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

/** The open folders as they are now; clients that do not tell of changes are taken at their first word. */
async function foldersOf(
  connection: Connection,
  { workspace }: ClientCapabilities,
  first: readonly string[],
): Promise<readonly string[]> {
  if (workspace?.workspaceFolders !== true) return first;
  const now = await connection.workspace.getWorkspaceFolders();
  return now?.map(({ uri }) => uri) ?? first;
}
