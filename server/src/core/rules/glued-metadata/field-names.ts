import type { MetadataField, MetadataKind } from '../../report/types.js';
import type { Language } from '../rule.js';

const NAMES: Readonly<Record<MetadataKind, Readonly<Record<Language, string>>>> = {
  date: { en: 'date', 'zh-cn': '日期' },
  source: { en: 'source', 'zh-cn': '来源' },
  publisher: { en: 'publisher', 'zh-cn': '发布机构' },
  author: { en: 'author', 'zh-cn': '作者' },
  editor: { en: 'editor', 'zh-cn': '编辑' },
  control: { en: 'page control', 'zh-cn': '网页杂项' },
};

/** The kinds of fields in words, in their order on the line. */
export function fieldNames(fields: readonly MetadataField[], language: Language): string {
  const names = [...new Set(fields.map(({ kind }) => NAMES[kind][language]))];
  return names.join(language === 'en' ? ', ' : '、');
}
