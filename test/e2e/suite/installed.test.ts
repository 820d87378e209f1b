import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import {
  afterEach,
  closeAll,
  diagnostics,
  extension,
  openReport,
  page,
  ruleOf,
  skip,
  suite,
  test,
  write,
} from '../support';

suite('installed', () => {
  afterEach(closeAll);

  test('the extension under test is the one from the VSIX', () => {
    const extensions = process.env.REPORT_CORPUS_E2E_EXTENSIONS;
    assert.ok(extensions);
    const path = realpathSync(extension().extensionPath);
    assert.ok(path.startsWith(realpathSync(extensions) + sep), `${path} is not inside ${extensions}`);
  });

  test('a report without a date line is told so', async () => {
    const uri = await write(
      'no-date.report.txt',
      '某市召开疫情防控工作会议\n\n　　某日报讯　2月3日，某市召开疫情防控工作会议。\n',
    );
    const { document } = await openReport(uri);
    const found = await diagnostics(document, (all) =>
      all.some((one) => ruleOf(one) === 'missing-date-line'),
    );
    assert.equal(vscode.languages.getDiagnostics(uri).length, found.length);
  });

  test('the window can be looked at', async () => {
    if (!(await page.available())) skip('the desktop VS Code has no page');
    await page.waitFor('.monaco-workbench');
    assert.match(await page.screenshot('window.png'), /window\.png$/);
  });
});
