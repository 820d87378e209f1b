import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import { findFoldedMarks } from '../width-folded-punctuation/folded-marks.js';
import { defineRule } from '../rule.js';

/** What NFKC makes of Ⅰ, ℃, ㎡, №, ½ and ……, where the words beside them show it. */
const TRACES =
  /(?<![A-Za-z])(?:I{1,3}|IV|VI{0,3})(?=[级級类類期型])|°C|(?<=\d)[mk]?m[23](?![A-Za-z\d])|(?<![A-Za-z])No(?=\d)|(?<=\d)\u2044(?=\d)|(?<=[\u3400-\u9fff。”])\.{6}/g;
/** One character that NFKC would have changed proves that it never ran. */
function mayHoldTraces({ text, classes }: Report): boolean {
  // Folded marks have to stand beside them.
  if ((classes & CharacterClass.compatibility) !== 0 || (classes & CharacterClass.asciiMark) === 0)
    return false;
  if ((classes & CharacterClass.trace) !== 0 && SIGNS.some((sign) => text.includes(sign))) return true;
  return (classes & CharacterClass.letter) !== 0 && (text.includes('m2') || text.includes('m3'));
}

/** What traces other than those of ㎡ are never without. */
const SIGNS = ['I', 'V', '\u00b0', '\u2044', '......', 'No'];

export const nfkcDamage = defineRule({
  id: 'nfkc-damage',
  group: 'residue',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: {
    en: 'Traces of compatibility normalisation beside a width fold',
    'zh-cn': '除半角化外还有兼容规范化（NFKC）的痕迹',
  },
  messages: {
    traces: {
      en: '{count:trace|traces} of NFKC normalisation ({text}): Ⅰ, ℃, ㎡ or … may have stood there',
      'zh-cn': '有 {count} 处 NFKC 规范化的痕迹（{text}）：原文可能是Ⅰ、℃、㎡、……等字符',
    },
  },
  concerns: ({ report }) => mayHoldTraces(report),
  *check({ report }) {
    const places = [...report.text.matchAll(TRACES)].map(({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
    }));
    const [first] = places;
    if (first === undefined) return;
    const folded = findFoldedMarks(report);
    if (folded.places.length === 0 || folded.mixed) return;
    const text = [...new Set(places.map(({ start, end }) => report.text.slice(start, end)))]
      .slice(0, 5)
      .join(' ');
    yield { message: 'traces', arguments: { count: places.length, text }, span: first, places };
  },
});
