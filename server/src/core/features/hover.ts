import type { Language } from '../rules/rule.js';
import type { Official, Report } from '../report/types.js';
import { parsePosts } from '../lexicon/composed-posts/index.js';
import { glossPost } from '../lexicon/posts.js';
import { fill } from '../text/fill.js';
import type { Span } from '../text/span.js';
import type { LexiconPhrase } from '../user-lexicon/types.js';

/** A card for one place of a report: Markdown for the span it explains (raw UTF-16 offsets). */
export interface HoverCard extends Span {
  readonly markdown: string;
}

export interface HoverDeps {
  readonly phrase: (headword: string) => LexiconPhrase | undefined;
  /** A source of the phrase lexicon by its id. */
  readonly source: (id: string) => LexiconSource | undefined;
}

/** Where an entry of a lexicon comes from: an address that was seen, or a named document. */
export interface LexiconSource {
  readonly title: string;
  readonly url?: string;
  readonly document?: string;
}

export interface HoverOptions {
  readonly language: Language;
  /** A link that opens the report at an offset; without it places are named by line only. */
  readonly link?: (offset: number) => string;
}

const TEXTS = {
  en: {
    states: 'This file names **{name}** as',
    names: 'This file names **{name}** without a post.',
    line: 'line {line}',
    mentions: '{count} mentions in this file.',
    mention: '1 mention in this file.',
    caution: 'What this file says; other people may have the same name.',
    parts: 'Parts: {parts}',
    variants: 'Also written: {variants}',
    source: 'Source: {source}',
    unchecked: ' (not checked)',
    firstUse: 'First official use: {date}, {occasion}',
    firstUseInEnglish: 'First official use: {date}, {occasion}',
    posts: '{post} ({places})',
    comma: ', ',
  },
  'zh-cn': {
    states: '本文件称 **{name}** 为',
    names: '本文件提到 **{name}**，未写职务。',
    line: '第 {line} 行',
    mentions: '本文件中出现 {count} 次。',
    mention: '本文件中出现 1 次。',
    caution: '以上仅为本文件所述；同名者可能另有其人。',
    parts: '内容：{parts}',
    variants: '也作：{variants}',
    source: '出处：{source}',
    unchecked: '（未核对）',
    firstUse: '首次正式使用：{date}，{occasion}',
    firstUseInEnglish: '首次正式使用：{date}（英文：{occasion}）',
    posts: '{post}（{places}）',
    comma: '，',
  },
} as const;

/** The card at an offset, or undefined: people first, then set phrases. */
export function hoverAt(
  report: Report,
  offset: number,
  deps: HoverDeps,
  options: HoverOptions,
): HoverCard | undefined {
  for (const official of report.officials) {
    const mention = official.mentions.find((span) => span.start <= offset && offset < span.end);
    if (mention !== undefined) {
      return { start: mention.start, end: mention.end, markdown: officialCard(report, official, options) };
    }
  }
  const phrase = report.phrases.find((span) => span.start <= offset && offset < span.end);
  if (phrase !== undefined) {
    const entry = deps.phrase(phrase.phrase);
    if (entry !== undefined)
      return { start: phrase.start, end: phrase.end, markdown: phraseCard(entry, deps, options) };
  }
  return undefined;
}

function officialCard(report: Report, official: Official, { language, link }: HoverOptions): string {
  const texts = TEXTS[language];
  const { posts: stated, group } = official;
  const opening = stated.length === 0 && group === undefined ? texts.names : texts.states;
  const lines = [fill(opening, { name: escapeMarkdown(official.name) }), ''];
  // A collective word is all that some lists say: 市领导A、B.
  if (stated.length === 0 && group !== undefined)
    lines.push(`- ${escapeMarkdown(group)}${glosses(language, [group])[0] ?? ''}`);
  const english = glosses(language, official.posts);
  official.posts.forEach((post, index) => {
    const places = official.mentions.filter(({ posts }) => posts.includes(post)).slice(0, 5);
    const where = places.map(({ start }) => {
      const label = fill(texts.line, { line: report.lines.place(start).line + 1 });
      return link === undefined ? label : `[${label}](${link(start)})`;
    });
    const named = `${escapeMarkdown(post)}${english[index] ?? ''}`;
    lines.push(`- ${fill(texts.posts, { post: named, places: where.join(texts.comma) })}`);
  });
  const count = official.mentions.length;
  const mentions = count === 1 ? texts.mention : fill(texts.mentions, { count });
  lines.push('', `${mentions} _${texts.caution}_`);
  return lines.join('\n');
}

/** What stands behind each post: its English, for readers of English. */
function glosses(language: Language, posts: readonly string[]): readonly string[] {
  return language === 'en' ? englishOf(posts) : [];
}

/** The English of each post, as far as the lexicon has it: of its parts, else of the title that it ends with. */
function englishOf(posts: readonly string[]): readonly string[] {
  return parsePosts(posts).map((parts, index) => {
    const english = parts.map(({ en }) => en);
    if (english.length > 0 && !english.includes(undefined)) return ` — ${english.join('; ')}`;
    const gloss = glossPost(posts[index] ?? '');
    return gloss === undefined ? '' : ` — …${gloss.title}: ${gloss.en}`;
  });
}

/** A phrase in words; who reads Chinese gets no English but what a lexicon has in English only. */
function phraseCard(entry: LexiconPhrase, deps: HoverDeps, { language }: HoverOptions): string {
  const texts = TEXTS[language];
  const isEnglish = language === 'en';
  const { phrase, traditional, en, parts = [], variants = [], meaning, firstUse, checked } = entry;
  const written = [phrase, ...(traditional === undefined || traditional === phrase ? [] : [traditional])];
  const lines = [
    `**${written.map(escapeMarkdown).join('** / **')}**${en === undefined || !isEnglish ? '' : ` — ${en}`}`,
  ];
  if (parts.length > 0) lines.push(fill(texts.parts, { parts: parts.join('、') }));
  const meanings = isEnglish ? [meaning.zh, meaning.en] : [meaning.zh];
  lines.push(...meanings.filter((text) => text !== ''));
  if (variants.length > 0) lines.push(fill(texts.variants, { variants: variants.join('；') }));
  if (firstUse !== undefined) {
    const isChinese = /\p{Script=Han}/u.test(firstUse.occasion);
    lines.push(fill(isChinese ? texts.firstUse : texts.firstUseInEnglish, firstUse));
  }
  const source = deps.source(entry.source);
  if (source !== undefined) {
    const name =
      source.url === undefined ? (source.document ?? source.title) : `[${source.title}](${source.url})`;
    lines.push(`${fill(texts.source, { source: name })}${checked ? '' : texts.unchecked}`);
  }
  return lines.join('\n\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|-]/g, '\\$&');
}
