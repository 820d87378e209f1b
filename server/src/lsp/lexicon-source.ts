import type { Location } from 'vscode-languageserver';
import { textOf } from '../core/json-file/file-content.js';
import type { Language } from '../core/rules/rule.js';
import { indexLines } from '../core/text/line-index.js';
import {
  builtInLexicon,
  mergeLexicons,
  readLexiconFile,
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
  /** The same object as long as all files have the same content; undefined where none is named. */
  of(project: string, paths: readonly string[], language: Language): Promise<LexiconKnowledge | undefined>;
}

interface ReadLexiconFile {
  readonly uri: string;
  readonly text: string | undefined;
  readonly file: LexiconFile;
}

interface Kept {
  readonly key: string;
  readonly knowledge: LexiconKnowledge;
}

/** Problems in a file are diagnostics on it; what is right in it applies. */
export function createLexiconReader(files: SideFiles, problems: SideFileProblems): LexiconReader {
  const byProject = new Map<string, Kept>();

  const read = ({ uri, content }: NamedFile, language: Language): ReadLexiconFile => {
    const text = textOf(content);
    const file = readLexiconFile(content);
    problems.show(uri, text, file.problems, language);
    return { uri, text, file };
  };

  return {
    async of(project, paths, language) {
      if (paths.length === 0) return undefined;
      const named = await Promise.all(paths.map((path) => files.read(project, path)));
      const key = JSON.stringify([language, ...named.map(({ uri, content }) => [uri, content])]);
      const last = byProject.get(project);
      if (last?.key === key) return last.knowledge;
      const contents = named.map((file) => read(file, language));
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
  if (last?.text === undefined || place === undefined) return undefined;
  const lines = indexLines(last.text);
  return { uri: last.uri, range: { start: lines.place(place.start), end: lines.place(place.end) } };
}
