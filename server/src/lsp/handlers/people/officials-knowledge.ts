import {
  createKnownPeople,
  parseOfficialsFile,
  type KnownPeople,
  type OfficialsFile,
} from '../../../core/officials-file/index.js';
import type { Project } from '../../../core/project-file.js';
import type { Language } from '../../../core/rules/rule.js';
import { OFFICIALS_FILE, type CorpusFiles } from '../../../corpus/corpus-files.js';
import type { SideFileProblems } from '../../side-file-problems.js';
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

/** Reads officials files; what is wrong in one is shown on it, the rest of it applies. */
export function createOfficialsSource(files: CorpusFiles, problems: SideFileProblems): OfficialsSource {
  const known = new Map<string, OfficialsKnowledge>();
  return {
    async of(project, named, language) {
      const { uri, text } = await files.beside(files.canonical(project), named ?? OFFICIALS_FILE);
      const last = known.get(uri);
      if (last?.text === text && last !== undefined) return last;
      const file = parseOfficialsFile(text ?? '');
      if (text !== undefined) problems.show(uri, text, file.problems, language);
      else if (named === undefined) problems.show(uri, '', [], language);
      else problems.showMissing(uri, MISSING, language);
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
