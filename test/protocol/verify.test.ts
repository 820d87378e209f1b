import { describe, expect, test } from 'vitest';
import type { VerifyParams, VerifyReply } from '../../server/src/lsp/protocol.js';
import type { Client } from './support/client.js';
import { MIRROR, MIRROR_SIMPLIFIED, MIRROR_STRIPPED } from './support/reports.js';
import { useServer } from './support/server.js';
import { textIn } from './support/texts.js';

const under = useServer();
const URI = 'untitled:report.report.txt';

const verify = (client: Client, params: VerifyParams): Promise<VerifyReply> =>
  client.request('reportCorpus/verify', params);

describe('an open document', () => {
  test('is compared as the server has it', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR, 1);
    expect(await verify(client, { uri: URI, original: MIRROR })).toEqual({ verdict: 'same' });
    await client.change(URI, 2, MIRROR_STRIPPED);
    expect(await verify(client, { uri: URI, original: MIRROR })).toEqual({
      verdict: 'declared',
      counts: { 'residue-removed': 20 },
      message: '20 notes removed, no other character changed',
    });
  });

  test('with another wording gives the first place in both texts', async () => {
    const client = await under.launch();
    const changed = MIRROR_SIMPLIFIED.replace('7月3日', '7月4日');
    await client.open(URI, changed, 1);
    const reply = await verify(client, { uri: URI, original: MIRROR });
    if (reply.verdict !== 'undeclared') throw new Error(`the verdict is ${reply.verdict}`);
    expect(textIn(MIRROR, reply.first.original)).toBe('3');
    expect(textIn(changed, reply.first.changed)).toBe('4');
    expect(reply.message).toBe('not declared: “3” became “4”');
  });
});

test('a text that is not open is given, and the message is in the language of the client', async () => {
  const client = await under.launch({ locale: 'zh-cn' });
  const reply = await verify(client, {
    uri: 'untitled:other.report.txt',
    original: MIRROR,
    text: MIRROR_STRIPPED,
  });
  expect(reply).toMatchObject({ verdict: 'declared', message: '删除 20 处拼音注音，其他字符未动' });
});
