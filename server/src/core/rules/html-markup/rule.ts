import type { Report } from '../../report/types.js';
import { defineRule, NOTHING } from '../rule.js';
import { findMarkup } from './markup.js';
import { markupEdits } from './markup-edits.js';

export const htmlMarkup = defineRule({
  id: 'html-markup',
  group: 'residue',
  severity: 'warning',
  fix: 'review',
  decorate: true,
  edits: ['markup-removed'],
  summary: {
    en: 'HTML that was left in the text: tags and entities',
    'zh-cn': '正文中残留的 HTML 标签和字符实体',
  },
  messages: {
    tags: {
      en: '{tags:HTML tag|HTML tags} left in the text ({text})',
      'zh-cn': '残留 {tags} 个 HTML 标签（{text}）',
    },
    entities: {
      en: '{entities:HTML entity|HTML entities} left in the text ({text})',
      'zh-cn': '残留 {entities} 个 HTML 字符实体（{text}）',
    },
    both: {
      en: '{tags:HTML tag|HTML tags} and {entities:entity|entities} left in the text ({text})',
      'zh-cn': '残留 {tags} 个 HTML 标签和 {entities} 个字符实体（{text}）',
    },
    remove: { en: 'Turn HTML into plain text', 'zh-cn': '把 HTML 还原为纯文本' },
  },
  concerns: ({ report: { text } }) => text.includes('&') || text.includes('<'),
  check({ report }) {
    const found = findMarkup(report);
    const [first] = found;
    if (first === undefined) return NOTHING;
    const entities = found.filter(({ isEntity }) => isEntity).length;
    const tags = found.length - entities;
    return [
      {
        message: entities === 0 ? 'tags' : tags === 0 ? 'entities' : 'both',
        arguments: { tags, entities, text: () => examples(report, found) },
        span: { start: first.start, end: first.end },
        places: found.map(({ start, end }) => ({ start, end })),
        fix: { class: 'review', title: 'remove', edits: () => markupEdits(report, found) },
      },
    ];
  },
});

const SHOWN = 4;
const LONGEST = 20;

/** A few different pieces, as they stand there. */
function examples({ text }: Report, found: ReturnType<typeof findMarkup>): string {
  const different = new Set<string>();
  for (const { start, end } of found) {
    const piece = text.slice(start, Math.min(end, start + LONGEST)).replace(/\s+/g, ' ');
    different.add(end - start > LONGEST ? `${piece}…` : piece);
    if (different.size === SHOWN) break;
  }
  return [...different].join(' ');
}
