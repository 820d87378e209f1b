import type { Connection, FileEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportService } from '../../../core/service.js';
import { createCorpus, type Corpus } from '../../../corpus/corpus.js';
import type { CorpusFiles } from '../../../corpus/corpus-files.js';
import type { CorpusIndex } from '../../../corpus/corpus-index.js';
import { summarise } from '../../../corpus/file-summary.js';
import type { Analyses } from '../../analyses.js';
import type { DocumentSettings, SettingsStore } from '../../settings.js';
import { createFillProgress } from './fill-progress.js';

/** A corpus as a handler sees it. */
export interface ReadCorpus {
  /** Its project file; undefined for the open reports that no project file governs. */
  readonly project: string | undefined;
  readonly index: CorpusIndex;
  /** Whether every report of it is in the index. */
  readonly complete: boolean;
}

/** How long a handler waits: `whole` until everything is read or somebody stops it, `present` for a moment only. */
export type Waiting = 'whole' | 'present';

/** The corpora of the open reports and folders, kept as the editor and the disk have them. */
export interface Corpora {
  /** The corpus that an open report belongs to. */
  of(uri: string, waiting: Waiting): Promise<ReadCorpus>;
  /** The corpus of a project file. */
  ofProject(project: string, waiting: Waiting): Promise<ReadCorpus>;
  /** All that the client has open: of its folders and of its documents. */
  all(folders: readonly string[], waiting: Waiting): Promise<readonly ReadCorpus[]>;
  /** Files were made, changed or deleted. */
  watched(changes: readonly FileEvent[]): void;
  closed(uri: string): void;
  /** Project files changed: which reports there are and how they are read may be different now. */
  forget(): void;
  /** The address of a file in the one form that the index has. */
  canonical(uri: string): string;
}

interface CorporaDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly settings: SettingsStore;
  readonly service: ReportService;
  readonly files: CorpusFiles;
  /** Whether the client shows progress that the server begins. */
  readonly showsProgress: () => boolean;
}

/** Milliseconds that an answer may wait for the index when it is also useful without. */
const PATIENCE = 300;
const CREATED = 1;
const DELETED = 3;

/** Builds each corpus on the first request that needs it. */
export function createCorpora(deps: CorporaDeps): Corpora {
  const { connection, documents, analyses, settings, service, files } = deps;
  const known = new Map<string | undefined, Corpus>();
  /** Stamp of the analysis that a corpus holds of an open report, and the project it went to. */
  const held = new Map<string, { readonly stamp: string; readonly project: string | undefined }>();
  /** What the disk told is worked off in order, before the next question. */
  let news: Promise<unknown> = Promise.resolve();

  const corpusOf = (project: string | undefined): Corpus => {
    const found = known.get(project);
    if (found !== undefined) return found;
    let chosen: DocumentSettings | undefined;
    const corpus = createCorpus({
      list: async () => {
        if (project === undefined) return [];
        chosen = await settings.get(project);
        return files.list(project);
      },
      read: (uri) => (project === undefined ? Promise.resolve(undefined) : files.read(uri)),
      summarise: (uri, text) => summarise(uri, service.parse(text, chosen)),
      rest: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => Date.now(),
      watch: () =>
        createFillProgress({
          connection,
          shows: deps.showsProgress(),
          language: () => chosen?.language ?? 'en',
        }),
    });
    known.set(project, corpus);
    return corpus;
  };

  /** Takes over what is open in the editor. */
  const sync = async (): Promise<void> => {
    await news;
    for (const { uri } of documents.all()) {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) continue;
      const project = projectOf(analysis.settings);
      const last = held.get(uri);
      if (last?.stamp === analysis.stamp && last.project === project && known.has(project)) continue;
      const name = files.canonical(uri);
      if (last !== undefined && last.project !== project) known.get(last.project)?.release(name);
      held.set(uri, { stamp: analysis.stamp, project });
      corpusOf(project).hold(summarise(name, analysis.report));
    }
  };
  const projectOf = ({ project }: DocumentSettings): string | undefined =>
    project === undefined ? undefined : files.canonical(project);

  const read = async (project: string | undefined, waiting: Waiting): Promise<ReadCorpus> => {
    const corpus = corpusOf(project);
    const filling = corpus.fill().catch((error: unknown) => {
      connection.console.error(`reading the corpus of ${project ?? 'open reports'}: ${String(error)}`);
      return false;
    });
    if (waiting === 'whole') await filling;
    else await patiently(filling);
    return { project, index: corpus.index, complete: corpus.isComplete() };
  };
  const ofProject = async (project: string, waiting: Waiting): Promise<ReadCorpus> => {
    await sync();
    return read(files.canonical(project), waiting);
  };

  return {
    async of(uri, waiting) {
      await sync();
      return read(projectOf(await settings.get(uri)), waiting);
    },
    ofProject,
    async all(folders, waiting) {
      await sync();
      const found = (await Promise.all(folders.map((folder) => files.projectsOf(folder)))).flat();
      const projects = new Set<string | undefined>([...found, ...known.keys()]);
      const corpora: ReadCorpus[] = [];
      for (const project of projects) corpora.push(await read(project, waiting));
      return corpora;
    },
    watched(changes) {
      news = news.then(async () => {
        for (const { uri, type } of changes) await take(files.canonical(uri), type);
      });
    },
    closed(uri) {
      const last = held.get(uri);
      held.delete(uri);
      const corpus = known.get(last?.project);
      if (last === undefined || corpus === undefined) return;
      const name = files.canonical(uri);
      corpus.release(name);
      if (last.project === undefined) corpus.drop(name);
      else news = news.then(() => keepIfReport(corpus, last.project, name));
    },
    forget() {
      known.clear();
      held.clear();
      files.forget();
    },
    canonical: (uri) => files.canonical(uri),
  };

  async function take(uri: string, type: number): Promise<void> {
    for (const [project, corpus] of known) {
      if (project === undefined || !uri.startsWith(project.replace(/[^/]*$/, ''))) continue;
      if (type === DELETED) corpus.drop(uri);
      else if (await files.isReport(project, uri).catch(() => false)) corpus.touch(uri);
      // A folder that came with everything in it is told as one; its reports are found by looking again.
      else if (type === CREATED && !/\.[^/.]+$/.test(uri)) corpus.listAgain();
    }
  }

  async function keepIfReport(corpus: Corpus, project: string | undefined, uri: string): Promise<void> {
    const stays = project !== undefined && (await files.isReport(project, uri).catch(() => false));
    if (!stays && !corpus.isHeld(uri)) corpus.drop(uri);
  }
}

async function patiently(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
