import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { afterEach, closeAll, log, page, show, skip, suite, test, workspacePath, write } from '../support';

const dirty = '市長羅干召開會議\n\n　　本報訊 7月3日，會議強調，要加強領導，發展經濟，確保安全。\n';
const clean = '市长罗干召开会议\n\n　　本报讯 7月3日，会议强调，要加强领导，发展经济，确保安全。\n';

const run = (id: string, ...values: unknown[]) =>
  vscode.commands.executeCommand(`reportCorpus.${id}`, ...values);
const onDisk = (uri: vscode.Uri): string => readFileSync(uri.fsPath, 'utf8');
/** The explorer's call: the row that was clicked, and everything selected. */
const plan = (id: string, ...uris: vscode.Uri[]) => run(id, uris[0], uris);
const folder = () => vscode.Uri.file(workspacePath('plan'));
const dirtyDocuments = () => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);

const VIEW = '.pane-body .tree-explorer-viewlet-tree-view';
const row = (text: string) => `${VIEW} .monaco-list-row:has-text(${JSON.stringify(text)})`;

async function message(part: string): Promise<string> {
  const found = `.notifications-center .notification-list-item:has-text(${JSON.stringify(part)})`;
  await vscode.commands.executeCommand('notifications.showList');
  await page.waitFor(found);
  return page.text(found);
}

async function needsPage(): Promise<void> {
  if (!(await page.available())) skip('the desktop VS Code has no page');
}

suite('conversion plan', () => {
  afterEach(async () => {
    await run('conversionPlan.cancel');
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    rmSync(workspacePath('plan'), { recursive: true, force: true });
  });

  test('shows files, figures, names and files left out, and changes nothing', async () => {
    await needsPage();
    const uris = [
      await write('plan/2024/a.txt', dirty),
      await write('plan/2024/b.txt', dirty + dirty),
      await write('plan/2025/c.txt', '市長羅干與干寶在后台裏面乾坤一擲會議陜西\n'),
    ];
    await write('plan/gbk.txt', Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0x0a]));
    await write('plan/mixed.txt', '會議\r\n會議\n');
    await write('plan/done.txt', clean);
    await plan('convertToSimplified', folder());
    await page.waitFor(row('Files to convert'));
    await page.waitFor(row('c.txt'));
    await page.screenshot('conversion-plan.png');
    await page.press('End');
    await page.press('ArrowRight');
    await page.waitFor(row('mixed.txt'));
    assert.match(await page.text(row('gbk.txt')), /not UTF-8/);
    assert.match(await page.text(row('mixed.txt')), /line ends/);
    await page.screenshot('conversion-plan-left-out.png');
    assert.equal(await page.count(row('done.txt')), 0);
    for (const uri of uris) assert.match(onDisk(uri), /會議/);
    await run('conversionPlan.cancel');
    await page.waitFor(VIEW, 'hidden');
    for (const uri of uris) assert.match(onDisk(uri), /會議/);
  });
});
