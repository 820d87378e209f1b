import type { CancellationToken } from 'vscode';
import type { DidAnalyseParams } from '../../../server/src/lsp/protocol.js';
import { createEmitter, type Event } from '../events.js';
import type { RestartPolicy } from './restart-policy.js';

/** `failed`: it ended too often and is not started again until a person asks for it. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** One run of the server. */
export interface ServerConnection {
  start(): Promise<void>;
  stop(): Promise<void>;
  request(method: string, params: unknown, token?: CancellationToken): Promise<unknown>;
}

export interface ConnectionEvents {
  /** The run ended without being asked to. */
  readonly onClosed: () => void;
  readonly onAnalysed: (params: DidAnalyseParams) => void;
}

export interface LanguageServerDependencies {
  readonly connect: (events: ConnectionEvents) => Promise<ServerConnection>;
  readonly policy: RestartPolicy;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** The server as the rest of the client knows it, across crashes and restarts. */
export interface LanguageServer {
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  readonly onDidAnalyse: Event<DidAnalyseParams>;
  /** The last analysis of the document in this run of the server. */
  analysed(uri: string): DidAnalyseParams | undefined;
  /** Drops what is known of a document that was closed. */
  forget(uri: string): void;
  /** Starts it when it is not running; does nothing after it has failed. Never rejects. */
  wake(): void;
  /** Sends a request, starting the server first where needed, also after it has failed. */
  request(method: string, params: unknown, token?: CancellationToken): Promise<unknown>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the server when it is first needed and again when it crashes. Each run has a connection of its own:
 * the client library's own restart shows a message for every attempt that fails.
 */
export function createLanguageServer(deps: LanguageServerDependencies): LanguageServer {
  const stateChanged = createEmitter<ServerState>();
  const didAnalyse = createEmitter<DidAnalyseParams>();
  const analyses = new Map<string, DidAnalyseParams>();
  let state: ServerState = 'stopped';
  let current: Promise<ServerConnection> | undefined;
  /** Grows with every run and every end of one: what belongs to an older run is not heard any more. */
  let run = 0;
  const isOver = (mine: number): boolean => mine !== run;

  const become = (next: ServerState): void => {
    if (state === next) return;
    state = next;
    stateChanged.fire(next);
  };

  const launch = (): Promise<ServerConnection> => {
    const mine = ++run;
    become('starting');
    let connection: ServerConnection | undefined;
    /** Ends what the run holds in VS Code (watchers, listeners) also where its process is gone already. */
    const putAway = (): void => {
      connection?.stop().catch(() => undefined);
      connection = undefined;
    };
    const onClosed = (): void => {
      // A failed start is told twice: by the connection and by the rejected promise.
      if (isOver(mine)) return;
      run++;
      current = undefined;
      analyses.clear();
      putAway();
      const again = deps.policy.ended(deps.now());
      deps.log(`the server ended unexpectedly${again ? '; it is started again' : ' too often'}`);
      if (again) current = launch();
      else become('failed');
    };
    const onAnalysed = (params: DidAnalyseParams): void => {
      if (isOver(mine)) return;
      analyses.set(params.uri, params);
      didAnalyse.fire(params);
    };
    const launched = (async () => {
      try {
        const started = await deps.connect({ onClosed, onAnalysed });
        connection = started;
        await started.start();
        if (isOver(mine)) throw new Error('The server ended while it was starting.');
        become('running');
        return started;
      } catch (error) {
        deps.log(`the server did not start: ${String(error)}`);
        // Also where the run is over: it may have been stopped or closed before it had a connection.
        putAway();
        onClosed();
        throw error;
      }
    })();
    // Whoever needs the connection awaits `current` and sees the rejection there.
    launched.catch(() => undefined);
    return launched;
  };

  /** The connection of this run or, when it ends while starting, of the next one. */
  const ready = async (): Promise<ServerConnection> => {
    const attempt = (current ??= launch());
    try {
      return await attempt;
    } catch (error) {
      if (isReplaced(attempt)) return ready();
      throw error;
    }
  };
  const isReplaced = (attempt: Promise<ServerConnection>): boolean =>
    current !== undefined && current !== attempt;

  const stop = async (): Promise<void> => {
    const ending = current;
    run++;
    current = undefined;
    analyses.clear();
    become('stopped');
    if (ending === undefined) return;
    try {
      await (await ending).stop();
    } catch (error) {
      deps.log(`stopping the server: ${String(error)}`);
    }
  };

  return {
    state: () => state,
    onDidChangeState: stateChanged.event,
    onDidAnalyse: didAnalyse.event,
    analysed: (uri) => analyses.get(uri),
    forget: (uri) => {
      analyses.delete(uri);
    },
    wake: () => {
      if (current === undefined && state !== 'failed') current = launch();
    },
    request: async (method, params, token) => {
      if (state === 'failed') deps.policy.reset();
      return (await ready()).request(method, params, token);
    },
    restart: async () => {
      await stop();
      deps.policy.reset();
      await ready();
    },
    stop,
  };
}
