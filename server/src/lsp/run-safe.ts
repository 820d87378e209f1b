import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver';

type Work<T> = () => Promise<T> | T;

/** Runs handlers so that none can take the server down. */
export interface RunSafe {
  /** What throws is logged and answered with the safe default. */
  <T>(name: string, fallback: T, token: CancellationToken, work: Work<T>): Promise<T>;
  /** What throws is logged and told to the client: for requests whose silence would be taken for a result. */
  orReject<T>(name: string, token: CancellationToken, work: Work<T>): Promise<T>;
}

/**
 * Yields once, so that a cancellation that is under way arrives first. A cancelled request is answered as such,
 * silently.
 */
export function createRunSafe(console: Pick<RemoteConsole, 'error'>): RunSafe {
  const run = async <T>(name: string, token: CancellationToken, work: Work<T>): Promise<T> => {
    await new Promise((resolve) => setImmediate(resolve));
    refuse(token);
    try {
      const result = await work();
      refuse(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      throw new ResponseError(ErrorCodes.InternalError, `${name}: ${String(error)}`);
    }
  };
  const runSafe = async <T>(
    name: string,
    fallback: T,
    token: CancellationToken,
    work: Work<T>,
  ): Promise<T> => {
    try {
      return await run(name, token, work);
    } catch (error) {
      if (error instanceof ResponseError && error.code === ErrorCodes.InternalError) return fallback;
      throw error;
    }
  };
  return Object.assign(runSafe, { orReject: run });
}

function refuse(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
