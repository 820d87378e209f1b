import type { Connection, FileEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { builtInLexicon } from '../../../core/user-lexicon/index.js';
import { PROJECT_FILE } from '../../../core/project-file.js';
import type { Language } from '../../../core/rules/rule.js';
import type { ReportService } from '../../../core/service.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { Analyses, Analysis } from '../../analyses.js';
import type { RunSafe } from '../../run-safe.js';
import type { SettingsStore } from '../../settings.js';
import { subjectAt } from '../../../core/features/subject.js';
import { addOfficialActions, registerCallOuts } from './call-outs.js';
import { registerCollect } from './collect.js';
import { registerCompletion } from './completion.js';
import { createCorpora } from './corpora.js';
import { officialsPart, reportsPart } from './hover-parts.js';
import { createLexiconWords, type LexiconEntries, type LexiconWords } from './lexicon-words.js';
import { registerNavigation } from './navigation.js';
import { registerRename } from './rename.js';
import { registerSymbols } from './symbols.js';
import type { MoreActions } from '../code-actions.js';
import type { MoreHover } from '../reading.js';

export interface PeopleDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly settings: SettingsStore;
  readonly service: ReportService;
  readonly files: CorpusFiles;
  readonly runSafe: RunSafe;
  /** What the client can do; known after `initialize`. */
  readonly client: () => {
    readonly showsProgress: boolean;
    readonly annotatesChanges: boolean;
    readonly isOwn: boolean;
    readonly language: Language;
  };
  /** The folders that the client has open. */
  readonly folders: () => Promise<readonly string[]>;
}

export interface People {
  /** What a hover card says beyond the report itself. */
  readonly hover: MoreHover;
  readonly actions: MoreActions;
  /** Files changed; whether settings have to be read anew. */
  watched(changes: readonly FileEvent[]): boolean;
  closed(uri: string): void;
}

/** Everything about people and phrases that looks beyond the one report. */
export function registerPeople(deps: PeopleDeps): People {
  const { connection, analyses, service, files, runSafe, settings, client, folders } = deps;
  const { converter } = service;
  const corpora = createCorpora({ ...deps, showsProgress: () => client().showsProgress });
  registerNavigation({ connection, analyses, corpora, runSafe });
  registerRename({ ...deps, corpora, converter, annotates: () => client().annotatesChanges });
  registerSymbols({ connection, corpora, converter, runSafe, folders, language: () => client().language });
  const builtIn = createLexiconWords(builtInLexicon);
  const ofLexicons = new WeakMap<LexiconEntries, LexiconWords>();
  const lexiconWords = (lexicon: LexiconEntries | undefined): LexiconWords => {
    if (lexicon === undefined) return builtIn;
    const words = ofLexicons.get(lexicon) ?? createLexiconWords(lexicon);
    ofLexicons.set(lexicon, words);
    return words;
  };
  registerCompletion({ connection, analyses, corpora, converter, lexiconWords, runSafe });
  registerCallOuts({ connection, analyses, runSafe, ownClient: () => client().isOwn });
  const collect = registerCollect({ connection, analyses, corpora, files, settings, runSafe });

  const hover = async (
    { document, report, settings: chosen }: Analysis,
    offset: number,
  ): Promise<string[]> => {
    const subject = subjectAt(report, offset);
    if (subject?.kind !== 'person') return [];
    const { official } = subject;
    const { index, complete } = await corpora.of(document.uri, 'present');
    const parts = [
      officialsPart(chosen.officials, official.name, chosen.language),
      reportsPart(official, index.naming(official.name), corpora.canonical(document.uri), {
        language: chosen.language,
        complete,
      }),
    ];
    return parts.filter((part) => part !== undefined);
  };

  return {
    hover,
    actions: (analysis, range, params) =>
      Promise.resolve(addOfficialActions(analysis, range, params, collect)),
    watched(changes) {
      const projects = changes.some(({ uri }) => uri.endsWith(`/${PROJECT_FILE}`));
      if (projects) corpora.forget();
      const reports = changes.filter(({ uri }) => !uri.endsWith('.json'));
      corpora.watched(reports);
      return reports.length < changes.length;
    },
    closed: (uri) => {
      corpora.closed(uri);
    },
  };
}
