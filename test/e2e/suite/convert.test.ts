import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  afterEach,
  closeAll,
  openReport,
  page,
  show,
  skip,
  suite,
  test,
  workspacePath,
  write,
} from '../support';

const dirty =
  '市委召開會(huì)議(yì)\n\n　　本報訊 7月3日，會(huì)議(yì)強調，要加強領導，發(fā)展經(jīng)濟，確保安全。\n';
const clean = '市委召开会议\n\n　　本报讯 7月3日，会议强调，要加强领导，发展经济，确保安全。\n';

const run = (id: string, ...values: unknown[]) =>
  vscode.commands.executeCommand(`reportCorpus.${id}`, ...values);
const onDisk = (uri: vscode.Uri): string => readFileSync(uri.fsPath, 'utf8');
/** The explorer's call: the row that was clicked, and everything selected; then the plan as it is. */
const fromExplorer = async (id: string, ...uris: vscode.Uri[]) => {
  await run(id, uris[0], uris);
  await run('conversionPlan.apply');
};

/** The messages: toasts are not shown to a page that is driven by tests, the list of them is. */
async function message(part: string): Promise<string> {
  const row = `.notifications-center .notification-list-item:has-text(${JSON.stringify(part)})`;
  await vscode.commands.executeCommand('notifications.showList');
  await page.waitFor(row);
  return page.text(row);
}

suite('convert', () => {
  afterEach(closeAll);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const folder of ['convert', '../loose-convert'])
      rmSync(workspacePath(folder), { recursive: true, force: true });
  });

  test('a report as a whole, as one undo step', async () => {
    const { document } = await openReport(await write('convert/a.report.txt', dirty));
    await run('convertToSimplified');
    assert.equal(document.getText(), clean);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), dirty);
  });

  test('a document that is no report', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# 会议\n' });
    await vscode.window.showTextDocument(document);
    await run('convertToTraditional');
    assert.equal(document.getText(), '# 會議\n');
  });

  test('selections only, widened to whole notes', async () => {
    const editor = await openReport(await write('convert/b.report.txt', dirty));
    const { document } = editor;
    const from = document.getText().indexOf('會(huì)議(yì)');
    // Ends inside the first note.
    editor.selection = new vscode.Selection(document.positionAt(from), document.positionAt(from + 3));
    await run('convertToSimplified');
    assert.equal(document.getText(), dirty.replace('會(huì)', '会'));
  });

  test('the message says what was done', async () => {
    if (!(await page.available())) skip('the desktop VS Code has no page');
    await openReport(await write('convert/c.report.txt', dirty));
    await run('convertToSimplified');
    assert.match(
      await message('characters changed'),
      /\d+ characters changed in 2 lines, 6 pinyin notes removed, 0 phrases rewritten/,
    );
    await page.screenshot('converted.png');
    await vscode.commands.executeCommand('notifications.clearAll');
    await run('convertToSimplified');
    await message('Nothing to convert');
  });

  test('one closed file is converted and saved', async () => {
    const uri = await write('../loose-convert/one.txt', dirty);
    await fromExplorer('convertToSimplified', uri);
    assert.equal(onDisk(uri), clean);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ fileName }) => fileName),
      [],
    );
  });

  test('a folder: what is no UTF-8 text is left alone, byte for byte; one undo takes all back', async () => {
    // 会议 in GBK, and a file with a NUL.
    const gbk = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0x0a]);
    const binary = Buffer.from([0xe6, 0x9c, 0x83, 0x00]);
    const gbkUri = await write('../loose-convert/gbk.txt', gbk);
    const binaryUri = await write('../loose-convert/binary.txt', binary);
    const mixedUri = await write('../loose-convert/mixed.txt', '會議\r\n會議\n');
    const crlfUri = await write('../loose-convert/sub/crlf.txt', '\u{FEFF}會議\r\n會議\r\n');
    const uris = [
      await write('../loose-convert/1.txt', dirty),
      await write('../loose-convert/2.txt', dirty),
      await write('../loose-convert/3.report', dirty),
    ];
    // A folder stands for its reports, as on the command line: what is no report by its name stays.
    const others = [
      await write('../loose-convert/README.txt', dirty),
      await write('../loose-convert/LICENSE.txt', dirty),
      await write('../loose-convert/notes.md', dirty),
    ];
    await write('../loose-convert/.hidden/4.txt', dirty);
    await fromExplorer('convertToSimplified', vscode.Uri.file(workspacePath('../loose-convert')));
    for (const uri of uris) assert.equal(onDisk(uri), clean);
    for (const uri of others) assert.equal(onDisk(uri), dirty);
    assert.equal(onDisk(crlfUri), '\u{FEFF}会议\r\n会议\r\n');
    assert.equal(onDisk(mixedUri), '會議\r\n會議\n');
    assert.deepEqual(readFileSync(gbkUri.fsPath), gbk);
    assert.deepEqual(readFileSync(binaryUri.fsPath), binary);
    assert.equal(readFileSync(workspacePath('../loose-convert/.hidden/4.txt'), 'utf8'), dirty);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    if (await page.available()) {
      await message('files changed');
      await page.screenshot('converted-files.png');
    }

    const { document } = await show(uris[0]!);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), dirty);
    const second = await vscode.workspace.openTextDocument(uris[1]!);
    assert.equal(second.getText(), dirty);
    await vscode.workspace.saveAll();
  });

  test('a document with unsaved changes is converted as it is, and stays unsaved', async () => {
    // A served VS Code saves by itself after a second.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const closed = await write('convert/closed.txt', dirty);
    const uri = await write('convert/open.txt', '會議\n');
    const editor = await show(uri);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '市長');
    });
    await fromExplorer('convertToSimplified', uri, closed);
    assert.equal(editor.document.getText(), '市长会议\n');
    assert.ok(editor.document.isDirty);
    assert.equal(onDisk(uri), '會議\n');
    assert.equal(onDisk(closed), clean);
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  test('in a corpus, a folder stands for its reports', async () => {
    await write('convert/corpus/report-corpus.json', '{ "version": 1, "exclude": ["b.txt"] }');
    const report = await write('convert/corpus/a.txt', dirty);
    const other = await write('convert/corpus/b.txt', dirty);
    const note = await write('convert/corpus/c.md', dirty);
    await fromExplorer('convertToSimplified', vscode.Uri.file(workspacePath('convert/corpus')));
    assert.equal(onDisk(report), clean);
    assert.equal(onDisk(other), dirty);
    assert.equal(onDisk(note), dirty);
  });

  test('more than 1,000 files are left to the command line', async () => {
    await Promise.all(
      Array.from({ length: 1001 }, (_, index) => write(`../loose-convert/many/${index}.txt`, '會議')),
    );
    await fromExplorer('convertToSimplified', vscode.Uri.file(workspacePath('../loose-convert/many')));
    assert.equal(readFileSync(workspacePath('../loose-convert/many/0.txt'), 'utf8'), '會議');
    if (!(await page.available())) return;
    await message('report-corpus convert --to simplified');
  });
});
