import { isHanOrSurrogate } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import type { Report } from '../../report/types.js';
import { unitTable } from '../../text/unit-table.js';
import type { TextEdit } from '../../text/edit.js';
import { foreignStretches } from '../foreign-stretches.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';

export const doubledPunctuation = defineRule({
  id: 'doubled-punctuation',
  group: 'residue',
  severity: 'information',
  fix: 'exact',
  decorate: true,
  edits: ['punctuation-merged'],
  summary: { en: 'Punctuation marks that stand twice', 'zh-cn': '重复的标点' },
  messages: {
    same: {
      en: '{count:doubled punctuation mark|doubled punctuation marks} ({text})',
      'zh-cn': '{count} 处标点重复（{text}）',
    },
    different: {
      en: '{count:place|places} with two marks where one belongs ({text})',
      'zh-cn': '{count} 处两个标点连用（{text}）',
    },
    merge: { en: 'Keep one of each', 'zh-cn': '各保留一个' },
    choose: { en: 'Keep the right one of each', 'zh-cn': '各保留正确的一个' },
  },
  concerns: ({ report }) => holdsPairs(report),
  *check({ report }) {
    const { text } = report;
    const same: TextEdit[] = [];
    const different: TextEdit[] = [];
    let skip: readonly Span[] | undefined;
    for (const { index, 0: marks } of text.matchAll(RUN)) {
      // Three or more are somebody's ellipsis or an ornament, not a slip.
      if (marks.length !== 2 || !isChinese(text, index, marks)) continue;
      const place = { start: index, end: index + 2 };
      skip ??= foreignStretches(report);
      if (spansMeeting(skip, place).length > 0) continue;
      const [first = '', second = ''] = marks;
      if (narrow(first) === narrow(second)) same.push(edit(place, wider(first, second)));
      else different.push(edit(place, stronger(first, second)));
    }
    if (same.length > 0)
      yield finding('same', text, same, { class: 'exact', title: 'merge', edits: () => same });
    if (different.length > 0)
      yield finding('different', text, different, {
        class: 'review',
        title: 'choose',
        edits: () => different,
      });
  },
});

/** Whether two of the marks stand side by side anywhere. */
function holdsPairs({ text, marks }: Report): boolean {
  const { length } = marks;
  for (let i = 1; i < length; i++) {
    const offset = marks[i]!;
    if (
      offset === marks[i - 1]! + 1 &&
      DOUBLED[text.charCodeAt(offset - 1)] === 1 &&
      DOUBLED[text.charCodeAt(offset)] === 1
    )
      return true;
  }
  return false;
}

const DOUBLED = unitTable('，,、。；;：:');
/** Runs of pausing and ending marks; `！！` and `？！` are written on purpose, `……` and `——` are one mark each. */
const RUN = /[，,、。；;：:]{2,}/g;
/** Which of two marks stays: the one that ends more; of comma and 、 the 、, which no scraper adds. */
const ORDER = ',、:;。';
const NARROW: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';' };

function narrow(mark: string): string {
  return NARROW[mark] ?? mark;
}

function wider(a: string, b: string): string {
  return a > b ? a : b;
}

function stronger(a: string, b: string): string {
  return ORDER.indexOf(narrow(a)) > ORDER.indexOf(narrow(b)) ? a : b;
}

/** ASCII marks alone count only where Han stands next to them: `std::map` and `a,,b` are no Chinese text. */
function isChinese(text: string, index: number, marks: string): boolean {
  if (/[^,:;]/.test(marks)) return true;
  return isHan(text, index - 1) || isHan(text, index + 2) || /[”’」』》）]/.test(text.charAt(index - 1));
}

function isHan(text: string, offset: number): boolean {
  return isHanOrSurrogate(text.charCodeAt(offset));
}

function edit(place: Span, newText: string): TextEdit {
  return { ...place, newText, kind: 'punctuation-merged' };
}

function finding(message: string, text: string, edits: readonly TextEdit[], fix: Fix): RuleFinding {
  const [first = { start: 0, end: 0 }] = edits;
  const shown = [...new Set(edits.map(({ start, end }) => text.slice(start, end)))].slice(0, 4).join(' ');
  return {
    message,
    arguments: { count: edits.length, text: shown },
    span: { start: first.start, end: first.end },
    places: edits.map(({ start, end }) => ({ start, end })),
    fix,
  };
}
