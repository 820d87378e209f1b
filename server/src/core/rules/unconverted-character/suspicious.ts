import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { sparedNames, type CharacterPlaces } from './leftovers.js';

interface Suspect {
  /** Legal Traditional in other words (皇后, 干涉, 公里). */
  readonly character: string;
  /** What it should be in the words of the pattern. */
  readonly target: string;
  /** On the shadow text, which is Simplified and free of pinyin notes; tried at each place of the character. */
  readonly pattern: RegExp;
}

/**
 * What a character-by-character conversion from Simplified leaves, by the words that show it. The guards keep
 * neighbours apart that only look like such a word: 若干部門, 不能干涉, 相關系統, 在于洪區, 皇后.
 */
const SUSPECTS: readonly Suspect[] = [
  { character: '并', target: '併', pattern: /(?<=[合兼吞归裁整火]|一)(并)(?!州)|(并)(?=[购入吞])/y },
  { character: '并', target: '並', pattern: /(?<![合兼吞归裁整火一])(并)(?![州购入吞发])/y },
  {
    character: '于',
    target: '於',
    pattern: /(?<=[关对由至位处在基善等])(于)(?![洪都田谦右])|(?<!姓)(于)(?=[是今此](?!之))/y,
  },
  {
    character: '后',
    target: '後',
    pattern: /(?<=[之以最然今前背落随])(后)(?!妃)|(?<![皇太王天母帝])(后)(?=[续勤果顾方来])/y,
  },
  { character: '干', target: '幹', pattern: /(?<=骨|才|苦)(干)(?![涉预扰])|(?<![若相天])(干)(?=[部劲群])/y },
  { character: '范', target: '範', pattern: /(?<=[规示典模])(范)|(?<![姓、])(范)(?=[围畴例])/y },
  { character: '斗', target: '鬥', pattern: /(?<=[战奋])(斗)|(?<![北泰漏阿南])(斗)(?=[争志])/y },
  { character: '采', target: '採', pattern: /(?<![风神文丰光])(采)(?=[取用集访纳购])/y },
  { character: '系', target: '係', pattern: /(?<=关)(系)(?![统列所数])/y },
  { character: '里', target: '裡', pattern: /(?<=[这那哪心家夜])(里)(?![程巷长约])/y },
];

/** The suspects of a Traditional report, outside names. */
export function findSuspicious(report: Report): CharacterPlaces[] {
  const { text, shadow, classes } = report;
  if ((classes & CharacterClass.suspect) === 0) return [];
  let spared: readonly Span[] | undefined;
  const found: CharacterPlaces[] = [];
  for (const { character, target, pattern } of SUSPECTS) {
    if (!text.includes(character)) continue;
    const places: Span[] = [];
    for (let at = shadow.text.indexOf(character); at >= 0; at = shadow.text.indexOf(character, at + 1)) {
      pattern.lastIndex = at;
      if (!pattern.test(shadow.text)) continue;
      const start = shadow.toRaw(at);
      const place = { start, end: start + 1 };
      spared ??= sparedNames(report);
      if (text.charAt(start) !== character || spansMeeting(spared, place).length > 0) continue;
      places.push(place);
    }
    if (places.length > 0) found.push({ character, target: localForm(target, text), places });
  }
  return found;
}

/** 裏 where the report writes so (Hong Kong), else 裡. */
function localForm(target: string, text: string): string {
  return target === '裡' && text.includes('裏') ? '裏' : target;
}
