import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol } from 'vscode-languageserver';
import { plain, type Client } from './support/client.js';
import { CLEAN, FOLDED, MIRROR, MIRROR_STRIPPED, ofRules, UNDATED } from './support/reports.js';
import { useServer } from './support/server.js';
import { applyEdits, editsOf, positionOf, rangeOf, textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';
const REQUEST_CANCELLED = -32800;

async function found(client: Client): Promise<Diagnostic[]> {
  const report = await client.pull(URI);
  if (report.kind !== 'full') throw new Error('unchanged');
  return ofRules(report.items);
}

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

/** Asks everything there is to ask about a document; none may fail, and every range must lie in the text. */
async function askAll(client: Client, text: string): Promise<void> {
  const textDocument = { uri: URI };
  const end = positionOf(text, text.length);
  const all = { start: { line: 0, character: 0 }, end };
  for (const { range } of await found(client)) expect(() => textIn(text, range)).not.toThrow();
  for (const position of [all.start, end, { line: end.line + 5, character: 5 }]) {
    await client.request('textDocument/hover', { textDocument, position });
    await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
  }
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  for (const { range } of symbols) expect(() => textIn(text, range)).not.toThrow();
  await client.request('textDocument/foldingRange', { textDocument });
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: all,
    context: { diagnostics: [], triggerKind: 1 },
  });
  for (const action of actions) {
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const { edits } = editsOf(edit, URI);
    expect(() => applyEdits(text, edits)).not.toThrow();
  }
  for (const to of ['simplified', 'traditional', 'tw', 'hk']) {
    await client.request('reportCorpus/convert', { to, uri: URI });
  }
  // Nothing of it was answered by a handler that broke.
  expect(client.logs()).toEqual([]);
}

const LONE = '\ud800会\udc00议\udfff霖\ud842\udfb7川';

describe('texts that no report should be', () => {
  test.each([
    ['empty', ''],
    ['one line end', '\n'],
    ['white space', ' \u3000\t\r\n \u00a0\n'],
    ['one character', '会'],
    ['a lone surrogate', '\udc00'],
    ['lone surrogates', LONE],
    ['lone surrogates in a report', MIRROR.replace('防汛', LONE)],
    ['NUL', `\0${FOLDED.replace('防汛', '防\0汛')}\0\0`],
    ['U+2028, U+2029, U+0085, VT, FF', MIRROR.replaceAll('，', '\u2028\u2029\u0085\v\f')],
    ['a BOM, and one inside', `\ufeff${MIRROR.replace('防汛', '防\ufeff汛')}`],
    ['replacement characters', MIRROR.replaceAll('防', '\ufffd')],
    ['only brackets', '((((（（（（))))））））'.repeat(200)],
    ['only marks', ',:;?!,.'.repeat(2000)],
    ['only digits', '0123456789'.repeat(2000)],
    ['Latin', 'The quick brown fox: jumps (over) the lazy dog!\n'.repeat(50)],
    ['astral Han', '\ud842\udfb7\ud840\udc0b\ud869\udeb2'.repeat(100)],
  ])('%s', async (_, text) => {
    const client = await under.launch();
    await client.open(URI, text);
    await askAll(client, text);
  });

  test.each([
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('%s: the same findings on the same characters, and fixes keep the line ends', async (_, end) => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const expected = (await found(client)).map(({ code, range }) => [code, textIn(MIRROR, range)]);
    const text = MIRROR.replaceAll('\n', end);
    await client.change(URI, 2, text);
    const actual = await found(client);
    expect(actual.map(({ code, range }) => [code, textIn(text, range)])).toEqual(expected);
    expect(await fixAll(client, text)).toBe(MIRROR_STRIPPED.replaceAll('\n', end));
  });

  test('mixed line ends', async () => {
    const ends = ['\r', '\n', '\r\n', '\n\r', '\r\r\n'];
    let i = 0;
    const mix = (text: string): string => {
      i = 0;
      return text.replaceAll('\n', () => ends[i++ % ends.length]!);
    };
    const client = await under.launch();
    const text = mix(`${MIRROR}${MIRROR}`);
    await client.open(URI, text);
    await askAll(client, text);
    expect(await fixAll(client, text)).toBe(mix(`${MIRROR_STRIPPED}${MIRROR_STRIPPED}`));
  });

  test('U+2028 ends no line', async () => {
    const text = MIRROR.replace('\n', '\n\u2028\u2029');
    const client = await under.launch();
    await client.open(URI, text);
    const headline = (await found(client)).find(({ code }) => code === 'missing-date-line');
    expect(headline?.range.start.line).toBe(1);
  });
});

describe('big texts', () => {
  test('one line of 5 MB', async () => {
    const text = MIRROR_STRIPPED.replaceAll('\n', '').repeat(14_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000);
    const client = await under.launch();
    await client.open(URI, text);
    await askAll(client, text);
  });

  test('one line of 5 MB full of notes', async () => {
    const text = MIRROR.replaceAll('\n', '').repeat(10_500);
    expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000);
    const client = await under.launch();
    await client.open(URI, text);
    const notes = (await found(client)).find(({ code }) => code === 'pinyin-residue');
    expect(notes?.message).toContain('210000 pinyin notes');
    expect((await client.analysed(URI)).places).toHaveLength(5000);
    expect(await fixAll(client, text)).toBe(MIRROR_STRIPPED.replaceAll('\n', '').repeat(10_500));
  });

  test('100,000 lines', async () => {
    // More folded marks than a call has room for arguments.
    const text = `${FOLDED}${'会议要求,压实责任,确保安全度汛。\n'.repeat(100_000)}`;
    const client = await under.launch();
    await client.open(URI, text);
    await askAll(client, text);
  });

  test('100,000 empty lines', async () => {
    const text = '\n'.repeat(100_000);
    const client = await under.launch();
    await client.open(URI, text);
    await askAll(client, text);
  });
});

describe('a document that changes while it is checked', () => {
  /** 200 keystrokes without waiting for anything: a character in and out, MIRROR in the end. */
  async function type(client: Client): Promise<number> {
    let version = 1;
    for (let i = 0; i < 100; i++) {
      for (const contentChanges of [
        [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '霖\n' }],
        [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }],
      ]) {
        version++;
        await client.notify('textDocument/didChange', {
          textDocument: { uri: URI, version },
          contentChanges,
        });
      }
    }
    return version;
  }

  test('pull: what is answered in the end belongs to the last version', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const early = Array.from({ length: 5 }, () => client.pull(URI));
    const typing = type(client);
    const amid = Array.from({ length: 20 }, () => client.pull(URI));
    const last = await typing;
    const end = await found(client);
    await Promise.all([...early, ...amid]);
    expect(end.find(({ code }) => code === 'missing-date-line')).toMatchObject({
      range: rangeOf(MIRROR, '霖川市召開(kāi)防汛工作會(huì)議'),
      data: { version: last },
    });
  });

  test('push: the last diagnostics are those of the last version, and not every version is pushed', async () => {
    const client = await under.launch({ capabilities: plain });
    await client.open(URI, MIRROR);
    const last = await type(client);
    const { diagnostics } = await client.published(URI, last);
    expect(codes(diagnostics)).toContain('pinyin-residue');
    expect(await client.shutdown()).toBe(0);
    expect(client.count('textDocument/publishDiagnostics')).toBeLessThan(last / 4);
  });

  test('closed while it is asked about: an empty answer', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR.repeat(200));
    const asked = client.pull(URI);
    await client.close(URI);
    await asked;
    expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
  });
});

describe('cancelled requests', () => {
  test.each([
    ['textDocument/diagnostic', {}],
    ['textDocument/hover', { position: { line: 0, character: 0 } }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }],
    [
      'textDocument/codeAction',
      {
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
        context: { diagnostics: [] },
      },
    ],
  ])('%s answers RequestCancelled, silently', async (method, params) => {
    const client = await under.launch();
    await client.open(URI, MIRROR.repeat(500));
    const source = new CancellationTokenSource();
    const answer = client.request(method, { textDocument: { uri: URI }, ...params }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: REQUEST_CANCELLED });
    // The next one is answered as if nothing had been.
    await client.change(URI, 2, UNDATED);
    expect(codes(await found(client))).toEqual(['missing-date-line', 'missing-source-line']);
    expect(client.logs()).toEqual([]);
  });

  test('a conversion too', async () => {
    const client = await under.launch();
    const source = new CancellationTokenSource();
    const params = { to: 'simplified', uri: URI, text: MIRROR.repeat(500) };
    const answer = client.request('reportCorpus/convert', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: REQUEST_CANCELLED });
  });
});

test('requests for a document that is not open are answered with nothing', async () => {
  const client = await under.launch();
  const textDocument = { uri: 'untitled:never-opened' };
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  expect(await client.pull(textDocument.uri)).toEqual({ kind: 'full', items: [] });
  expect(await client.request('textDocument/hover', { textDocument, position: start })).toBeNull();
  expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
  expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([]);
  expect(
    await client.request('textDocument/selectionRange', { textDocument, positions: [start] }),
  ).toBeNull();
  expect(
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  ).toEqual([]);
  // Changing and closing it is the client's mistake; the server goes on.
  await client.change(textDocument.uri, 2, MIRROR);
  await client.close(textDocument.uri);
  await client.open(URI, CLEAN);
  expect(await found(client)).toEqual([]);
});

test('positions outside the text are moved into it', async () => {
  const client = await under.launch();
  await client.open(URI, MIRROR);
  for (const position of [
    { line: 1e9, character: 0 },
    { line: 0, character: 1e9 },
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
  ]) {
    const range = { start: position, end: position };
    await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
    await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    await client.request('reportCorpus/convert', { to: 'simplified', uri: URI, ranges: [range] });
  }
  expect(client.logs()).toEqual([]);
});

/** The text after `source.fixAll.reportCorpus`. */
async function fixAll(client: Client, text: string): Promise<string> {
  const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: ['source.fixAll.reportCorpus'] },
  });
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
  return applyEdits(text, editsOf(edit, URI).edits);
}
