import type { Span } from '../../text/span.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';

/** Zero-width marks, bidirectional controls, BOM inside, soft hyphen, C0 controls: none has a glyph. */
const EMPTY =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|(?<![\ud800-\udfff\ufe0f])\u200d/g;
/** C1 controls and private use: a glyph of a lost encoding may stand behind each. */
const LOST = /[\u0080-\u009f\ue000-\uf8ff]/g;

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
      en: '{count:character|characters} of private use or control ({codes}): a glyph may be lost',
      'zh-cn': '{count} 个私用区或控制字符（{codes}）：可能丢失了字形',
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
  *check({ report: { text } }) {
    const empty = places(text, EMPTY);
    if (empty.length > 0) yield finding('empty', text, empty, 'exact', 'remove');
    const lost = places(text, LOST);
    if (lost.length > 0) yield finding('lost', text, lost, 'review', 'removeLost');
  },
});

function places(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

function finding(
  message: string,
  text: string,
  found: readonly Span[],
  fixClass: Fix['class'],
  title: string,
): RuleFinding {
  const codes = [...new Set(found.map(({ start }) => code(text.charCodeAt(start))))].slice(0, 5).join(', ');
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

function code(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
