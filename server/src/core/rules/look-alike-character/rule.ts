import type { TextEdit } from '../../text/edit.js';
import { CharacterClass } from '../../script/characters.js';
import { defineRule } from '../rule.js';
import { findLookAlikes } from './look-alikes.js';

/** A suspect by itself, or letters of both widths that may meet in a word. */
function mayHoldLookAlikes(classes: number): boolean {
  const { lookAlike, letter, wideLetter } = CharacterClass;
  return (classes & lookAlike) !== 0 || ((classes & letter) !== 0 && (classes & wideLetter) !== 0);
}

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
  concerns: ({ report }) => mayHoldLookAlikes(report.classes),
  *check({ report: { text } }) {
    const edits = findLookAlikes(text).map(({ start, end, proper }): TextEdit => ({
      start,
      end,
      newText: proper,
      kind: 'look-alike-replaced',
    }));
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
