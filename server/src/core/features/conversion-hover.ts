import type { Report, ZoneKind } from '../report/types.js';
import type { Language } from '../rules/rule.js';
import { convertReport } from '../script/convert-report.js';
import {
  astralScript,
  CharacterClass,
  classOf,
  isHanUnit,
  simplifyCharacters,
} from '../script/characters.js';
import { toSimplifiedFrom, WAY_BACK, type Converter, type Glyphs } from '../script/converter.js';
import { clausesAround } from '../script/conversion/stretches.js';
import { isWorthAsking } from '../script/conversion/worth-asking.js';
import { fill } from '../text/fill.js';
import type { Span } from '../text/span.js';
import type { HoverCard } from './hover.js';

export interface ConversionHoverOptions {
  readonly language: Language;
  readonly protected: readonly string[];
  /** The script that the corpus is kept in. */
  readonly script: 'simplified' | 'traditional' | 'any';
}

const TEXTS = {
  en: {
    phrase: 'by the word {word}',
    words: 'by the words of the dictionaries',
    name: 'as part of the name {name}: a character with several targets keeps the form that names use; please confirm',
    nameToo: 'as part of the name {name}',
    usual: 'no word decides: this is the most frequent target',
    only: 'its only target',
    protected: 'a protected word of the project stays as it is',
    unhandled: 'a form that no converter knows',
    others: 'It also stands for {others}.',
    taiwan: 'Taiwan',
    hongKong: 'Hong Kong',
    from: ' (from {source})',
    regional: ' ({forms})',
    comma: ', ',
    because: ': {why}.',
  },
  'zh-cn': {
    phrase: '依据词语“{word}”',
    words: '依据词典中的词语',
    name: '在人名“{name}”中：对应多个字时保留人名所用的字形，请核对',
    nameToo: '在人名“{name}”中',
    usual: '没有词语可依，取最常用的一个',
    only: '只有这一个对应字',
    protected: '属于项目中受保护的词，保持不变',
    unhandled: '转换工具不认识的字形',
    others: '还可能对应：{others}。',
    taiwan: '台湾',
    hongKong: '香港',
    from: '（来自“{source}”）',
    regional: '（{forms}）',
    comma: '，',
    because: '：{why}。',
  },
} as const;

/**
 * Why a character converts as it does, or why one of a converted text reads as it does; undefined where there is nothing to
 * explain: a character that is the same in both scripts, and in a text that is to stay as it is one that stands for one word.
 */
export function conversionHover(
  report: Report,
  offset: number,
  converter: Converter,
  options: ConversionHoverOptions,
): HoverCard | undefined {
  const place = characterAt(report.text, offset);
  // Labels, page furniture and what stands below the report are no prose that somebody reads word by word.
  const zone = report.zones.find(({ start, end }) => start <= offset && offset < end);
  if (place === undefined || (zone !== undefined && APART.has(zone.kind))) return undefined;
  return report.script.majority === 'traditional' && scriptOf(report.text, place) !== 'simplified'
    ? explainTraditional(report, place, converter, options)
    : explain(report, place, converter, options);
}

const APART: ReadonlySet<ZoneKind> = new Set(['metadata', 'furniture', 'label-orphan', 'tail']);

/** The Han character at an offset, a surrogate pair as a whole. */
function characterAt(text: string, offset: number): Span | undefined {
  const unit = text.charCodeAt(offset);
  const start = unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset;
  const code = text.codePointAt(start) ?? 0;
  if (code > 0xffff) return { start, end: start + 2 };
  return isHanUnit(code) ? { start, end: start + 1 } : undefined;
}

function scriptOf(text: string, { start, end }: Span): 'simplified' | 'traditional' | undefined {
  if (end - start > 1) return astralScript(text.slice(start, end));
  const flags = classOf(text.charCodeAt(start));
  if ((flags & CharacterClass.simplifiedOnly) !== 0) return 'simplified';
  return (flags & CharacterClass.traditionalOnly) !== 0 ? 'traditional' : undefined;
}

/** A character on its way to the other script: what the safe conversion makes of it, and why. */
function explain(
  report: Report,
  place: Span,
  converter: Converter,
  { language, protected: words, script }: ConversionHoverOptions,
): HoverCard | undefined {
  const texts = TEXTS[language];
  const { text } = report;
  const character = text.slice(place.start, place.end);
  const toSimplified = scriptOf(text, place) === 'traditional';
  const glyphs: Glyphs = toSimplified ? toSimplifiedFrom(text) : 's2t';
  const targets = converter.engine.targets(character, glyphs);
  const other = toSimplified ? 'simplified' : 'traditional';
  const isToGo = script === other || report.script.verdict === 'mixed';
  if (!isToGo && !isWorthAsking(character, toSimplified)) return undefined;
  if (targets.length < 2 && targets[0] === character) return undefined;

  const converted = convertReport(
    report,
    { to: toSimplified ? 'simplified' : 'traditional', ranges: [place], protected: words },
    converter,
  );
  const edit = converted.edits.find(({ start, end }) => start <= place.start && place.end <= end);
  const result = edit === undefined ? character : edit.newText;
  const name = nameAround(report, place);
  const why =
    words.some((word) => isInWord(text, place, word)) && result === character
      ? texts.protected
      : name !== undefined
        ? fill(converted.names.length > 0 ? texts.name : texts.nameToo, { name })
        : reason(report, place, glyphs, converter, targets, language);
  const regional = toSimplified ? '' : standards(result, converter, texts);
  const others = targets.filter((target) => target !== result);
  const lines = [`**${character}** → **${result}**${regional}${fill(texts.because, { why })}`];
  if (others.length > 0) lines.push('', fill(texts.others, { others: others.join(' ') }));
  return { ...place, markdown: lines.join('\n') };
}

/** A character of a Traditional text: which Simplified one it goes with, and what that could have become. */
function explainTraditional(
  report: Report,
  place: Span,
  converter: Converter,
  { language, script }: ConversionHoverOptions,
): HoverCard | undefined {
  const texts = TEXTS[language];
  const { text } = report;
  const character = text.slice(place.start, place.end);
  const source = simplifyCharacters(character);
  const glyphs: Glyphs = WAY_BACK[toSimplifiedFrom(text)];
  const targets = converter.engine.targets(source, glyphs);
  const isToGo = script === 'simplified' || report.script.verdict === 'mixed';
  if (!isToGo && !isWorthAsking(source, false)) return undefined;
  if (targets.length < 2 && source === character) return undefined;
  const name = nameAround(report, place);
  const why =
    name === undefined
      ? reason(report, place, glyphs, converter, targets, language)
      : fill(texts.nameToo, { name });
  const others = targets.filter((target) => target !== character);
  const lines = [`**${character}**${fill(texts.from, { source })}${fill(texts.because, { why })}`];
  if (others.length > 0) lines.push('', fill(texts.others, { others: others.join(' ') }));
  return { ...place, markdown: lines.join('\n') };
}

/** What decides in running text: a word that can be named, one that cannot, or nothing. */
function reason(
  report: Report,
  place: Span,
  glyphs: Glyphs,
  { engine, borders }: Converter,
  targets: readonly string[],
  language: Language,
): string {
  const texts = TEXTS[language];
  if (targets.length < 2) return texts.only;
  const around = clausesAround(report, place);
  const clause = report.text.slice(around.start, around.end);
  const source = glyphs.startsWith('s2') ? simplifyCharacters(clause) : clause;
  const conversion = engine.convert(source, glyphs, { protected: borders.find(source, glyphs) });
  const at = place.start - around.start;
  for (const { start, end, kind, alternatives } of conversion.segments()) {
    if (end <= at) continue;
    if (start > at) break;
    if (kind === 'phrase') return fill(texts.phrase, { word: clause.slice(start, end) });
    if (alternatives.length > 0) return texts.usual;
  }
  return texts.words;
}

function nameAround({ text, officials, authors, editors }: Report, place: Span): string | undefined {
  const name = [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors].find(
    ({ start, end }) => start <= place.start && place.end <= end,
  );
  return name === undefined ? undefined : text.slice(name.start, name.end);
}

function isInWord(text: string, { start, end }: Span, word: string): boolean {
  if (word === '') return false;
  for (let at = Math.max(0, end - word.length); at <= start; at++) if (text.startsWith(word, at)) return true;
  return false;
}

/** The forms of Taiwan and Hong Kong where they differ from OpenCC's. */
function standards(result: string, { engine }: Converter, texts: (typeof TEXTS)[Language]): string {
  const forms = [
    [texts.taiwan, engine.plain(result, 't2tw')],
    [texts.hongKong, engine.plain(result, 't2hk')],
  ].filter(([, form]) => form !== result);
  return forms.length === 0
    ? ''
    : fill(texts.regional, {
        forms: forms.map(([where, form]) => `${where ?? ''} ${form ?? ''}`).join(texts.comma),
      });
}
