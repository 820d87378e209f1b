import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, FileChangeType, type Hover, type Location } from 'vscode-languageserver';
import type { Client } from './support/client.js';
import { useServer } from './support/server.js';
import { rangeOf } from './support/texts.js';

const under = useServer();

/** Town and phrase are invented. */
const REPORT = `霖川市召开河湖工作会议
发布日期：2023-07-03
来源：霖川日报
会议要求，全市要做到三清两洁一岸绿，做到两个维护，压实责任。
`;
const LEXICON = {
  version: 1,
  phrases: [{ phrase: '三清两洁一岸绿', meaning: { zh: '河湖治理的要求', en: 'what rivers are to be' } }],
};

interface Corpus {
  readonly report: string;
  readonly lexicon: string;
  readonly write: (lexicon: object) => void;
  /** Writes a second lexicon file, which the project names behind the first; gives its address. */
  readonly beside: (name: string, lexicon: object) => string;
}

function corpus(lexicon: object | undefined): Corpus {
  const folder = under.scratch();
  const write = (name: string, content: object): string => {
    writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
    return pathToFileURL(join(folder, name)).href;
  };
  const own = 'own.lexicon.json';
  write('report-corpus.json', { version: 1, lexicons: [own] });
  writeFileSync(join(folder, 'a.report.txt'), REPORT);
  if (lexicon !== undefined) write(own, lexicon);
  return {
    report: pathToFileURL(join(folder, 'a.report.txt')).href,
    lexicon: pathToFileURL(join(folder, own)).href,
    write: (content) => void write(own, content),
    beside(name, content) {
      write('report-corpus.json', { version: 1, lexicons: [own, name] });
      return write(name, content);
    },
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

  test('definition leads to the entry that counts, of what is built in to none', async () => {
    const own = { version: 1, phrases: [...LEXICON.phrases, { phrase: '压实责任' }] };
    const here = corpus(own);
    const later = { version: 1, phrases: [{ phrase: '三清两洁一岸绿' }] };
    const laterUri = here.beside('later.lexicon.json', later);
    const client = await under.launch();
    await client.open(here.report, REPORT);
    const definition = (piece: string): Promise<Location[]> =>
      client.request('textDocument/definition', {
        textDocument: { uri: here.report },
        position: rangeOf(REPORT, piece).start,
      });
    expect(await definition('压实责任')).toEqual([
      { uri: here.lexicon, range: rangeOf(JSON.stringify(own, null, 2), '压实责任') },
    ]);
    const [entry] = await definition('三清两洁一岸绿');
    const range = rangeOf(JSON.stringify(later, null, 2), '三清两洁一岸绿');
    expect(entry).toEqual({ uri: laterUri, range });
    expect(await definition('两个维护')).toEqual([]);
    const references = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri: here.report },
      position: rangeOf(REPORT, '三清两洁一岸绿').start,
      context: { includeDeclaration: true },
    });
    expect(references).toEqual([entry, { uri: here.report, range: rangeOf(REPORT, '三清两洁一岸绿') }]);
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
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('is not there') as string }]);
  });
});
