import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi, type TestContext } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import type { SegmenterReply } from '../../server/src/lsp/protocol.js';
import type { Client } from './support/client.js';
import { childrenOf, gone } from './support/processes.js';
import { CLEAN, MIRROR } from './support/reports.js';
import { useServer } from './support/server.js';
import { rangeOf, textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';
const WARNING = 2;
/** A word of the genre that nodejieba has and ICU has not. */
const SENTENCE = '全市防汛抗旱指挥部召开会议，研究部署下一步工作。';

/** The texts that "expand selection" walks through at a piece of the text, innermost first. */
async function expand(client: Client, text: string, piece: string, inside = 0): Promise<string[]> {
  const { line, character } = rangeOf(text, piece).start;
  const [innermost] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri: URI },
    positions: [{ line, character: character + inside }],
  });
  const texts: string[] = [];
  for (let range = innermost; range !== undefined; range = range.parent)
    texts.push(textIn(text, range.range));
  return texts;
}

const state = (client: Client): Promise<SegmenterReply> =>
  client.request('reportCorpus/segmenter', undefined);

/** Asks for words until they come from nodejieba again, or from the fallback for good. */
async function served(client: Client): Promise<SegmenterReply['state']> {
  return vi.waitUntil(
    async () => {
      const answer = await expand(client, SENTENCE, '防汛');
      expect(answer.at(-1)).toBe(SENTENCE);
      const reply = await state(client);
      const alive = childrenOf(client.pid).length > 0;
      return (reply.state === 'nodejieba' && alive) || reply.state === 'fallback' ? reply.state : undefined;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** Asks until the process has loaded its dictionaries, or has given up. */
function settled(client: Client): Promise<SegmenterReply['state']> {
  return vi.waitUntil(
    async () => {
      const reply = await state(client);
      return reply.state === 'nodejieba' || reply.state === 'fallback' ? reply.state : undefined;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const compiled = (): boolean =>
  existsSync(join(under.folder, 'nodejieba', 'build', 'Release', 'nodejieba.node'));

/** A machine without a compiler skips what needs words; the one that decides about a change must not. */
function needNodejieba(context: TestContext): void {
  if (compiled()) return;
  if (process.env.CI !== undefined && process.env.CI !== '')
    throw new Error('nodejieba is not compiled here');
  context.skip('nodejieba is not compiled here');
}

describe('expand selection', () => {
  test('word, clause, sentence, paragraph, part, everything; each holds the one before', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    const steps = await expand(client, CLEAN, '压实责任', 3);
    const paragraph = CLEAN.split('\n')[3]!;
    expect(steps).toEqual([
      '责任',
      '压实责任',
      '他强调，要高度重视，压实责任，确保安全度汛，做到群防群控、联防联控。',
      paragraph,
      CLEAN.split('\n').slice(3, 5).join('\n'),
      CLEAN,
    ]);
  });

  test('takes a note along with its character, and a name as a whole', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    expect((await expand(client, MIRROR, '責(zé)任'))[0]).toBe('責(zé)任');
    expect((await expand(client, MIRROR, '責(zé)任', 3))[0]).toBe('責(zé)任');
    expect((await expand(client, MIRROR, '顧維楨', 1))[0]).toBe('顧維楨');
  });

  test('answers every position, also on an empty line and behind the end', async () => {
    const client = await under.launch();
    await client.open(URI, '霖川\n\n市');
    const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: URI },
      positions: [
        { line: 0, character: 0 },
        { line: 1, character: 0 },
        { line: 2, character: 1 },
        { line: 9, character: 9 },
      ],
    });
    expect(ranges).toHaveLength(4);
  });
});

describe('nodejieba', () => {
  test('starts with the first request, which does not wait for it; then gives the words', async (context) => {
    needNodejieba(context);
    const client = await under.launch();
    await client.open(URI, SENTENCE);
    await client.pull(URI);
    expect(await state(client)).toEqual({ state: 'idle' });
    expect(childrenOf(client.pid)).toEqual([]);

    const first = await expand(client, SENTENCE, '防汛');
    expect(first.at(-1)).toBe(SENTENCE);
    // The answer is there and the dictionaries are not: it came from elsewhere.
    expect(await state(client)).toEqual({ state: 'loading' });

    expect(await settled(client)).toBe('nodejieba');
    expect((await expand(client, SENTENCE, '指挥部'))[0]).toBe('指挥部');
    expect(client.logs()).toEqual([]);
  });

  test('learns the names of the open reports', async (context) => {
    needNodejieba(context);
    const client = await under.launch();
    await client.open(URI, CLEAN);
    await expand(client, CLEAN, '霖川');
    expect(await settled(client)).toBe('nodejieba');
    // The name stands here without a post, so that only the dictionary can know it.
    const other = '会上顾维桢表示满意';
    const at = 'untitled:other.report.txt';
    await client.pull(URI);
    await client.open(at, other);
    const [range] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: at },
      positions: [{ line: 0, character: 3 }],
    });
    expect(textIn(other, range!.range)).toBe('顾维桢');
  });

  test('killed: every request is still answered, and it comes back', async (context) => {
    needNodejieba(context);
    const client = await under.launch();
    await client.open(URI, SENTENCE);
    await expand(client, SENTENCE, '防汛');
    expect(await settled(client)).toBe('nodejieba');
    const [first] = childrenOf(client.pid);
    process.kill(first!, 'SIGKILL');
    // Asked while the process is dying, and behind it.
    const answers = await Promise.all(Array.from({ length: 20 }, () => expand(client, SENTENCE, '防汛')));
    for (const answer of answers) expect(answer.at(-1)).toBe(SENTENCE);
    await gone([first!]);
    expect(await served(client)).toBe('nodejieba');
    const [second] = childrenOf(client.pid);
    expect(second).not.toBe(first);
    expect((await expand(client, SENTENCE, '指挥部'))[0]).toBe('指挥部');
  });

  test('killed again and again: stays with the fallback and says so once', async (context) => {
    needNodejieba(context);
    const client = await under.launch();
    await client.open(URI, SENTENCE);
    for (let i = 0; i < 3; i++) {
      expect(await served(client)).toBe('nodejieba');
      const children = childrenOf(client.pid);
      expect(children).toHaveLength(1);
      process.kill(children[0]!, 'SIGKILL');
      await gone(children);
    }
    expect(await served(client)).toBe('fallback');
    expect(client.logs()).toMatchObject([
      { type: WARNING, message: expect.stringContaining('SIGKILL') as string },
    ]);
    for (let i = 0; i < 3; i++) expect((await expand(client, SENTENCE, '防汛')).at(-1)).toBe(SENTENCE);
    expect(await state(client)).toMatchObject({ state: 'fallback' });
    expect(childrenOf(client.pid)).toEqual([]);
    expect(client.logs()).toHaveLength(1);
  });

  test('is not started where the settings switch it off', async () => {
    const client = await under.launch({ settings: () => ({ segmenter: { enabled: false } }) });
    await client.open(URI, SENTENCE);
    expect((await expand(client, SENTENCE, '防汛')).at(-1)).toBe(SENTENCE);
    expect(await state(client)).toEqual({ state: 'idle' });
    expect(childrenOf(client.pid)).toEqual([]);
  });
});

describe('without the native module', () => {
  /** The server in a folder with nothing of nodejieba in it or above it. */
  function hidden(): string {
    const folder = under.scratch();
    for (const name of ['server.js', 'segmenter.js']) cpSync(join(under.folder, name), join(folder, name));
    // Whatever lies in node_modules above is hidden by one that cannot be loaded.
    const blocked = join(folder, 'node_modules', 'nodejieba');
    mkdirSync(blocked, { recursive: true });
    writeFileSync(join(blocked, 'index.js'), "throw new Error('Cannot find module of this platform');");
    return folder;
  }

  async function works(server: string): Promise<void> {
    const client = await under.launch({ server });
    await client.open(URI, CLEAN);
    expect((await expand(client, CLEAN, '压实责任', 1)).at(-1)).toBe(CLEAN);
    expect(await settled(client)).toBe('fallback');
    for (let i = 0; i < 3; i++) expect((await expand(client, CLEAN, '压实责任', 2))[0]).toBe('责任');
    const reply = await state(client);
    expect(reply.reason).toMatch(/\S/);
    expect(await client.pull(URI)).toMatchObject({ kind: 'full', items: [] });
    expect(childrenOf(client.pid)).toEqual([]);
    expect(await client.shutdown()).toBe(0);
    expect(client.logs()).toEqual([
      { type: WARNING, message: expect.stringContaining('nodejieba is not available') as string },
    ]);
    expect(client.logs()[0]?.message).toContain(reply.reason);
  }

  test('says so once and works', () => works(join(hidden(), 'server.js')));

  test('the same where the module aborts its process', () => {
    const folder = hidden();
    writeFileSync(join(folder, 'node_modules/nodejieba/index.js'), 'process.abort();');
    return works(join(folder, 'server.js'));
  });

  test('the same where its dictionaries are gone', (context) => {
    needNodejieba(context);
    const folder = hidden();
    cpSync(join(under.folder, 'nodejieba'), join(folder, 'nodejieba'), { recursive: true });
    rmSync(join(folder, 'nodejieba', 'dict'), { recursive: true });
    return works(join(folder, 'server.js'));
  });

  test('the same where the program of the process is gone', () => {
    const folder = hidden();
    rmSync(join(folder, 'segmenter.js'));
    return works(join(folder, 'server.js'));
  });
});
