/** Has the form of `vscode.Event`, without VS Code: what uses it can be tested outside the editor. */
export type Event<T> = (
  listener: (value: T) => unknown,
  thisArgument?: unknown,
  disposables?: { dispose(): unknown }[],
) => { dispose(): void };

export interface Emitter<T> {
  readonly event: Event<T>;
  fire(value: T): void;
  dispose(): void;
}

/** Listeners are called in the order in which they came; one that throws does not keep the others from being called. */
export function createEmitter<T>(onError: (error: unknown) => void = () => undefined): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    event: (listener, thisArgument, disposables) => {
      // Wrapped, so that one function that listens twice is two listeners.
      const call = (value: T): void => {
        listener.call(thisArgument, value);
      };
      listeners.add(call);
      const subscription = {
        dispose: () => {
          listeners.delete(call);
        },
      };
      disposables?.push(subscription);
      return subscription;
    },
    fire: (value) => {
      for (const call of [...listeners]) {
        try {
          call(value);
        } catch (error) {
          onError(error);
        }
      }
    },
    dispose: () => {
      listeners.clear();
    },
  };
}
