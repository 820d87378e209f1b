import type { Node } from 'jsonc-parser';
import schema from '../../../data/officials.schema.json' with { type: 'json' };
import { checkSchema } from '../json-file/check-schema.js';
import { problemsWithoutText, type FileContent } from '../json-file/file-content.js';
import type { ReadProblem } from '../json-file/problem.js';
import { createSoundTest, problemAt, property, readJson, valueOf } from '../json-file/read-json.js';
import type { Schema } from '../json-file/schema.js';
import { entryKey } from './order.js';
import type { OfficialEntry, OfficialsFile } from './types.js';

/**
 * Reads an officials file (JSON with comments). Never throws: each problem names its place and what to do; entries
 * with an error are left out, the others count. An empty text is an empty file without problems.
 */
export function parseOfficialsFile(text: string): OfficialsFile {
  if (text.replace(/^\ufeff/, '').trim() === '') return { entries: [], spans: [], problems: [] };
  const { root, problems: syntax } = readJson(text);
  if (root === undefined) return { entries: [], spans: [], problems: syntax };
  const problems = [...syntax, ...checkSchema(root, schema as Schema)];
  const nodes = (property(root, 'officials')?.children ?? []).filter(createSoundTest(problems));
  const contradictions = [...nodes.flatMap(checkTerms), ...findTwins(nodes)];
  const sound = nodes.filter(createSoundTest(contradictions));
  return {
    entries: sound.map((node) => valueOf(node) as OfficialEntry),
    spans: sound.map((node) => {
      const { offset: nameStart = node.offset, length = 0 } = property(node, 'name') ?? {};
      return { start: node.offset, end: node.offset + node.length, nameStart, nameEnd: nameStart + length };
    }),
    problems: [...problems, ...contradictions].sort((a, b) => a.start - b.start),
  };
}

/** Reads an officials file as it was found; nobody stands in one that gives no text. */
export function readOfficialsFile(content: FileContent): OfficialsFile {
  if (content.kind === 'text') return parseOfficialsFile(content.text);
  return { entries: [], spans: [], problems: problemsWithoutText('officials', content) };
}

/** A term of office that ends before it begins. */
function checkTerms(entry: Node): ReadProblem[] {
  return (property(entry, 'posts')?.children ?? []).flatMap((post) =>
    (
      [
        ['from', 'to'],
        ['firstNamed', 'lastNamed'],
      ] as const
    ).flatMap(([first, last]) => {
      const from = property(post, first);
      const to = property(post, last);
      if (from === undefined || to === undefined) return [];
      // 2020 lies in 2020-02: only what is known of both can contradict.
      const [a, b] = [String(from.value), String(to.value)];
      const known = Math.min(a.length, b.length);
      if (a.slice(0, known) <= b.slice(0, known)) return [];
      return [
        problemAt(to, 'error', {
          en: `"${last}" (${b}) lies before "${first}" (${a}): correct one of them`,
          'zh-cn': `"${last}"（${b}）早于 "${first}"（${a}）：请改正其一`,
        }),
      ];
    }),
  );
}

/** Entries that nothing tells apart: nobody could say which of them a mention means. */
function findTwins(nodes: readonly Node[]): ReadProblem[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const key = entryKey(valueOf(node) as OfficialEntry);
    const name = property(node, 'name');
    if (!seen.has(key) || name === undefined) {
      seen.add(key);
      return [];
    }
    const written = String(name.value);
    return [
      problemAt(name, 'error', {
        en: `${written} stands in the file already with this place: join the two entries, or tell two people apart with "place" or "distinction"`,
        'zh-cn': `文件中已有同一地方的${written}：请合并两条；若是两个人，请用 "place" 或 "distinction" 区别`,
      }),
    ];
  });
}
