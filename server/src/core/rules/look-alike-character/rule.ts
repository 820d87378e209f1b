import type { TextEdit } from '../../text/edit.js';
import { defineRule } from '../rule.js';

/** 巿 (fú, U+5DFF), CJK radicals, compatibility ideographs, full-width letters. */
const SUSPECTS = /[\u5dff\u2e80-\u2fdf\uf900-\ufaff]|[\uff21-\uff3a\uff41-\uff5a]+/g;

export const lookAlikeCharacter = defineRule({
  id: 'look-alike-character',
  group: 'encoding',
  severity: 'warning',
  fix: 'review',
  decorate: true,
  edits: ['look-alike-replaced'],
  summary: {
    en: 'Characters that only look like the right ones: 巿 (U+5DFF) for 市',
    'zh-cn': '形近的错误字符：把“市”写成“巿”（U+5DFF）等',
  },
  messages: {
    found: {
      en: '{count:look-alike character|look-alike characters}: {pairs}',
      'zh-cn': '{count} 个形近字符：{pairs}',
    },
    replace: {
      en: 'Replace {count:look-alike character|look-alike characters}',
      'zh-cn': '替换 {count} 个形近字符',
    },
  },
  *check({ report: { text } }) {
    const edits: TextEdit[] = [];
    for (const { index, 0: found } of text.matchAll(SUSPECTS)) {
      const newText = properForm(found);
      if (newText !== found)
        edits.push({ start: index, end: index + found.length, newText, kind: 'look-alike-replaced' });
    }
    const [first] = edits;
    if (first === undefined) return;
    const pairs = [
      ...new Set(edits.map((edit) => `${text.slice(edit.start, edit.end)} → ${edit.newText}`)),
    ].slice(0, 5);
    yield {
      message: 'found',
      arguments: { count: edits.length, pairs: pairs.join(', ') },
      span: { start: first.start, end: first.end },
      places: edits.map(({ start, end }) => ({ start, end })),
      fix: { class: 'review', title: 'replace', arguments: { count: edits.length }, edits: () => edits },
    };
  },
});

/** Compatibility decomposition gives the ideograph of a radical or compatibility form and the ASCII of a letter. */
function properForm(found: string): string {
  return found === '巿' ? '市' : found.normalize('NFKC');
}
