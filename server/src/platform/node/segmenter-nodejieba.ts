import { fork, type ChildProcess } from 'node:child_process';
import { createIntlSegmenter, type Segmenter } from '../../core/segment/segmenter.js';
import type { Span } from '../../core/text/span.js';

export interface NodejiebaSegmenter extends Segmenter {
  readonly state: 'idle' | 'loading' | 'nodejieba' | 'fallback';
  readonly reason: string | undefined;
  dispose(): void;
}

export interface NodejiebaDeps {
  /** The bundle of segmenter-child.ts. */
  readonly childPath: string;
  /** Told once when words come from the fallback for good; says why. */
  readonly onFallback: (reason: string) => void;
  /** Names of the open reports, to be learned as words. */
  readonly words: () => readonly string[];
}

const MOST_CRASHES = 3;
/** Milliseconds. */
const PATIENCE = 2000;

/**
 * Words by nodejieba, which runs in a child process that starts with the first request. While it loads, and when
 * it cannot run, the words of `Intl.Segmenter` are given, so no request waits and none fails.
 */
export function createNodejiebaSegmenter({
  childPath,
  onFallback,
  words,
}: NodejiebaDeps): NodejiebaSegmenter {
  const fallback = createIntlSegmenter();
  let state: NodejiebaSegmenter['state'] = 'idle';
  let reason: string | undefined;
  let child: ChildProcess | undefined;
  let crashes = 0;
  let nextId = 1;
  const waiting = new Map<number, (lengths: readonly number[] | undefined) => void>();

  const giveUp = (why: string): void => {
    if (state === 'fallback') return;
    state = 'fallback';
    reason = why;
    onFallback(why);
  };
  const start = (): void => {
    state = 'loading';
    let stderr = '';
    const started = fork(childPath, [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    child = started;
    started.stderr?.on('data', (chunk: Buffer) => (stderr = `${stderr}${chunk.toString()}`.slice(-500)));
    started.on('message', (message: { ready?: true; id?: number; lengths?: number[][] }) => {
      if (message.ready === true) state = 'nodejieba';
      else if (message.id !== undefined) {
        waiting.get(message.id)?.(message.lengths?.[0]);
      }
    });
    started.on('error', (error) => {
      // Also raised when a message meets a process that is just dying; then `exit` follows and decides.
      if (started.pid === undefined) giveUp(error.message);
    });
    started.on('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      for (const answer of [...waiting.values()]) answer(undefined);
      const loaded = state === 'nodejieba';
      crashes++;
      // It never came up, or it keeps dying: say so once and stay with the fallback.
      if (!loaded || crashes >= MOST_CRASHES)
        giveUp(firstLine(stderr) ?? `it ended with ${signal ?? String(code)}`);
      else state = 'idle';
    });
  };

  return {
    get state() {
      return state;
    },
    get reason() {
      return reason;
    },
    async segment(line) {
      if (state === 'idle') start();
      if (state !== 'nodejieba' || child?.connected !== true) return fallback.segment(line);
      const id = nextId++;
      const lengths = await new Promise<readonly number[] | undefined>((resolve) => {
        const answered = (answer: readonly number[] | undefined): void => {
          clearTimeout(patience);
          waiting.delete(id);
          resolve(answer);
        };
        // A child that hangs must not keep the request waiting.
        const patience = setTimeout(answered, PATIENCE, undefined);
        waiting.set(id, answered);
        child?.send({ id, lines: [line], words: words() }, (error) => {
          if (error !== null) waiting.get(id)?.(undefined);
        });
      });
      return lengths === undefined ? fallback.segment(line) : toSpans(lengths, line.length);
    },
    dispose() {
      const last = child;
      child = undefined;
      last?.kill();
    },
  };
}

function firstLine(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /Error|Cannot/.test(line)) ?? lines[0];
}

function toSpans(lengths: readonly number[], total: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const length of lengths) {
    spans.push({ start, end: Math.min(total, start + length) });
    start += length;
  }
  return spans;
}
