import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { createCorpusFiles } from '../../../server/src/platform/node/corpus-files.js';
import { errorCode } from '../../../server/src/platform/node/files/error-code.js';
import { createProjectLookup } from '../../../server/src/platform/node/files/project-lookup.js';
import { createScratch, type Scratch } from '../../../server/src/platform/node/files/testing/scratch.js';
import { createProjectSource } from '../../../server/src/platform/node/project-source.js';
import { createReportProjects } from './report-project.js';

/*
 * Three read project files: the client through VS Code, the server and the command line from the disk. They must
 * answer alike, or one file is a report to one and none to the others.
 */

/** As much of VS Code as the client needs for it, with the codes that VS Code has for what the system says. */
vi.mock('vscode', () => {
  class FileSystemError extends Error {
    constructor(readonly code: string) {
      super(code);
    }
  }
  const CODES: Readonly<Record<string, string>> = {
    ENOENT: 'FileNotFound',
    ENOTDIR: 'FileNotADirectory',
    EISDIR: 'FileIsADirectory',
    EACCES: 'NoPermissions',
    EPERM: 'NoPermissions',
  };
  const asVscode = (error: unknown): never => {
    throw new FileSystemError(CODES[errorCode(error) ?? ''] ?? 'Unknown');
  };
  const none = (): { dispose: () => void } => ({ dispose: () => undefined });
  return {
    FileSystemError,
    EventEmitter: class {
      readonly event = none;
      fire = (): void => undefined;
      dispose = (): void => undefined;
    },
    Uri: {
      joinPath: ({ path, scheme }: vscode.Uri, ...names: string[]) => ({
        scheme,
        path: join(path, ...names),
      }),
    },
    workspace: {
      fs: {
        readFile: ({ path }: vscode.Uri) => readFile(path).catch(asVscode),
      },
      createFileSystemWatcher: () => ({
        onDidCreate: none,
        onDidChange: none,
        onDidDelete: none,
        dispose: () => undefined,
      }),
      onDidChangeWorkspaceFolders: none,
      onDidSaveTextDocument: none,
      getWorkspaceFolder: () => undefined,
    },
  };
});

const OUTER = JSON.stringify({ version: 1, include: ['**/*.md'] });
/** What is wrong with the inner project file; whether it governs its folder all the same. */
const CASES: readonly (readonly [string, boolean, (scratch: Scratch, name: string) => unknown])[] = [
  ['is not there', false, () => undefined],
  [
    'is a link to nowhere',
    false,
    (scratch, name) => {
      symlinkSync('none', scratch.path(name));
    },
  ],
  ['is right', true, (scratch, name) => scratch.write(name, '{ "version": 1, "exclude": ["b.txt"] }')],
  [
    'begins with a byte order mark',
    true,
    (scratch, name) => scratch.write(name, '\ufeff{ "include": ["a.md"] }'),
  ],
  ['is right in part', true, (scratch, name) => scratch.write(name, '{ "include": ["a.md"], "exclude": 5 }')],
  ['is no JSON', true, (scratch, name) => scratch.write(name, 'nothing')],
  [
    'is a folder',
    true,
    (scratch, name) => {
      mkdirSync(scratch.path(name));
    },
  ],
  [
    'is a link to itself',
    true,
    (scratch, name) => {
      symlinkSync('report-corpus.json', scratch.path(name));
    },
  ],
  [
    'is GB18030',
    true,
    (scratch, name) =>
      scratch.write(
        name,
        Buffer.concat([Buffer.from('{ "include": ["a.md"] } // '), Buffer.from([0xd6, 0xd0])]),
      ),
  ],
  [
    'is UTF-16',
    true,
    (scratch, name) => scratch.write(name, Buffer.from('{ "include": ["a.md"] }', 'utf16le')),
  ],
];

const DENIED: (typeof CASES)[number] = [
  'may not be read',
  true,
  (scratch, name) => {
    chmodSync(scratch.write(name, '{ "include": ["a.md"] }'), 0);
  },
];
/** Root may; on Windows a mode takes no right. */
const mayReadAll = process.platform === 'win32' || process.getuid?.() === 0;

const uriAt = (path: string): vscode.Uri => ({ path, scheme: 'file' }) as unknown as vscode.Uri;

describe('a project file that', () => {
  const cases = mayReadAll ? CASES : [...CASES, DENIED];
  test.each(cases)('%s', async (_, governs, make) => {
    const scratch = createScratch();
    const outer = scratch.write('report-corpus.json', OUTER);
    mkdirSync(scratch.path('inner/deep'), { recursive: true });
    make(scratch, 'inner/report-corpus.json');
    const file = governs ? scratch.path('inner/report-corpus.json') : outer;

    const lookup = createProjectLookup();
    const files = createCorpusFiles(lookup);
    const projects = createReportProjects();
    for (const name of [
      'inner/a.md',
      'inner/b.txt',
      'inner/deep/c.txt',
      'inner/README.txt',
      'inner/d.report',
    ]) {
      const path = scratch.path(name);
      const uri = pathToFileURL(path).href;
      const command = await lookup.nearest(dirname(path));
      const client = await projects.of(uriAt(path));
      expect(command?.file, name).toBe(file);
      expect((await createProjectSource(lookup).find(uri))?.uri, name).toBe(pathToFileURL(file).href);
      expect(client?.file.path, name).toBe(file);
      const isReport = command?.isReport(path);
      expect(client?.isReport(uriAt(path)), name).toBe(isReport);
      expect(await files.isReport(pathToFileURL(file).href, uri), name).toBe(isReport);
    }
  });
});
