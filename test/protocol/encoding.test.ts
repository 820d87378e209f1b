import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { createTranscoder } from '../../server/src/platform/node/transcoder.js';
import type { Client } from './support/client.js';
import { useServer } from './support/server.js';

const under = useServer();
const folder = mkdtempSync(join(tmpdir(), 'report-corpus-encoding-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const transcoder = createTranscoder();
const encode = (text: string, encoding: 'gb18030' | 'big5'): Uint8Array => transcoder.encode(text, encoding);
const TEXT = '市委书记主持召开会议，部署下一步的工作。\n';
const TRADITIONAL = '市委書記主持召開會議，部署下一步的工作。\n';
const start = { line: 0, character: 0 };
/** Our own client, which has the command. */
const OWN = { initializationOptions: { locale: 'en', pages: 'file:///pages/' } } as const;

async function offered(client: Client, name: string, bytes: Uint8Array, text: string): Promise<CodeAction[]> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const uri = pathToFileURL(file).href;
  await client.open(uri, text);
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: { line: 0, character: 1000 } },
    context: { diagnostics: [], only: ['quickfix'] },
  });
}
const reopening = (actions: readonly CodeAction[]): string[] =>
  actions
    .map(({ title }) => title)
    .filter((title) => title.startsWith('Reopen') || title.startsWith('用编码'));

describe('reopen with encoding', () => {
  test.each([
    ['gb.report.txt', 'gb18030', TEXT, 'GB18030'],
    ['big5.report.txt', 'big5', TRADITIONAL, 'Big5'],
  ] as const)('%s read as UTF-8', async (name, encoding, text, label) => {
    const client = await under.launch(OWN);
    const bytes = encode(text, encoding);
    const actions = await offered(client, name, bytes, Buffer.from(bytes).toString('utf8'));
    expect(reopening(actions)).toEqual([`Reopen with encoding ${label} (confidence 99 %)`]);
    const { command } = actions.find(({ title }) => title.startsWith('Reopen'))!;
    expect(command?.command).toBe('reportCorpus.reopenWithEncoding');
    expect(command?.arguments?.[1]).toBe(encoding);
  });

  test('damage that is in the file is no reason to reopen it', async () => {
    const client = await under.launch(OWN);
    const text = `${TEXT}锟斤拷\ufffd\n`;
    expect(reopening(await offered(client, 'lost.report.txt', Buffer.from(text), text))).toEqual([]);
  });

  test('other clients do not have the command', async () => {
    const client = await under.launch();
    const bytes = encode(TEXT, 'gb18030');
    expect(
      reopening(await offered(client, 'c.report.txt', bytes, Buffer.from(bytes).toString('utf8'))),
    ).toEqual([]);
  });
});
