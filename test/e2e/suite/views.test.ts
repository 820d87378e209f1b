import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ReportCorpusApi } from '../../../client/src/api';
import {
  afterEach,
  closeAll,
  diagnostics,
  extension,
  next,
  openReport,
  page,
  ruleOf,
  show,
  skip,
  suite,
  test,
  workspacePath,
  write,
} from '../support';

const report =
  '網(wǎng)站二維碼\n市委召開會(huì)議(yì)\n\n　　本報訊 7月3日,市委書記(jì)王某強調,要依法治國(guó),加強領導(dǎo),發(fā)展經(jīng)濟,確保“平安”,落實《條例》。一是學習。二是落實。\n';
const STATUS = '#report-corpus\\.report-corpus\\.reportCorpus\\.status';

const api = (): ReportCorpusApi => extension().exports;
const needsPage = async (): Promise<void> => {
  if (!(await page.available())) skip('the desktop VS Code has no page');
};

/** The process of the language server that this extension host has started. */
function serverProcess(): number | undefined {
  if (process.platform !== 'linux') return skip('processes are looked up in /proc');
  const mine = (pid: string): boolean => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return words.includes('dist/server.js') && words.includes(`--clientProcessId=${process.pid}\0`);
    } catch {
      return false;
    }
  };
  const found = readdirSync('/proc').find((name) => /^\d+$/.test(name) && mine(name));
  return found === undefined ? undefined : Number(found);
}

/** What VS Code offers for the whole document when it is asked for fix-all. */
const fixAllActions = (document: vscode.TextDocument): Thenable<readonly vscode.CodeAction[]> =>
  vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
    'source.fixAll.reportCorpus',
  );

suite('views', () => {
  afterEach(closeAll);
  afterEach(() => {
    rmSync(workspacePath('views'), { recursive: true, force: true });
  });

  test('the status item says verdict and findings, and is hidden for other texts', async () => {
    await needsPage();
    await openReport(await write('views/a.report.txt', report));
    await page.waitFor(`${STATUS}:has-text("Traditional")`);
    assert.match(await page.text(STATUS), /Traditional · \d+ findings?/);
    await show(await write('views/notes.md', 'no report'));
    await page.waitFor(STATUS, 'hidden');
  });

  test('its list shows findings by rule and leads to their places', async () => {
    await needsPage();
    const editor = await openReport(await write('views/b.report.txt', report));
    await page.waitFor(`${STATUS}:has-text("Traditional")`);
    await page.click(STATUS);
    await page.waitFor('.quick-input-widget .monaco-list-row:has-text("pinyin-residue")');
    await page.screenshot('status-list.png');
    // The list is longer than its window and draws only what it shows: filtering brings the last row up.
    await page.type('Word');
    await page.waitFor('.quick-input-widget .monaco-list-row:has-text("Word boundaries")');
    await page.press('Control+A');
    await page.type('pinyin');
    await page.waitFor('.quick-input-widget .monaco-list-row.focused:has-text("pinyin-residue")');
    const moved = next(vscode.window.onDidChangeTextEditorSelection, ({ selections }) =>
      selections.some((selection) => !selection.isEmpty),
    );
    await page.press('Enter');
    await moved;
    assert.equal(editor.document.getText(editor.selection).includes('(wǎng)'), true);
  });

  test('places are marked, and the marks can be switched off', async () => {
    await needsPage();
    await openReport(await write('views/c.report.txt', report));
    const marks = '.view-overlays .cdr[class*="ced-"]';
    await page.waitFor(marks, 'attached');
    await page.screenshot('places.png');
    await vscode.commands.executeCommand('reportCorpus.togglePlaces');
    await page.waitFor(marks, 'detached');
    await vscode.commands.executeCommand('reportCorpus.togglePlaces');
    await page.waitFor(marks, 'attached');
  });

  test('fix all applies what is certain', async () => {
    const { document } = await openReport(await write('views/d.report.txt', report));
    await vscode.commands.executeCommand('reportCorpus.fixAll');
    assert.ok(!document.getText().includes('(huì)'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), report);
  });

  test('fix all leaves alone what needs a look, also where nothing else is to be fixed', async () => {
    const text =
      '2021-07-03 20:06\n来源：清溪日报\n市委召开会议\n\n　　7月3日，市委书记王某主持召开会议，研究部署下一步工作。\n\n扫一扫在手机打开当前页\n';
    const { document } = await openReport(await write('views/g.report.txt', text));
    const furniture = (await fixAllActions(document)).map(({ kind }) => kind?.value);
    assert.deepEqual(furniture, ['source.fixAll.reportCorpus.furniture']);
    await vscode.commands.executeCommand('reportCorpus.fixAll');
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
  });

  test('what needs a look is shown in the refactor preview; unticked it stays', async () => {
    await needsPage();
    const { document } = await openReport(await write('views/p.report.txt', report));
    await diagnostics(document, (all) => all.some((one) => ruleOf(one) === 'page-furniture'));
    const done = vscode.commands.executeCommand('reportCorpus.fixAllWithPreview');
    await page.waitFor('.part.panel :text("p.report.txt")');
    await page.screenshot('refactor-preview.png');
    assert.equal(document.getText(), report);
    await vscode.commands.executeCommand('refactorPreview.apply');
    await done;
    assert.ok(!document.getText().includes('(huì)'));
    assert.ok(document.getText().includes('二維碼'));
  });

  test('a snippet fix is applied as a snippet', async () => {
    const { document } = await openReport(await write('views/e.report.txt', report));
    await diagnostics(document, (all) => all.some((one) => ruleOf(one) === 'missing-source-line'));
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .find((one) => ruleOf(one) === 'missing-source-line');
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      'quickfix',
      10,
    );
    const fix = actions.find(({ title }) => title.includes('source line'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /来源|來源/);
    assert.ok(!document.getText().includes('${'), document.getText());
  });

  test('the server is started again after a crash, and the problems come back', async () => {
    const { document } = await openReport(await write('views/f.report.txt', report));
    await diagnostics(document, (all) => all.length > 0);
    const first = serverProcess();
    assert.ok(first);
    const uri = document.uri.toString();
    const again = next(api().onDidAnalyse, (done) => done.uri === uri);
    process.kill(first, 'SIGKILL');
    await again;
    assert.equal(api().serverState(), 'running');
    assert.notEqual(serverProcess(), first);
    await diagnostics(document, (all) => all.some((one) => ruleOf(one) === 'pinyin-residue'));
  });

  test('restart on request', async () => {
    const { document } = await openReport(await write('views/g.report.txt', report));
    const uri = document.uri.toString();
    const again = next(api().onDidAnalyse, (done) => done.uri === uri);
    await vscode.commands.executeCommand('reportCorpus.restartServer');
    await again;
    await diagnostics(document, (all) => all.some((one) => ruleOf(one) === 'pinyin-residue'));
  });
});
