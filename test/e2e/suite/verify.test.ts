import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { afterEach, closeAll, openReport, page, suite, test, workspacePath, write } from '../support';

const dirty =
  '市委召開會(huì)議\n\n　　本報訊 7月3日，會(huì)議強調，要加強領導，發(fā)展經(jīng)濟，確保安全。\n';
const clean = dirty.replace(/\([^)]+\)/g, '');

const run = () => vscode.commands.executeCommand('reportCorpus.verifyAgainstHead');

let repositories = 0;

/**
 * A repository of its own, outside of the open folder: HEAD holds the report with its notes. Never twice at one place:
 * a served VS Code saves by itself, after the test has ended too.
 */
async function repository(): Promise<vscode.Uri> {
  const folder = `../verified/${++repositories}`;
  const uri = await write(`${folder}/a.report.txt`, dirty);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: workspacePath(folder), stdio: 'pipe' },
    );
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  return uri;
}

async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.edit((edit) => {
    edit.replace(all, text);
  });
}

/** Waits for the message that holds these words, and gives all of it. */
async function message(part: string): Promise<string> {
  const row = `.notifications-center .notification-list-item:has-text(${JSON.stringify(part)})`;
  await vscode.commands.executeCommand('notifications.showList');
  await page.waitFor(row);
  return page.text(row);
}

/** The comparison in the active tab. */
function comparison(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

suite('verify against Git HEAD', () => {
  afterEach(closeAll);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    rmSync(workspacePath('../verified'), { recursive: true, force: true });
  });

  test('a clean-up that changed no wording, unsaved as it is', async () => {
    const editor = await openReport(await repository());
    await replaceAll(editor, clean);
    await run();
    assert.equal(comparison(), undefined);
    if (await page.available())
      assert.match(await message('notes removed'), /4 notes removed, no other character changed/);
  });

  test('another wording opens the comparison at its place', async () => {
    const uri = await repository();
    const editor = await openReport(uri);
    await replaceAll(editor, clean.replace('7月3日', '7月4日'));
    await run();
    const input = comparison();
    assert.ok(input);
    assert.equal(input.modified.toString(), uri.toString());
    assert.equal(input.original.scheme, 'git');
    const before = await vscode.workspace.openTextDocument(input.original);
    assert.equal(before.getText(), dirty);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), uri.toString());
    assert.equal(active.document.getText(active.selection), '4');
    if (await page.available()) {
      assert.match(await message('not declared'), /“3” became “4”/);
      await page.screenshot('verify-against-head.png');
    }
  });

  test('a report that Git does not know is said to be new, and nothing opens', async () => {
    const beside = await repository();
    const uri = vscode.Uri.joinPath(beside, '../new.report.txt');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(clean));
    await openReport(uri);
    await run();
    assert.equal(comparison(), undefined);
    if (await page.available()) await message('Git HEAD does not have it');
  });
});
