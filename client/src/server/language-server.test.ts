import { describe, expect, it } from 'vitest';
import type { DidAnalyseParams } from '../../../server/src/lsp/protocol.js';
import { createLanguageServer, type ConnectionEvents } from './language-server.js';
import { createRestartPolicy } from './restart-policy.js';

/** A server whose runs the test ends; `starts[n]` false makes the n-th start fail. */
function fake(starts: readonly boolean[] = []) {
  const runs: { readonly events: ConnectionEvents; stops: number }[] = [];
  const clock = { now: 0 };
  const server = createLanguageServer({
    connect: (events) => {
      const run = { events, stops: 0 };
      const index = runs.push(run) - 1;
      return Promise.resolve({
        start: () => {
          if (starts[index] !== false) return Promise.resolve();
          // The library tells a failed start twice.
          events.onClosed();
          return Promise.reject(new Error('no server'));
        },
        stop: () => {
          run.stops++;
          return Promise.resolve();
        },
        request: (method) => Promise.resolve(`${method} of run ${index}`),
      });
    },
    policy: createRestartPolicy({ limit: 2, period: 1000 }),
    now: () => clock.now,
    log: () => undefined,
  });
  return { server, runs, clock };
}

const analysis = (uri: string): DidAnalyseParams => ({
  uri,
  version: 1,
  script: { verdict: 'simplified', simplified: 9, traditional: 0 },
  findings: [],
  places: [],
  fixable: 0,
  project: undefined,
});

const settled = () => new Promise((done) => setImmediate(done));

describe('the language server', () => {
  it('starts once, when it is first needed', async () => {
    const { server, runs } = fake();
    expect(server.state()).toBe('stopped');
    expect(runs).toHaveLength(0);
    server.wake();
    server.wake();
    expect(server.state()).toBe('starting');
    expect(await server.request('a', {})).toBe('a of run 0');
    expect(server.state()).toBe('running');
    expect(runs).toHaveLength(1);
  });

  it('keeps the last analysis of a document until it is closed or the server ends', async () => {
    const { server, runs } = fake();
    await server.request('a', {});
    const seen: string[] = [];
    server.onDidAnalyse(({ uri }) => seen.push(uri));
    runs[0]?.events.onAnalysed(analysis('file:///a'));
    runs[0]?.events.onAnalysed(analysis('file:///b'));
    expect(seen).toEqual(['file:///a', 'file:///b']);
    server.forget('file:///a');
    expect(server.analysed('file:///a')).toBeUndefined();
    expect(server.analysed('file:///b')).toBeDefined();
    runs[0]?.events.onClosed();
    expect(server.analysed('file:///b')).toBeUndefined();
  });

  it('starts again after a crash, and does not hear the old run any more', async () => {
    const { server, runs } = fake();
    await server.request('a', {});
    const states: string[] = [];
    server.onDidChangeState((state) => states.push(state));
    runs[0]?.events.onClosed();
    runs[0]?.events.onClosed();
    runs[0]?.events.onAnalysed(analysis('file:///a'));
    expect(await server.request('b', {})).toBe('b of run 1');
    expect(states).toEqual(['starting', 'running']);
    expect(server.analysed('file:///a')).toBeUndefined();
  });

  it('puts every run away once, however it ended', async () => {
    const { server, runs } = fake([true, false]);
    await server.request('a', {});
    runs[0]?.events.onClosed();
    runs[0]?.events.onClosed();
    expect(await server.request('b', {})).toBe('b of run 2');
    expect(runs.map(({ stops }) => stops)).toEqual([1, 1, 0]);
  });

  it('puts a run away that is stopped while it starts', async () => {
    for (const starts of [true, false]) {
      const { server, runs } = fake([starts]);
      server.wake();
      await server.stop();
      await settled();
      expect(runs.map(({ stops }) => stops)).toEqual([1]);
      expect(server.state()).toBe('stopped');
    }
  });

  it('gives up when it ends too often, until a person asks for it', async () => {
    const { server, runs } = fake([false, false, false]);
    server.wake();
    await settled();
    expect(runs).toHaveLength(3);
    expect(server.state()).toBe('failed');
    server.wake();
    await settled();
    expect(runs).toHaveLength(3);
    expect(await server.request('a', {})).toBe('a of run 3');
    expect(server.state()).toBe('running');
  });

  it('answers a request that was waiting while a start failed', async () => {
    const { server } = fake([false]);
    expect(await server.request('a', {})).toBe('a of run 1');
  });

  it('rejects a request when no start succeeds', async () => {
    const { server } = fake([false, false, false]);
    await expect(server.request('a', {})).rejects.toThrow('no server');
    expect(server.state()).toBe('failed');
  });

  it('restarts on request, and stops', async () => {
    const { server, runs } = fake();
    await server.request('a', {});
    await server.restart();
    expect(runs.map(({ stops }) => stops)).toEqual([1, 0]);
    await server.stop();
    expect(server.state()).toBe('stopped');
    expect(runs[1]?.stops).toBe(1);
  });
});

describe('the restart policy', () => {
  it('counts only the ends within the period', () => {
    const policy = createRestartPolicy({ limit: 2, period: 1000 });
    expect([0, 100, 200, 1050].map((time) => policy.ended(time))).toEqual([true, true, false, false]);
    expect(policy.ended(5000)).toBe(true);
    policy.reset();
    expect(policy.ended(5001)).toBe(true);
  });
});
