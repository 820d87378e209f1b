import type { Connection, Disposable } from 'vscode-languageserver';

/** What was asked of the client while it runs (`client/registerCapability`), by the project it serves. */
export interface Registrations {
  /**
   * Registers something, once for all owners that want the same.
   * @param owner a project file
   * @param kind one thing that an owner wants; a new `key` takes the place of its old one
   * @param key the same for the same registration
   */
  want(owner: string, kind: string, key: string, register: () => Promise<Disposable>): void;
  /** Takes back what only other owners wanted. */
  keepOnly(isKept: (owner: string) => boolean): void;
}

export function createRegistrations(connection: Pick<Connection, 'console'>): Registrations {
  const made = new Map<string, Promise<Disposable | undefined>>();
  const wanted = new Map<string, Map<string, string>>();

  const dropUnwanted = (): void => {
    const used = new Set([...wanted.values()].flatMap((keys) => [...keys.values()]));
    for (const [key, registration] of made) {
      if (used.has(key)) continue;
      made.delete(key);
      void registration.then((one) => {
        one?.dispose();
      });
    }
  };
  return {
    want(owner, kind, key, register) {
      const keys = wanted.get(owner) ?? new Map<string, string>();
      wanted.set(owner, keys.set(kind, key));
      if (!made.has(key)) {
        const registration = register().catch((error: unknown) => {
          connection.console.warn(`client/registerCapability: ${String(error)}`);
          return undefined;
        });
        made.set(key, registration);
      }
      dropUnwanted();
    },
    keepOnly(isKept) {
      for (const owner of wanted.keys()) if (!isKept(owner)) wanted.delete(owner);
      dropUnwanted();
    },
  };
}
