import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, RegistrationParams, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { pulling, telling, type Client } from './support/client.js';
import { at, OFFICIALS, open, writeCorpus, type Corpus } from './support/people-corpus.js';
import { useServer } from './support/server.js';
import { applyEdits, editsOf, rangeOf } from './support/texts.js';

/*
 * The officials file while it is open: what a person has not saved yet counts, and edits are of the text that the
 * editor has.
 */

const under = useServer();

/** A report with two people whom nobody knows yet. */
const TWO = `霖川市召开供水工作会议
发布日期：2021-05-06
来源：霖川日报
5月6日，霖川市委书记张敬华主持会议，副市长沈若兰、副市长陆明远出席。会议要求，各县区要压实责任，确保安全。
`;
/** A document as an editor keeps it: every change is told, with its version. */
interface Editor {
  readonly text: () => string;
  readonly set: (text: string) => Promise<void>;
  readonly apply: (edit: WorkspaceEdit | undefined) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function edit(client: Client, uri: string, text: string): Promise<Editor> {
  let version = 1;
  let now = text;
  await client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version, text },
  });
  const set = async (next: string): Promise<void> => {
    now = next;
    await client.change(uri, ++version, next);
  };
  return {
    text: () => now,
    set,
    apply: async (change) => {
      const { edits, version: of } = editsOf(change, uri);
      expect(of).toBe(version);
      await set(applyEdits(now, edits));
    },
    close: () => client.close(uri),
  };
}

const actionFor = async (client: Client, here: Corpus, name: string): Promise<CodeAction> => {
  const { start } = rangeOf(TWO, name);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: here.uri('two.txt') },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  const action = actions.find(({ title }) => title === `Add “${name}” to the officials file`);
  if (action === undefined) throw new Error(`nothing is offered for ${name}`);
  return action;
};
const resolve = async (client: Client, action: CodeAction): Promise<WorkspaceEdit | undefined> =>
  (await client.request<CodeAction>('codeAction/resolve', action)).edit;
const namesIn = (officials: string): string[] =>
  (JSON.parse(officials) as { officials: { name: string }[] }).officials.map(({ name }) => name).sort();
const unknown = async (client: Client, here: Corpus): Promise<number> => {
  const report = await client.pull(here.uri('two.txt'));
  return report.kind === 'full' ? report.items.filter(({ code }) => code === 'unknown-official').length : NaN;
};
const start = async (capabilities = telling, officials = OFFICIALS): Promise<[Client, Corpus]> => {
  const here = writeCorpus(under.scratch(), { 'two.txt': TWO, 'officials.json': officials });
  const client = await under.launch({ capabilities });
  await open(client, here, 'two.txt', TWO);
  return [client, here];
};
/** More lines above everything: no place of the file on the disk is right any more. */
const UNSAVED = OFFICIALS.replace(
  '"officials": [',
  '"officials": [\n    { "name": "顾维桢", "posts": [{ "post": "市长", "place": "霖川市" }] },\n',
);

describe('an open officials file', () => {
  test('is told of while it is open, by its own path only', async () => {
    const [client, here] = await start();
    const { registrations } = await client.wait<RegistrationParams>(
      'client/registerCapability',
      ({ registrations: all }) => all.some(({ method }) => method === 'textDocument/didOpen'),
    );
    expect(registrations.map(({ method }) => method).sort()).toEqual([
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didOpen',
    ]);
    for (const { registerOptions } of registrations) {
      const pattern = join(here.folder, 'officials.json');
      expect(registerOptions).toMatchObject({
        documentSelector: [
          { language: 'json', scheme: 'file', pattern },
          { language: 'jsonc', scheme: 'file', pattern },
        ],
      });
    }
  });

  test('gets an entry where it is open with unsaved changes', async () => {
    const [client, here] = await start();
    const editor = await edit(client, here.uri('officials.json'), OFFICIALS);
    const offered = await actionFor(client, here, '沈若兰');
    await editor.set(UNSAVED);
    await editor.apply(await resolve(client, offered));
    expect(namesIn(editor.text())).toEqual(['张敬华', '沈若兰', '顾维桢']);
  });

  test('gets two entries at once, and loses them when they are undone', async () => {
    const [client, here] = await start();
    expect(await unknown(client, here)).toBe(2);
    const offered = [await actionFor(client, here, '沈若兰'), await actionFor(client, here, '陆明远')];
    const editor = await edit(client, here.uri('officials.json'), OFFICIALS);
    const before: string[] = [];
    for (const action of offered) {
      before.push(editor.text());
      await editor.apply(await resolve(client, action));
    }
    expect(namesIn(editor.text())).toEqual(['张敬华', '沈若兰', '陆明远']);
    expect(await unknown(client, here)).toBe(0);
    // Nothing to do any more for somebody who is in it.
    expect(await resolve(client, offered[0]!)).toBeUndefined();
    for (const text of before.reverse()) await editor.set(text);
    expect(await unknown(client, here)).toBe(2);
    await editor.apply(await resolve(client, offered[1]!));
    expect(namesIn(editor.text())).toEqual(['张敬华', '陆明远']);
  });

  test('counts with its unsaved changes until they are given up', async () => {
    const [client, here] = await start();
    const editor = await edit(client, here.uri('officials.json'), OFFICIALS);
    const mark = client.mark();
    await editor.set(UNSAVED.replaceAll('顾维桢', '沈若兰'));
    await client.wait('workspace/diagnostic/refresh', undefined, mark);
    expect(await unknown(client, here)).toBe(1);
    await editor.set(`${editor.text()}]`);
    expect(await unknown(client, here)).toBe(1);
    const { diagnostics } = await client.published(here.uri('officials.json'));
    expect(diagnostics[0]?.range.start.line).toBe(editor.text().split('\n').length - 1);
    await editor.close();
    expect(await unknown(client, here)).toBe(2);
  });

  test('is no report, whatever is sent', async () => {
    const [client, here] = await start(pulling);
    const uri = here.uri('officials.json');
    await edit(client, uri, OFFICIALS);
    const report = await client.pull(uri);
    expect(report.kind === 'full' && report.items).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
  });

  test('gets entries as the disk has it when nobody tells of it', async () => {
    const [client, here] = await start(pulling);
    const offered = await actionFor(client, here, '沈若兰');
    // No news of it came yet.
    here.write('officials.json', UNSAVED);
    const { edits, version } = editsOf(await resolve(client, offered), here.uri('officials.json'));
    expect(version).toBeNull();
    expect(namesIn(applyEdits(UNSAVED, edits))).toEqual(['张敬华', '沈若兰', '顾维桢']);
  });

  test('is renamed in as the editor has it', async () => {
    const [client, here] = await start();
    const editor = await edit(client, here.uri('officials.json'), OFFICIALS);
    await editor.set(UNSAVED);
    const rename = async (newName: string): Promise<void> => {
      const { documentChanges } = await client.request<WorkspaceEdit>('textDocument/rename', {
        ...at(here, 'two.txt', TWO, '张敬华'),
        newName,
      });
      const changes = documentChanges as TextDocumentEdit[];
      const own = changes.filter(({ textDocument }) => textDocument.uri === here.uri('officials.json'));
      await editor.apply({ documentChanges: own });
    };
    await rename('张静骅');
    expect(namesIn(editor.text())).toEqual(['张静骅', '顾维桢']);
    await editor.set(UNSAVED);
    await rename('张敬骅');
    expect(namesIn(editor.text())).toEqual(['张敬骅', '顾维桢']);
  });

  test('is edited without versions for a client that knows none', async () => {
    const [client, here] = await start({ textDocument: { diagnostic: {} } });
    const offered = await actionFor(client, here, '沈若兰');
    expect(offered.edit?.documentChanges).toBeUndefined();
    const edits = offered.edit?.changes?.[here.uri('officials.json')] ?? [];
    expect(namesIn(applyEdits(OFFICIALS, edits))).toEqual(['张敬华', '沈若兰']);
    const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at(here, 'two.txt', TWO, '张敬华'),
      newName: '张静骅',
    });
    expect(renamed.documentChanges).toBeUndefined();
    const inReport = renamed.changes?.[here.uri('two.txt')] ?? [];
    expect(applyEdits(TWO, inReport)).toBe(TWO.replaceAll('张敬华', '张静骅'));
  });
});
