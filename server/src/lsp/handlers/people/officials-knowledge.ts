import type { RemoteConsole } from 'vscode-languageserver';
import { parseOfficialsFile, type OfficialsFile } from '../../../core/officials-file/index.js';
import type { Project } from '../../../core/project-file.js';
import {
  createKnownPeople,
  type KnownPeople,
} from '../../../core/rules/official-name-variant/known-people.js';
import type { Language } from '../../../core/rules/rule.js';
import { indexLines } from '../../../core/text/line-index.js';
import { OFFICIALS_FILE, type CorpusFiles } from '../../../corpus/corpus-files.js';
import { createOfficialsWords, type OfficialsWords } from './officials-words.js';

/** The officials file of a project, as it was read last. */
export interface OfficialsKnowledge {
  readonly uri: string;
  /** Undefined when there is none yet. */
  readonly text: string | undefined;
  readonly file: OfficialsFile;
  readonly people: KnownPeople;
  readonly words: OfficialsWords;
}

export interface OfficialsSource {
  /** The same object as long as the file has the same text. */
  of(project: string, named: Project['officials'], language: Language): Promise<OfficialsKnowledge>;
  /** Whether an address is one of the files read so far. */
  isOne(uri: string): boolean;
}

/** Reads officials files; what is wrong in one is logged once, the rest of it applies. */
export function createOfficialsSource(
  files: CorpusFiles,
  console: Pick<RemoteConsole, 'warn'>,
): OfficialsSource {
  const known = new Map<string, OfficialsKnowledge>();
  return {
    async of(project, named, language) {
      const { uri, text } = await files.beside(files.canonical(project), named ?? OFFICIALS_FILE);
      const last = known.get(uri);
      if (last?.text === text && last !== undefined) return last;
      const file = parseOfficialsFile(text ?? '');
      const lines = indexLines(text ?? '');
      for (const { message, start } of file.problems) {
        const { line, character } = lines.place(start);
        console.warn(`${uri}:${String(line + 1)}:${String(character + 1)}: ${message[language]}`);
      }
      if (text === undefined && named !== undefined) console.warn(`${uri}: ${MISSING[language]}`);
      const people = createKnownPeople(file.entries);
      const knowledge = { uri, text, file, people, words: createOfficialsWords(file.entries) };
      known.set(uri, knowledge);
      return knowledge;
    },
    isOne: (uri) => known.has(uri),
  };
}

const MISSING = {
  en: 'the project file names this officials file, but it cannot be read; run Collect Officials to make it, or correct "officials"',
  'zh-cn': '项目文件所指的官员名单无法读取；请运行“收集官员”生成，或改正 "officials"',
} as const;
