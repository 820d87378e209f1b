import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver';
import type { Client } from './client.js';
import { rangeOf, textIn } from './texts.js';

/*
 * Town, people and events are invented. One person stands in three reports: in Simplified, in Traditional, and in
 * Traditional with pinyin notes.
 */
export const SIMPLIFIED = `霖川市召开防汛工作会议
发布日期：2023-07-03
来源：霖川日报
7月3日上午，霖川市委书记张敬华主持召开防汛工作会议。张敬华强调，要压实责任，做到外防输入、内防反弹。
`;
export const TRADITIONAL = `霖川市召開供水工作會議
發布日期：2021-05-06
來源：霖川日報
5月6日，霖川市委書記張敬華主持會議，副市長沈若蘭出席。會議要求，各縣區要壓實責任，確保安全。
`;
export const MIRROR = `霖川市召開(kāi)供熱(rè)工作會(huì)議
11月2日，霖川市委書(shū)記張(zhāng)敬華主持會(huì)議。會(huì)議要求，各縣(xiàn)區(qū)要壓實(shí)責(zé)任，外防輸(shū)入、內(nèi)防反彈(dàn)。
`;
export const FILES = {
  '2023/flood.txt': SIMPLIFIED,
  '2021/water.txt': TRADITIONAL,
  '2022/heat (mirror).txt': MIRROR,
};

export interface Corpus {
  readonly folder: string;
  readonly uri: (name: string) => string;
  readonly write: (name: string, text: string) => void;
}

/** Writes a corpus into an empty folder. */
export function writeCorpus(
  folder: string,
  files: Readonly<Record<string, string>> = FILES,
  project: object = {},
): Corpus {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('report-corpus.json', JSON.stringify({ version: 1, ...project }));
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { folder, write, uri: (name) => pathToFileURL(join(folder, name)).href };
}

export const OFFICIALS = JSON.stringify(
  {
    version: 1,
    officials: [{ name: '张敬华', posts: [{ post: '市委书记', place: '霖川市', from: '2020' }] }],
  },
  null,
  2,
);

export const at = (
  { uri }: Corpus,
  name: string,
  text: string,
  piece: string,
  n = 0,
): { textDocument: { uri: string }; position: { line: number; character: number } } => {
  const { start } = rangeOf(text, piece, n);
  return {
    textDocument: { uri: uri(name) },
    position: { line: start.line, character: start.character + 1 },
  };
};

/** The words at locations, by the end of their file's name. */
export function found(here: Corpus, locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => {
    const path = decodeURIComponent(new URL(uri).pathname);
    return `${path.slice(here.folder.length + 1)}: ${textIn(readFileSync(path, 'utf8'), range)}`;
  });
}

export async function open(client: Client, here: Corpus, name: string, text: string): Promise<void> {
  await client.open(here.uri(name), text);
  await client.pull(here.uri(name));
}
