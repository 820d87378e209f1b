import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange, Hover, Position } from 'vscode-languageserver';
import type { Client } from './support/client.js';
import { CLEAN, FOLDED, MIRROR, MIXED } from './support/reports.js';
import { useServer } from './support/server.js';
import { rangeOf, textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';

/** The card over the n-th occurrence of a piece, `inside` units into it: its text and what it stands over. */
async function hover(
  client: Client,
  text: string,
  piece: string,
  inside = 0,
  n = 0,
): Promise<{ readonly over: string; readonly markdown: string } | null> {
  const { line, character } = rangeOf(text, piece, n).start;
  const position: Position = { line, character: character + inside };
  const card = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri: URI },
    position,
  });
  if (card === null) return null;
  const { contents, range } = card;
  if (range === undefined || typeof contents !== 'object' || !('kind' in contents))
    throw new Error(`no card: ${JSON.stringify(card)}`);
  expect(contents.kind).toBe('markdown');
  return { over: textIn(text, range), markdown: contents.value };
}

describe('hover on a person', () => {
  test('gives the posts that the file states, with links to where it does', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    const card = await hover(client, CLEAN, '顾维桢', 1);
    expect(card?.over).toBe('顾维桢');
    expect(card?.markdown).toContain('This file names **顾维桢** as');
    expect(card?.markdown).toContain('霖川市委书记');
    expect(card?.markdown).toContain(`[line 4](${URI}#4,14)`);
    expect(card?.markdown).toContain('1 mention in this file.');
  });

  test('sees through pinyin notes and Traditional characters', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const inside of [0, 1, 3, 5]) {
      const card = await hover(client, MIRROR, '習(xí)近平總書記', inside);
      expect(card?.over).toBe('習(xí)近平');
      expect(card?.markdown).toContain('**习近平**');
      expect(card?.markdown).toContain('总书记');
    }
    const card = await hover(client, MIRROR, '顧維楨');
    expect(card?.markdown).toContain('**顾维桢**');
    expect(card?.markdown).toContain('霖川市委书记');
  });

  test('speaks Chinese', async () => {
    const client = await under.launch({ locale: 'zh-cn' });
    await client.open(URI, CLEAN);
    const card = await hover(client, CLEAN, '顾维桢');
    expect(card?.markdown).toContain('本文件称 **顾维桢** 为');
    expect(card?.markdown).toContain(`[第 4 行](${URI}#4,14)`);
    expect(card?.markdown).not.toContain('This file');
  });
});

describe('hover on a set phrase', () => {
  test('gives its parts, its meaning in both languages and its source', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    const card = await hover(client, CLEAN, '联防联控', 2);
    expect(card?.over).toBe('联防联控');
    expect(card?.markdown).toMatch(/^\*\*联防联控\*\*/);
    expect(card?.markdown).toMatch(/Source: \S/);
    expect(card?.markdown).toMatch(/[a-z]{4,}.*\./);
  });

  test('sees through pinyin notes: quoted, in Traditional', async () => {
    const client = await under.launch({ locale: 'zh-cn' });
    await client.open(URI, MIRROR);
    const card = await hover(client, MIRROR, '四個(gè)意識(shí)');
    expect(card?.over).toBe('四個(gè)意識(shí)');
    expect(card?.markdown).toMatch(/^\*\*四个意识\*\*/);
    expect(card?.markdown).toContain('内容：');
    expect(card?.markdown).toContain('出处：');
  });

  test('of several clauses, with folded marks around it', async () => {
    const client = await under.launch();
    await client.open(URI, FOLDED);
    const card = await hover(client, FOLDED, '外防输入、内防反弹', 5);
    expect(card?.over).toBe('外防输入、内防反弹');
  });
});

test('no card on stock words, verbs, labels and between things', async () => {
  const client = await under.launch();
  await client.open(URI, CLEAN);
  for (const word of ['重要讲话', '高度重视', '研究部署', '发布日期', '会议要求', '霖川日报'])
    for (let i = 0; i < word.length; i++) expect(await hover(client, CLEAN, word, i), word).toBeNull();
  await client.change(URI, 2, MIRROR);
  for (const word of ['重要講話', '高度重視'])
    for (let i = 0; i < word.length; i++) expect(await hover(client, MIRROR, word, i), word).toBeNull();
});

describe('outline', () => {
  const outline = (client: Client): Promise<DocumentSymbol[]> =>
    client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });

  test('has the parts of the report with their zones; names are as the file has them, without notes', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const parts = await outline(client);
    expect(
      parts.map(({ name, children }) => [
        name,
        ...(children ?? []).map((zone) => `${zone.detail}: ${zone.name}`),
      ]),
    ).toEqual([
      ['Page furniture', 'page furniture: 網站二維碼'],
      ['Headlines', 'headline: 霖川市召開防汛工作會議'],
      [
        'Body',
        'lead: 7月3日上午，霖川市委書記顧維楨主持召開防汛工作會議，深入學…',
        'paragraph: 會議要求，各縣區要壓實責任，確保安全度汛。',
      ],
    ]);
    const [, head, body] = parts;
    expect(textIn(MIRROR, head!.range)).toBe(MIRROR.split('\n')[1]);
    expect(textIn(MIRROR, body!.range)).toBe(MIRROR.split('\n').slice(2, 4).join('\n'));
  });

  test('speaks Chinese, and every symbol lies in its parent and holds its selection range', async () => {
    const client = await under.launch({ locale: 'zh-cn' });
    await client.open(URI, FOLDED);
    const parts = await outline(client);
    expect(parts.map(({ name }) => name)).toContain('标题与元数据');
    const check = (symbol: DocumentSymbol): void => {
      expect(textIn(FOLDED, symbol.range)).toContain(textIn(FOLDED, symbol.selectionRange));
      expect(symbol.name).not.toBe('');
      for (const child of symbol.children ?? []) {
        expect(textIn(FOLDED, symbol.range)).toContain(textIn(FOLDED, child.range));
        check(child);
      }
    };
    parts.forEach(check);
  });

  test('of an empty document is empty', async () => {
    const client = await under.launch();
    await client.open(URI, '');
    expect(await outline(client)).toEqual([]);
  });
});

test('folding: each part of more than one line', async () => {
  const client = await under.launch();
  await client.open(URI, MIXED);
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', {
    textDocument: { uri: URI },
  });
  expect(folds).toEqual([
    { startLine: 0, endLine: 2, kind: 'region' },
    { startLine: 3, endLine: 4, kind: 'region' },
  ]);
  await client.change(URI, 2, '霖川市召开防汛工作会议');
  expect(await client.request('textDocument/foldingRange', { textDocument: { uri: URI } })).toEqual([]);
});
