import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createNodejiebaSegmenter, type NodejiebaSegmenter } from './segmenter-nodejieba.js';

const SENTENCE = '会议强调要压实责任';
/** Answers like the real child: every line is one word. */
const CHILD = `
  require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid));
  process.on('message', ({ id, lines }) => process.send({ id, lengths: lines.map((line) => [line.length]) }));
  process.send({ ready: true });
`;

const folder = mkdtempSync(join(tmpdir(), 'segmenter-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const opened: NodejiebaSegmenter[] = [];
afterEach(() => {
  for (const segmenter of opened.splice(0)) segmenter.dispose();
});

function create(child: string, onFallback: (reason: string) => void = () => undefined): NodejiebaSegmenter {
  const childPath = join(folder, 'child.cjs');
  writeFileSync(childPath, child);
  const segmenter = createNodejiebaSegmenter({ childPath, onFallback, words: () => [] });
  opened.push(segmenter);
  return segmenter;
}

const pid = (): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

/** Waits without letting this process hear that the other has ended. */
function waitUntilDead(process: number): void {
  const state = (): string | undefined =>
    / ([A-Z]) /.exec(readFileSync(`/proc/${process}/stat`, 'utf8'))?.[1];
  while (state() !== 'Z');
}

describe('the process that finds words', () => {
  test.runIf(process.platform === 'linux')(
    'asked in the moment of its death: answered, and started again with the next request',
    async () => {
      const fallbacks: string[] = [];
      const segmenter = create(CHILD, (reason) => fallbacks.push(reason));
      await segmenter.segment(SENTENCE);
      await vi.waitUntil(() => segmenter.state === 'nodejieba', { timeout: 10_000 });
      const first = pid();
      process.kill(first, 'SIGKILL');
      waitUntilDead(first);
      const answers = await Promise.all([segmenter.segment(SENTENCE), segmenter.segment(SENTENCE)]);
      for (const words of answers) expect(words.at(-1)?.end).toBe(SENTENCE.length);
      await vi.waitUntil(() => segmenter.state !== 'nodejieba', { timeout: 10_000 });
      expect(segmenter.state).toBe('idle');
      await segmenter.segment(SENTENCE);
      await vi.waitUntil(() => segmenter.state === 'nodejieba', { timeout: 10_000 });
      expect(pid()).not.toBe(first);
      expect(fallbacks).toEqual([]);
    },
  );

  test('one that does not come up is reported once', async () => {
    const fallbacks: string[] = [];
    const segmenter = create(`throw new Error('no dictionary')`, (reason) => fallbacks.push(reason));
    await segmenter.segment(SENTENCE);
    await vi.waitUntil(() => segmenter.state === 'fallback', { timeout: 10_000 });
    expect((await segmenter.segment(SENTENCE)).at(-1)?.end).toBe(SENTENCE.length);
    expect(fallbacks).toEqual([expect.stringContaining('no dictionary')]);
  });
});
