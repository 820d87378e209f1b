import { expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { apply, named, quickFixes, titles, URI } from './support/actions.js';
import { useServer } from './support/server.js';
import { positionOf } from './support/texts.js';

const under = useServer();
const TRADITIONAL = '清溪市召開防汛工作會議\n會議強調,大家要看著幹,壓實責任、排查隱患,確保群眾安全。\n';
const SIMPLIFIED = '清溪市召开防汛工作会议\n会议强调,干部要带头,压实责任、排查隐患,确保群众安全。\n';

test('the light bulb offers every other character that an ambiguous one could be', async () => {
  const client = await under.launch();
  await client.open(URI, TRADITIONAL);
  const at = positionOf(TRADITIONAL, TRADITIONAL.indexOf('幹'));
  const offered = await quickFixes(client, { start: at, end: at });
  expect(titles(offered)).toEqual(expect.arrayContaining(['Replace 幹 with 乾', 'Replace 幹 with 干']));
  for (const other of ['乾', '干']) {
    const text = await apply(client, TRADITIONAL, named(offered, `Replace 幹 with ${other}`));
    expect(text).toBe(TRADITIONAL.replace('幹', other));
  }
});

test('hover says why a character converts as it does', async () => {
  const client = await under.launch();
  await client.open(URI, SIMPLIFIED);
  const position = positionOf(SIMPLIFIED, SIMPLIFIED.indexOf('干部'));
  const card = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri: URI },
    position,
  });
  expect(card?.contents).toMatchObject({
    value: expect.stringContaining('**干** → **幹**: by the word 干部') as string,
  });
});
