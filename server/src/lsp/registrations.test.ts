import { describe, expect, test } from 'vitest';
import type { Connection, Disposable } from 'vscode-languageserver';
import { createRegistrations, type Registrations } from './registrations.js';

function fake(): { readonly registrations: Registrations; readonly live: Set<string>; wants: Wants } {
  const live = new Set<string>();
  const connection = { console: { warn: () => undefined } } as unknown as Connection;
  const registrations = createRegistrations(connection);
  const register = (key: string) => (): Promise<Disposable> => {
    expect(live.has(key)).toBe(false);
    live.add(key);
    return Promise.resolve({ dispose: () => live.delete(key) });
  };
  return {
    registrations,
    live,
    wants: async (owner, kind, key) => {
      registrations.want(owner, kind, key, register(key));
      await settled();
    },
  };
}

type Wants = (owner: string, kind: string, key: string) => Promise<void>;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a registration', () => {
  test('is made once for all who want it, and lives as long as one of them', async () => {
    const { registrations, live, wants } = fake();
    await wants('a', 'reports', '**/*.txt');
    await wants('a', 'reports', '**/*.txt');
    await wants('b', 'reports', '**/*.txt');
    expect([...live]).toEqual(['**/*.txt']);
    registrations.keepOnly((owner) => owner === 'b');
    await settled();
    expect([...live]).toEqual(['**/*.txt']);
    registrations.keepOnly(() => false);
    await settled();
    expect([...live]).toEqual([]);
    await wants('a', 'reports', '**/*.txt');
    expect([...live]).toEqual(['**/*.txt']);
  });

  test('gives way to another of its kind', async () => {
    const { live, wants } = fake();
    await wants('a', 'reports', '**/*.txt');
    await wants('a', 'officials.json', 'officials.json');
    await wants('a', 'reports', '**/*.md');
    expect([...live]).toEqual(['officials.json', '**/*.md']);
  });

  test('that a client refuses is logged, not thrown', async () => {
    const said: string[] = [];
    const console = { warn: (line: string) => said.push(line) };
    const registrations = createRegistrations({ console } as unknown as Connection);
    registrations.want('a', 'reports', 'x', () => Promise.reject(new Error('no')));
    await settled();
    registrations.keepOnly(() => false);
    await settled();
    expect(said).toEqual(['client/registerCapability: Error: no']);
  });
});
