import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
  WatchKind,
  BulkRegistration,
  type Connection,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Project } from '../../../core/project-file.js';
import type { Registrations } from '../../registrations.js';

/** What a client can do about watching. */
export interface WatchSupport {
  /** Whether watchers can be registered while it runs. */
  readonly registers: boolean;
  /** Whether a pattern may be relative to a folder. */
  readonly relative: boolean;
  /** Whether it can be asked while it runs to tell of further open documents. */
  readonly synchronises: boolean;
}

/** What the client is asked to tell of a project's files. */
export interface Watching {
  /** News of its reports and of the JSON files beside them. */
  watch(project: string, settings: Pick<Project, 'include'>): void;
  /** The text of a file beside it while it is open: its unsaved changes count, and edits of it have a version. */
  synchronise(project: string, file: string): void;
}

export function createWatching(
  connection: Connection,
  registrations: Registrations,
  support: () => WatchSupport,
): Watching {
  return {
    watch(project, { include }) {
      const { registers, relative } = support();
      if (!registers) return;
      const folder = project.replace(/\/[^/]*$/, '');
      const pattern = reportPattern(include);
      const glob = (one: string): FileSystemWatcher['globPattern'] =>
        relative ? { baseUri: folder, pattern: one } : one;
      const watchers: FileSystemWatcher[] = [
        { globPattern: glob(pattern) },
        // Of a folder that goes or comes with everything in it there is one piece of news, without an extension.
        { globPattern: glob('**/*'), kind: WatchKind.Create | WatchKind.Delete },
      ];
      registrations.want(project, 'reports', `watch ${relative ? folder : ''} ${pattern}`, () =>
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    },
    synchronise(project, file) {
      if (!support().synchronises) return;
      const pattern = exactPattern(file);
      if (pattern === undefined) return;
      // By language too: where a client has the file open as a report it tells of it already, and a change told
      // twice would be made twice.
      const documentSelector = ['json', 'jsonc'].map((language) => ({ language, scheme: 'file', pattern }));
      const bulk = BulkRegistration.create();
      // Changes first: an open document is told of as soon as its opening is registered.
      bulk.add(DidChangeTextDocumentNotification.type, {
        documentSelector,
        syncKind: TextDocumentSyncKind.Incremental,
      });
      bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
      bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
      registrations.want(project, file, `synchronise ${file}`, () => connection.client.register(bulk));
    },
  };
}

/** Files with the extensions that `include` names, of reports always and of JSON; all files where it names none. */
function reportPattern(include: readonly string[]): string {
  const extensions = new Set(['report', 'json']);
  for (const pattern of include) {
    const extension = /\.([A-Za-z0-9]+)$/.exec(pattern)?.[1];
    if (extension === undefined) return '**/*';
    extensions.add(extension);
  }
  return `**/*.{${[...extensions].sort().join(',')}}`;
}

/** The glob that takes one file and no other; undefined for an address that is no path. */
export function exactPattern(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  const path = decodeURIComponent(uri.slice('file://'.length)).replace(/^\/(?=[A-Za-z]:\/)/, '');
  return path.replace(/[*?[\]{}]/g, '[$&]');
}
