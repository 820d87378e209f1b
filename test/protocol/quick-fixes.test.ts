import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { plain } from './support/client.js';
import {
  actions,
  apply,
  cursor,
  everything,
  INVOKED,
  named,
  quickFixes,
  titles,
  URI,
} from './support/actions.js';
import {
  FOLDED,
  FOLDED_RESTORED,
  MIRROR,
  MIRROR_STRIPPED,
  MIXED,
  MIXED_CONVERTED,
  UNDATED,
} from './support/reports.js';
import { useServer } from './support/server.js';
import { editsOf, positionOf, rangeOf } from './support/texts.js';

const under = useServer();
/** Clients that pull nothing are pushed to; everything else is alike. */
const noSnippets = { ...plain, textDocument: { diagnostic: {} } };

describe('one finding, many places', () => {
  test('pinyin notes: offered at every place, nowhere else, and one strips all', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    for (const { index, 0: note } of MIRROR.matchAll(/\([^)]+\)/g)) {
      for (const offset of [index, index + 1, index + note.length]) {
        const at = positionOf(MIRROR, offset);
        expect(titles(await quickFixes(client, { start: at, end: at }))).toContain(
          'Remove all 20 pinyin notes',
        );
      }
    }
    expect(titles(await quickFixes(client, cursor(MIRROR, '顧維楨')))).not.toContain(
      'Remove all 20 pinyin notes',
    );
    const [fix] = await quickFixes(client, cursor(MIRROR, '(zé)', 2));
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(fix?.edit).toBeUndefined();
    expect(await apply(client, MIRROR, fix!)).toBe(MIRROR_STRIPPED);
  });

  test('folded punctuation: offered at every mark, restores all, keeps the time of day', async () => {
    const client = await under.launch();
    await client.open(URI, FOLDED);
    const [fix] = await quickFixes(client, rangeOf(FOLDED, '度汛;'));
    expect(fix?.title).toBe('Restore 10 full-width marks');
    expect(await apply(client, FOLDED, fix!)).toBe(FOLDED_RESTORED);
    expect(titles(await quickFixes(client, cursor(FOLDED, '20:06', 3)))).not.toContain(fix?.title);
  });

  test('a selection over everything offers each fix once', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const offered = titles(await quickFixes(client, everything(MIRROR)));
    for (const title of [
      'Remove all 20 pinyin notes',
      'Remove this line',
      'Insert a date line',
      'Insert a source line',
    ])
      expect(offered.filter((other) => other === title)).toEqual([title]);
  });

  test('an action names the diagnostic it mends', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const report = await client.pull(URI);
    const diagnostics = report.kind === 'full' ? report.items : [];
    const offered = await actions(client, everything(MIRROR), { only: ['quickfix'], diagnostics });
    const mended = offered.map((action) => action.diagnostics?.map(({ code }) => code));
    for (const code of ['pinyin-residue', 'page-furniture', 'missing-date-line', 'missing-source-line'])
      expect(mended).toContainEqual([code]);
  });
});

describe('one place', () => {
  test('a line of furniture goes with its line end', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const fix = named(await quickFixes(client, cursor(MIRROR, '維碼')), 'Remove this line');
    expect(fix.isPreferred).toBe(false);
    expect(await apply(client, MIRROR, fix)).toBe(MIRROR.replace(/^.*\n/, ''));
  });

  test('a page control goes, the rest of its line stays', async () => {
    const client = await under.launch();
    await client.open(URI, FOLDED);
    const fix = named(await quickFixes(client, cursor(FOLDED, '大 中')), 'Remove this part of the line');
    expect(await apply(client, FOLDED, fix)).toBe(FOLDED.replace(' 字号:大 中 小', ''));
  });

  test('a run in the other script is converted, and only that', async () => {
    const client = await under.launch();
    await client.open(URI, MIXED);
    const [fix] = await quickFixes(client, cursor(MIXED, '壓實'));
    expect(fix?.title).toBe('Convert this part to Simplified');
    expect(await apply(client, MIXED, fix!)).toBe(MIXED_CONVERTED);
  });
});

describe('metadata lines', () => {
  const FIRST = cursor(UNDATED, '霖川市');
  const withLine = (line: string): string => UNDATED.replace('会议\n', `会议\n${line}\n`);

  test('are snippets for a client that knows them', async () => {
    const client = await under.launch();
    await client.open(URI, UNDATED);
    const offered = await quickFixes(client, FIRST);
    expect(titles(offered)).toEqual(['Insert a date line', 'Insert a source line']);
    const [date, source] = await Promise.all(
      offered.map(async (action) => {
        const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
        return editsOf(edit, URI).edits;
      }),
    );
    const at = { line: 1, character: 0 };
    expect(date).toEqual([
      {
        range: { start: at, end: at },
        snippet: { kind: 'snippet', value: '发布日期：${1:YYYY}-${2:07}-${3:03}\n' },
      },
    ]);
    expect(source).toEqual([
      { range: { start: at, end: at }, snippet: { kind: 'snippet', value: '来源：${1:新华社}\n' } },
    ]);
  });

  test('are plain text for a client that does not', async () => {
    const client = await under.launch({ capabilities: noSnippets });
    await client.open(URI, UNDATED);
    const offered = await quickFixes(client, FIRST);
    const date = await apply(client, UNDATED, named(offered, 'Insert a date line'));
    expect(date).toBe(withLine('发布日期：YYYY-07-03'));
    const source = await apply(client, UNDATED, named(offered, 'Insert a source line'));
    expect(source).toBe(withLine('来源：新华社'));
  });

  test('speak the script and use the line ends of the report', async () => {
    const text = MIRROR.replaceAll('\n', '\r\n');
    const client = await under.launch({ capabilities: noSnippets });
    await client.open(URI, text);
    const offered = await quickFixes(client, cursor(text, '霖川市'));
    const date = await apply(client, text, named(offered, 'Insert a date line'));
    expect(date).toBe(text.replace('作會(huì)議\r\n', '作會(huì)議\r\n發布日期：YYYY-07-03\r\n'));
    const source = await apply(client, text, named(offered, 'Insert a source line'));
    expect(source).toBe(text.replace('作會(huì)議\r\n', '作會(huì)議\r\n來源：媒體\r\n'));
  });

  test('go to the end of a report that is one headline without line end', async () => {
    const text = '霖川市召开防汛工作会议';
    const client = await under.launch({ capabilities: noSnippets });
    await client.open(URI, text);
    const offered = await quickFixes(client, cursor(text, '召开'));
    expect(await apply(client, text, named(offered, 'Insert a date line'))).toBe(
      `${text}\n发布日期：YYYY-MM-DD\n`,
    );
  });
});

describe('resolve', () => {
  test('gives no edit once the document has changed', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const offered = await actions(client, everything(MIRROR), { trigger: INVOKED });
    expect(offered.length).toBeGreaterThan(5);
    await client.change(URI, 2, `\n${MIRROR}`);
    for (const action of offered) {
      const resolved = await client.request<CodeAction>('codeAction/resolve', action);
      expect(resolved).toEqual(action);
    }
  });

  test('gives no edit once the document is closed, nor for an action of somebody else', async () => {
    const client = await under.launch();
    await client.open(URI, MIRROR);
    const [fix] = await quickFixes(client, cursor(MIRROR, '(zé)'));
    await client.close(URI);
    expect(await client.request('codeAction/resolve', fix)).toEqual(fix);
    const foreign = { title: 'of another server' };
    expect(await client.request('codeAction/resolve', foreign)).toEqual(foreign);
  });

  test('gives no edit once the settings have changed', async () => {
    let rules: Record<string, string> = {};
    const client = await under.launch({ settings: () => ({ rules }) });
    await client.open(URI, MIRROR);
    const [fix] = await quickFixes(client, cursor(MIRROR, '(zé)'));
    rules = { 'page-furniture': 'off' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.wait('workspace/diagnostic/refresh');
    expect(await client.request('codeAction/resolve', fix)).toEqual(fix);
  });
});
