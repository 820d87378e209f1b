import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver';

/** Runs handlers so that none can take the server down. */
export type RunSafe = <T>(
  name: string,
  fallback: T,
  token: CancellationToken,
  work: () => Promise<T> | T,
) => Promise<T>;

/**
 * Yields once, so that a cancellation that is under way arrives first; logs what a handler throws and answers with
 * the safe default. A cancelled request is answered as such, silently.
 */
export function createRunSafe(console: Pick<RemoteConsole, 'error'>): RunSafe {
  return async (name, fallback, token, work) => {
    await new Promise((resolve) => setImmediate(resolve));
    refuse(token);
    try {
      const result = await work();
      refuse(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}

function refuse(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
