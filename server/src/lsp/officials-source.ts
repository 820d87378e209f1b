import { isSameContent, textOf, type FileContent } from '../core/json-file/file-content.js';
import { createOfficialsWords, type OfficialsWords } from '../core/features/officials-words.js';
import {
  createKnownPeople,
  readOfficialsFile,
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
  readonly content: FileContent;
  /** Undefined when there is none yet, or none that can be read. */
  readonly text: string | undefined;
  readonly file: OfficialsFile;
  readonly people: KnownPeople;
  readonly words: OfficialsWords;
}

export interface OfficialsSource {
  /** The same object as long as the file has the same content. */
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
  const learn = ({ uri, content }: SideFile): OfficialsKnowledge => {
    const last = known.get(uri);
    if (last !== undefined && isSameContent(last.content, content)) return last;
    const file = readOfficialsFile(content);
    const people = createKnownPeople(file.entries);
    const words = createOfficialsWords(file.entries);
    return { uri, content, text: textOf(content), file, people, words };
  };
  return {
    async of(project, named, language) {
      names.set(project, named);
      const knowledge = learn(await read(project));
      const { uri, content, text, file } = knowledge;
      known.set(uri, knowledge);
      const isExpected = named !== undefined || content.kind !== 'missing';
      problems.show(uri, text, isExpected ? file.problems : [], language);
      return knowledge;
    },
    async now(project) {
      const file = await read(project);
      return { ...learn(file), target: file.target };
    },
  };
}
