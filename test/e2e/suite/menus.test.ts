import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, openReport, page, suite, test, write } from '../support';
import { needsPage } from '../support/conversion-plan';

const REPORT = '清溪市召开防汛工作会议\n2021-06-13 来源:清溪日报\n\n6月12日上午,清溪市召开防汛工作会议。\n';
const entry = (label: string): string => `.monaco-menu .action-label:text-is("${label}")`;

/** What the menu that is open offers; it is closed again. */
async function offered(labels: readonly string[]): Promise<string[]> {
  await page.waitFor('.monaco-menu .action-label >> nth=0');
  const found: string[] = [];
  for (const label of labels) if ((await page.count(entry(label))) > 0) found.push(label);
  return found;
}

suite('menus', () => {
  test('the menu of an editor has what concerns a report only in reports', async () => {
    await needsPage();
    const wanted = [
      'Fix All Certain Problems',
      'Convert Script',
      'Collect Officials',
      'Verify Against Git HEAD',
    ];
    await openReport(await write('menus/a.report.txt', REPORT));
    await page.click('.view-lines .view-line >> nth=0', { button: 'right' });
    assert.deepEqual(await offered(wanted), wanted);
    await page.screenshot('menu-of-report.png');
    await page.press('Escape');
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: '# 会议\n' }),
    );
    await page.click('.view-lines .view-line >> nth=0', { button: 'right' });
    assert.deepEqual(await offered(wanted), ['Convert Script']);
    await page.press('Escape');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the explorer has the conversions in one submenu', async () => {
    await needsPage();
    const uri = await write('menus-explorer.report.txt', REPORT);
    await openReport(uri);
    await vscode.commands.executeCommand('revealInExplorer', uri);
    await page.click('.explorer-folders-view .monaco-list-row:has-text("menus-explorer.report.txt")', {
      button: 'right',
    });
    assert.deepEqual(await offered(['Convert Script', 'Convert Files…', 'Convert to Simplified']), [
      'Convert Script',
    ]);
    await page.hover(entry('Convert Script'));
    await page.waitFor(entry('Convert Files…'));
    await page.screenshot('menu-of-explorer.png');
    assert.equal(await page.count(entry('Convert to Simplified')), 1);
    await page.press('Escape');
    await page.press('Escape');
  });

  test('the walkthrough waits to be opened, and its steps lead to commands', async () => {
    await needsPage();
    assert.equal(await page.count('.gettingStartedContainer'), 0);
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${extension().id}#start`,
      false,
    );
    await page.waitFor('.gettingStartedContainer :text("Make a folder a corpus")');
    await page.waitFor('.gettingStartedContainer .monaco-button:has-text("Initialise Corpus Here")');
    await page.waitFor('.gettingStartedContainer .getting-started-media img');
    await page.screenshot('walkthrough.png');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
