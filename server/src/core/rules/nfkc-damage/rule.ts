import { findFoldedMarks } from '../width-folded-punctuation/folded-marks.js';
import { defineRule } from '../rule.js';

/** What compatibility normalisation makes of Ⅰ, ℃, ㎡, № and circled numbers, where their words show it. */
const TRACES = /(?<![A-Za-z])(?:I{1,3}|IV|V)(?=级)|°C|(?<=\d)m2(?![A-Za-z\d])|(?<![A-Za-z])No(?=\d)/g;

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
      en: '{count:trace|traces} of NFKC normalisation ({text}): Ⅰ, ℃ and ㎡ may have been letters of their own',
      'zh-cn': '有 {count} 处 NFKC 规范化的痕迹（{text}）：原文可能是Ⅰ、℃、㎡等字符',
    },
  },
  *check({ report }) {
    const places = [...report.text.matchAll(TRACES)].map(({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
    }));
    const [first] = places;
    if (first === undefined) return;
    const folded = findFoldedMarks(report);
    if (folded.places.length === 0 || folded.mixed) return;
    const text = [...new Set(places.map(({ start, end }) => report.text.slice(start, end)))].join(' ');
    yield { message: 'traces', arguments: { count: places.length, text }, span: first, places };
  },
});
