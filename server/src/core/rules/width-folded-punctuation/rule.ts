import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import type { TextEdit } from '../../text/edit.js';
import { defineRule } from '../rule.js';
import { findFoldedMarks } from './folded-marks.js';
import { findTypedMarks, mayHoldTypedMarks } from './typed-marks.js';

export const widthFoldedPunctuation = defineRule({
  id: 'width-folded-punctuation',
  group: 'residue',
  severity: 'information',
  fix: 'exact',
  decorate: true,
  edits: ['width-restored', 'look-alike-replaced'],
  summary: { en: 'Full-width punctuation that was folded to ASCII', 'zh-cn': '全角标点被转成了半角' },
  messages: {
    folded: {
      en: '{marks:punctuation mark|punctuation marks} folded to half width',
      'zh-cn': '{marks} 个标点被转成了半角',
    },
    mixed: {
      en: '{marks:half-width punctuation mark|half-width punctuation marks} beside full-width ones',
      'zh-cn': '{marks} 个半角标点与全角标点混用',
    },
    typed: {
      en: '{marks:Western mark|Western marks} where Chinese text has others: {forms}',
      'zh-cn': '中文里有 {marks} 个西文标点：{forms}',
    },
    restore: { en: 'Restore {marks:full-width mark|full-width marks}', 'zh-cn': '恢复 {marks} 个全角标点' },
    replace: { en: 'Replace with {forms}', 'zh-cn': '改为 {forms}' },
  },
  concerns: ({ report }) => (report.classes & CharacterClass.asciiMark) !== 0 || mayHoldTypedMarks(report),
  *check({ report }) {
    const { places, mixed } = findFoldedMarks(report);
    const [first] = places;
    if (first !== undefined) {
      const words = { marks: places.length };
      yield {
        message: mixed ? 'mixed' : 'folded',
        arguments: words,
        span: first,
        places,
        fix: { class: 'exact', title: 'restore', arguments: words, edits: () => restored(report, places) },
      };
    }
    const typed = mayHoldTypedMarks(report) ? findTypedMarks(report) : [];
    const [mark] = typed;
    if (mark === undefined) return;
    yield {
      message: 'typed',
      arguments: {
        marks: typed.length,
        forms: formsOf(typed.map(({ start, end }) => report.text.slice(start, end))),
      },
      span: { start: mark.start, end: mark.end },
      places: typed.map(({ start, end }) => ({ start, end })),
      fix: {
        // A full stop may part a name, three dots may say that something is missing.
        class: 'review',
        title: 'replace',
        arguments: { forms: formsOf(typed.map(({ newText }) => newText)) },
        edits: () => typed.map((one): TextEdit => ({ ...one, kind: 'look-alike-replaced' })),
      },
    };
  },
});

function restored(
  { text }: Report,
  places: ReturnType<typeof findFoldedMarks>['places'],
): readonly TextEdit[] {
  return places.map(({ start, end }) => ({
    start,
    end,
    newText: String.fromCharCode(text.charCodeAt(start) + 0xfee0),
    kind: 'width-restored',
  }));
}

function formsOf(marks: readonly string[]): string {
  return [...new Set(marks)].join(' ');
}
