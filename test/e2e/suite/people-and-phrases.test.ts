import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { afterEach, closeAll, diagnostics, openReport, ruleOf, suite, test, write } from '../support';

/* Town, people and phrase are invented. One name stands in two forms, the other is misspelt once. */
const REPORT = [
  '霖川市召开防汛工作会议',
  '2023-07-03 来源：霖川日报',
  '7月3日上午，霖川市委书记张敬华主持召开防汛工作会议。市长沈若兰传达上级精神，部署落实三清两洁一岸绿。',
  '沈若兰指出，要高度重视，做好汛情研判。張敬華要求，要压实责任，确保群众安全度汛。',
  '张静华强调，要做到外防输入、内防反弹，保障群众生命财产安全。',
  '',
].join('\n');

const spanOf = (document: vscode.TextDocument, piece: string): vscode.Range => {
  const start = document.getText().indexOf(piece);
  assert.ok(start >= 0, `the text holds ${piece}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + piece.length));
};
const isVariant = (one: vscode.Diagnostic): boolean => ruleOf(one) === 'official-name-variant';

suite('people and phrases', () => {
  afterEach(closeAll);

  test('the quick fixes of official-name-variant write the known name, each its own', async () => {
    const { document } = await openReport(await write('variants/names.report.txt', REPORT));
    for (const [count, wrong] of [
      [2, '张静华'],
      [1, '張敬華'],
    ] as const) {
      const found = (await diagnostics(document, (all) => all.filter(isVariant).length === count)).filter(
        isVariant,
      );
      const finding = found.find(({ range }) => document.getText(range) === wrong);
      assert.ok(finding, found.map(({ message }) => message).join('\n'));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      const fix = actions.find(({ title }) => title === 'Write “张敬华”');
      assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
      const before = document.getText();
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.equal(document.getText(), before.replace(wrong, '张敬华'));
    }
    await diagnostics(document, (all) => !all.some(isVariant));
  });

  test('definition on a phrase leads to its entry in the lexicon file of the project', async () => {
    const lexicon = JSON.stringify({ version: 1, phrases: [{ phrase: '三清两洁一岸绿' }] }, null, 2);
    await write('phrases/own.lexicon.json', lexicon);
    await write('phrases/report-corpus.json', '{ "version": 1, "lexicons": ["own.lexicon.json"] }\n');
    const { document } = await openReport(await write('phrases/river.report.txt', REPORT));
    const definition = (piece: string): Thenable<vscode.Location[]> =>
      vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        spanOf(document, piece).start,
      );
    const [entry, ...more] = await definition('三清两洁一岸绿');
    assert.ok(entry);
    assert.match(entry.uri.path, /\/phrases\/own\.lexicon\.json$/);
    const file = await vscode.workspace.openTextDocument(entry.uri);
    assert.equal(file.getText(entry.range), '三清两洁一岸绿');
    assert.deepEqual(more, []);
    assert.deepEqual(await definition('外防输入'), []);
  });
});
