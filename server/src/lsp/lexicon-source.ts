import type { Language } from '../core/rules/rule.js';
import {
  builtInLexicon,
  mergeLexicons,
  parseLexiconFile,
  type Lexicon,
  type LexiconFile,
} from '../core/user-lexicon/index.js';
import type { CorpusFiles, NamedFile } from '../corpus/corpus-files.js';
import type { SideFileProblems } from './side-file-problems.js';

/** Reads the lexicon files that projects name. */
export interface LexiconReader {
  /** The same object as long as all files have the same texts; undefined where none is named. */
  of(project: string, paths: readonly string[], language: Language): Promise<Lexicon | undefined>;
  /** Whether an address is one of the files read so far. */
  isOne(uri: string): boolean;
}

const MISSING = {
  en: 'the project file names this lexicon file under "lexicons", but it cannot be read: write it or correct the path',
  'zh-cn': '项目文件的 "lexicons" 中列有此文件，但无法读取：请创建该文件或改正路径',
} as const;

interface Kept {
  readonly key: string;
  readonly lexicon: Lexicon;
}

/** Problems in a file are diagnostics on it; what is right in it applies. */
export function createLexiconReader(files: CorpusFiles, problems: SideFileProblems): LexiconReader {
  const byProject = new Map<string, Kept>();
  const known = new Set<string>();

  const read = ({ uri, text }: NamedFile, language: Language): LexiconFile | undefined => {
    known.add(uri);
    if (text === undefined) {
      problems.showMissing(uri, MISSING, language);
      return undefined;
    }
    const file = parseLexiconFile(text);
    problems.show(uri, text, file.problems, language);
    return file;
  };

  return {
    async of(project, paths, language) {
      if (paths.length === 0) return undefined;
      const named = await Promise.all(paths.map((path) => files.beside(files.canonical(project), path)));
      const key = JSON.stringify([language, ...named.map(({ uri, text }) => [uri, text])]);
      const last = byProject.get(project);
      if (last?.key === key) return last.lexicon;
      const contents = named.map((file) => read(file, language)).filter((file) => file !== undefined);
      const lexicon = mergeLexicons(builtInLexicon, contents);
      byProject.set(project, { key, lexicon });
      return lexicon;
    },
    isOne: (uri) => known.has(uri),
  };
}
