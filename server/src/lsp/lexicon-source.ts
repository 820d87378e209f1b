import type { Location } from 'vscode-languageserver';
import type { Language } from '../core/rules/rule.js';
import { indexLines } from '../core/text/line-index.js';
import {
  builtInLexicon,
  mergeLexicons,
  parseLexiconFile,
  type Lexicon,
  type LexiconFile,
} from '../core/user-lexicon/index.js';
import type { NamedFile } from '../corpus/corpus-files.js';
import type { SideFileProblems } from './side-file-problems.js';
import type { SideFiles } from './side-files.js';

/** What the lexicon files of a project say, laid over the built-in lexicon. */
export interface LexiconKnowledge {
  readonly lexicon: Lexicon;
  /** The entry of a phrase that counts, by its headword; undefined for what is built in. */
  readonly entryOf: (phrase: string) => Location | undefined;
}

/** Reads the lexicon files that projects name. */
export interface LexiconReader {
  /** The same object as long as all files have the same texts; undefined where none is named. */
  of(project: string, paths: readonly string[], language: Language): Promise<LexiconKnowledge | undefined>;
}

const MISSING = {
  en: 'the project file names this lexicon file under "lexicons", but it cannot be read: write it or correct the path',
  'zh-cn': '项目文件的 "lexicons" 中列有此文件，但无法读取：请创建该文件或改正路径',
} as const;

interface ReadLexiconFile {
  readonly uri: string;
  readonly text: string;
  readonly file: LexiconFile;
}

interface Kept {
  readonly key: string;
  readonly knowledge: LexiconKnowledge;
}

/** Problems in a file are diagnostics on it; what is right in it applies. */
export function createLexiconReader(files: SideFiles, problems: SideFileProblems): LexiconReader {
  const byProject = new Map<string, Kept>();

  const read = ({ uri, text }: NamedFile, language: Language): ReadLexiconFile | undefined => {
    if (text === undefined) {
      problems.showMissing(uri, MISSING, language);
      return undefined;
    }
    const file = parseLexiconFile(text);
    problems.show(uri, text, file.problems, language);
    return { uri, text, file };
  };

  return {
    async of(project, paths, language) {
      if (paths.length === 0) return undefined;
      const named = await Promise.all(paths.map((path) => files.read(project, path)));
      const key = JSON.stringify([language, ...named.map(({ uri, text }) => [uri, text])]);
      const last = byProject.get(project);
      if (last?.key === key) return last.knowledge;
      const contents = named.map((file) => read(file, language)).filter((file) => file !== undefined);
      const lexicon = mergeLexicons(
        builtInLexicon,
        contents.map(({ file }) => file),
      );
      const knowledge = { lexicon, entryOf: (phrase: string) => entryIn(contents, phrase) };
      byProject.set(project, { key, knowledge });
      return knowledge;
    },
  };
}

/** Of several files the last counts. */
function entryIn(contents: readonly ReadLexiconFile[], phrase: string): Location | undefined {
  const last = contents.findLast(({ file }) => file.phrasePlaces.has(phrase));
  const place = last?.file.phrasePlaces.get(phrase);
  if (last === undefined || place === undefined) return undefined;
  const lines = indexLines(last.text);
  return { uri: last.uri, range: { start: lines.place(place.start), end: lines.place(place.end) } };
}
