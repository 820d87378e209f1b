/**
 * The process of its own in which nodejieba runs: a malformed dictionary or a bug in the native module aborts the
 * whole process, and loading blocks for more than a second. It is given nodejieba's own dictionaries only.
 *
 * Messages in: `{ id, lines, words }`; out: `{ ready: true }` once loaded, `{ id, lengths }` per request, where
 * lengths are the words of each line in UTF-16 units.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Jieba {
  load(): void;
  cut(text: string, hmm?: boolean): string[];
  insertWord(word: string): boolean;
}

interface Request {
  readonly id: number;
  readonly lines: readonly string[];
  /** Names to learn before cutting. */
  readonly words: readonly string[];
}

/** The pruned copy beside the bundle, as the packaged extension has it, else the project's dependency. */
function loadModule(): Jieba {
  const require = createRequire(__filename);
  const packaged = path.join(__dirname, 'nodejieba', 'index.js');
  return require(existsSync(packaged) ? packaged : 'nodejieba') as Jieba;
}

const jieba = loadModule();
jieba.load();
const learned = new Set<string>();

process.on('message', (request: Request) => {
  for (const word of request.words) {
    if (learned.has(word) || word.length < 2) continue;
    learned.add(word);
    jieba.insertWord(word);
  }
  const lengths = request.lines.map((line) => jieba.cut(line, true).map((word) => word.length));
  process.send?.({ id: request.id, lengths });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
