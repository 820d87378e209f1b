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
  load(dictionaries?: Readonly<Record<string, string>>): void;
  cut(text: string, hmm?: boolean): string[];
  insertWord(word: string): boolean;
}

interface Request {
  readonly id: number;
  readonly lines: readonly string[];
  /** Names to learn before cutting. */
  readonly words: readonly string[];
}

/** Loads the pruned copy beside the bundle, as the packaged extension has it, else the project's dependency. */
function loadJieba(): Jieba {
  const require = createRequire(__filename);
  const packaged = path.join(__dirname, 'nodejieba');
  if (!existsSync(path.join(packaged, 'build'))) {
    const installed = require('nodejieba') as Jieba;
    installed.load();
    return installed;
  }
  const jieba = require(path.join(packaged, 'index.js')) as Jieba;
  const file = (name: string): string => path.join(packaged, 'dict', name);
  // All five are named: the module aborts the process when one is missing from where it looks by itself.
  jieba.load({
    dict: file('jieba.dict.utf8'),
    hmmDict: file('hmm_model.utf8'),
    userDict: file('user.dict.utf8'),
    idfDict: file('idf.utf8'),
    stopWordDict: file('stop_words.utf8'),
  });
  return jieba;
}

const jieba = loadJieba();
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
