import { describe, expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { createSettingsStore, type SettingsStore } from './settings.js';

const REPORT = 'file:///corpus/a.txt';

interface Fake {
  readonly store: SettingsStore;
  readonly open: Set<string>;
  today: string;
  /** Answers the next question for the editor's settings. */
  answer: () => Promise<unknown>;
  /** How often the editor's settings were asked for. */
  asked: number;
}

function fake(): Fake {
  const open = new Set([REPORT]);
  const connection = {
    console: { warn: () => undefined },
    workspace: {
      getConfiguration: () => {
        state.asked++;
        return state.answer();
      },
    },
  } as unknown as Connection;
  const state: Fake = {
    open,
    today: '2024-05-06',
    answer: () => Promise.resolve({}),
    asked: 0,
    store: createSettingsStore({
      connection,
      projects: { find: () => Promise.resolve(undefined), forget: () => undefined },
      isOpen: (uri) => open.has(uri),
      canConfigure: () => true,
      locale: () => 'en',
      today: () => state.today,
    }),
  };
  return state;
}

describe('the settings of an open report', () => {
  test('are the same object until they are forgotten', async () => {
    const { store } = fake();
    const first = await store.get(REPORT);
    expect(await store.get(REPORT)).toBe(first);
    store.forget();
    expect(await store.get(REPORT)).not.toBe(first);
  });

  test('are of the present day, in an editor that is left open overnight too', async () => {
    const one = fake();
    expect((await one.store.get(REPORT)).today).toBe('2024-05-06');
    one.today = '2024-05-07';
    expect((await one.store.get(REPORT)).today).toBe('2024-05-07');
  });

  test('are asked for again when that failed, and an old failure leaves newer ones alone', async () => {
    const one = fake();
    let fail: (error: Error) => void = () => undefined;
    one.answer = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    const old = one.store.get(REPORT);
    one.store.forget();
    one.answer = () => Promise.resolve({ language: 'zh-cn' });
    const newer = await one.store.get(REPORT);
    fail(new Error('closed'));
    await expect(old).rejects.toThrow('closed');
    expect(await one.store.get(REPORT)).toBe(newer);

    one.store.forget();
    one.answer = () => Promise.reject(new Error('closed'));
    await expect(one.store.get(REPORT)).rejects.toThrow('closed');
    one.answer = () => Promise.resolve({ language: 'en' });
    expect((await one.store.get(REPORT)).language).toBe('en');
  });
});

test('the settings of what is not open are not kept: nothing would ever drop them', async () => {
  const one = fake();
  one.open.clear();
  await one.store.get(REPORT);
  await one.store.get(REPORT);
  expect(one.asked).toBe(2);
  one.open.add(REPORT);
  const first = await one.store.get(REPORT);
  expect(await one.store.get(REPORT)).toBe(first);
  expect(one.asked).toBe(3);
});

test("the language is the editor's setting, else the client's", async () => {
  const one = fake();
  expect(await one.store.language(undefined)).toBe('en');
  one.answer = () => Promise.resolve({ language: 'zh-cn' });
  expect(await one.store.language(REPORT)).toBe('zh-cn');
});
