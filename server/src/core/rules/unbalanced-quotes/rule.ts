import { defineRule, NOTHING, type Language } from '../rule.js';
import { findUnpaired } from './pairs.js';

/** In quotation marks, as Chinese quotes, a quotation mark is hard to read: it has a name. */
const CHINESE_NAMES: Readonly<Record<string, string>> = {
  ...{ '“': '左双引号', '”': '右双引号', '‘': '左单引号', '’': '右单引号' },
  ...{ '「': '左直角引号', '」': '右直角引号', '『': '左双直角引号', '』': '右双直角引号' },
  ...{ '《': '左书名号', '》': '右书名号', '（': '左括号', '）': '右括号', '(': '左括号', ')': '右括号' },
};

export const unbalancedQuotes = defineRule({
  id: 'unbalanced-quotes',
  group: 'text',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'Quotation marks and brackets without partner', 'zh-cn': '引号、括号不成对' },
  messages: {
    unpaired: { en: '{mark} has no partner', 'zh-cn': '{mark}没有配对' },
  },
  concerns: ({ report }) => report.marks.length > 0,
  check({ report: { text, marks, zones }, language }) {
    const offsets = findUnpaired(text, marks, zones);
    if (offsets.length === 0) return NOTHING;
    return offsets.map((start) => ({
      message: 'unpaired',
      arguments: { mark: nameOf(text.charAt(start), language) },
      span: { start, end: start + 1 },
    }));
  },
});

function nameOf(mark: string, language: Language): string {
  return language === 'en' ? mark : (CHINESE_NAMES[mark] ?? mark);
}
