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
  const left = new Set(kept);
  const marks = readMarks(text);
  for (const proposal of proposals) {
    if (left.has(proposal)) continue;
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
  return { text: apply(text, edits, eol), added: fresh.length, extended, kept };
}

/** Applies edits that do not overlap; those at one place in the order in which they were made. */
function apply(text: string, edits: readonly Insertion[], eol: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start), newText.replace(/\n/g, eol));
    from = end;
  }
  return pieces.join('') + text.slice(from);
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
  const reached = greatestSoFar(nodes);
  const byNext = new Map<number, OfficialEntry[]>();
  for (const entry of fresh) {
    const next = firstBehind(reached, entry);
    const known = byNext.get(next);
    if (known === undefined) byNext.set(next, [entry]);
    else known.push(entry);
  }
  return [...byNext].flatMap(([next, entries]): Insertion[] => {
    const previous = nodes[next - 1];
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

/** At each place the greatest entry up to it: it ascends even where somebody has broken the order by hand. */
function greatestSoFar(nodes: readonly Node[]): readonly OfficialEntry[] {
  let greatest: OfficialEntry | undefined;
  return nodes.map((node) => {
    const entry = valueOf(node) as OfficialEntry;
    if (greatest === undefined || compareEntries(entry, greatest) > 0) greatest = entry;
    return greatest;
  });
}

/** The index of the first entry that comes after one; the length of the list where none does. */
function firstBehind(ascending: readonly OfficialEntry[], entry: OfficialEntry): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = ascending[middle];
    if (there !== undefined && compareEntries(there, entry) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
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
  const comma = commas[firstFrom(commas, (offset) => offset, from)];
  const follows = comma !== undefined && comma < to;
  let at = follows ? comma + 1 : from;
  for (let i = firstFrom(comments, ({ start }) => start, at); i < comments.length; i++) {
    const { start, end } = comments[i] ?? { start: to, end: to };
    if (end > to || !/^[ \t]*$/.test(text.slice(at, start))) break;
    at = end;
  }
  return { comma: follows, at };
}

function hasComment({ comments }: Marks, { start, end }: Span): boolean {
  const next = comments[firstFrom(comments, (comment) => comment.start, start)];
  return next !== undefined && next.start < end;
}

/** The index of the first of ascending marks that stands at or behind an offset. */
function firstFrom<T>(marks: readonly T[], offsetOf: (mark: T) => number, offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const mark = marks[middle];
    if (mark !== undefined && offsetOf(mark) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
