import { describe, expect, it } from 'vitest';
import { NOTHING, type Rule } from '../rules/rule.js';
import type { EditKind, TextEdit } from '../text/edit.js';
import { readMarked } from './marked-text.js';
import { expectDeclared } from './rule-tester.js';

/** Checks an edit that puts a text in the place of the marked one. */
function declare(kind: EditKind, marked: string, newText: string): () => void {
  const { text, spans } = readMarked(marked);
  const { start, end } = spans[0] ?? { start: 0, end: 0 };
  const edit: TextEdit = { start, end, newText, kind };
  const rule: Rule = {
    id: 'any',
    group: 'text',
    severity: 'hint',
    fix: 'review',
    summary: { en: '', 'zh-cn': '' },
    messages: {},
    edits: [kind],
    check: () => NOTHING,
  };
  return () => {
    expectDeclared(rule, text, [edit]);
  };
}

describe('an edit keeps what its kind promises', () => {
  it.each<[EditKind, string, string]>([
    ['look-alike-replaced', '清溪⟦巿⟧', '市'],
    ['look-alike-replaced', 'We⟦ｃｈ⟧at', 'ch'],
    ['look-alike-replaced', '⟦⻓⟧', '长'],
    ['phrase-replaced', '⟦横道到边⟧', '横向到边'],
    ['phrase-replaced', '⟦橫(héng)道到邊⟧', '橫向到邊'],
    ['phrase-replaced', '⟦横向边⟧', '横向到边'],
    ['name-corrected', '陆明⟦运(yùn)⟧', '远'],
    ['metadata-inserted', '标题\n⟦⟧正文', '来源：清江日报\n'],
    ['metadata-inserted', '标题⟦⟧', '\n发布日期：2021-05-06\n'],
    ['metadata-inserted', '标题\n来源：⟦⟧\n正文', '清江日报'],
    ['script-converted', '⟦后⟧天', '後'],
  ])('%s: %s → %j', (kind, marked, newText) => {
    expect(declare(kind, marked, newText)).not.toThrow();
  });
  it.each<[EditKind, string, string]>([
    ['look-alike-replaced', '清溪⟦市⟧', '巿'],
    ['look-alike-replaced', '清溪⟦巿⟧', '市场'],
    ['look-alike-replaced', 'We⟦ｃ⟧hat', 'x'],
    ['phrase-replaced', '⟦横道到边⟧', '纵向到底'],
    ['phrase-replaced', '⟦横向到边⟧', '横向到边'],
    ['name-corrected', '⟦陆明运⟧', '何书田'],
    ['name-corrected', '陆明⟦运⟧', '远主持会议'],
    ['metadata-inserted', '标题\n⟦⟧正文', '来源：清江日报'],
    ['metadata-inserted', '标题\n⟦⟧正文', '会议强调，要抓好落实。\n'],
    ['metadata-inserted', '标题\n正⟦⟧文', '来源：清江日报\n'],
    ['metadata-inserted', '标题\n⟦⟧正文', '发布日期：昨天\n'],
    ['metadata-inserted', '标题\n正文⟦⟧', '清江日报'],
    ['script-converted', '⟦后⟧天', '前'],
  ])('%s: not %s → %j', (kind, marked, newText) => {
    expect(declare(kind, marked, newText)).toThrow();
  });
});
