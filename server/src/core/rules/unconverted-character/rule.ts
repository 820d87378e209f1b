import type { Report } from '../../report/types.js';
import { isSimplifiedOnlyUnit, isTraditionalOnlyUnit } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import { defineRule } from '../rule.js';

export const unconvertedCharacter = defineRule({
  id: 'unconverted-character',
  group: 'script',
  severity: 'information',
  fix: 'review',
  edits: ['script-converted'],
  summary: { en: 'Single characters that a conversion has left over', 'zh-cn': '转换简繁时遗漏的单字' },
  messages: {
    leftover: {
      en: '{character} is left over from the other script',
      'zh-cn': '“{character}”是另一种字体遗留的字',
    },
    suspicious: {
      en: '{count} × {character} in a Traditional report, where {target} is usual in these words',
      'zh-cn': '繁体报道中有 {count} 个“{character}”，这些词通常写作“{target}”',
    },
    convert: { en: 'Replace {character} with {target}', 'zh-cn': '把“{character}”改为“{target}”' },
  },
  *check({ report, converter }) {
    const { majority } = report.script;
    if (majority === undefined) return;
    const names = nameSpans(report);
    const outside = (offset: number): boolean =>
      !names.some(({ start, end }) => start <= offset && offset < end);
    for (const [character, target, places] of leftovers(report, outside, (c) =>
      converter.convert(c, majority === 'simplified' ? 't2s' : 's2t'),
    )) {
      yield finding('leftover', character, target, places);
    }
    if (majority !== 'traditional') return;
    for (const [character, target, pattern] of SUSPICIOUS) {
      const places = [...report.text.matchAll(pattern)]
        .map(({ index, 0: word }) => index + word.indexOf(character))
        .filter(outside)
        .map((start) => ({ start, end: start + 1 }));
      if (places.length > 0) yield finding('suspicious', character, target, places);
    }
  },
});

/**
 * Characters that are legal Traditional text in other words (皇后, 干涉, 公里) and, in these words, what a
 * character-by-character conversion from Simplified leaves. A pinyin note may stand between the characters.
 */
const N = '(?:[（(][a-zü\\u00e0-\\u01dc]{1,6}[)）])?';
const SUSPICIOUS: readonly (readonly [string, string, RegExp])[] = [
  ['并', '並', /并(?=[^州吞兼])/g],
  ['于', '於', new RegExp(`(?:[關对對由至位處处在基善等]${N}于|于是|于今|于此)`, 'g')],
  ['后', '後', new RegExp(`(?:[之以最然今前先背落隨随]${N}后|后[續续勤果顧顾方台來来])`, 'g')],
  ['干', '幹', /(?:骨干|才干|能干|苦干|干部|干[劲勁群事])/g],
  ['范', '範', /(?:[規规防示典模]范|范[圍围疇畴例])/g],
  ['斗', '鬥', new RegExp(`(?:[戰战奮奋]${N}斗|斗[爭争志])`, 'g')],
  ['采', '採', /采[取用集訪访納纳購购]/g],
  ['系', '係', new RegExp(`[關关]${N}系`, 'g')],
  ['里', '裡', new RegExp(`[這这那哪心城家村夜]${N}里(?![程巷])`, 'g')],
];
/** Forms that no configuration of OpenCC converts. */
const UNHANDLED: Readonly<Record<string, string>> = { 陜: '陕', 吿: '告', 囯: '国' };

type Leftover = readonly [character: string, target: string, places: Span[]];

/** Script-exclusive characters of the minority where it is too small to be a run, and forms nobody converts. */
function leftovers(
  report: Report,
  outside: (offset: number) => boolean,
  convert: (c: string) => string,
): Leftover[] {
  const { text, script } = report;
  const found = new Map<string, Span[]>();
  const isMinority = script.majority === 'simplified' ? isTraditionalOnlyUnit : isSimplifiedOnlyUnit;
  const single = script.verdict !== 'mixed';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400) continue;
    const character = text.charAt(i);
    const unhandled = script.majority === 'simplified' && character in UNHANDLED;
    if (!unhandled && !(single && isMinority(unit))) continue;
    if (outside(i)) found.set(character, [...(found.get(character) ?? []), { start: i, end: i + 1 }]);
  }
  return [...found].map(([character, places]) => [
    character,
    UNHANDLED[character] ?? convert(character),
    places,
  ]);
}

function finding(message: string, character: string, target: string, places: readonly Span[]) {
  const [first = { start: 0, end: 0 }] = places;
  return {
    message,
    arguments: { character, target, count: places.length },
    span: first,
    ...(places.length > 1 ? { places } : {}),
    fix: {
      class: 'review' as const,
      title: 'convert',
      arguments: { character, target },
      edits: () => places.map((place) => ({ ...place, newText: target, kind: 'script-converted' as const })),
    },
  };
}

function nameSpans({ officials, authors, editors }: Report): Span[] {
  return [...officials.flatMap(({ mentions }) => mentions), ...authors, ...editors];
}
