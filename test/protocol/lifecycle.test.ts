import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { plain, pulling } from './support/client.js';
import { childrenOf, gone } from './support/processes.js';
import { CLEAN, MIRROR, ofRules, UNDATED } from './support/reports.js';
import { useServer } from './support/server.js';

const under = useServer();
const URI = 'untitled:report.report.txt';
const METHOD_NOT_FOUND = -32601;

describe('initialize', () => {
  test('announces pull diagnostics to a client that pulls', async () => {
    const { initialized } = await under.launch({ capabilities: pulling });
    expect(initialized.serverInfo?.name).toBe('report-corpus');
    const { capabilities } = initialized;
    expect(capabilities).toMatchObject({
      textDocumentSync: 2,
      diagnosticProvider: {
        identifier: 'report-corpus',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      workspaceSymbolProvider: true,
      completionProvider: {},
      codeLensProvider: {},
      codeActionProvider: { resolveProvider: true },
    });
    // A list at every mark that is typed would be in the way.
    expect(capabilities.completionProvider?.triggerCharacters).toBeUndefined();
    const actions = capabilities.codeActionProvider;
    expect(typeof actions === 'object' && actions.codeActionKinds).toEqual(
      expect.arrayContaining([
        'quickfix',
        'source.fixAll.reportCorpus',
        'refactor.rewrite.reportCorpus.convert',
      ]),
    );
  });

  test('announces none to a client that cannot pull', async () => {
    const { initialized } = await under.launch({ capabilities: plain });
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(initialized.capabilities.hoverProvider).toBe(true);
  });

  test('registers for changed settings where the client lets it', async () => {
    const client = await under.launch();
    const { registrations } = await client.wait<{
      registrations: { method: string; registerOptions: unknown }[];
    }>('client/registerCapability');
    expect(registrations).toMatchObject([
      { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'reportCorpus' } },
    ]);
  });

  test('works with a client that says nothing of itself', async () => {
    const client = await under.launch({ capabilities: {} });
    await client.open(URI, UNDATED);
    const { diagnostics } = await client.published(URI);
    expect(ofRules(diagnostics).map(({ code }) => code)).toEqual([
      'missing-date-line',
      'missing-source-line',
    ]);
    expect(client.count('client/registerCapability')).toBe(0);
  });
});

describe('the end', () => {
  test('shutdown and exit end with 0', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    await client.pull(URI);
    expect(await client.shutdown()).toBe(0);
  });

  test('exit without shutdown ends with 1 and takes the segmenter along', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    // The first request starts it, whether or not the native module is there.
    await client.request('textDocument/selectionRange', {
      textDocument: { uri: URI },
      positions: [{ line: 0, character: 2 }],
    });
    const segmenter = childrenOf(client.pid);
    expect(segmenter).toHaveLength(1);
    await client.notify('exit', undefined);
    expect(await client.ended).toBe(1);
    await gone(segmenter);
  });

  test('a client that vanishes ends the server', async () => {
    const client = await under.launch();
    client.connection.end();
    expect(await client.ended).not.toBeUndefined();
  });
});

describe('unknown messages', () => {
  test('an unknown request is refused, and the server goes on', async () => {
    const client = await under.launch();
    await expect(client.request('reportCorpus/noSuchThing', {})).rejects.toMatchObject({
      code: METHOD_NOT_FOUND,
    });
    await expect(client.request('textDocument/implementation', {})).rejects.toMatchObject({
      code: METHOD_NOT_FOUND,
    });
    await client.notify('reportCorpus/noSuchNews', { a: 1 });
    await client.notify('$/noSuchNews', {});
    await client.open(URI, MIRROR);
    const report = await client.pull(URI);
    expect((report as { items: Diagnostic[] }).items.length).toBeGreaterThan(0);
  });

  test('requests with the wrong parameters do not take it down', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const params of [{}, { textDocument: {} }, { textDocument: { uri: 7 } }, null, []]) {
      for (const method of ['hover', 'diagnostic', 'codeAction', 'documentSymbol', 'selectionRange']) {
        await client.request(`textDocument/${method}`, params).catch(() => undefined);
      }
      for (const method of ['definition', 'references', 'rename', 'completion', 'codeLens']) {
        await client.request(`textDocument/${method}`, params).catch(() => undefined);
      }
      for (const method of ['convert', 'collectOfficials', 'addOfficials']) {
        await client.request(`reportCorpus/${method}`, params).catch(() => undefined);
      }
      await client.request('workspace/symbol', params).catch(() => undefined);
    }
    const report = await client.pull(URI);
    expect((report as { items: Diagnostic[] }).items.length).toBeGreaterThan(0);
  });
});
