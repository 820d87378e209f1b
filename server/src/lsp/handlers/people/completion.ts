import {
  CompletionItemKind,
  type CompletionItem,
  type CompletionList,
  type Connection,
} from 'vscode-languageserver';
import {
  completionsAt,
  type Completion,
  type CompletionKind,
  type CompletionSources,
  type CompletionWord,
} from '../../../core/features/completion.js';
import { fullPost } from '../../../core/features/full-post.js';
import type { LexiconEntries, LexiconWords } from '../../../core/features/lexicon-words.js';
import type { OfficialEntry } from '../../../core/officials-file/index.js';
import type { Report } from '../../../core/report/types.js';
import type { Language } from '../../../core/rules/rule.js';
import type { Converter } from '../../../core/script/converter.js';
import type { CorpusIndex, NameHead } from '../../../corpus/corpus-index.js';
import { nameKey } from '../../../core/officials-file/index.js';
import type { Analyses } from '../../analyses.js';
import { toRange } from '../../convert.js';
import type { OfficialsKnowledge } from '../../officials-source.js';
import type { RunSafe } from '../../run-safe.js';
import type { Corpora } from './corpora.js';

interface CompletionDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly corpora: Corpora;
  readonly converter: Converter;
  readonly lexiconWords: (lexicon: LexiconEntries | undefined) => LexiconWords;
  readonly runSafe: RunSafe;
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  name: CompletionItemKind.Class,
  post: CompletionItemKind.Keyword,
  phrase: CompletionItemKind.Constant,
};

/** Completion of names, posts and set phrases, in the script of the report. No character triggers it by itself. */
export function registerCompletion({
  connection,
  analyses,
  corpora,
  converter,
  lexiconWords,
  runSafe,
}: CompletionDeps): void {
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    runSafe<CompletionList | null>('textDocument/completion', null, token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return null;
      const { index } = await corpora.of(uri, 'present');
      const { document, report, settings } = analysis;
      const offset = document.offsetAt(position);
      const words = lexiconWords(settings.lexicon);
      const sources = sourcesOf(index, settings.officials, words, settings.language);
      const items = completionsAt(report, offset, sources).map((found, i): CompletionItem => {
        const newText = inScriptOf(report, found, converter);
        const range = toRange(document, found.replaces);
        return {
          label: newText,
          kind: KINDS[found.kind],
          ...(found.detail === undefined ? {} : { detail: found.detail }),
          // What is typed may carry notes or be in the other script: a client would find it in no label.
          filterText: `${report.text.slice(found.replaces.start, offset)}${newText}`,
          sortText: String(i).padStart(4, '0'),
          textEdit: { range, newText },
        };
      });
      // Two characters more make another word of it.
      return { isIncomplete: true, items };
    }),
  );
}

function inScriptOf({ script }: Report, { text, kind }: Completion, converter: Converter): string {
  if (script.majority !== 'traditional') return text;
  return kind === 'name' ? converter.name(text, 's2t').text : converter.convert(text, 's2t');
}

function sourcesOf(
  index: CorpusIndex,
  officials: OfficialsKnowledge | undefined,
  lexicon: LexiconWords,
  language: Language,
): CompletionSources {
  const counted = (count: number): string =>
    language === 'en' ? `${String(count)} report${count === 1 ? '' : 's'}` : `${String(count)} 篇报道`;
  const named = ({ name, reports }: NameHead): CompletionWord => ({
    text: name,
    kind: 'name',
    detail: counted(reports),
    weight: reports,
  });
  const entered = ({ name, posts: [first], place = '' }: OfficialEntry): CompletionWord => ({
    text: name,
    kind: 'name',
    detail: first === undefined ? place : fullPost(first.post, first.place),
    weight: index.countNaming(name),
  });
  const known = officials?.words;
  return {
    *startingWith(typed) {
      for (const entry of known?.startingWith(typed) ?? [])
        if (entry.name.length > typed.length) yield entered(entry);
      for (const head of index.namesStartingWith(typed)) if (head.key !== typed) yield named(head);
      yield* lexicon.startingWith(typed);
    },
    *namesBehind(before, typed) {
      // Without a post in front nobody is meant.
      if (!lexicon.endsWithPost(before)) return;
      for (const entry of known?.behind(before) ?? [])
        if (entry.name !== typed && nameKey(entry.name).startsWith(typed)) yield entered(entry);
      for (const { post, people } of index.posts()) {
        if (!before.endsWith(post)) continue;
        for (const head of people) if (head.key !== typed && head.key.startsWith(typed)) yield named(head);
      }
    },
  };
}
