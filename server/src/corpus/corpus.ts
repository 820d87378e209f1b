import { contentHash } from './content-hash.js';
import { createCorpusIndex, type CorpusIndex } from './corpus-index.js';
import type { FileSummary } from './file-summary.js';

/** Follows one filling of an index. */
export interface Watcher {
  /** @param done files read so far @param total files that were to be read when it began, or more */
  progress(done: number, total: number): void;
  /** Whether somebody wants it to stop. */
  cancelled(): boolean;
  ended(): void;
}

/** What a corpus cannot do itself. */
export interface CorpusDeps {
  /** The addresses of all reports. */
  list(): Promise<readonly string[]>;
  /** The text of a report; undefined when there is none any more or it is no text. */
  read(uri: string): Promise<string | undefined>;
  summarise(uri: string, text: string): FileSummary;
  /** Lets everything else that waits have its turn. */
  rest(): Promise<void>;
  /** Milliseconds of any clock. */
  now(): number;
  /** Called when reading begins. */
  watch(): Watcher;
}

/** The index of a corpus and what it takes to keep it up to date. */
export interface Corpus {
  readonly index: CorpusIndex;
  /** Whether every report of the corpus is in the index as it is now, as far as anybody has told. */
  isComplete(): boolean;
  /**
   * Reads what has not been read yet, in slices; callers at the same time share one run. False when it was stopped:
   * the next call goes on from there.
   * @throws whatever `list` throws; then the next call lists again
   */
  fill(): Promise<boolean>;
  /** The report is open in an editor: its text counts, not the file's. */
  hold(summary: FileSummary): void;
  /** It is not open any more: the file counts. */
  release(uri: string): void;
  isHeld(uri: string): boolean;
  /** A file was made or changed. */
  touch(uri: string): void;
  /** A file, or a folder with everything in it, is gone. */
  drop(uri: string): void;
  /** Something was made of which it is not known whether it holds reports. */
  listAgain(): void;
  /** Nobody wants it any more: reading that is under way ends with the file it is at; `fill` reads nothing from now on. */
  dispose(): void;
}

/** Milliseconds of work before others have their turn: half of what a person notices in typing. */
const SLICE = 12;
/** Files being read ahead of the parser: reading waits for the disk, parsing for the processor. */
const AHEAD = 8;

/** A corpus of which nothing has been read yet. */
export function createCorpus(deps: CorpusDeps): Corpus {
  const index = createCorpusIndex();
  const pending = new Set<string>();
  const held = new Set<string>();
  /** Files being read; taken out when what is read no longer counts. */
  const reading = new Map<string, object>();
  let listed = false;
  let running: Promise<boolean> | undefined;
  let disposed = false;
  // Asked through a function: it may change at every `await`.
  const isDisposed = (): boolean => disposed;

  const list = async (): Promise<void> => {
    // Set first: what is told while the list is made must lead to a new one.
    listed = true;
    try {
      const found = new Set(await deps.list());
      for (const uri of index.uris()) if (!found.has(uri) && !held.has(uri)) index.remove(uri);
      for (const uri of found) if (!held.has(uri) && index.file(uri) === undefined) pending.add(uri);
    } catch (error) {
      listed = false;
      throw error;
    }
  };
  const start = (uri: string): (() => Promise<void>) => {
    const token = {};
    reading.set(uri, token);
    const text = deps.read(uri);
    // Awaited at its turn; until then a failure is nobody's unhandled rejection.
    text.catch(() => undefined);
    return async () => {
      const content = await text.catch(() => undefined);
      if (isDisposed() || reading.get(uri) !== token) return;
      reading.delete(uri);
      if (content === undefined) index.remove(uri);
      else if (index.file(uri)?.hash !== contentHash(content)) index.put(deps.summarise(uri, content));
    };
  };
  const run = async (): Promise<boolean> => {
    const watcher = deps.watch();
    try {
      if (!listed) await list();
      let done = 0;
      let slice = deps.now();
      const ahead: { readonly uri: string; readonly finish: () => Promise<void> }[] = [];
      for (;;) {
        if (isDisposed()) return false;
        for (const uri of pending) {
          if (ahead.length >= AHEAD) break;
          pending.delete(uri);
          ahead.push({ uri, finish: start(uri) });
        }
        const next = ahead.shift();
        if (next === undefined) return true;
        if (watcher.cancelled()) {
          for (const { uri } of [next, ...ahead]) if (reading.delete(uri)) pending.add(uri);
          return false;
        }
        await next.finish();
        watcher.progress(++done, done + ahead.length + pending.size);
        if (deps.now() - slice < SLICE) continue;
        await deps.rest();
        slice = deps.now();
      }
    } finally {
      watcher.ended();
    }
  };
  const forget = (uri: string): void => {
    pending.delete(uri);
    reading.delete(uri);
  };
  const isComplete = (): boolean => listed && pending.size === 0 && reading.size === 0;

  return {
    index,
    isComplete,
    async fill() {
      if (isComplete()) return true;
      if (disposed) return false;
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    hold(summary) {
      forget(summary.uri);
      held.add(summary.uri);
      index.put(summary);
    },
    release(uri) {
      if (!held.delete(uri)) return;
      // Whether the file exists at all, the reading will show.
      pending.add(uri);
    },
    isHeld: (uri) => held.has(uri),
    touch(uri) {
      reading.delete(uri);
      if (!held.has(uri)) pending.add(uri);
    },
    drop(uri) {
      const inside = `${uri}/`;
      for (const known of [...index.uris(), ...pending, ...reading.keys()]) {
        if ((known !== uri && !known.startsWith(inside)) || held.has(known)) continue;
        forget(known);
        index.remove(known);
      }
    },
    listAgain() {
      listed = false;
    },
    dispose() {
      disposed = true;
    },
  };
}
