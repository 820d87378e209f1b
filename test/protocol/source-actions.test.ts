import { describe, expect, test } from 'vitest';
import type { AnnotatedTextEdit, CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { annotating, type Client } from './support/client.js';
import {
  actions,
  apply,
  AUTOMATIC,
  cursor,
  everything,
  INVOKED,
  named,
  titles,
  URI,
} from './support/actions.js';
import { CLEAN, MIRROR, MIRROR_SIMPLIFIED, MIRROR_STRIPPED, MIXED } from './support/reports.js';
import { useServer } from './support/server.js';
import { rangeOf } from './support/texts.js';

const under = useServer();

describe('fix all', () => {
  const FIX_ALL = 'source.fixAll.reportCorpus';

  test.each([[FIX_ALL], ['source.fixAll'], ['source']])(
    'asked for as %s applies exact fixes only',
    async (kind) => {
      const client = await under.launch();
      await client.open(URI, MIRROR);
      for (const trigger of [INVOKED, AUTOMATIC]) {
        const offered = await actions(client, everything(MIRROR), { only: [kind], trigger });
        const all = offered.filter((action) => action.kind === FIX_ALL);
        expect(all).toHaveLength(1);
        // The line of furniture stays, and nothing is inserted.
        expect(await apply(client, MIRROR, all[0]!)).toBe(MIRROR_STRIPPED);
      }
    },
  );

  test('on save it is alone: an editor applies whatever it is offered then', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const only of [[FIX_ALL], ['source.fixAll']]) {
      const offered = await actions(client, everything(MIRROR), { only, trigger: AUTOMATIC });
      expect(offered).toMatchObject([{ kind: FIX_ALL }]);
    }
  });

  test('leaves the other script alone: converting is for a person to choose', async () => {
    const client = await under.launch();
    await client.open(URI, MIXED);
    expect(await actions(client, everything(MIXED), { only: [FIX_ALL], trigger: AUTOMATIC })).toEqual([]);
  });

  test('is not offered where there is nothing to fix, nor for another kind', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    expect(await actions(client, everything(CLEAN), { only: [FIX_ALL] })).toEqual([]);
    await client.change(URI, 2, MIRROR);
    expect(await actions(client, everything(MIRROR), { only: ['source.fixAll.eslint'] })).toEqual([]);
    expect(await actions(client, everything(MIRROR), { only: ['source.organizeImports'] })).toEqual([]);
  });

  test('does not apply the fix of a rule that is switched off', async () => {
    const client = await under.launch({ settings: () => ({ rules: { 'pinyin-residue': 'off' } }) });
    await client.open(URI, MIRROR);
    expect(await actions(client, everything(MIRROR), { only: [FIX_ALL], trigger: AUTOMATIC })).toEqual([]);
  });
});

describe('fix all with preview', () => {
  const PREVIEW = 'source.reportCorpus.fixWithPreview';
  const previews = (context: { only: string[] }, client: Client): Promise<CodeAction[]> =>
    actions(client, everything(MIRROR), { ...context, trigger: INVOKED });

  test('groups its edits; only those that need a look are to be confirmed', async () => {
    const client = await under.launch({ capabilities: annotating });
    await client.open(URI, MIRROR);
    const [offered] = await previews({ only: [PREVIEW] }, client);
    const { edit } = await client.request<CodeAction>('codeAction/resolve', offered);
    expect(edit?.changeAnnotations).toMatchObject({
      'residue-removed': { label: 'Remove pinyin notes', needsConfirmation: false },
      'furniture-removed?': { label: 'Remove page furniture', needsConfirmation: true },
    });
    const [change] = edit?.documentChanges as TextDocumentEdit[];
    for (const one of change!.edits as AnnotatedTextEdit[])
      expect(edit?.changeAnnotations).toHaveProperty([one.annotationId]);
  });

  test('is nothing for saving, nor for a client without previews', async () => {
    const client = await under.launch({ capabilities: annotating });
    await client.open(URI, MIRROR);
    const saving = await previews({ only: ['source.fixAll'] }, client);
    expect(saving.map(({ kind }) => kind)).not.toContain(PREVIEW);
    const older = await under.launch();
    await older.open(URI, MIRROR);
    expect(await previews({ only: [PREVIEW] }, older)).toEqual([]);
  });
});

describe('conversion', () => {
  const KIND = 'refactor.rewrite.reportCorpus.convert';
  const ALL = ['Traditional', 'Traditional (Taiwan Standard)', 'Traditional (Hong Kong Standard)'];

  test('is offered for a selection; a cursor alone raises no light bulb', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const at = cursor(MIRROR, '顧維楨');
    expect(await actions(client, at, { only: ['refactor'], trigger: AUTOMATIC })).toEqual([]);
    const invoked = await actions(client, at, { only: ['refactor'], trigger: INVOKED });
    expect(titles(invoked)).toContain('Convert to Simplified');
    const selected = await actions(client, rangeOf(MIRROR, '顧維楨'), { trigger: AUTOMATIC });
    expect(titles(selected)).toContain('Convert to Simplified');
  });

  test('a foreign client gets edits: the whole document for a cursor', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const offered = await actions(client, cursor(MIRROR, '顧維楨'), { only: [KIND], trigger: INVOKED });
    expect(titles(offered)).not.toContain('Convert to Traditional');
    const simplify = named(offered, 'Convert to Simplified');
    expect(simplify.kind).toBe(`${KIND}.simplified`);
    expect(await apply(client, MIRROR, simplify)).toBe(MIRROR_SIMPLIFIED);
  });

  test('… and the selection, widened to its note, for a selection', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const range = rangeOf(MIRROR, '會(');
    const offered = await actions(client, range, { only: [KIND] });
    const result = await apply(client, MIRROR, named(offered, 'Convert to Simplified'));
    expect(result).toBe(MIRROR.replace('會(huì)', '会'));
  });

  test('our own client gets its commands, in its language', async () => {
    const client = await under.launch({
      initializationOptions: { locale: 'zh-cn', pages: 'file:///pages/' },
    });
    await client.open(URI, CLEAN);
    const offered = await actions(client, rangeOf(CLEAN, '顾维桢'), { only: [KIND] });
    expect(offered.map(({ title, command, edit }) => [title, command?.command, edit])).toEqual([
      ['转换为繁体', 'reportCorpus.convertToTraditional', undefined],
      ['转换为繁体（台湾标准）', 'reportCorpus.convertToTaiwan', undefined],
      ['转换为繁体（香港标准）', 'reportCorpus.convertToHongKong', undefined],
    ]);
  });

  test('a Simplified report is offered every kind of Traditional', async () => {
    const client = await under.launch();
    await client.open(URI, CLEAN);
    const offered = await actions(client, rangeOf(CLEAN, '顾维桢'), { only: [KIND] });
    expect(titles(offered)).toEqual(ALL.map((name) => `Convert to ${name}`));
  });
});
