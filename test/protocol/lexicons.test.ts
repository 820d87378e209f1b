import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, FileChangeType, type Hover } from 'vscode-languageserver';
import type { Client } from './support/client.js';
import { useServer } from './support/server.js';
import { rangeOf } from './support/texts.js';

const under = useServer();

/** Town and phrase are invented. */
const REPORT = `霖川市召开河湖工作会议
发布日期：2023-07-03
来源：霖川日报
会议要求，全市要做到三清两洁一岸绿，压实责任。
`;
const LEXICON = {
  version: 1,
  phrases: [{ phrase: '三清两洁一岸绿', meaning: { zh: '河湖治理的要求', en: 'what rivers are to be' } }],
};

interface Corpus {
  readonly report: string;
  readonly lexicon: string;
  readonly write: (lexicon: object) => void;
}

function corpus(lexicon: object | undefined): Corpus {
  const folder = under.scratch();
  const path = join(folder, 'own.lexicon.json');
  const write = (content: object): void => {
    writeFileSync(path, JSON.stringify(content, null, 2));
  };
  writeFileSync(
    join(folder, 'report-corpus.json'),
    JSON.stringify({ version: 1, lexicons: ['own.lexicon.json'] }),
  );
  writeFileSync(join(folder, 'a.report.txt'), REPORT);
  if (lexicon !== undefined) write(lexicon);
  return {
    report: pathToFileURL(join(folder, 'a.report.txt')).href,
    lexicon: pathToFileURL(path).href,
    write,
  };
}

async function card(client: Client, { report }: Corpus): Promise<string> {
  const { line, character } = rangeOf(REPORT, '三清两洁').start;
  const hover = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri: report },
    position: { line, character: character + 1 },
  });
  return JSON.stringify(hover?.contents ?? '');
}

describe('lexicon files of a project', () => {
  test('their phrases are known, and what changes in them counts', async () => {
    const here = corpus(LEXICON);
    const client = await under.launch();
    await client.open(here.report, REPORT);
    expect(await card(client, here)).toContain('what rivers are to be');
    here.write({ version: 1, phrases: [] });
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: here.lexicon, type: FileChangeType.Changed }],
    });
    expect(await card(client, here)).not.toContain('what rivers are to be');
  });

  test('problems are diagnostics on the file; what is right in it applies', async () => {
    const here = corpus({ ...LEXICON, posts: [{ title: 5, en: 'five' }] });
    const client = await under.launch();
    await client.open(here.report, REPORT);
    expect(await card(client, here)).toContain('what rivers are to be');
    const { diagnostics } = await client.published(here.lexicon);
    expect(diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Error, source: 'report-corpus' }]);
    expect(diagnostics[0]!.range.start.line).toBeGreaterThan(0);
  });

  test('a file that is not there is said on its address', async () => {
    const here = corpus(undefined);
    const client = await under.launch();
    await client.open(here.report, REPORT);
    await client.pull(here.report);
    const { diagnostics } = await client.published(here.lexicon);
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('cannot be read') as string }]);
  });
});
