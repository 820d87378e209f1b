import { fullPost } from '../../../core/features/full-post.js';
import type { OfficialEntry, OfficialPost } from '../../../core/officials-file/index.js';
import type { Official } from '../../../core/report/types.js';
import type { Language } from '../../../core/rules/rule.js';
import { fill } from '../../../core/text/fill.js';
import type { FileNaming } from '../../../corpus/corpus-index.js';
import type { FileHead } from '../../../corpus/file-summary.js';
import type { OfficialsKnowledge } from '../../officials-source.js';
import { entriesFor, isSameName } from './locations.js';

const TEXTS = {
  en: {
    file: 'The officials file has under this name',
    twoEntries: 'The officials file has {count} people of this name',
    from: 'from {from}',
    to: 'to {to}',
    named: 'named {first}',
    namedSpan: 'named {first} to {last}',
    source: 'source: {source}',
    others: '{count} other reports name somebody so',
    one: '1 other report names somebody so',
    more: 'and {count} more',
    none: 'No other report of the corpus has this name.',
    reading: 'The corpus is still being read.',
    ...{ colon: ':', before: ': ', semicolon: '; ', comma: ', ', brackets: ' ({inside})' },
  },
  'zh-cn': {
    file: '官员名单中有此姓名',
    twoEntries: '官员名单中有 {count} 人同此姓名',
    from: '自 {from}',
    to: '至 {to}',
    named: '见于 {first}',
    namedSpan: '见于 {first} 至 {last}',
    source: '来源：{source}',
    others: '另有 {count} 篇报道出现此姓名',
    one: '另有 1 篇报道出现此姓名',
    more: '等，另有 {count} 篇',
    none: '语料库中没有其他报道出现此姓名。',
    reading: '语料库仍在读取中。',
    ...{ colon: '：', before: '：', semicolon: '；', comma: '，', brackets: '（{inside}）' },
  },
} as const;

/** Reports that a card lists. */
const MOST_LISTED = 5;

/** What the project's officials file says under a name; every entry, for nobody knows which of them is meant. */
export function officialsPart(
  officials: OfficialsKnowledge | undefined,
  name: string,
  language: Language,
): string | undefined {
  if (officials?.text === undefined) return undefined;
  const texts = TEXTS[language];
  const entries = officials.people.find(name);
  if (entries.length === 0) return undefined;
  const links = entriesFor(officials, name);
  const head = entries.length === 1 ? texts.file : fill(texts.twoEntries, { count: entries.length });
  const lines = entries.map((entry, i) => {
    const location = links[i];
    const shown = escapeMarkdown(describeEntry(entry, language));
    const title =
      location === undefined
        ? shown
        : `[${shown}](${address(location.uri)}#${String(location.range.start.line + 1)},${String(location.range.start.character + 1)})`;
    const posts = entry.posts
      .map((post) => escapeMarkdown(describePost(post, language)))
      .join(texts.semicolon);
    return `- ${title}${posts === '' ? '' : `${texts.before}${posts}`}`;
  });
  return [`${head}${texts.colon}`, '', ...lines].join('\n');
}

function describeEntry({ name, place, distinction }: OfficialEntry, language: Language): string {
  const texts = TEXTS[language];
  const more = [place, distinction].filter((part) => part !== undefined).join(texts.comma);
  return more === '' ? name : name + fill(texts.brackets, { inside: more });
}

function describePost(
  { post, place = '', from, to, firstNamed, lastNamed, source }: OfficialPost,
  language: Language,
): string {
  const texts = TEXTS[language];
  const details = [
    from === undefined ? '' : fill(texts.from, { from }),
    to === undefined ? '' : fill(texts.to, { to }),
    firstNamed === undefined || from !== undefined || to !== undefined
      ? ''
      : fill(lastNamed === undefined || lastNamed === firstNamed ? texts.named : texts.namedSpan, {
          first: firstNamed,
          last: lastNamed ?? firstNamed,
        }),
    source === undefined ? '' : fill(texts.source, { source }),
  ].filter((part) => part !== '');
  return (
    fullPost(post, place) +
    (details.length === 0 ? '' : fill(texts.brackets, { inside: details.join(texts.comma) }))
  );
}

/** How many other reports name somebody so, with links to the first of them; never who is meant. */
export function reportsPart(
  { name }: Official,
  namings: readonly FileNaming[],
  here: string,
  { language, complete }: { readonly language: Language; readonly complete: boolean },
): string {
  const texts = TEXTS[language];
  const others = namings.filter(({ file, word }) => file.uri !== here && isSameName(word, name));
  const unfinished = complete ? '' : ` _${texts.reading}_`;
  if (others.length === 0) return complete ? texts.none : unfinished.trim();
  const listed = others.slice(0, MOST_LISTED).map(({ file, places }) => `- ${linkTo(file, places[0])}`);
  const rest = others.length - listed.length;
  const count = others.length === 1 ? texts.one : fill(texts.others, { count: others.length });
  if (rest > 0) listed.push(`- ${fill(texts.more, { count: rest })}`);
  return [`${count}${texts.colon}${unfinished}`, '', ...listed].join('\n');
}

function linkTo(
  { uri, date, headline }: FileHead,
  place: { readonly line: number; readonly character: number } | undefined,
): string {
  const name = decodeName(uri);
  const label = [date?.slice(0, 10), headline ?? name].filter((part) => part !== undefined).join(' ');
  const at = place === undefined ? '' : `#${String(place.line + 1)},${String(place.character + 1)}`;
  return `[${escapeMarkdown(label)}](${address(uri)}${at})`;
}

/** An address inside a Markdown link: a bracket in a file's name would end it. */
function address(uri: string): string {
  return uri.replaceAll('(', '%28').replaceAll(')', '%29');
}

function decodeName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|-]/g, '\\$&');
}
