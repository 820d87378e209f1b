import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { afterEach, closeAll, next, page, suite, test, workspacePath, write } from '../support';
import { comparison, needsPage, plan, row, run } from '../support/conversion-plan';

const dirty = '市長羅干召開會議\n';
const clean = '市长罗干召开会议\n';

/** A file system under `broken:` with one file and, beside its folder, a folder `locked` that cannot be listed. */
function brokenDisk(file: vscode.Uri, text: string): vscode.Disposable {
  const { Directory, File } = vscode.FileType;
  const entries: Readonly<Record<string, readonly [string, vscode.FileType][]>> = {
    '/corpus': [
      ['good', Directory],
      ['locked', Directory],
    ],
    '/corpus/good': [['a.txt', File]],
  };
  const denied = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return vscode.workspace.registerFileSystemProvider('broken', {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      if (uri.path === file.path) return { type: File, ctime: 0, mtime: 0, size: Buffer.byteLength(text) };
      if (uri.path === '/corpus/locked' || uri.path in entries)
        return { type: Directory, ctime: 0, mtime: 0, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory: (uri) => [...(entries[uri.path] ?? denied(uri))],
    readFile: (uri) => {
      if (uri.path === file.path) return Buffer.from(text);
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    createDirectory: denied,
    delete: denied,
    rename: denied,
    writeFile: denied,
  });
}

suite('conversion plan: files as they are', () => {
  afterEach(async () => {
    await run('conversionPlan.cancel');
    await closeAll();
    rmSync(workspacePath('plan-files'), { recursive: true, force: true });
  });

  test('a comparison shows what the file is now, and follows what is typed in it', async () => {
    const a = await write('plan-files/a.txt', dirty);
    await plan('convertToSimplified', vscode.Uri.file(workspacePath('plan-files')));
    const compare = async (): Promise<vscode.TextDocument> => {
      await run('conversionPlan.openChanges', { place: { address: a.toString() } });
      const { modified } = await comparison();
      return vscode.workspace.openTextDocument(modified);
    };
    const becomes = async (document: vscode.TextDocument, text: string): Promise<void> => {
      const now = (): boolean => document.getText() === text;
      await next(vscode.workspace.onDidChangeTextDocument, now, () =>
        now() ? ({} as vscode.TextDocumentChangeEvent) : undefined,
      );
    };
    assert.equal((await compare()).getText(), clean);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const original = await vscode.workspace.openTextDocument(a);
    writeFileSync(a.fsPath, '會議記錄\n');
    await becomes(original, '會議記錄\n');

    const after = await compare();
    assert.equal(after.getText(), '会议记录\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(a, new vscode.Position(0, 0), '發展');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await becomes(after, '发展会议记录\n');
  });

  test('a folder that cannot be listed is left out and named, and the rest is planned', async () => {
    await needsPage();
    const good = vscode.Uri.parse('broken:/corpus/good/a.txt');
    const disk = brokenDisk(good, dirty);
    try {
      await plan('convertToSimplified', vscode.Uri.parse('broken:/corpus'), vscode.Uri.parse('broken:/gone'));
      await page.waitFor(row('a.txt'));
      await page.press('End');
      await page.press('ArrowRight');
      await page.waitFor(row('gone'));
      assert.match(await page.text(row('locked')), /folder that cannot be listed/);
      assert.match(await page.text(row('gone')), /cannot be read/);
      await page.screenshot('conversion-plan-left-out.png');
    } finally {
      disk.dispose();
    }
  });
});
