import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { Language } from '../core/rules/rule.js';
import { indexLines, type LineIndex } from '../core/text/line-index.js';
import {
  builtInLexicon,
  mergeLexicons,
  parseLexiconFile,
  type Lexicon,
  type LexiconFile,
} from '../core/user-lexicon/index.js';
import type { CorpusFiles, NamedFile } from '../corpus/corpus-files.js';

/** Reads the lexicon files that projects name. */
export interface LexiconReader {
  /** The same object as long as all files have the same texts; undefined where none is named. */
  of(project: string, paths: readonly string[], language: Language): Promise<Lexicon | undefined>;
  /** Whether an address is one of the files read so far. */
  isOne(uri: string): boolean;
}

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;
const MISSING = {
  en: 'the project file names this lexicon file under "lexicons", but it cannot be read: write it or correct the path',
  'zh-cn': '项目文件的 "lexicons" 中列有此文件，但无法读取：请创建该文件或改正路径',
} as const;

interface Kept {
  readonly key: string;
  readonly lexicon: Lexicon;
}

/** Problems in a file are diagnostics on it; what is right in it applies. */
export function createLexiconReader(
  files: CorpusFiles,
  connection: Pick<Connection, 'sendDiagnostics'>,
): LexiconReader {
  const byProject = new Map<string, Kept>();
  const parsed = new Map<string, { readonly text: string; readonly file: LexiconFile }>();

  const read = ({ uri, text }: NamedFile, language: Language): LexiconFile | undefined => {
    if (text === undefined) {
      parsed.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [atStart(MISSING[language])] });
      return undefined;
    }
    const file = parseLexiconFile(text);
    parsed.set(uri, { text, file });
    const lines = indexLines(text);
    const diagnostics = file.problems.map(({ severity, start, end, message }): Diagnostic => ({
      range: { start: lines.place(start), end: lines.place(end) },
      severity: SEVERITY[severity],
      source: 'report-corpus',
      message: message[language],
    }));
    void connection.sendDiagnostics({ uri, diagnostics });
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
    isOne: (uri) => parsed.has(uri),
  };
}

function atStart(message: string): Diagnostic {
  const start = { line: 0, character: 0 } satisfies ReturnType<LineIndex['place']>;
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source: 'report-corpus',
    message,
  };
}
