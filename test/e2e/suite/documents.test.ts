import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  afterEach,
  closeAll,
  extension,
  next,
  page,
  show,
  skip,
  suite,
  test,
  workspacePath,
  write,
} from '../support';

const body =
  '2021-07-03 20:06\n某市召开防汛工作会议\n\n' +
  '　　某日报讯　7月3日，市委书记王某主持召开会议，传达上级精神，研究部署下一步工作。\n'.repeat(8);

/** Resolves when the document has the language; at once when it has it. */
async function language(document: vscode.TextDocument, wanted: string): Promise<void> {
  await next(
    vscode.workspace.onDidOpenTextDocument,
    () => document.languageId === wanted,
    () => (document.languageId === wanted ? document : undefined),
  );
}

/** A folder beside the one that is open, where no project file governs. */
function looseFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(workspacePath('..', 'loose-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Ways in which a file gives no text; a mode would not do: root may read everything. */
const UNREADABLE: Readonly<Record<string, (file: string) => void>> = {
  'a folder': (file) => {
    mkdirSync(file);
  },
  'no UTF-8': (file) => {
    writeFileSync(file, Buffer.from([0x7b, 0xd6, 0xd0, 0x7d]));
  },
  ...(process.platform === 'win32'
    ? {}
    : {
        'a link to itself': (file: string): void => {
          symlinkSync(file, file);
        },
      }),
};

suite('documents', () => {
  afterEach(closeAll);
  afterEach(() => {
    rmSync(workspacePath('documents'), { recursive: true, force: true });
  });

  test('*.report.txt and *.report are reports without a project file', async () => {
    const folder = looseFolder({ 'a.report.txt': body, 'b.report': body });
    for (const name of ['a.report.txt', 'b.report'])
      assert.equal((await show(vscode.Uri.file(join(folder, name)))).document.languageId, 'corpus-report');
  });

  test('a project file makes reports of what it includes, also of open documents, and gives them back', async () => {
    mkdirSync(workspacePath('documents'), { recursive: true });
    const project = await write('documents/report-corpus.json', '{ "version": 1, "include": [] }');
    const { document } = await show(await write('documents/one.txt', body));
    const { document: excluded } = await show(await write('documents/README.txt', body));
    assert.equal(document.languageId, 'plaintext');
    await vscode.workspace.fs.writeFile(project, Buffer.from('{ "version": 1 } // all of them'));
    await language(document, 'corpus-report');
    assert.equal(excluded.languageId, 'plaintext');
    await vscode.workspace.fs.writeFile(project, Buffer.from('{ "version": 1, "exclude": ["one.txt"] }'));
    await language(document, 'plaintext');
  });

  for (const [what, make] of Object.entries(UNREADABLE)) {
    test(`a project file that is ${what} gives its folder the defaults and says why`, async () => {
      await write('documents/report-corpus.json', '{ "version": 1, "include": ["*.md"] }');
      await write('documents/inner/one.txt', body);
      const project = workspacePath('documents/inner/report-corpus.json');
      make(project);
      const { document } = await show('documents/inner/one.txt');
      await language(document, 'corpus-report');
      const messages = (): string[] =>
        vscode.languages.getDiagnostics(vscode.Uri.file(project)).map(({ message }) => message);
      await next(
        vscode.languages.onDidChangeDiagnostics,
        () => messages().length > 0,
        () => (messages().length > 0 ? { uris: [] } : undefined),
      );
      assert.match(messages().join('\n'), /^the project file .*so the defaults apply/);
    });
  }

  test('a language that a person chose stays', async () => {
    await write('documents/report-corpus.json', '{ "version": 1 }');
    const { document } = await show(await write('documents/chosen.txt', body));
    await language(document, 'corpus-report');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const { document: other } = await show(await write('documents/other.txt', body));
    await language(other, 'corpus-report');
    assert.equal(document.languageId, 'plaintext');
  });

  test('unsaved changes and undo survive the change of language', async () => {
    const folder = looseFolder({ 'a.txt': body });
    const editor = await show(vscode.Uri.file(join(folder, 'a.txt')));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '新');
    });
    await vscode.commands.executeCommand('reportCorpus.initialiseCorpus', vscode.Uri.file(folder));
    await language(editor.document, 'corpus-report');
    assert.ok(editor.document.isDirty);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), body);
  });

  test('a corpus is suggested in the status bar, and a click makes it', async () => {
    if (!(await page.available())) skip('the desktop VS Code has no page');
    const folder = looseFolder({ 'a.txt': body, 'b.txt': 'A shopping list: milk, bread.' });
    const item = '#report-corpus\\.report-corpus\\.reportCorpus\\.suggestion';
    const { document } = await show(vscode.Uri.file(join(folder, 'b.txt')));
    await page.waitFor(item, 'hidden');
    assert.equal(document.languageId, 'plaintext');
    const report = await show(vscode.Uri.file(join(folder, 'a.txt')));
    await page.waitFor(item);
    await page.hover(item);
    await page.waitFor('.monaco-hover:has-text("Do not suggest")');
    await page.screenshot('suggestion.png');
    await page.click(item);
    await language(report.document, 'corpus-report');
    await page.waitFor(item, 'hidden');
    const written = JSON.parse(readFileSync(join(folder, 'report-corpus.json'), 'utf8')) as {
      version: unknown;
    };
    assert.equal(written.version, 1);
  });

  test('the suggestion can be dismissed for the folder', async () => {
    if (!(await page.available())) skip('the desktop VS Code has no page');
    const folder = looseFolder({ 'a.txt': body, 'b.txt': body });
    const item = '#report-corpus\\.report-corpus\\.reportCorpus\\.suggestion';
    await show(vscode.Uri.file(join(folder, 'a.txt')));
    await page.waitFor(item);
    await vscode.commands.executeCommand('reportCorpus.dismissSuggestion');
    await page.waitFor(item, 'hidden');
    await show(vscode.Uri.file(join(folder, 'b.txt')));
    await page.waitFor(item, 'hidden');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
  });

  test('the project file is JSON with comments and has our schema', async () => {
    const project = await write('documents/report-corpus.json', '// ours\n{ "version": 2, "inclde": [] }\n');
    const { document } = await show(project);
    assert.equal(document.languageId, 'jsonc');
    const messages = (): string[] => vscode.languages.getDiagnostics(project).map(({ message }) => message);
    await next(
      vscode.languages.onDidChangeDiagnostics,
      () => messages().length >= 2,
      () => (messages().length >= 2 ? { uris: [] } : undefined),
    );
    assert.match(messages().join('\n'), /inclde/);
  });

  test('the extension contributes its commands in both languages', () => {
    const { packageJSON } = extension() as {
      packageJSON: { contributes: { commands: { title: string }[] } };
    };
    assert.ok(packageJSON.contributes.commands.every(({ title }) => !title.includes('%')));
  });
});
