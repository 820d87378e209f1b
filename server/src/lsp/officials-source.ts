import { createOfficialsWords, type OfficialsWords } from '../core/features/officials-words.js';
import {
  createKnownPeople,
  parseOfficialsFile,
  type KnownPeople,
  type OfficialsFile,
} from '../core/officials-file/index.js';
import type { Project } from '../core/project-file.js';
import type { Language } from '../core/rules/rule.js';
import { OFFICIALS_FILE } from '../corpus/corpus-files.js';
import type { SideFileProblems } from './side-file-problems.js';
import type { SideFile, SideFiles } from './side-files.js';

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
  /**
   * The file of a project that `of` was asked about, as it is at this moment, for an edit of it: news of a change on
   * the disk may still be under way.
   */
  now(project: string): Promise<EditableOfficials>;
}

/** An officials file with what an edit of its text has to name. */
export interface EditableOfficials extends OfficialsKnowledge {
  readonly target: SideFile['target'];
}

/** Reads officials files; what is wrong in one is shown on it, the rest of it applies. */
export function createOfficialsSource(files: SideFiles, problems: SideFileProblems): OfficialsSource {
  const known = new Map<string, OfficialsKnowledge>();
  const names = new Map<string, Project['officials']>();
  const read = (project: string): Promise<SideFile> =>
    files.read(project, names.get(project) ?? OFFICIALS_FILE);
  const learn = ({ uri, text }: SideFile): OfficialsKnowledge => {
    const last = known.get(uri);
    if (last !== undefined && last.text === text) return last;
    const file = parseOfficialsFile(text ?? '');
    const people = createKnownPeople(file.entries);
    return { uri, text, file, people, words: createOfficialsWords(file.entries) };
  };
  return {
    async of(project, named, language) {
      names.set(project, named);
      const knowledge = learn(await read(project));
      const { uri, text, file } = knowledge;
      if (known.get(uri) === knowledge) return knowledge;
      known.set(uri, knowledge);
      if (text !== undefined) problems.show(uri, text, file.problems, language);
      else if (named === undefined) problems.show(uri, '', [], language);
      else problems.showMissing(uri, MISSING, language);
      return knowledge;
    },
    async now(project) {
      const file = await read(project);
      return { ...learn(file), target: file.target };
    },
  };
}

const MISSING = {
  en: 'the project file names this officials file, but it cannot be read; run Collect Officials to make it, or correct "officials"',
  'zh-cn': '项目文件所指的官员名单无法读取；请运行“收集官员”生成，或改正 "officials"',
} as const;
