import { CharacterClass } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import { outsideMarkup } from '../html-markup/outside-markup.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';
import { findInvisible } from './invisible.js';

export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  group: 'encoding',
  severity: 'warning',
  fix: 'exact',
  decorate: true,
  edits: ['invisible-removed'],
  summary: {
    en: 'Characters that nobody sees: zero-width, bidi controls, private use',
    'zh-cn': '看不见的字符：零宽、方向控制、私用区',
  },
  messages: {
    empty: {
      en: '{count:invisible character|invisible characters} ({codes})',
      'zh-cn': '{count} 个看不见的字符（{codes}）',
    },
    lost: {
      en: '{count:character|characters} of private use or control ({codes}): a glyph or a line end may be lost',
      'zh-cn': '{count} 个私用区或控制字符（{codes}）：可能丢失了字或换行',
    },
    remove: {
      en: 'Remove {count:invisible character|invisible characters}',
      'zh-cn': '删除 {count} 个看不见的字符',
    },
    removeLost: {
      en: 'Remove {count:character|characters} (check first)',
      'zh-cn': '删除 {count} 个字符（请先核对）',
    },
  },
  concerns: ({ report }) => (report.classes & CharacterClass.invisible) !== 0,
  *check({ report }) {
    const { text } = report;
    const found = findInvisible(text);
    const empty = outsideMarkup(report, found.empty);
    const lost = outsideMarkup(report, found.lost);
    if (empty.length > 0) yield finding('empty', text, empty, 'exact', 'remove');
    if (lost.length > 0) yield finding('lost', text, lost, 'review', 'removeLost');
  },
});

function finding(
  message: string,
  text: string,
  found: readonly Span[],
  fixClass: Fix['class'],
  title: string,
): RuleFinding {
  const codes = [...new Set(found.map(({ start }) => code(text.codePointAt(start))))].slice(0, 5).join(', ');
  const count = found.length;
  return {
    message,
    arguments: { count, codes },
    span: found[0] ?? { start: 0, end: 0 },
    places: found,
    fix: {
      class: fixClass,
      title,
      arguments: { count },
      edits: () => found.map((place) => ({ ...place, newText: '', kind: 'invisible-removed' })),
    },
  };
}

function code(point = 0): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
