import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReportCorpusApi } from '../../../client/src/api';
import { afterEach, closeAll, extension, next, openReport, skip, suite, test, write } from '../support';

/** Named so that it comes first: only the first suite finds a server that was never needed. */
suite('activation', () => {
  afterEach(closeAll);

  test('plain text starts no server; the first report does', async () => {
    const api: ReportCorpusApi = await extension().activate();
    if (api.serverState() !== 'stopped') skip('an earlier test has needed the server');
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '一份清单' });
    await vscode.window.showTextDocument(document);
    assert.equal(api.serverState(), 'stopped');
    await openReport(await write('first.report.txt', '某市召开会议\n\n　　7月3日，某市召开会议。\n'));
    assert.equal(api.serverState(), 'running');
  });

  test('an analysis is kept while the report is open', async () => {
    const api: ReportCorpusApi = await extension().activate();
    const { document } = await openReport(await write('second.report.txt', '某市召开会议\n'));
    const uri = document.uri.toString();
    assert.equal(api.analysed(uri)?.version, document.version);
    const closed = next(vscode.workspace.onDidCloseTextDocument, (one) => one.uri.toString() === uri);
    // A change of language is a closing for everyone who listens.
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await closed;
    assert.equal(api.analysed(uri), undefined);
  });
});
