import * as vscode from 'vscode';

/** Work that takes longer than this shows its progress, with a way to cancel. */
const LONG = 500;

/** A person reads no faster than this, and each message crosses to another process. */
const PAUSE = 100;

export type Report = (message: string, share?: number) => void;

/**
 * Runs the task, whose token is cancelled by a person; an error after that is no error and gives undefined.
 * `report` takes a message and the share of the work (0 to 1) done since the last report.
 */
export async function whenLong<T>(
  title: string,
  task: (token: vscode.CancellationToken, report: Report) => Promise<T>,
): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  let shown: vscode.Progress<{ message?: string; increment?: number }> | undefined;
  let before = 0;
  let last = 0;
  const running = task(source.token, (message, share = 0) => {
    before += share * 100;
    const now = Date.now();
    if (shown === undefined || now - last < PAUSE) return;
    shown.report({ message, increment: before });
    before = 0;
    last = now;
  });
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        shown = progress;
        token.onCancellationRequested(() => {
          source.cancel();
        });
        return running.then(
          () => undefined,
          () => undefined,
        );
      },
    );
  }, LONG);
  try {
    return await running;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
