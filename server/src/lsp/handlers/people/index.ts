import type { Connection, FileEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLexiconWords,
  type LexiconEntries,
  type LexiconWords,
} from '../../../core/features/lexicon-words.js';
import { builtInLexicon } from '../../../core/user-lexicon/index.js';
import { PROJECT_FILE } from '../../../core/project-file.js';
import type { ReportService } from '../../../core/service.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { Analyses, Analysis } from '../../analyses.js';
import type { OfficialsSource } from '../../officials-source.js';
import type { RunSafe } from '../../run-safe.js';
import type { SettingsStore } from '../../settings.js';
import type { SideFiles } from '../../side-files.js';
import { subjectAt } from '../../../core/features/subject.js';
import { createAddOfficial, registerCallOuts } from './call-outs.js';
import { registerCollect } from './collect.js';
import { registerCompletion } from './completion.js';
import { createCorpora, type OpenProjects } from './corpora.js';
import { officialsPart, reportsPart } from './hover-parts.js';
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
    readonly versionsEdits: boolean;
    readonly isOwn: boolean;
  };
  readonly officials: OfficialsSource;
  readonly sideFiles: SideFiles;
  /** The folders that the client has open. */
  readonly folders: () => readonly string[];
}

export interface People {
  /** What a hover card says beyond the report itself. */
  readonly hover: MoreHover;
  readonly actions: MoreActions;
  /** Files changed; whether settings have to be read anew. */
  watched(changes: readonly FileEvent[]): boolean;
  closed(uri: string): void;
  /** The client has other folders open. Tells which projects it still has open. */
  foldersChanged(): Promise<OpenProjects>;
}

/** Everything about people and phrases that looks beyond the one report. */
export function registerPeople(deps: PeopleDeps): People {
  const { connection, analyses, service, files, runSafe, settings, client, folders, sideFiles } = deps;
  const { converter } = service;
  const corpora = createCorpora({ ...deps, showsProgress: () => client().showsProgress });
  registerNavigation({ connection, analyses, corpora, runSafe });
  registerRename({
    ...deps,
    corpora,
    converter,
    annotates: () => client().annotatesChanges,
    versions: () => client().versionsEdits,
  });
  registerSymbols({ connection, corpora, converter, runSafe, folders, settings });
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
  const addOfficial = createAddOfficial(collect, deps.officials);

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
    actions: {
      offer: (analysis, range, params) => addOfficial.offer(analysis, range, params),
      addOfficial: (analysis, name) => addOfficial.edit(analysis, name),
    },
    watched(changes) {
      const isProject = ({ uri }: FileEvent): boolean => uri.endsWith(`/${PROJECT_FILE}`);
      const projects = changes.some(isProject);
      if (projects) corpora.forget();
      corpora.watched(changes.filter((change) => !isProject(change)));
      const beside = changes.some(({ uri }) => sideFiles.concerns(uri));
      if (beside) corpora.reread();
      return projects || beside;
    },
    closed: (uri) => {
      corpora.closed(uri);
    },
    foldersChanged: () => corpora.keepOnly(folders()),
  };
}
