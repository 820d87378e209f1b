import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { createCommandLine } from '../../server/src/cli/testing/run.js';
import type { ConvertParams, ConvertReply } from '../../server/src/lsp/protocol.js';
import { named } from './support/actions.js';
import type { Client } from './support/client.js';
import { CLEAN, MIRROR, MIRROR_SIMPLIFIED, MIRROR_STRIPPED } from './support/reports.js';
import { useServer } from './support/server.js';
import { applyEdits, editsOf, rangeOf, textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';

const convert = (client: Client, params: ConvertParams): Promise<ConvertReply> =>
  client.request('reportCorpus/convert', params);

const result = (text: string, { edits }: ConvertReply): string => applyEdits(text, [...edits]);

describe('an open document', () => {
  test('is converted as the server has it, with its version', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN, 7);
    await client.change(URI, 8, MIRROR);
    const reply = await convert(client, { to: 'simplified', uri: URI });
    expect(reply.version).toBe(8);
    expect(result(MIRROR, reply)).toBe(MIRROR_SIMPLIFIED);
    expect(reply.summary).toMatchObject({ notesRemoved: 20, leftovers: [] });
    // Exact edits: what does not change is not replaced.
    for (const { range, newText } of reply.edits) expect(textIn(MIRROR, range)).not.toBe(newText);
    const { line } = rangeOf(MIRROR, '7月3日上午').start;
    expect(reply.edits.some(({ range }) => range.start.line === line && range.start.character < 6)).toBe(
      false,
    );
  });

  test('nothing is applied: the document is as it was', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    await convert(client, { to: 'simplified', uri: URI });
    const again = await convert(client, { to: 'simplified', uri: URI });
    expect(result(MIRROR, again)).toBe(MIRROR_SIMPLIFIED);
  });

  test('to Traditional and back to what it was', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR_SIMPLIFIED);
    const reply = await convert(client, { to: 'traditional', uri: URI });
    expect(reply.summary.notesRemoved).toBe(0);
    const traditional = result(MIRROR_SIMPLIFIED, reply);
    // OpenCC's own standard writes 羣; those of Taiwan and Hong Kong follow.
    expect(traditional).toBe(MIRROR_STRIPPED.replaceAll('群', '羣'));
  });

  test.each([['tw'], ['hk']] as const)('to the standard of %s', async (to) => {
    const client = await under.launch();
    await client.open(URI, '会议群众里面说为了台湾');
    const reply = await convert(client, { to, uri: URI });
    const converted = result('会议群众里面说为了台湾', reply);
    expect(converted).toBe(to === 'tw' ? '會議群眾裡面說為了臺灣' : '會議羣眾裏面説為了台灣');
  });
});

describe('ranges', () => {
  test('are widened to whole notes', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const piece of ['開(k', 'āi)防', '開']) {
      const reply = await convert(client, { to: 'simplified', uri: URI, ranges: [rangeOf(MIRROR, piece)] });
      expect(result(MIRROR, reply)).toBe(MIRROR.replace('開(kāi)', '开'));
      expect(reply.summary.notesRemoved).toBe(1);
    }
  });

  test('several at once; the rest stays', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const ranges = [rangeOf(MIRROR, '顧維楨'), rangeOf(MIRROR, '總書記')];
    const reply = await convert(client, { to: 'simplified', uri: URI, ranges });
    expect(result(MIRROR, reply)).toBe(MIRROR.replace('顧維楨', '顾维桢').replace('總書記', '总书记'));
  });

  test('that overlap or are turned round change nothing twice', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const { start, end } = rangeOf(MIRROR, '顧維楨');
    const reply = await convert(client, {
      to: 'simplified',
      uri: URI,
      ranges: [{ start: end, end: start }, { start, end }, rangeOf(MIRROR, '維楨主持')],
    });
    expect(result(MIRROR, reply)).toBe(MIRROR.replace('顧維楨', '顾维桢'));
  });

  test('an empty list converts nothing, an empty range nothing', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    expect((await convert(client, { to: 'simplified', uri: URI, ranges: [] })).edits).toEqual([]);
    const { start } = rangeOf(MIRROR, '顧維楨');
    const empty = await convert(client, { to: 'simplified', uri: URI, ranges: [{ start, end: start }] });
    expect(empty.edits).toEqual([]);
  });
});

describe('a text that is not open', () => {
  test('is converted as given, without a version', async () => {
    const client = await under.launch();
    const reply = await convert(client, { to: 'simplified', uri: 'file:///no/such/file.md', text: MIRROR });
    expect(reply.version).toBeUndefined();
    expect(result(MIRROR, reply)).toBe(MIRROR_SIMPLIFIED);
  });

  test('comes before the open document of the same name', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    const reply = await convert(client, { to: 'simplified', uri: URI, text: '會議' });
    expect(result('會議', reply)).toBe('会议');
    expect(reply.version).toBeUndefined();
  });

  test('keeps line ends, astral characters and lone surrogates', async () => {
    const client = await under.launch();
    const text = '會議\r\n\ud842\udfb7議\r會\ud800議\udc00\n\u2028會';
    const reply = await convert(client, { to: 'simplified', uri: URI, text });
    expect(result(text, reply)).toBe('会议\r\n\ud842\udfb7议\r会\ud800议\udc00\n\u2028会');
  });

  test('keeps the words that the project file protects', async () => {
    const folder = under.scratch();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'report-corpus.json'), '{"version":1,"protected":["乾隆"]}');
    const uri = pathToFileURL(join(folder, 'sub', 'x.txt')).href;
    const client = await under.launch({ settings: () => ({ protected: ['會議'] }) });
    const reply = await convert(client, { to: 'simplified', uri, text: '乾隆會議' });
    expect(result('乾隆會議', reply)).toBe('乾隆会议');
    const outside = await convert(client, { to: 'simplified', uri: URI, text: '乾隆會議' });
    expect(result('乾隆會議', outside)).toBe('乾隆會議');
  });

  test('neither open nor given: nothing', async () => {
    const client = await under.launch();
    expect(await convert(client, { to: 'simplified', uri: 'untitled:nowhere' })).toEqual({
      edits: [],
      summary: {
        charactersChanged: 0,
        linesChanged: 0,
        phrasesRewritten: 0,
        notesRemoved: 0,
        names: [],
        ambiguous: 0,
        leftovers: [],
      },
      names: [],
      ambiguous: [],
      leftovers: [],
    });
  });
});

test('a name keeps its form and is named in the summary', async () => {
  const client = await under.launch();
  const text = '霖川市委书记罗干主持召开会议。罗干强调，要严禁干预。';
  const reply = await convert(client, { to: 'traditional', uri: URI, text });
  expect(result(text, reply)).toContain('市委書記羅干主持');
  expect(reply.summary.names).toEqual(['羅干']);
});

test('request, action and command line read a report as its project does', async () => {
  const text = '霖川市召开会议\n会上，后里云通报了情况，后里云要求抓好落实。\n阅读正文请关注松岭观察\n';
  const line = createCommandLine();
  line.write('report-corpus.json', JSON.stringify({ version: 1, furniture: ['阅读正文请关注松岭观察'] }));
  line.write('officials.json', JSON.stringify({ version: 1, officials: [{ name: '后里云', posts: [] }] }));
  const path = line.write('a.txt', text);
  const uri = pathToFileURL(path).href;
  const expected = '霖川市召開會議\n會上，后里云通報了情況，后里云要求抓好落實。\n閱讀正文請關注松嶺觀察\n';

  const client = await under.launch();
  for (const params of [{ uri, text }, { uri }]) {
    if (!('text' in params)) await client.open(uri, text);
    const reply = await convert(client, { to: 'traditional', ...params });
    expect(result(text, reply)).toBe(expected);
    expect(reply.names.map(({ range }) => textIn(text, range))).toEqual(['后里云', '后里云']);
  }
  const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
    context: { diagnostics: [] },
  });
  const action = named(offered, 'Convert to Traditional');
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
  expect(applyEdits(text, editsOf(edit, uri).edits)).toBe(expected);

  expect((await line.run('convert', '--to', 'traditional', 'a.txt')).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(expected);
});

describe('what a person should look at', () => {
  test('the places of names and of characters that are left, with the figures', async () => {
    const client = await under.launch();
    const text = '会议召开\n市委书记罗干主持召开会议。罗干强调，要严禁干预。\n';
    const reply = await convert(client, { to: 'tw', uri: URI, text });
    expect(reply.summary.linesChanged).toBe(2);
    expect(reply.names).toMatchObject([
      { name: '罗干', converted: '羅干', range: { start: { line: 1, character: 4 } } },
      { name: '罗干', converted: '羅干', range: { start: { line: 1, character: 13 } } },
    ]);
    expect(reply.names.map(({ range }) => textIn(text, range))).toEqual(['罗干', '罗干']);
    expect(reply.summary.names).toEqual(['羅干']);
  });

  test('a character with several targets, with the other ones', async () => {
    const client = await under.launch();
    const text = '会议开了，他姓干。\n';
    const { ambiguous, summary } = await convert(client, { to: 'tw', uri: URI, text });
    expect(summary.ambiguous).toBe(ambiguous.length);
    expect(ambiguous.length).toBeGreaterThan(0);
    for (const { alternatives, chosen, range, source } of ambiguous) {
      expect(textIn(text, range)).toBe(source);
      expect(alternatives).not.toContain(chosen);
      expect(alternatives.length).toBeGreaterThan(0);
    }
  });

  test('words change only when a phrase configuration is asked for', async () => {
    const client = await under.launch();
    const text = '这个软件支持打印。\n';
    const glyphs = await convert(client, { to: 'tw', uri: URI, text });
    expect(result(text, glyphs)).toBe('這個軟件支持打印。\n');
    expect(glyphs.summary.phrasesRewritten).toBe(0);
    const words = await convert(client, { to: 's2twp', uri: URI, text });
    expect(result(text, words)).toBe('這個軟體支援列印。\n');
    expect(words.summary.phrasesRewritten).toBeGreaterThan(0);
  });
});
