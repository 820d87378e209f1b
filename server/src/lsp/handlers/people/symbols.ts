import { SymbolKind, type Connection, type SymbolInformation } from 'vscode-languageserver';
import { isTraditionalOnlyUnit } from '../../../core/script/characters.js';
import type { Converter } from '../../../core/script/converter.js';
import type { Language } from '../../../core/rules/rule.js';
import type { FileNaming } from '../../../corpus/corpus-index.js';
import { nameKey } from '../../../core/officials-file/index.js';
import type { RunSafe } from '../../run-safe.js';
import type { SettingsStore } from '../../settings.js';
import type { Corpora, ReadCorpus } from './corpora.js';
import { rangeOfPlace } from './locations.js';

interface SymbolDeps {
  readonly connection: Connection;
  readonly corpora: Corpora;
  readonly converter: Converter;
  readonly runSafe: RunSafe;
  /** The folders that the client has open. */
  readonly folders: () => readonly string[];
  readonly settings: Pick<SettingsStore, 'language'>;
}

/** Symbols in one answer; a client asks again with every further character. */
const MOST = 300;

/** Names and set phrases of all open corpora, found in either script; each leads to where it is named first. */
export function registerSymbols({
  connection,
  corpora,
  converter,
  runSafe,
  folders,
  settings,
}: SymbolDeps): void {
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe<SymbolInformation[]>('workspace/symbol', [], token, async () => {
      const symbols: SymbolInformation[] = [];
      for (const corpus of await corpora.all(folders(), 'whole', token)) {
        const language = await settings.language(corpus.project);
        symbols.push(...symbolsOf(corpus, query, converter, language));
      }
      return symbols.slice(0, MOST);
    }),
  );
}

function symbolsOf(
  { index }: ReadCorpus,
  query: string,
  converter: Converter,
  language: Language,
): SymbolInformation[] {
  const wanted = nameKey(query);
  const show = isTraditional(query)
    ? (text: string) => converter.name(text, 's2t').text
    : (text: string) => text;
  const rank = (text: string): number => (text === wanted ? 2 : text.startsWith(wanted) ? 1 : 0);
  const people = [...index.names()]
    .filter(({ key }) => contains(key, wanted))
    .sort((a, b) => rank(b.key) - rank(a.key) || b.reports - a.reports || (a.key < b.key ? -1 : 1))
    .slice(0, MOST);
  const phrases = [...index.phrases()]
    .filter(({ phrase }) => contains(nameKey(phrase), wanted))
    .sort((a, b) => b.reports - a.reports || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, MOST);
  return [
    ...people.flatMap(({ name }) => toSymbol(index.naming(name), show(name), SymbolKind.Object, language)),
    ...phrases.flatMap(({ phrase }) =>
      toSymbol(index.quoting(phrase), show(phrase), SymbolKind.Constant, language),
    ),
  ];
}

/** Whether the characters of the query stand in the text in their order: a client filters so too. */
function contains(text: string, query: string): boolean {
  let at = 0;
  for (const character of query) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function isTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isTraditionalOnlyUnit(text.charCodeAt(i))) return true;
  return false;
}

function toSymbol(
  namings: readonly FileNaming[],
  name: string,
  kind: SymbolKind,
  language: Language,
): SymbolInformation[] {
  const [first] = namings;
  const [place] = first?.places ?? [];
  if (first === undefined || place === undefined) return [];
  const count = namings.length;
  const reports =
    language === 'en' ? `${String(count)} report${count === 1 ? '' : 's'}` : `${String(count)} 篇报道`;
  const post = namings.find(({ posts }) => posts.length > 0)?.posts.join('、');
  return [
    {
      name,
      kind,
      containerName: post === undefined ? reports : `${post} · ${reports}`,
      location: { uri: first.file.uri, range: rangeOfPlace(place) },
    },
  ];
}
