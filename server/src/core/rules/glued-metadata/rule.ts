import type { MetadataField, Report, ZoneKind } from '../../report/types.js';
import type { TextEdit } from '../../text/edit.js';
import { spansMeeting } from '../../text/span.js';
import { defineRule, type Fix } from '../rule.js';
import { lineEnd } from '../metadata-place.js';
import { fieldNames } from './field-names.js';

export const gluedMetadata = defineRule({
  id: 'glued-metadata',
  group: 'structure',
  severity: 'information',
  fix: 'review',
  edits: ['metadata-split'],
  summary: { en: 'Metadata fields that run into each other', 'zh-cn': '元数据字段连成一行' },
  messages: {
    glued: {
      en: '{count} metadata fields on one line, some without a space between them: {fields}',
      'zh-cn': '一行里有 {count} 个元数据字段，有的之间没有空格：{fields}',
    },
    headline: {
      en: 'The headline runs into {count} metadata fields: {fields}',
      'zh-cn': '标题与 {count} 个元数据字段连在一起：{fields}',
    },
    control: {
      en: '{count} metadata fields and a page control on one line: {fields}',
      'zh-cn': '一行里有 {count} 个元数据字段，并夹有网页杂项：{fields}',
    },
    many: {
      en: '{count} metadata fields on one line: {fields}',
      'zh-cn': '一行里有 {count} 个元数据字段：{fields}',
    },
    split: { en: 'Put each field on a line of its own', 'zh-cn': '每个字段各占一行' },
  },
  concerns: ({ report: { fields, text } }) =>
    fields.length > 1 || (fields[0] !== undefined && touches(text, fields[0])),
  *check({ report, language }) {
    for (const fields of byLine(report)) {
      const [first] = fields;
      const last = fields.at(-1);
      if (first === undefined || last === undefined) continue;
      const headline = touches(report.text, first) ? headlineBefore(report, first) : undefined;
      const message = headline === undefined ? judge(report, fields) : 'headline';
      if (message === undefined) continue;
      // Fields set apart by spaces read well: a person decides whether to give each a line.
      const fix: Fix = {
        class: message === 'glued' || message === 'headline' ? 'review' : 'suggest',
        title: 'split',
        edits: () => splits(report, fields),
      };
      yield {
        message,
        arguments: { count: values(fields).length, fields: fieldNames(fields, language) },
        span: { start: headline ?? first.start, end: last.end },
        ...(message === 'many' ? { severity: 'hint' as const } : {}),
        fix,
      };
    }
  },
});

/** The fields of each line, by the line. */
function byLine(report: Report): MetadataField[][] {
  const lines = new Map<number, MetadataField[]>();
  for (const field of report.fields) {
    const { line } = report.lines.place(field.start);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [field]);
    else known.push(field);
  }
  return [...lines.values()];
}

/** Where the headline begins that stands in front of a field on its line; undefined where none does. */
function headlineBefore({ zones, lines }: Report, { start }: MetadataField): number | undefined {
  const line = lines.line(lines.place(start).line);
  const before = spansMeeting(zones, { start: line.start, end: start });
  return before.findLast(({ kind, end }) => HEADLINES.has(kind) && end <= start)?.start;
}

const HEADLINES: ReadonlySet<ZoneKind> = new Set(['kicker', 'headline', 'subheadline']);

/** Whether a field stands at once behind something else. */
function touches(text: string, { start }: MetadataField): boolean {
  return start > 0 && text.charCodeAt(start - 1) !== LF && !SEPARATOR.test(text.charAt(start - 1));
}

const LF = 10;

function values(fields: readonly MetadataField[]): readonly MetadataField[] {
  return fields.filter(({ kind }) => kind !== 'control');
}

/** Date and source side by side are how many good pages look: two fields with a space between them are no finding. */
function judge({ text }: Report, fields: readonly MetadataField[]): 'glued' | 'control' | 'many' | undefined {
  const kinds = new Set(values(fields).map(({ kind }) => kind)).size;
  if (kinds < 2) return undefined;
  const glued = values(fields).some((field, i) => i > 0 && touches(text, field));
  if (glued) return 'glued';
  if (fields.some(({ kind }) => kind === 'control')) return 'control';
  return kinds > 2 ? 'many' : undefined;
}

/** What may stand between two fields of one line. */
const SEPARATOR = /[\s|｜丨/／,，;；、·(（【[〔)）】\]〕-]/;

/** White space and bars between two fields, or a headline and a field, give way to a line end; nothing else changes. */
function splits(report: Report, fields: readonly MetadataField[]): TextEdit[] {
  const { text } = report;
  const end = lineEnd(text);
  const [first, ...others] = fields;
  const below = first !== undefined && headlineBefore(report, first) !== undefined ? fields : others;
  return below.map(({ start }) => {
    let from = start;
    while (from > 0 && /[ \t\u3000|｜]/.test(text.charAt(from - 1))) from--;
    return { start: from, end: start, newText: end, kind: 'metadata-split' };
  });
}
