import { expect, test } from 'vitest';
import { mapInOrder } from './in-order.js';

interface Gate {
  readonly open: () => void;
  readonly passed: Promise<void>;
}

function gate(): Gate {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

test('results come in the order of the items, whatever ends first', async () => {
  const gates = [gate(), gate(), gate()];
  const results: number[] = [];
  const done = (async () => {
    const map = async (index: number): Promise<number> => {
      await gates[index]!.passed;
      return index;
    };
    for await (const result of mapInOrder([0, 1, 2], 3, map)) results.push(result);
  })();
  gates[2]!.open();
  gates[1]!.open();
  await Promise.resolve();
  expect(results).toEqual([]);
  gates[0]!.open();
  await done;
  expect(results).toEqual([0, 1, 2]);
});

test('as many as the limit are under way, and no more', async () => {
  const closed = gate();
  let started = 0;
  const map = async (item: number): Promise<number> => {
    started++;
    await closed.passed;
    return item;
  };
  const items = Array.from({ length: 20 }, (_, i) => i);
  const results = mapInOrder(items, 4, map);
  const first = results.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toBe(4);
  closed.open();
  await first;
  const rest: number[] = [];
  for await (const result of results) rest.push(result);
  expect(rest).toEqual(items.slice(1));
});

test('stopping early starts nothing more and waits for what was started', async () => {
  const started: number[] = [];
  const ended: number[] = [];
  const map = async (item: number): Promise<number> => {
    started.push(item);
    await Promise.resolve();
    await Promise.resolve();
    ended.push(item);
    return item;
  };
  for await (const _ of mapInOrder([1, 2, 3, 4, 5, 6], 2, map)) break;
  expect(ended).toEqual(started);
  expect(started.length).toBeLessThan(6);
});

test('a failure comes at its place', async () => {
  const seen: number[] = [];
  const map = (item: number): Promise<number> =>
    item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
  const all = async (): Promise<void> => {
    for await (const item of mapInOrder([1, 2, 3], 3, map)) seen.push(item);
  };
  await expect(all()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});
