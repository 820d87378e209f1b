import assert from 'node:assert/strict';
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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

  test('it carries only what runs', () => {
    const root = extension().extensionPath;
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    for (const needed of ['client.js', 'server.js', 'segmenter.js', 'cli.js'])
      assert.ok(files.includes(`dist/${needed}`), needed);
    const known =
      /^((package|package\.nls.*|language-configuration)\.json|\.vsixmanifest|(README|readme|CHANGELOG|changelog)\.md|LICENSE(\.txt)?|dist\/(client|server|segmenter|cli)\.js|dist\/[a-z-]+\.schema\.json|dist\/rules\/[a-z-]+\.md|dist\/nodejieba\/.+|dist\/conversion\/.+|syntaxes\/.+\.json|(client\/(.+\/)?)?(media|l10n)\/.+)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file)),
      [],
    );
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
