import { CharacterClass } from '../../script/characters.js';
import type { TextEdit } from '../../text/edit.js';
import { defineRule, NOTHING } from '../rule.js';
import { findFoldedMarks } from './folded-marks.js';

export const widthFoldedPunctuation = defineRule({
  id: 'width-folded-punctuation',
  group: 'residue',
  severity: 'information',
  fix: 'exact',
  decorate: true,
  edits: ['width-restored'],
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
    restore: { en: 'Restore {marks:full-width mark|full-width marks}', 'zh-cn': '恢复 {marks} 个全角标点' },
  },
  concerns: ({ report }) => (report.classes & CharacterClass.asciiMark) !== 0,
  check({ report }) {
    const { places, mixed } = findFoldedMarks(report);
    const [first] = places;
    if (first === undefined) return NOTHING;
    const words = { marks: places.length };
    const edits = (): readonly TextEdit[] =>
      places.map(({ start, end }) => ({
        start,
        end,
        newText: String.fromCharCode(report.text.charCodeAt(start) + 0xfee0),
        kind: 'width-restored',
      }));
    return [
      {
        message: mixed ? 'mixed' : 'folded',
        arguments: words,
        span: first,
        places,
        fix: { class: 'exact', title: 'restore', arguments: words, edits },
      },
    ];
  },
});
