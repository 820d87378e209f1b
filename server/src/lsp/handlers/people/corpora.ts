import {
  FileChangeType,
  type CancellationToken,
  type Connection,
  type FileEvent,
  type TextDocuments,
} from 'vscode-languageserver';
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
  /** All that the client has open: of its folders and of its documents. Those read so far where it is cancelled. */
  all(folders: readonly string[], waiting: Waiting, token: CancellationToken): Promise<readonly ReadCorpus[]>;
  /** Files were made, changed or deleted. */
  watched(changes: readonly FileEvent[]): void;
  /** Files beside project files changed; settings read from now on have them. */
  reread(): void;
  closed(uri: string): void;
  /** Project files changed: which reports there are and how they are read may be different now. */
  forget(): void;
  /** Other folders are open now: what belongs neither to them nor to open documents is dropped. */
  keepOnly(folders: readonly string[]): Promise<OpenProjects>;
  /** The address of a file in the one form that the index has. */
  canonical(uri: string): string;
}

/** Whether the project of a project file belongs to what the client has open. */
export type OpenProjects = (project: string | undefined) => boolean;

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
/**
 * Milliseconds for which the project files of a folder are not looked for again: every character typed into the
 * search for symbols is a question. News of a project file or a folder ends it earlier.
 */
const FRESH = 30_000;

interface Known {
  readonly corpus: Corpus;
  /** What its reports are read with. */
  settings: DocumentSettings | undefined;
}

/** Builds each corpus on the first request that needs it. */
export function createCorpora(deps: CorporaDeps): Corpora {
  const { connection, documents, analyses, settings, service, files } = deps;
  const known = new Map<string | undefined, Known>();
  /** Stamp of the analysis that a corpus holds of an open report, and the project it went to. */
  const held = new Map<string, { readonly stamp: string; readonly project: string | undefined }>();
  /** What the disk told is worked off in order, before the next question. */
  let news: Promise<unknown> = Promise.resolve();
  const projectsBelow = createProjectsBelow(files);

  const corpusOf = (project: string | undefined): Corpus => {
    const found = known.get(project);
    if (found !== undefined) return found.corpus;
    const corpus = createCorpus({
      list: async () => {
        if (project === undefined) return [];
        entry.settings = await settings.get(project);
        return files.list(project);
      },
      read: (uri) => (project === undefined ? Promise.resolve(undefined) : files.read(uri)),
      summarise: (uri, text) => summarise(uri, service.parse(text, entry.settings)),
      rest: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => Date.now(),
      watch: () =>
        createFillProgress({
          connection,
          shows: deps.showsProgress(),
          language: () => entry.settings?.language ?? 'en',
        }),
    });
    const entry: Known = { corpus, settings: undefined };
    known.set(project, entry);
    return corpus;
  };
  const discard = (project: string | undefined): void => {
    known.get(project)?.corpus.dispose();
    known.delete(project);
    for (const [uri, last] of held) if (last.project === project) held.delete(uri);
  };
  const inOrder = (work: () => Promise<void>): void => {
    news = news.then(work).catch((error: unknown) => {
      connection.console.error(`news of files: ${String(error)}`);
    });
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
      if (last !== undefined && last.project !== project) known.get(last.project)?.corpus.release(name);
      held.set(uri, { stamp: analysis.stamp, project });
      corpusOf(project).hold(summarise(name, analysis.report));
    }
  };
  const projectOf = ({ project }: DocumentSettings): string | undefined =>
    project === undefined ? undefined : files.canonical(project);

  const read = async (project: string | undefined, waiting: Waiting): Promise<ReadCorpus> => {
    await sync();
    const corpus = corpusOf(project);
    const filling = corpus.fill().catch((error: unknown) => {
      connection.console.error(`reading the corpus of ${project ?? 'open reports'}: ${String(error)}`);
      return false;
    });
    if (waiting === 'present') await patiently(filling);
    else {
      await filling;
      // It was given up meanwhile, half read: whoever waits for all of it wants the one in its place.
      if (known.get(project)?.corpus !== corpus) return read(project, waiting);
    }
    return { project, index: corpus.index, complete: corpus.isComplete() };
  };
  /** The projects at, above and below folders, and those of open documents. */
  const openProjects = async (folders: readonly string[]): Promise<OpenProjects> => {
    const open = await Promise.all(
      documents.all().map(async ({ uri }) => projectOf(await settings.get(uri))),
    );
    const ofDocuments = new Set(open);
    const paths = folders.map((folder) => `${files.canonical(folder).replace(/\/$/, '')}/`);
    return (project) =>
      ofDocuments.has(project) ||
      (project !== undefined &&
        paths.some((path) => project.startsWith(path) || path.startsWith(folderOf(project))));
  };

  return {
    async of(uri, waiting) {
      return read(projectOf(await settings.get(uri)), waiting);
    },
    ofProject: (project, waiting) => read(files.canonical(project), waiting),
    async all(folders, waiting, token) {
      await sync();
      const found = await projectsBelow.of(folders);
      const isOpen = await openProjects(folders);
      const projects = new Set([...found, ...[...known.keys()].filter(isOpen)]);
      const corpora: ReadCorpus[] = [];
      for (const project of projects) {
        if (token.isCancellationRequested) break;
        corpora.push(await read(project, waiting));
      }
      return corpora;
    },
    watched(changes) {
      inOrder(async () => {
        for (const { uri, type } of changes) await take(files.canonical(uri), type);
      });
    },
    reread() {
      inOrder(async () => {
        for (const [project, { settings: used }] of [...known]) {
          if (project === undefined) continue;
          const now = await settings.get(project);
          // The same objects as long as the files have the same texts.
          if (now.people !== used?.people || now.lexicon !== used?.lexicon) discard(project);
        }
      });
    },
    closed(uri) {
      const last = held.get(uri);
      held.delete(uri);
      const corpus = known.get(last?.project)?.corpus;
      if (last === undefined || corpus === undefined) return;
      const name = files.canonical(uri);
      corpus.release(name);
      if (last.project === undefined) corpus.drop(name);
      else inOrder(() => keepIfReport(corpus, last.project, name));
    },
    forget() {
      for (const project of [...known.keys()]) discard(project);
      held.clear();
      projectsBelow.forget();
      files.forget();
    },
    async keepOnly(folders) {
      const isOpen = await openProjects(folders);
      for (const project of [...known.keys()]) if (!isOpen(project)) discard(project);
      projectsBelow.forget();
      return isOpen;
    },
    canonical: (uri) => files.canonical(uri),
  };

  async function take(uri: string, type: FileChangeType): Promise<void> {
    const isNewFolder = type === FileChangeType.Created && (await files.isFolder(uri));
    // Project files may have come or gone with it.
    if (isNewFolder || type === FileChangeType.Deleted) projectsBelow.forget();
    for (const [project, { corpus }] of [...known]) {
      if (project === undefined) continue;
      if (type === FileChangeType.Deleted && project.startsWith(`${uri}/`)) discard(project);
      if (!uri.startsWith(folderOf(project))) continue;
      if (type === FileChangeType.Deleted) corpus.drop(uri);
      // A folder that came with everything in it is told as one; its reports are found by looking again.
      else if (isNewFolder) corpus.listAgain();
      else if (await files.isReport(project, uri).catch(() => false)) corpus.touch(uri);
    }
  }

  async function keepIfReport(corpus: Corpus, project: string | undefined, uri: string): Promise<void> {
    const stays = project !== undefined && (await files.isReport(project, uri).catch(() => false));
    if (!stays && !corpus.isHeld(uri)) corpus.drop(uri);
  }
}

/** The project files at and below folders, looked for again when something tells of a change, or after a while. */
function createProjectsBelow(files: CorpusFiles): {
  readonly of: (folders: readonly string[]) => Promise<readonly string[]>;
  readonly forget: () => void;
} {
  const known = new Map<string, { readonly projects: Promise<readonly string[]>; readonly since: number }>();
  const inFolder = (folder: string): Promise<readonly string[]> => {
    const last = known.get(folder);
    if (last !== undefined && Date.now() - last.since < FRESH) return last.projects;
    const projects = files.projectsOf(folder);
    known.set(folder, { projects, since: Date.now() });
    return projects;
  };
  return {
    of: async (folders) => (await Promise.all(folders.map(inFolder))).flat(),
    forget: () => {
      known.clear();
    },
  };
}

/** The folder of a project file, with its last slash. */
function folderOf(project: string): string {
  return project.replace(/[^/]*$/, '');
}

async function patiently(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
