import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  afterEach,
  analysed,
  closeAll,
  diagnostics,
  next,
  openReport,
  ruleOf,
  suite,
  test,
  workspacePath,
  write,
} from '../support';

const HEAD = '2021-07-03 20:06　来源：';
/** `清溪市召开防汛工作会议，部署下一步的工作。会议指出，要把各项措施落到实处。` in GB18030. */
const GB18030 = Buffer.from(
  'c7e5cfaacad0d5d9bfaab7c0d1b4b9a4d7f7bbe1d2e9a3acb2bfcaf0cfc2d2bbb2bdb5c4b9a4d7f7a1a3bbe1d2e9d6b8b3f6a3acd2aab0d1b8f7cfeeb4ebcaa9c2e4b5bdcab5b4a6a1a30a',
  'hex',
);
const SIMPLIFIED = '清溪市召开防汛工作会议，部署下一步的工作。会议指出，要把各项措施落到实处。\n';

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

const ofRule = (found: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] =>
  found.filter((one) => ruleOf(one) === 'undecodable-text');

/** The quick fixes where the rule's first finding stands. */
async function quickFixes(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const [first] = ofRule(await diagnostics(document, (found) => ofRule(found).length > 0));
  assert.ok(first);
  return vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    first.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

async function reopen(document: vscode.TextDocument, title: RegExp): Promise<void> {
  const offered = await quickFixes(document);
  const action = offered.find((one) => title.test(one.title));
  assert.ok(action?.command, `no ${String(title)} among ${offered.map((one) => one.title).join(', ')}`);
  await vscode.commands.executeCommand(
    action.command.command,
    ...((action.command.arguments ?? []) as unknown[]),
  );
}

suite('encoding', () => {
  afterEach(closeAll);
  afterEach(() => {
    rmSync(workspacePath('encoding'), { recursive: true, force: true });
  });

  test('a GB18030 report opened as UTF-8 is reopened by its quick fix, and the file stays as it is', async () => {
    const { document } = await openReport(await write('encoding/gb.report.txt', GB18030));
    assert.match(document.getText(), /\ufffd/);
    await reopen(document, /^Reopen with encoding GB18030 \(confidence 99 %\)$/);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(document.getText(), SIMPLIFIED);
    assert.equal(document.encoding, 'gb18030');
    assert.equal(document.languageId, 'corpus-report');
    assert.equal(document.isDirty, false);
    await analysed(document);
    await diagnostics(document, (found) => ofRule(found).length === 0);
    assert.ok(readFileSync(document.uri.fsPath).equals(GB18030));
  });

  test('a UTF-8 report opened as GBK is reopened as UTF-8', async () => {
    // An even number of bytes between ASCII, so that the damage could be repaired in the text as well.
    const uri = await write('encoding/utf8.report.txt', '市长到会讲话\n');
    await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    const { document } = await openReport(uri);
    assert.equal(document.getText(), '甯傞暱鍒颁細璁茶瘽\n');
    await reopen(document, /^Reopen with encoding UTF-8/);
    assert.equal(document.getText(), '市长到会讲话\n');
  });

  test('the command recognises the encoding by itself', async () => {
    const { document } = await openReport(await write('encoding/own.report.txt', GB18030));
    await vscode.commands.executeCommand('reportCorpus.reopenWithEncoding');
    assert.equal(document.encoding, 'gb18030');
    assert.equal(document.getText(), SIMPLIFIED);
  });

  test('UTF-16 with a byte order mark is opened by VS Code itself', async () => {
    const uri = await write('encoding/wide.report.txt', utf16(`\ufeff${HEAD}\n${SIMPLIFIED}`));
    const { document } = await openReport(uri);
    assert.equal(document.encoding, 'utf16le');
    assert.equal(document.getText(), `${HEAD}\n${SIMPLIFIED}`);
  });

  test('UTF-16 without a mark, which VS Code takes for a binary file, is refused without an error', async () => {
    const uri = await write('encoding/bare.report.txt', utf16(`${HEAD}\n${SIMPLIFIED}`));
    await vscode.commands.executeCommand('reportCorpus.reopenWithEncoding', uri);
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    assert.equal(open, undefined);
  });

  test('unsaved changes are not thrown away', async () => {
    const editor = await openReport(await write('encoding/dirty.report.txt', GB18030));
    const { document } = editor;
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '新');
    });
    const before = document.getText();
    await vscode.commands.executeCommand(
      'reportCorpus.reopenWithEncoding',
      document.uri.toString(),
      'gb18030',
    );
    assert.equal(document.getText(), before);
    assert.ok(document.isDirty);
    assert.equal(document.encoding, 'utf8');
  });

  test('mojibake in the file is repaired in the text, and reopening is not offered', async () => {
    const { document } = await openReport(
      await write('encoding/moji.report.txt', `${HEAD}\n甯傞暱鍒颁細璁茶瘽\n`),
    );
    const offered = await quickFixes(document);
    assert.deepEqual(
      offered.filter(({ title }) => title.startsWith('Reopen')).map(({ title }) => title),
      [],
    );
    const repair = offered.find(({ title }) => title === 'Restore 1 stretch of UTF-8 text read as GB18030');
    assert.ok(repair?.edit, offered.map(({ title }) => title).join(', '));
    const changed = next(vscode.workspace.onDidChangeTextDocument, (event) => event.document === document);
    await vscode.workspace.applyEdit(repair.edit);
    await changed;
    assert.equal(document.getText(), `${HEAD}\n市长到会讲话\n`);
  });
});
