import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  afterEach,
  closeAll,
  diagnostics,
  log,
  openReport,
  page,
  ruleOf,
  skip,
  suite,
  test,
  write,
} from '../support';

const REPORT = [
  '網(wǎng)站二維碼',
  '本網(wǎng)訊(記者 鄭曉)1月24日晚,市委書記(jì)梁啟明主持召開(kāi)防汛會(huì)議(yì),貫徹落實(shí)習(xí)近平總書記(jì)重要講話精神,高度重視聯(lián)防聯(lián)控工作。',
  '會(huì)議(yì)強(qiáng)調(diào),要向大年除夕堅(jiān)守崗位的同志致敬。市領(lǐng)導(dǎo)張敬安、于長(zhǎng)河參加。',
  '',
].join('\n');

/** The Markdown of the hover at the first place where `text` stands, `offset` characters into it. */
async function hoverOn(document: vscode.TextDocument, text: string, offset = 0): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text) + offset);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    20,
  );
}

suite('reading', () => {
  afterEach(closeAll);

  test('hover shows posts as the file states them, through pinyin notes, and no person on set words', async () => {
    const { document } = await openReport(await write('reading/hover.report.txt', REPORT));
    assert.match(await hoverOn(document, '梁啟明', 1), /市委书记/);
    assert.match(await hoverOn(document, '習(xí)近平', 1), /总书记/);
    assert.match(await hoverOn(document, '張敬安', 2), /市领导/);
    assert.match(await hoverOn(document, '聯(lián)防聯(lián)控', 1), /joint prevention/i);
    assert.equal(await hoverOn(document, '重要講話', 1), '');
    assert.equal(await hoverOn(document, '高度重視', 1), '');
  });

  test('the light bulb strips all notes from anywhere inside one', async () => {
    const { document } = await openReport(await write('reading/bulb.report.txt', REPORT));
    const inside = document.positionAt(REPORT.lastIndexOf('(zhǎng)') + 2);
    const actions = await actionsAt(document, new vscode.Range(inside, inside));
    const strip = actions.find(({ title }) => /Remove all \d+ pinyin notes/.test(title));
    assert.ok(strip?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(strip.edit);
    assert.ok(!/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/.test(document.getText()));
  });

  test('the year of an event is proposed with its reason', async () => {
    const { document } = await openReport(await write('reading/year.report.txt', REPORT));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.equal(hints.length, 1);
    assert.equal(hints[0]?.label, '2020');
  });

  test('outline, folding and expand selection follow the report', async () => {
    const { document } = await openReport(await write('reading/outline.report.txt', REPORT));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Page furniture', 'Body'],
    );
    assert.deepEqual(
      symbols.flatMap(({ children }) => children.map(({ name }) => name)),
      [
        '網站二維碼',
        '本網訊(記者 鄭曉)1月24日晚,市委書記梁啟明主持召開防汛…',
        '會議強調,要向大年除夕堅守崗位的同志致敬。市領導張敬安、于長…',
      ],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 1 && end === 2));
    const at = document.positionAt(REPORT.indexOf('防汛') + 1);
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    assert.equal(document.getText(selection?.range), '防汛');
  });

  test('on save only what is certain is fixed', async () => {
    const uri = await write('reading/save.report.txt', REPORT);
    const { document } = await openReport(uri);
    const config = vscode.workspace.getConfiguration('editor', document);
    await config.update('codeActionsOnSave', { 'source.fixAll.reportCorpus': 'explicit' }, true, true);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(document.lineCount - 1, 0), '會議結束。\n');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      const saved = readFileSync(uri.fsPath, 'utf8');
      assert.ok(!saved.includes('(wǎng)'));
      assert.ok(saved.includes('，'));
      assert.ok(saved.startsWith('網站二維碼'), 'page furniture stays: its removal is not certain');
    } finally {
      await config.update('codeActionsOnSave', undefined, true, true);
    }
  });

  test('the real reports show what they must, where they are at hand', async () => {
    const seeds = join(__dirname, '../../../shared/corpus/seeds');
    if (!existsSync(seeds)) skip('../shared/corpus/seeds is not there');
    const times: string[] = [];
    for (const name of readdirSync(seeds).sort()) {
      const uri = await write(
        `seeds/${name.replace('.txt', '.report.txt')}`,
        readFileSync(join(seeds, name)),
      );
      const began = performance.now();
      const { document } = await openReport(uri);
      const found = await diagnostics(document, (all) => all.length > 0);
      times.push(`${name.slice(0, 3)} ${(performance.now() - began).toFixed(0)} ms`);
      const rules = new Set(found.map(ruleOf));
      assert.equal(rules.has('missing-date-line'), !name.startsWith('000'));
      assert.equal(rules.has('mixed-script'), false);
      if (!name.startsWith('001') || !(await page.available())) continue;
      assert.match(await hoverOn(document, '王菲', 1), /市委书记/);
      await page.waitFor('.squiggly-warning', 'attached');
      const at = document.positionAt(document.getText().indexOf('王菲') + 1);
      const editor = vscode.window.activeTextEditor;
      if (editor) editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('editor.action.showHover');
      await page.waitFor('.monaco-hover:has-text("市委书记")');
      await page.screenshot('hover-001.png');
      await vscode.commands.executeCommand('editor.action.quickFix');
      await page.waitFor('.action-widget');
      await page.screenshot('bulb-001.png');
      await page.press('Escape');
    }
    await log(`opening a report to its first diagnostics: ${times.join(', ')}`);
  });
});
