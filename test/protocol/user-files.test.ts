import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createCommandLine, type CommandLine } from '../../server/src/cli/testing/run.js';
import { pulling, telling, type Client } from './support/client.js';
import { OFFICIALS, TRADITIONAL } from './support/people-corpus.js';
import { useServer } from './support/server.js';

/*
 * A project file, and the officials and lexicon files that it names, are read by the editor and on the command line:
 * what cannot be read must come to the same, in the same words.
 */

const under = useServer();
const REPORT = 'inner/water.txt';
const PROJECT = { officials: 'people.json', lexicons: ['own.json'] };
const LEXICON = '{ "version": 1, "phrases": [] }';
const LANGUAGES = ['en', 'zh-cn'] as const;

/** States of a file, and what a message about it has. */
const STATES: readonly (readonly [string, RegExp, (line: CommandLine, name: string) => void])[] = [
  [
    'a folder',
    /folder|文件夹/,
    (line, name) => {
      mkdirSync(line.path(name));
    },
  ],
  [
    'no UTF-8',
    /UTF-8/,
    (line, name) => {
      const right = name.endsWith('people.json')
        ? OFFICIALS
        : '{ "rules": { "missing-source-line": "off" } }';
      line.write(name, Buffer.concat([Buffer.from(`${right} // `), Buffer.from([0xd6, 0xd0])]));
    },
  ],
  [
    'unreadable',
    /ELOOP/,
    (line, name) => {
      symlinkSync(line.path(name), line.path(name));
    },
  ],
  [
    'wrong inside',
    /"version"/,
    (line, name) => {
      line.write(name, '{\n "version": 7 }');
    },
  ],
];
const MISSING = ['not there', /not there|不存在/, () => undefined] as const;

/** A corpus inside a corpus, whose project file would be taken if the search went on upwards. */
function corpus(): CommandLine {
  const line = createCommandLine();
  line.write('report-corpus.json', JSON.stringify({ version: 1, rules: { 'unknown-official': 'off' } }));
  line.write('inner/report-corpus.json', JSON.stringify({ version: 1, ...PROJECT }));
  line.write('inner/people.json', OFFICIALS);
  line.write('inner/own.json', LEXICON);
  line.write(REPORT, TRADITIONAL);
  return line;
}

const hrefOf = (line: CommandLine, name: string): string => pathToFileURL(line.path(name)).href;

/** What the editor shows on a file, as the command line would put it. */
function asLines(name: string, diagnostics: readonly Diagnostic[], language: string): string[] {
  const stop = language === 'en' ? '.' : '。';
  return diagnostics.map(({ range: { start }, message }) => {
    return `${name}:${start.line + 1}:${start.character + 1}: ${message as string}${stop}`;
  });
}

/** Lines of the command line; one about a file as a whole has no place, in an editor it stands at the start. */
const placed = (err: string): string[] =>
  err
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^([^:]+): /, '$1:1:1: '));

const rulesOf = (items: readonly { readonly code?: string | number; readonly rule?: string }[]): string[] =>
  items.map(({ code, rule }) => rule ?? String(code)).sort();

async function readTwice(
  line: CommandLine,
  name: string,
  language: string,
): Promise<{ readonly told: string[]; readonly shown: string[]; readonly client: Client }> {
  const { err, out } = await line.run('check', '--lang', language, '--format', 'json', REPORT);
  const client = await under.launch({ settings: () => ({ language }) });
  await client.open(hrefOf(line, REPORT), TRADITIONAL);
  const pulled = await client.pull(hrefOf(line, REPORT));
  const { diagnostics } = await client.published(hrefOf(line, name));
  // And both find the same in the report.
  const { files } = JSON.parse(out) as { files: { findings: { rule: string }[] }[] };
  expect(pulled.kind === 'full' && rulesOf(pulled.items)).toEqual(rulesOf(files[0]!.findings));
  return { told: placed(err), shown: asLines(name, diagnostics, language), client };
}

describe.each(LANGUAGES)('in %s the editor shows what the command line says of', (language) => {
  test.each(STATES)('a project file that is %s', async (_, says, make) => {
    const line = createCommandLine();
    line.write('report-corpus.json', JSON.stringify({ version: 1, rules: { 'missing-source-line': 'off' } }));
    line.write(REPORT, TRADITIONAL);
    make(line, 'inner/report-corpus.json');
    const { told, shown } = await readTwice(line, 'inner/report-corpus.json', language);
    expect(shown).toEqual(told);
    expect(shown.join('\n')).toMatch(says);
  });

  describe.each(['inner/people.json', 'inner/own.json'])('%s', (name) => {
    test.each([...STATES, MISSING])('that is %s', async (_, says, make) => {
      const line = corpus();
      rmSync(line.path(name));
      make(line, name);
      const { told, shown } = await readTwice(line, name, language);
      expect(shown).toEqual(told);
      expect(shown.join('\n')).toMatch(says);
    });
  });
});

describe('an officials file that is no UTF-8', () => {
  const GARBLED = OFFICIALS.replace('张敬华', '\ufffd\ufffd华');
  const garbled = (): CommandLine => {
    const line = corpus();
    line.write('inner/people.json', Buffer.concat([Buffer.from(OFFICIALS), Buffer.from([0xd6, 0xd0])]));
    return line;
  };

  test('counts for nothing while an editor shows what it makes of the bytes, until it is saved', async () => {
    const line = garbled();
    const client = await under.launch({ capabilities: telling });
    const [report, people] = [hrefOf(line, REPORT), hrefOf(line, 'inner/people.json')];
    await client.open(report, TRADITIONAL);
    const unknown = async (): Promise<number> => {
      const pulled = await client.pull(report);
      return pulled.kind === 'full'
        ? pulled.items.filter(({ code }) => code === 'unknown-official').length
        : NaN;
    };
    expect(await unknown()).toBe(0);
    await client.notify('textDocument/didOpen', {
      textDocument: { uri: people, languageId: 'json', version: 1, text: GARBLED },
    });
    await client.wait('workspace/diagnostic/refresh');
    expect(await unknown()).toBe(0);
    expect((await client.published(people)).diagnostics).toMatchObject([
      { message: expect.stringContaining('not UTF-8') as string },
    ]);

    line.write('inner/people.json', OFFICIALS);
    await client.change(people, 2, OFFICIALS);
    const mark = client.mark();
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: people, type: 2 }] });
    await client.wait('workspace/diagnostic/refresh', undefined, mark);
    expect(await unknown()).toBe(1);
    await client.wait<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }) => uri === people && diagnostics.length === 0,
    );
  });

  test('is not taken for one that has still to be made', async () => {
    const line = garbled();
    const client = await under.launch({ capabilities: pulling });
    await client.open(hrefOf(line, REPORT), TRADITIONAL);
    const project = hrefOf(line, 'inner/report-corpus.json');
    expect(await client.request('reportCorpus/collectOfficials', { project })).toEqual({
      kind: 'broken',
      file: hrefOf(line, 'inner/people.json'),
      message: 'people.json: the officials file is not UTF-8; save it as UTF-8',
    });
  });
});
