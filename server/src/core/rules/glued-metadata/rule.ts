import type { MetadataField, Report } from '../../report/types.js';
import type { TextEdit } from '../../text/edit.js';
import { defineRule } from '../rule.js';
import { lineEnd } from '../metadata-place.js';

export const gluedMetadata = defineRule({
  id: 'glued-metadata',
  group: 'structure',
  severity: 'information',
  fix: 'review',
  edits: ['metadata-split'],
  summary: { en: 'Several metadata fields on one line', 'zh-cn': '一行里有多个元数据字段' },
  messages: {
    glued: {
      en: '{count} metadata fields on one line: {fields}',
      'zh-cn': '一行里有 {count} 个元数据字段：{fields}',
    },
    split: { en: 'Put each field on a line of its own', 'zh-cn': '每个字段各占一行' },
  },
  *check({ report }) {
    for (const fields of byLine(report)) {
      const [first] = fields;
      const last = fields.at(-1);
      if (first === undefined || last === undefined || new Set(fields.map(({ kind }) => kind)).size < 2)
        continue;
      yield {
        message: 'glued',
        arguments: { count: fields.length, fields: fields.map(({ kind }) => kind).join(', ') },
        span: { start: first.start, end: last.end },
        fix: { class: 'review', title: 'split', edits: () => splits(report, fields) },
      };
    }
  },
});

/** The fields of each metadata line that holds more than one. */
function byLine(report: Report): MetadataField[][] {
  const lines = new Map<number, MetadataField[]>();
  for (const field of report.fields) {
    const { line } = report.lines.place(field.start);
    lines.set(line, [...(lines.get(line) ?? []), field]);
  }
  return [...lines.values()].filter((fields) => fields.length > 1);
}

/** White space and bars between two fields give way to a line end; nothing else changes. */
function splits({ text }: Report, fields: readonly MetadataField[]): TextEdit[] {
  const end = lineEnd(text);
  return fields.slice(1).map(({ start }) => {
    let from = start;
    while (from > 0 && /[ \t\u3000|]/.test(text.charAt(from - 1))) from--;
    return { start: from, end: start, newText: end, kind: 'metadata-split' };
  });
}
