import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Project } from '../../../core/project-file.js';

/** What a client can do about watching. */
export interface WatchSupport {
  /** Whether watchers can be registered while it runs. */
  readonly registers: boolean;
  /** Whether a pattern may be relative to a folder. */
  readonly relative: boolean;
}

/** Asks the client once a project for news of its reports and of the JSON files beside them. */
export function createWatching(
  connection: Connection,
  support: () => WatchSupport,
): (project: string, settings: Pick<Project, 'include'>) => void {
  const registered = new Set<string>();
  return (project, { include }) => {
    const { registers, relative } = support();
    if (!registers) return;
    const folder = project.replace(/\/[^/]*$/, '');
    const pattern = reportPattern(include);
    const key = `${relative ? folder : ''} ${pattern}`;
    if (registered.has(key)) return;
    registered.add(key);
    const glob = (one: string): FileSystemWatcher['globPattern'] =>
      relative ? { baseUri: folder, pattern: one } : one;
    const watchers: FileSystemWatcher[] = [
      { globPattern: glob(pattern) },
      // Of a folder that goes or comes with everything in it there is one piece of news, without an extension.
      { globPattern: glob('**/*'), kind: WatchKind.Create | WatchKind.Delete },
    ];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => {
        connection.console.warn(`client/registerCapability: ${String(error)}`);
      });
  };
}

/** Files with the extensions that `include` names, of reports always and of JSON; all files where it names none. */
export function reportPattern(include: readonly string[]): string {
  const extensions = new Set(['report', 'json']);
  for (const pattern of include) {
    const extension = /\.([A-Za-z0-9]+)$/.exec(pattern)?.[1];
    if (extension === undefined) return '**/*';
    extensions.add(extension);
  }
  return `**/*.{${[...extensions].sort().join(',')}}`;
}
