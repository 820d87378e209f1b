import * as vscode from 'vscode';
import { PROJECT_FILE, parseProjectFile } from '../../../server/src/core/project-file.js';
import { createProjectScope } from '../../../server/src/corpus/project-scope.js';
import { folderOf } from './report-document.js';

/** A project file with the folder that it governs. */
export interface GoverningProject {
  readonly file: vscode.Uri;
  readonly folder: vscode.Uri;
  /** Whether a file below the folder is one of its reports. */
  isReport(uri: vscode.Uri): boolean;
}

export interface ReportProjects {
  dispose(): void;
  /** The nearest project file upwards from a file. */
  of(uri: vscode.Uri): Promise<GoverningProject | undefined>;
  /** The nearest project file in a folder or above it. */
  ofFolder(folder: vscode.Uri): Promise<GoverningProject | undefined>;
  /** Reads the project files again when they are asked for. */
  refresh(): void;
  /** Project files came, went or changed. */
  readonly onDidChange: vscode.Event<void>;
}

export function createReportProjects(): ReportProjects {
  const changed = new vscode.EventEmitter<void>();
  const found = new Map<string, Promise<GoverningProject | undefined>>();

  const refresh = (): void => {
    found.clear();
    changed.fire();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${PROJECT_FILE}`);
  const subscriptions = [
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    // Outside the open folders nothing is watched; a file saved in this window is known all the same.
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.uri.path.endsWith(`/${PROJECT_FILE}`)) refresh();
    }),
    changed,
  ];

  const search = async (folder: vscode.Uri): Promise<GoverningProject | undefined> => {
    const file = vscode.Uri.joinPath(folder, PROJECT_FILE);
    const text = await readText(file);
    if (text !== undefined) return govern(file, folder, text);
    const parent = folderOf(folder);
    return parent.path === folder.path ? undefined : ofFolder(parent);
  };
  const ofFolder = (folder: vscode.Uri): Promise<GoverningProject | undefined> => {
    const key = folder.toString();
    const known = found.get(key);
    if (known !== undefined) return known;
    const answer = search(folder);
    if (vscode.workspace.getWorkspaceFolder(folder) !== undefined) found.set(key, answer);
    return answer;
  };

  return {
    of: async (uri) => (uri.scheme === 'untitled' ? undefined : ofFolder(folderOf(uri))),
    ofFolder,
    refresh,
    onDidChange: changed.event,
    dispose: () => {
      for (const one of subscriptions) one.dispose();
    },
  };
}

async function readText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    // Not there, or not to be read: then it governs nothing, and the search goes on upwards.
    return undefined;
  }
}

function govern(file: vscode.Uri, folder: vscode.Uri, text: string): GoverningProject {
  // What is wrong in the file the server reports.
  const { project } = parseProjectFile(text);
  const scope = createProjectScope(project);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return {
    file,
    folder,
    isReport: (uri) => uri.path.startsWith(prefix) && scope.isReport(uri.path.slice(prefix.length)),
  };
}
