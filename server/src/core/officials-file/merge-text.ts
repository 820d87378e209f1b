import { visit, type Node } from 'jsonc-parser';
import type { ReadProblem } from '../json-file/problem.js';
import { property, readJson, valueOf } from '../json-file/read-json.js';
import type { Span } from '../text/span.js';
import { extendEntry, mergeEntries } from './merge.js';
import { compareEntries, entryKey } from './order.js';
import { parseOfficialsFile } from './parse.js';
import type { MergeResult, OfficialEntry, Proposal } from './types.js';
import { formatEntry, writeOfficialsFile } from './write.js';

/** A file with the proposals in it, and what became of them. */
export interface MergedFile extends Pick<MergeResult, 'added' | 'extended' | 'kept'> {
  readonly text: string;
}

interface Insertion extends Span {
  readonly newText: string;
}

/**
 * Puts confirmed proposals into the text of an officials file: each new entry at its place in the order, every other
 * character as it was, comments and layout included. Hand-made entries stay byte for byte; so does a collected entry
 * in which somebody has written a comment. An empty text gives a new file.
 * @returns the problem that has to be mended first, where the file is no officials file
 */
export function mergeIntoFile(
  text: string,
  proposals: readonly Proposal[],
): MergedFile | { readonly problem: ReadProblem } {
  const { entries, problems } = parseOfficialsFile(text);
  if (text.replace(/^\ufeff/, '').trim() === '') {
    const merged = mergeEntries([], proposals);
    return { ...merged, text: writeOfficialsFile(merged.entries) };
  }
  const { root, problems: syntax } = readJson(text);
  const list = property(root, 'officials');
  const broken = syntax[0] ?? (list?.type === 'array' ? undefined : problems[0]);
  if (broken !== undefined) return { problem: broken };
  if (list?.type !== 'array') return { problem: missingList() };
  return edit(text, list, entries, proposals);
}

function edit(
  text: string,
  list: Node,
  entries: readonly OfficialEntry[],
  proposals: readonly Proposal[],
): MergedFile {
  const nodes = list.children ?? [];
  const byKey = new Map(nodes.map((node) => [keyOf(node), node]));
  const fresh: OfficialEntry[] = [];
  const edits: Insertion[] = [];
  let extended = 0;
  const merged = mergeEntries(entries, proposals);
  const kept = [...merged.kept];
  const marks = readMarks(text);
  for (const proposal of proposals) {
    if (merged.kept.includes(proposal)) continue;
    const node = byKey.get(entryKey(proposal.entry));
    if (node === undefined) {
      fresh.push(proposal.entry);
      continue;
    }
    const before = valueOf(node) as OfficialEntry;
    const after = extendEntry(before, proposal.entry);
    if (after === before) continue;
    const { offset, length } = node;
    if (hasComment(marks, { start: offset, end: offset + length })) {
      kept.push(proposal);
      continue;
    }
    edits.push({ start: offset, end: offset + length, newText: formatEntry(after) });
    extended++;
  }
  edits.push(...insertions(text, list, marks, fresh.sort(compareEntries)));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let result = text;
  // From the end, so that offsets stay; of insertions at one place the last goes first.
  for (const { start, end, newText } of edits
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => b.start - a.start || b.i - a.i))
    result = result.slice(0, start) + newText.replace(/\n/g, eol) + result.slice(end);
  return { text: result, added: fresh.length, extended, kept };
}

/** Where new entries go: behind the last entry that does not come after them. */
function insertions(text: string, list: Node, marks: Marks, fresh: readonly OfficialEntry[]): Insertion[] {
  const nodes = list.children ?? [];
  const end = list.offset + list.length - 1;
  const written = (entries: readonly OfficialEntry[]): string =>
    entries.map((entry) => `\n    ${formatEntry(entry)}`).join(',');
  if (fresh.length === 0) return [];
  if (nodes.length === 0) {
    // A comment in the empty list stays, in front.
    const start = list.offset + 1 + text.slice(list.offset + 1, end).trimEnd().length;
    return [{ start, end, newText: `${written(fresh)}\n  ` }];
  }
  const byNext = new Map<number, OfficialEntry[]>();
  for (const entry of fresh) {
    const next = nodes.findIndex((node) => compareEntries(valueOf(node) as OfficialEntry, entry) > 0);
    byNext.set(next, [...(byNext.get(next) ?? []), entry]);
  }
  return [...byNext].flatMap(([next, entries]): Insertion[] => {
    const previous = nodes[next < 0 ? nodes.length - 1 : next - 1];
    if (previous === undefined) {
      const at = list.offset + 1;
      return [{ start: at, end: at, newText: `${written(entries)},` }];
    }
    const from = previous.offset + previous.length;
    const { comma, at } = behind(text, marks, from, nodes[next]?.offset ?? end);
    if (comma) return [{ start: at, end: at, newText: `${written(entries)},` }];
    return [
      { start: from, end: from, newText: ',' },
      { start: at, end: at, newText: written(entries) },
    ];
  });
}

/** Commas and comments of a file, by their UTF-16 offsets. */
interface Marks {
  readonly commas: readonly number[];
  readonly comments: readonly Span[];
}

function readMarks(text: string): Marks {
  const commas: number[] = [];
  const comments: Span[] = [];
  visit(
    text.replace(/^\ufeff/, ' '),
    {
      onSeparator: (character, offset) => {
        if (character === ',') commas.push(offset);
      },
      onComment: (start, length) => {
        comments.push({ start, end: start + length });
      },
    },
    { allowTrailingComma: true },
  );
  return { commas, comments };
}

/** Whether a comma follows an entry, and where its line ends: a remark on that line belongs to the entry. */
function behind(
  text: string,
  { commas, comments }: Marks,
  from: number,
  to: number,
): { readonly comma: boolean; readonly at: number } {
  const comma = commas.find((offset) => offset >= from && offset < to);
  let at = comma === undefined ? from : comma + 1;
  for (const { start, end } of comments)
    if (start >= at && end <= to && /^[ \t]*$/.test(text.slice(at, start))) at = end;
  return { comma: comma !== undefined, at };
}

function hasComment({ comments }: Marks, { start, end }: Span): boolean {
  return comments.some((comment) => comment.start >= start && comment.end <= end);
}

function keyOf(node: Node): string {
  const name: unknown = property(node, 'name')?.value;
  return typeof name === 'string' ? entryKey(valueOf(node) as OfficialEntry) : `#${node.offset}`;
}

function missingList(): ReadProblem {
  return {
    severity: 'error',
    path: '',
    start: 0,
    end: 0,
    message: {
      en: 'the file has no list "officials": add "officials": []',
      'zh-cn': '文件中没有 "officials" 列表：请加上 "officials": []',
    },
  };
}
