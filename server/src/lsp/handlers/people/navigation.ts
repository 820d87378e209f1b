import {
  DocumentHighlightKind,
  type Connection,
  type DocumentHighlight,
  type Location,
} from 'vscode-languageserver';
import { subjectAt, type Subject } from '../../../core/features/subject.js';
import type { Analyses, Analysis } from '../../analyses.js';
import { toRange } from '../../convert.js';
import type { RunSafe } from '../../run-safe.js';
import type { Corpora } from './corpora.js';
import { entriesFor, isSameName, locationsOf } from './locations.js';

interface NavigationDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly corpora: Corpora;
  readonly runSafe: RunSafe;
}

interface At {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly subject: Subject;
}

/** Definition, references and highlights of names and set phrases, in either script and through pinyin notes. */
export function registerNavigation({ connection, analyses, corpora, runSafe }: NavigationDeps): void {
  const find = async (
    uri: string,
    position: { readonly line: number; readonly character: number },
  ): Promise<At | undefined> => {
    const analysis = await analyses.get(uri);
    if (analysis === undefined) return undefined;
    const offset = analysis.document.offsetAt(position);
    const subject = subjectAt(analysis.report, offset);
    return subject === undefined ? undefined : { analysis, offset, subject };
  };

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    runSafe<Location[]>('textDocument/definition', [], token, async () => {
      const at = await find(uri, position);
      if (at === undefined) return [];
      const { analysis, subject } = at;
      if (subject.kind === 'phrase') return phraseEntries(analysis, subject.phrase);
      const { official } = subject;
      const entries = entriesFor(analysis.settings.officials, official.name);
      if (entries.length > 0) return entries;
      // Where the report introduces the person; from there, where the corpus does.
      const [first] = official.mentions;
      if (first !== undefined && first.start !== subject.start)
        return [{ uri, range: toRange(analysis.document, first) }];
      const { index } = await corpora.of(uri, 'whole');
      return locationsOf(index.naming(official.name)).slice(0, 1);
    }),
  );

  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    runSafe<Location[]>('textDocument/references', [], token, async () => {
      const at = await find(uri, position);
      if (at === undefined) return [];
      const { index } = await corpora.of(uri, 'whole');
      if (at.subject.kind === 'phrase') {
        const { phrase } = at.subject;
        const own = context.includeDeclaration ? phraseEntries(at.analysis, phrase) : [];
        return [...own, ...locationsOf(index.quoting(phrase))];
      }
      const { name } = at.subject.official;
      const entries = context.includeDeclaration ? entriesFor(at.analysis.settings.officials, name) : [];
      return [...entries, ...locationsOf(index.naming(name))];
    }),
  );

  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    runSafe<DocumentHighlight[]>('textDocument/documentHighlight', [], token, async () => {
      const at = await find(uri, position);
      if (at === undefined) return [];
      const { document, report } = at.analysis;
      const { subject } = at;
      const spans =
        subject.kind === 'phrase'
          ? report.phrases.filter(({ phrase }) => phrase === subject.phrase)
          : report.officials
              .filter(({ name }) => isSameName(name, subject.official.name))
              .flatMap(({ mentions }) => mentions);
      return spans.map((span) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Read }));
    }),
  );
}

/** Where the user's own lexicon files have a phrase; what is built in has no file to go to. */
function phraseEntries({ settings }: Analysis, phrase: string): Location[] {
  const entry = settings.phraseEntry?.(phrase);
  return entry === undefined ? [] : [entry];
}
