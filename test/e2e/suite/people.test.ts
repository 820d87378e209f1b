import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  afterEach,
  beforeEach,
  closeAll,
  diagnostics,
  next,
  openReport,
  page,
  ruleOf,
  skip,
  suite,
  test,
  workspacePath,
  write,
} from '../support';

/* One person in three reports: Simplified, Traditional, and Traditional with pinyin notes. Everything is invented. */
const REPORTS = {
  'flood.txt':
    '霖川市召开防汛工作会议\n发布日期：2023-07-03\n来源：霖川日报\n7月3日上午，霖川市委书记张敬华主持召开防汛工作会议。张敬华强调，要压实责任，做到外防输入、内防反弹。\n',
  'water.txt':
    '霖川市召開供水工作會議\n發布日期：2021-05-06\n來源：霖川日報\n5月6日，霖川市委書記張敬華主持會議，副市長沈若蘭出席。會議要求，各縣區要壓實責任，確保安全。\n',
  'heat (mirror).txt':
    '霖川市召開(kāi)供熱(rè)工作會(huì)議\n11月2日，霖川市委書(shū)記張(zhāng)敬華主持會(huì)議。會(huì)議要求，各縣(xiàn)區(qū)要壓實(shí)責(zé)任，外防輸(shū)入、內(nèi)防反彈(dàn)。\n',
};
/** Each test has a corpus of its own: one that goes and comes within a moment is told as nothing at all. */
let count = 0;
const folder = (...parts: string[]): string => [`people-${count}`, ...parts].join('/');

const command = <T>(id: string, ...values: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(id, ...values);
const place = (document: vscode.TextDocument, piece: string, n = 0): vscode.Position => {
  let at = -1;
  for (let i = 0; i <= n; i++) at = document.getText().indexOf(piece, at + 1);
  assert.ok(at >= 0, `the text holds ${piece}`);
  return document.positionAt(at + 1);
};
const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
const onDisk = (name: string): string => readFileSync(workspacePath(folder(name)), 'utf8');
/** The words at locations, by file. */
const words = async (locations: readonly vscode.Location[]): Promise<string[]> =>
  Promise.all(
    locations.map(async ({ uri, range }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      return `${nameOf(uri)}: ${document.getText(range)}`;
    }),
  );
const references = async (document: vscode.TextDocument, piece: string): Promise<string[]> =>
  (
    await words(
      await command<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, piece),
      ),
    )
  ).sort();

const EVERYWHERE = [
  'flood.txt: 张敬华',
  'flood.txt: 张敬华',
  'heat (mirror).txt: 張(zhāng)敬華',
  'water.txt: 張敬華',
];

suite('people', () => {
  beforeEach(async () => {
    count++;
    await write(folder('report-corpus.json'), '{ "version": 1 }\n');
    for (const [name, text] of Object.entries(REPORTS)) await write(folder(name), text);
  });
  afterEach(closeAll);
  afterEach(async () => {
    await command('notifications.clearAll');
    rmSync(workspacePath(folder()), { recursive: true, force: true });
  });
  const open = async (name: keyof typeof REPORTS): Promise<vscode.TextDocument> =>
    (await openReport(vscode.Uri.file(workspacePath(folder(name))))).document;

  test('a name is found everywhere, from every script', async () => {
    const pieces = {
      'flood.txt': '张敬华',
      'water.txt': '張敬華',
      'heat (mirror).txt': '張(zhāng)敬華',
    } as const;
    for (const [name, piece] of Object.entries(pieces)) {
      const document = await open(name as keyof typeof REPORTS);
      assert.deepEqual(await references(document, piece), EVERYWHERE);
    }
  });

  test('definition, highlights and symbols', async () => {
    const document = await open('flood.txt');
    const definition = await command<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place(document, '张敬华'),
    );
    assert.deepEqual(await words(definition), ['water.txt: 張敬華']);
    const highlights = await command<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      place(document, '张敬华'),
    );
    assert.equal(highlights.length, 2);
    for (const query of ['张敬华', '張敬華']) {
      const symbols = await command<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      const ours = symbols.find(({ containerName }) => containerName.includes('霖川市委书记'));
      assert.equal(ours?.name, query);
    }
  });

  test('files that are made and deleted on the disk count at once', async () => {
    const document = await open('flood.txt');
    // Without a look into the files: what VS Code has open counts as it is there.
    const found = async (): Promise<number> =>
      (
        await command<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          place(document, '张敬华'),
        )
      ).length;
    assert.equal(await found(), 4);
    const everything = new vscode.RelativePattern(workspacePath(folder()), '**/*');
    const watcher = vscode.workspace.createFileSystemWatcher(everything);
    const made = next(watcher.onDidCreate);
    await write(folder('2024/new.txt'), REPORTS['flood.txt']);
    await made;
    // The client passes news on in bundles; each turn is a request of its own, and the test's limit ends a vain wait.
    while ((await found()) !== 6);
    const deleted = next(watcher.onDidDelete);
    rmSync(workspacePath(folder('2024')), { recursive: true });
    await deleted;
    while ((await found()) !== 4);
    watcher.dispose();
  });

  test('completion offers a person behind the post, in the script of the report', async () => {
    const document = await open('water.txt');
    await references(document, '張敬華');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), '會後，霖川市委書記');
    await vscode.workspace.applyEdit(edit);
    const list = await command<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(4, 9),
    );
    assert.ok(list.items.some(({ label }) => label === '張敬華'));
    const nothing = await command<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(4, 2),
    );
    assert.ok(!nothing.items.some(({ label }) => label === '張敬華'));
  });

  test('renaming shows what it would do, and changes other reports only where they are ticked', async () => {
    if (!(await page.available())) skip('the desktop has no page');
    const document = await open('flood.txt');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = place(document, '张敬华');
    editor.selection = new vscode.Selection(at, at);
    await command('workbench.action.focusActiveEditorGroup');
    void command('editor.action.rename');
    await page.waitFor('.rename-box input');
    await page.click('.rename-box input');
    await page.press('Control+a');
    await page.type('张静骅');
    await page.press('Enter');
    await page.waitFor('.bulk-edit-panel .monaco-list-row');
    await page.screenshot('people-rename.png');
    // The list is gone before the edit is in the document.
    const changed = next(
      vscode.workspace.onDidChangeTextDocument,
      (event) => event.document === document && !document.getText().includes('张敬华'),
    );
    await command('refactorPreview.apply');
    await changed;
    assert.equal(document.getText(), REPORTS['flood.txt'].replaceAll('张敬华', '张静骅'));
    assert.equal(onDisk('water.txt'), REPORTS['water.txt']);
  });

  test('the edit of a renaming reaches every report, in its own script, without notes', async () => {
    const document = await open('flood.txt');
    const edit = await command<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, '张敬华'),
      '张静骅',
    );
    const after = await Promise.all(
      edit.entries().map(async ([uri, edits]) => {
        const { length } = edits;
        const whole = new vscode.WorkspaceEdit();
        whole.set(uri, edits);
        assert.ok(await vscode.workspace.applyEdit(whole));
        const { getText } = await vscode.workspace.openTextDocument(uri).then((one) => ({
          getText: () => one.getText(),
        }));
        return [nameOf(uri), length, getText()] as const;
      }),
    );
    const texts = Object.fromEntries(after.map(([name, , text]) => [name, text]));
    assert.equal(texts['water.txt'], REPORTS['water.txt'].replace('張敬華', '張靜驊'));
    assert.equal(texts['heat (mirror).txt'], REPORTS['heat (mirror).txt'].replace('張(zhāng)敬華', '張靜驊'));
  });

  test('officials are collected, confirmed in a list, and known from then on', async () => {
    if (!(await page.available())) skip('the desktop has no page');
    const document = await open('water.txt');
    void command('reportCorpus.collectOfficials');
    await page.waitFor('.quick-input-widget .quick-input-list .monaco-list-row:has-text("沈若兰")');
    await page.screenshot('people-collect.png');
    for (const name of ['张敬华', '沈若兰'])
      await page.click(`.quick-input-widget .monaco-list-row:has-text("${name}")`);
    await page.press('Enter');
    const file = vscode.Uri.file(workspacePath(folder('officials.json')));
    const message = '.notifications-center .notification-list-item:has-text("officials.json")';
    await page.waitFor('.quick-input-widget', 'hidden');
    while ((await page.count(message)) === 0) await command('notifications.showList');
    const { officials } = JSON.parse(readFileSync(file.fsPath, 'utf8')) as { officials: { name: string }[] };
    assert.deepEqual(officials.map(({ name }) => name).sort(), ['张敬华', '沈若兰']);

    // Somebody takes one out by hand: the report says so, and its light bulb puts them back.
    const without = JSON.stringify({
      version: 1,
      officials: officials.filter(({ name }) => name === '张敬华'),
    });
    await write(folder('officials.json'), `${without}\n`);
    const [hint] = await diagnostics(document, (all) =>
      all.some((one) => ruleOf(one) === 'unknown-official'),
    ).then((all) => all.filter((one) => ruleOf(one) === 'unknown-official'));
    assert.match(hint?.message ?? '', /沈若兰/);
    const lenses = await command<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
    assert.ok(lenses.some(({ command: one }) => one?.title === '1 official is not in the officials file'));
    const actions = await command<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place(document, '沈若蘭'), place(document, '沈若蘭')),
      'quickfix',
      9,
    );
    const add = actions.find(({ title }) => title.includes('沈若兰'));
    assert.ok(add?.edit && (await vscode.workspace.applyEdit(add.edit)));
    await (await vscode.workspace.openTextDocument(file)).save();
    await diagnostics(document, (all) => !all.some((one) => ruleOf(one) === 'unknown-official'));
    const definition = await command<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place(document, '沈若蘭'),
    );
    assert.deepEqual(await words(definition), ['officials.json: "沈若兰"']);
  });

  test('an officials file with unsaved changes takes entries one after another, a renaming, and their undoing', async () => {
    const known = { name: '顾维桢', posts: [{ post: '市长', place: '霖川市' }] };
    await write(
      folder('officials.json'),
      `${JSON.stringify({ version: 1, officials: [known] }, undefined, 2)}\n`,
    );
    const file = await vscode.workspace.openTextDocument(workspacePath(folder('officials.json')));
    await vscode.window.showTextDocument(file);
    const unsaved = new vscode.WorkspaceEdit();
    unsaved.insert(file.uri, new vscode.Position(0, 0), '\n\n\n');
    assert.ok(await vscode.workspace.applyEdit(unsaved));
    const before = file.getText();
    const names = (): string[] =>
      (JSON.parse(file.getText()) as { officials: { name: string }[] }).officials
        .map(({ name }) => name)
        .sort();

    const document = await open('water.txt');
    const add = async (piece: string): Promise<void> => {
      const at = place(document, piece);
      const actions = await command<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
        'quickfix',
        9,
      );
      const action = actions.find(({ title }) => title.endsWith('to the officials file'));
      assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
    };
    // Nothing is waited for in between: no save, no news from the disk.
    await add('沈若蘭');
    await add('張敬華');
    assert.deepEqual(names(), ['张敬华', '沈若兰', '顾维桢']);
    await diagnostics(document, (all) => !all.some((one) => ruleOf(one) === 'unknown-official'));

    const edit = await command<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, '沈若蘭'),
      '沈若兰芝',
    );
    const whole = new vscode.WorkspaceEdit();
    for (const [uri, edits] of edit.entries()) if (nameOf(uri) === 'officials.json') whole.set(uri, edits);
    assert.ok(await vscode.workspace.applyEdit(whole));
    assert.deepEqual(names(), ['张敬华', '沈若兰芝', '顾维桢']);

    await vscode.window.showTextDocument(file);
    for (let i = 0; i < 3; i++) await command('undo');
    assert.equal(file.getText(), before);
    await diagnostics(
      document,
      (all) => all.filter((one) => ruleOf(one) === 'unknown-official').length === 2,
    );
    await command('workbench.action.files.revert');
  });

  test('the hover card adds the other reports; tokens tell posts from people', async () => {
    const document = await open('flood.txt');
    const hovers = await command<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place(document, '张敬华'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((one) => (one instanceof vscode.MarkdownString ? one.value : JSON.stringify(one)))
      .join('\n');
    assert.match(text, /2 other reports name somebody so/);
    assert.match(text, /water\.txt#4,\d+/);
    const legend = await command<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await command<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = new Set<string | undefined>();
    for (let i = 3; i < data.length; i += 5) types.add(legend.tokenTypes[data[i] ?? -1]);
    for (const type of ['official', 'post', 'place', 'phrase', 'eventDate']) assert.ok(types.has(type), type);
    if (await page.available()) {
      await page.waitFor('.view-line');
      await page.screenshot('people-tokens.png');
    }
  });
});
