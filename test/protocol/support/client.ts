import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { DidAnalyseParams, InitializationOptions } from '../../../server/src/lsp/protocol.js';

/** Milliseconds to wait for a message before the test fails; what takes longer is broken, not slow. */
const PATIENCE = 30_000;

export interface LaunchOptions {
  /** The server's bundle. */
  readonly server: string;
  /** What the client can; default {@link pulling}. */
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  /** Addresses of the open folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: Partial<InitializationOptions>;
  /** The `reportCorpus` section that `workspace/configuration` answers, by the uri it is asked for. */
  readonly settings?: (uri: string | undefined) => Readonly<Record<string, unknown>>;
  /** Arguments of Node itself. */
  readonly execArgv?: readonly string[];
  /** Whether the client answers `workspace/diagnostic/refresh`; default true. */
  readonly refreshes?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A client that pulls diagnostics, answers configuration and knows snippets, as VS Code does. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** One that can show edits for confirmation before they are applied. */
export const annotating: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: {
      ...pulling.workspace?.workspaceEdit,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

/** One that tells of further open documents when it is asked to, and of files and folders. */
export const telling: ClientCapabilities = {
  ...annotating,
  textDocument: { ...annotating.textDocument, synchronization: { dynamicRegistration: true } },
  workspace: {
    ...annotating.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

/** An older client: diagnostics are pushed to it, it has no settings and knows no snippets. */
export const plain: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true } } };

export interface LogLine {
  /** 1 error, 2 warning, 3 information, 4 log. */
  readonly type: number;
  readonly message: string;
}

interface Received {
  readonly method: string;
  readonly params: unknown;
}

/** One conversation with a server process of its own. */
export interface Client {
  readonly initialized: InitializeResult;
  readonly connection: MessageConnection;
  readonly pid: number;
  /** Resolves with the exit code when the process has ended (null when a signal ended it). */
  readonly ended: Promise<number | null>;
  request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, text: string, version?: number): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** How many messages the server has sent of itself; give it to `wait` to look at later ones only. */
  mark(): number;
  /** The first message of the method that fits, one already received or one to come. */
  wait<T>(method: string, fits?: (params: T) => boolean, after?: number): Promise<T>;
  analysed(uri: string, version?: number, after?: number): Promise<DidAnalyseParams>;
  published(uri: string, version?: number, after?: number): Promise<PublishDiagnosticsParams>;
  logs(): readonly LogLine[];
  /** How many messages of a method came so far. */
  count(method: string): number;
  /** Ends the server as a good client does; resolves with its exit code. */
  shutdown(): Promise<number | null>;
  /** Ends the server at once. */
  kill(): Promise<void>;
}

/** Starts a server on stdio and shakes hands with it. */
export async function launch(options: LaunchOptions): Promise<Client> {
  const { server, capabilities = pulling, locale, initializationOptions, settings } = options;
  const child = spawn(process.execPath, [...(options.execArgv ?? []), server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      over = true;
      resolve(code);
    });
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // A server that dies closes the pipe under a message that is being written: the test sees `ended`.
  child.stdin.on('error', () => undefined);
  connection.onError(() => undefined);

  const received: Received[] = [];
  const listeners = new Set<() => void>();
  const take = (method: string, params: unknown): void => {
    received.push({ method, params });
    for (const listener of [...listeners]) listener();
  };
  connection.onNotification((method: string, params: unknown) => {
    take(method, params);
  });
  connection.onRequest('workspace/configuration', (params: { items: { scopeUri?: string }[] }) =>
    params.items.map(({ scopeUri }) => settings?.(scopeUri) ?? {}),
  );
  connection.onRequest('client/registerCapability', (params: unknown) => {
    take('client/registerCapability', params);
    return null;
  });
  connection.onRequest('client/unregisterCapability', (params: unknown) => {
    take('client/unregisterCapability', params);
    return null;
  });
  if (options.refreshes !== false) {
    connection.onRequest('workspace/diagnostic/refresh', () => {
      take('workspace/diagnostic/refresh', undefined);
      return null;
    });
  }
  connection.listen();

  /** The answer, or an error when the server ends first or says nothing. */
  const patiently = async <T>(what: string, answer: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const failure = new Promise<never>((_, reject) => {
      const seen = (): string => `seen: ${received.map(({ method }) => method).join(', ')}\n${stderr}`;
      timer = setTimeout(() => {
        reject(new Error(`${what}: nothing came; ${seen()}`));
      }, PATIENCE);
      void ended.then((code) => {
        // What was written before the end is still being read.
        setTimeout(() => {
          reject(new Error(`${what}: the server ended with ${String(code)}; ${seen()}`));
        }, 200);
      });
    });
    try {
      return await Promise.race([answer, failure]);
    } finally {
      clearTimeout(timer);
    }
  };
  const request = <T>(method: string, params: unknown, token?: CancellationToken): Promise<T> =>
    patiently(
      method,
      token === undefined
        ? connection.sendRequest<T>(method, params)
        : connection.sendRequest<T>(method, params, token),
    );
  const wait = <T>(method: string, fits: (params: T) => boolean = () => true, after = 0): Promise<T> => {
    let at = after;
    const search = (): { readonly params: T } | undefined => {
      for (; at < received.length; at++) {
        const message = received[at];
        if (message?.method === method && fits(message.params as T)) return { params: message.params as T };
      }
      return undefined;
    };
    let listener: (() => void) | undefined;
    const found = new Promise<T>((resolve) => {
      listener = () => {
        const message = search();
        if (message !== undefined) resolve(message.params);
      };
      listeners.add(listener);
      listener();
    });
    return patiently(method, found).finally(() => listener !== undefined && listeners.delete(listener));
  };
  const ofDocument =
    (uri: string, version?: number) =>
    (params: { uri: string; version?: number }): boolean =>
      params.uri === uri && (version === undefined || params.version === version);
  const notify = (method: string, params: unknown): Promise<void> =>
    connection.sendNotification(method, params);

  const initialized = await request<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    ...(options.folders === undefined
      ? {}
      : { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
    ...(locale === undefined ? {} : { locale }),
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
  await notify('initialized', {});

  return {
    initialized,
    connection,
    pid: child.pid ?? 0,
    ended,
    request,
    notify,
    open: (uri, text, version = 1) =>
      notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'corpus-report', version, text },
      }),
    change: (uri, version, text) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    pull: (uri, previousResultId) =>
      request('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
    mark: () => received.length,
    wait,
    analysed: (uri, version, after) =>
      wait<DidAnalyseParams>('reportCorpus/didAnalyse', ofDocument(uri, version), after),
    published: (uri, version, after) =>
      wait<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ofDocument(uri, version), after),
    logs: () =>
      received.filter(({ method }) => method === 'window/logMessage').map(({ params }) => params as LogLine),
    count: (method) => received.filter((message) => message.method === method).length,
    async shutdown() {
      await request('shutdown', undefined);
      await notify('exit', undefined);
      return patiently('exit', ended);
    },
    async kill() {
      if (!over) child.kill('SIGKILL');
      await ended;
      connection.dispose();
    },
  };
}
