import * as vscode from 'vscode';
import type { FileContent } from '../../../server/src/core/json-file/file-content.js';
import { PROJECT_FILE, readProjectFile } from '../../../server/src/core/project-file.js';
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
    const content = await read(file);
    // One that gives no text governs its folder with the defaults, as it does for the server and the command line.
    if (content.kind !== 'missing') return govern(file, folder, content);
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

async function read(file: vscode.Uri): Promise<FileContent> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    return whyNot(file.scheme, error instanceof vscode.FileSystemError ? error.code : 'Unknown');
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'undecodable' };
  }
}

function whyNot(scheme: string, code: string): FileContent {
  switch (code) {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return { kind: 'missing' };
    case 'FileIsADirectory':
      return { kind: 'no-file' };
    case 'NoPermissions':
      return { kind: 'unreadable', code };
    default:
      // The disk tells what is not there from what it cannot give; other schemes need not, or have no files at all.
      return scheme === 'file' ? { kind: 'unreadable', code } : { kind: 'missing' };
  }
}

function govern(file: vscode.Uri, folder: vscode.Uri, content: FileContent): GoverningProject {
  // What is wrong in the file the server reports.
  const { project } = readProjectFile(content);
  const scope = createProjectScope(project);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return {
    file,
    folder,
    isReport: (uri) => uri.path.startsWith(prefix) && scope.isReport(uri.path.slice(prefix.length)),
  };
}
