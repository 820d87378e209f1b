import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  afterEach,
  closeAll,
  log,
  next,
  page,
  show,
  skip,
  suite,
  test,
  workspacePath,
  write,
} from '../support';
import { box, comparison, needsPage, plan, row, run, VIEW } from '../support/conversion-plan';

const dirty = '市長羅干召開會議\n\n　　本報訊 7月3日，會議強調，要加強領導，發展經濟，確保安全。\n';
const clean = '市长罗干召开会议\n\n　　本报讯 7月3日，会议强调，要加强领导，发展经济，确保安全。\n';

const onDisk = (uri: vscode.Uri): string => readFileSync(uri.fsPath, 'utf8');
const apply = () => run('conversionPlan.apply');
/** Every test has a folder of its own: VS Code knows a closed document for a while. */
const folder = (test: number) => vscode.Uri.file(workspacePath(`plan/${test}`));
const unsaved = () => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);

/** The messages: toasts are not shown to a page that is driven by tests, the list of them is. */
async function message(part: string): Promise<string> {
  const found = `.notifications-center .notification-list-item:has-text(${JSON.stringify(part)})`;
  await vscode.commands.executeCommand('notifications.showList');
  await page.waitFor(found);
  return page.text(found);
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
    const text = '市委书记罗干、市长余若薇出席。\n后面跟着干部，他们用里程表。\n';
    const uris = [
      await write('plan/0/2024/a.txt', clean),
      await write('plan/0/2024/b.txt', clean + clean),
      await write('plan/0/2025/c.txt', text),
    ];
    await write('plan/0/gbk.txt', Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0x0a]));
    await write('plan/0/mixed.txt', '会议\r\n会议\n');
    await write('plan/0/done.txt', dirty);
    await plan('convertToTaiwan', folder(0));
    await page.waitFor(row('c.txt'));
    assert.match(await page.text(row('a.txt')), /\d+ characters/);
    assert.match(
      await page.text('.panel .message'),
      /^Convert to Traditional .*: \d+ characters changed in \d+ lines, 0 phrases rewritten, \d+ names? to confirm, \d+ ambiguous$/,
    );
    await page.press('End');
    await page.press('ArrowRight');
    await page.waitFor(row('mixed.txt'));
    assert.match(await page.text(row('gbk.txt')), /not UTF-8/);
    assert.match(await page.text(row('mixed.txt')), /line ends/);
    assert.equal(await page.count(row('done.txt')), 0);
    await page.click(`${row('c.txt')} .monaco-tl-twistie`);
    await page.waitFor(row('name to confirm'));
    await page.screenshot('conversion-plan.png');

    await run('conversionPlan.cancel');
    await page.waitFor(VIEW, 'hidden');
    assert.deepEqual(uris.map(onDisk), [clean, clean + clean, text]);
    assert.deepEqual(unsaved(), []);
  });

  test('Space leaves a file out and takes it in, Enter opens its changes', async () => {
    await needsPage();
    const [a, b] = [await write('plan/1/a.txt', dirty), await write('plan/1/b.txt', dirty)];
    await plan('convertToSimplified', folder(1));
    await page.waitFor(row('Files to convert', '.focused'));
    await page.press('ArrowDown');
    await page.waitFor(row('a.txt', '.focused'));
    await page.press('Space');
    await page.waitFor(box('a.txt', false));
    await page.waitFor(`${row('Files to convert')}:has-text("1 of 2")`);
    await page.press('Space');
    await page.waitFor(box('a.txt', true));
    // A row that is selected already, as after a click.
    await page.press('Control+Shift+Enter');
    await page.waitFor(row('a.txt', '.selected'));
    await page.press('Space');
    await page.waitFor(box('a.txt', false));
    await page.press('Space');
    await page.waitFor(box('a.txt', true));
    await page.press('Enter');
    const { modified, original } = await comparison();
    assert.equal(original.toString(), a.toString());
    const after = await vscode.workspace.openTextDocument(modified);
    assert.equal(after.getText(), clean);
    await page.waitFor('.monaco-diff-editor .char-insert', 'attached');
    await page.screenshot('conversion-plan-changes.png');
    assert.equal(onDisk(a), dirty);

    await page.click(`${row('b.txt')} .custom-view-tree-node-item-checkbox`);
    await page.waitFor(box('b.txt', false));
    await apply();
    assert.equal(onDisk(a), clean);
    assert.equal(onDisk(b), dirty);
    await page.waitFor(VIEW, 'hidden');
    assert.match(await message('files changed'), /1 of 2 files changed/);
    // The comparison would compare a text with itself now.
    assert.ok(
      !vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff),
      ),
    );
  });

  test('the box of the group leaves out all, and then nothing is applied', async () => {
    await needsPage();
    const uris = [await write('plan/2/a.txt', dirty), await write('plan/2/b.txt', dirty)];
    await plan('convertToSimplified', folder(2));
    await page.click(`${row('Files to convert')} .custom-view-tree-node-item-checkbox`);
    await page.waitFor(box('b.txt', false));
    await apply();
    await message('No file of the plan is chosen');
    assert.deepEqual(uris.map(onDisk), [dirty, dirty]);
    await page.click(`${row('Files to convert')} .custom-view-tree-node-item-checkbox`);
    await page.waitFor(box('b.txt', true));
    await apply();
    assert.deepEqual(uris.map(onDisk), [clean, clean]);
  });

  test('a name leads to its place in the changes', async () => {
    await needsPage();
    await write('plan/3/a.txt', '会议召开\n市委书记罗干主持会议\n');
    await plan('convertToTaiwan', folder(3));
    await page.waitFor(row('Names to confirm'));
    await page.press('End');
    await page.press('ArrowRight');
    await page.waitFor(row('羅干'));
    await page.press('ArrowDown');
    await page.waitFor(row('羅干', '.focused'));
    await page.press('Enter');
    const { modified } = await comparison();
    const selected = () =>
      vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === modified.toString(),
      );
    const text = () => {
      const editor = selected();
      return editor?.document.getText(editor.selection);
    };
    await next(
      vscode.window.onDidChangeTextEditorSelection,
      () => text() === '羅干',
      () => (text() === '羅干' ? ({} as vscode.TextEditorSelectionChangeEvent) : undefined),
    );
    assert.equal(text(), '羅干');
  });

  test('what changed since the plan is left alone, and said', async () => {
    const [a, b] = [await write('plan/4/a.txt', dirty), await write('plan/4/b.txt', dirty)];
    await plan('convertToSimplified', folder(4));
    writeFileSync(a.fsPath, '會議記錄\n');
    await apply();
    assert.equal(onDisk(a), '會議記錄\n');
    assert.equal(onDisk(b), clean);
    if (await page.available()) assert.match(await message('files changed'), /changed in the meantime/);
  });

  test('a file that cannot be saved is named', async () => {
    if (process.platform === 'win32' || process.getuid?.() === 0) skip('this user may write every file');
    const [a, b] = [await write('plan/5/a.txt', dirty), await write('plan/5/b.txt', dirty)];
    chmodSync(a.fsPath, 0o444);
    await plan('convertToSimplified', folder(5));
    await apply();
    assert.equal(onDisk(a), dirty);
    assert.equal(onDisk(b), clean);
    if (await page.available()) assert.match(await message('files changed'), /could not be saved/);
  });

  test('a second run finds nothing, and shows no plan', async () => {
    const a = await write('plan/6/a.txt', '市委书记罗干在后台里面研究干部问题，他说着著作。\n');
    await plan('convertToTaiwan', folder(6));
    await apply();
    const once = onDisk(a);
    assert.notEqual(once, '');
    await plan('convertToTaiwan', folder(6));
    await apply();
    assert.equal(onDisk(a), once);
    if (!(await page.available())) return;
    await message('Nothing to convert in 1 file');
    assert.equal(await page.count(VIEW), 0);
  });

  test('the pick offers conversions that change the wording with a warning, and plans them', async () => {
    await needsPage();
    const a = await write('plan/7/a.txt', '这个软件支持打印。\n');
    const running = run('convertFiles', folder(7), [folder(7)]);
    const item = '.quick-input-list .monaco-list-row';
    await page.waitFor(`${item}:has-text("Rewrites words")`);
    await page.screenshot('conversion-plan-targets.png');
    await page.type('taiwan wording');
    await page.waitFor(`${item}.focused:has-text("Taiwan Wording")`);
    await page.press('Enter');
    await running;
    await page.waitFor(row('a.txt'));
    await page.waitFor('.panel .message:has-text("Taiwan Wording")');
    assert.match(await page.text('.panel .message'), /[1-9]\d* phrases? rewritten[^]*changes the wording/);
    assert.equal(onDisk(a), '这个软件支持打印。\n');
    await apply();
    assert.equal(onDisk(a), '這個軟體支援列印。\n');
  });

  test(
    '900 files are one change, all saved, and one undo takes all back',
    async () => {
      const uris = await Promise.all(
        Array.from({ length: 900 }, (_, index) =>
          write(`plan/8/${index}.txt`, `${dirty.repeat(30)}${index}\n`),
        ),
      );
      const began = performance.now();
      await plan('convertToSimplified', folder(8));
      const planned = performance.now();
      await apply();
      const ended = performance.now();
      await log(
        `    planned in ${Math.round(planned - began)} ms, applied in ${Math.round(ended - planned)} ms`,
      );
      uris.forEach((uri, index) => {
        assert.equal(onDisk(uri), `${clean.repeat(30)}${index}\n`);
      });
      assert.deepEqual(unsaved(), []);
      await show(uris[0]!);
      await vscode.commands.executeCommand('undo');
      for (const index of [0, 1, 899]) {
        const document = await vscode.workspace.openTextDocument(uris[index]!);
        assert.equal(document.getText(), `${dirty.repeat(30)}${index}\n`);
      }
    },
    { timeout: 120_000 },
  );

  test(
    'reading can be cancelled',
    async () => {
      await needsPage();
      await Promise.all(
        Array.from({ length: 3000 }, (_, index) => write(`plan/9/${index}.txt`, clean.repeat(50))),
      );
      const running = plan('convertToSimplified', folder(9));
      await vscode.commands.executeCommand('notifications.showList');
      await page.click(
        '.notifications-center .notification-list-item:has-text("Convert to Simplified") .monaco-button:has-text("Cancel")',
      );
      await running;
      assert.equal(await page.count(VIEW), 0);
    },
    { timeout: 60_000 },
  );
});
