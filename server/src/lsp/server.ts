import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Transcoder } from '../core/encoding/transcoder.js';
import { languageOfLocale } from '../core/language.js';
import type { CorpusFiles } from '../corpus/corpus-files.js';
import type { Segmenter } from '../core/segment/segmenter.js';
import { createReportService } from '../core/service.js';
import { createAnalyses } from './analyses.js';
import { createDividedDocuments } from './divided-documents.js';
import { registerCodeActions, type EditSupport } from './handlers/code-actions.js';
import { CONVERT_KIND } from './handlers/convert-actions.js';
import { registerAnnotations, TOKEN_LEGEND } from './handlers/annotations.js';
import { registerConvert } from './handlers/convert-script.js';
import { registerVerify } from './handlers/verify.js';
import { registerDiagnostics } from './handlers/diagnostics.js';
import { createOfficialsSource } from './officials-source.js';
import { registerPeople } from './handlers/people/index.js';
import { createWatching } from './handlers/people/watching.js';
import { registerReading } from './handlers/reading.js';
import type { DetectFile, PlatformSegmenter, ProjectSource } from './ports.js';
import {
  FIX_ALL,
  FIX_WITH_PREVIEW,
  SEGMENTER,
  type InitializationOptions,
  type SegmenterReply,
} from './protocol.js';
import { createLexiconReader } from './lexicon-source.js';
import { createProjectProblems } from './project-problems.js';
import { createRegistrations } from './registrations.js';
import { createSideFileProblems } from './side-file-problems.js';
import { createSideFiles } from './side-files.js';
import { createRunSafe } from './run-safe.js';
import { createSettingsStore } from './settings.js';

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

/** No report is written in them, whatever a client sends. */
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc']);
/** Milliseconds of rest in a file beside a project file before the reports are looked at again. */
const REST = 300;

/** Puts the features on a connection and starts listening. */
export function startServer(connection: Connection, deps: ServerDeps): void {
  const divided = createDividedDocuments();
  const documents = divided.reports;
  const { transcoder } = deps;
  const service = createReportService(undefined, transcoder === undefined ? {} : { transcoder });
  const runSafe = createRunSafe(connection.console);
  let capabilities: ClientCapabilities = {};
  let options: Partial<InitializationOptions> = {};
  let folders: readonly string[] = [];

  const registrations = createRegistrations(connection);
  const watching = createWatching(connection, registrations, () => ({
    registers: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relative: capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    synchronises: capabilities.textDocument?.synchronization?.dynamicRegistration === true,
  }));
  const sideFiles = createSideFiles({
    files: deps.files,
    documents: divided.sideFiles,
    onFile: (project, file) => {
      watching.synchronise(project, file);
    },
  });
  const problems = createSideFileProblems(connection);
  const projectProblems = createProjectProblems(deps.projects, problems);
  const officials = createOfficialsSource(sideFiles, problems);
  const settings = createSettingsStore({
    connection,
    projects: deps.projects,
    isOpen: (uri) => documents.get(uri) !== undefined,
    canConfigure: () => capabilities.workspace?.configuration === true,
    locale: () => options.locale ?? 'en',
    today: () => deps.today(),
    officials,
    lexicons: createLexiconReader(sideFiles, problems),
    onProject: (found, language) => {
      watching.watch(deps.files.canonical(found.uri), found.project);
      projectProblems.show(found, language);
    },
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
      // Only a versioned edit can carry annotations.
      annotatesChanges: editSupport(capabilities).annotations && editSupport(capabilities).versions,
      versionsEdits: editSupport(capabilities).versions,
      isOwn: options.pages !== undefined,
    }),
    officials,
    sideFiles,
    folders: () => folders,
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
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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
    projectProblems.lookAgain().catch((error: unknown) => {
      connection.console.error(`project files: ${String(error)}`);
    });
  };
  let timer: NodeJS.Timeout | undefined;
  /** The text of a file beside a project file is another in the editor: what depends on it is asked for again. */
  const sideFileChanged = (): void => {
    settings.forget();
    clearTimeout(timer);
    timer = setTimeout(refresh, REST);
  };
  divided.sideFiles.onDidChangeContent(({ document }) => {
    if (sideFiles.isNews(document)) sideFileChanged();
  });
  divided.sideFiles.onDidClose(({ document }) => {
    // The file counts again, which need not have what was in the editor.
    if (sideFiles.concerns(document.uri)) sideFileChanged();
  });
  connection.onInitialized(() => {
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        people.foldersChanged().then(
          (isOpen) => {
            registrations.keepOnly(isOpen);
          },
          (error: unknown) => {
            connection.console.error(`workspace/didChangeWorkspaceFolders: ${String(error)}`);
          },
        );
      });
    }
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
    clearTimeout(timer);
    segmenter.dispose();
  });
  connection.onExit(() => {
    segmenter.dispose();
  });
  divided.listen(
    connection,
    ({ uri, languageId }) => JSON_LANGUAGES.has(languageId) || sideFiles.concerns(uri),
  );
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
