import { describe, expect, it } from 'vitest';
import type { ConvertSummary, WireRange } from '../../../../server/src/lsp/protocol.js';
import type { Translate } from '../../translate.js';
import { choose, createPlan, includedFiles, summaryOf, type FileOfPlan } from './plan.js';
import { rowsOf, type PlanRow } from './plan-rows.js';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
const texts = { t, language: 'en' };
const at = (line: number, character: number): WireRange => ({
  start: { line, character },
  end: { line, character: character + 2 },
});
const file = (path: string, parts: Partial<FileOfPlan> = {}): FileOfPlan => ({
  address: `file:///corpus/${path}`,
  path,
  unsaved: false,
  summary: summary({ charactersChanged: 1204, linesChanged: 31 }),
  names: [],
  ambiguous: [],
  leftovers: [],
  ...parts,
});
function summary(parts: Partial<ConvertSummary>): ConvertSummary {
  const nothing = {
    charactersChanged: 0,
    linesChanged: 0,
    phrasesRewritten: 0,
    notesRemoved: 0,
    ambiguous: 0,
  };
  return { ...nothing, names: [], leftovers: [], ...parts };
}

const named = file('2024/b.txt', {
  summary: summary({
    charactersChanged: 3,
    linesChanged: 2,
    names: ['羅干'],
    ambiguous: 1,
    leftovers: ['陜'],
  }),
  names: [
    { range: at(4, 2), name: '罗干', converted: '羅干', alternatives: ['羅幹', '羅乾'] },
    { range: at(0, 0), name: '罗干', converted: '羅干', alternatives: [] },
  ],
  ambiguous: [{ range: at(2, 1), source: '后', chosen: '後', alternatives: ['后'] }],
  leftovers: [{ range: at(1, 0), character: '陜' }],
});
const plan = createPlan(
  [named, file('2024/a.txt')],
  [{ address: 'file:///corpus/gbk.txt', path: 'gbk.txt', why: 'not UTF-8' }],
);
const groups = (rows: readonly PlanRow[]): readonly string[] =>
  rows.map(({ description, label }) => `${label} ${description}`);
const lines = (row: PlanRow | undefined): readonly string[] =>
  row?.children.map(({ description, label }) => `${label} | ${description}`) ?? [];

describe('the list of a plan', () => {
  it('has the files in the order of their paths, the names of all files and the files left out', () => {
    const [files, names, leftOut] = rowsOf(plan, texts);
    expect(groups(rowsOf(plan, texts))).toEqual([
      'Files to convert 2 of 2',
      'Names to confirm 1',
      'Files left out 1',
    ]);
    expect(lines(files)).toEqual([
      'a.txt | 1,204 characters · 2024',
      'b.txt | 3 characters, 1 name to confirm, 1 ambiguous · 2024',
    ]);
    expect(lines(names)).toEqual(['罗干 → 羅干 | 2 places']);
    expect(lines(names?.children[0])).toEqual(['b.txt | line 5 · 2024', 'b.txt | line 1 · 2024']);
    expect(lines(leftOut)).toEqual(['gbk.txt | not UTF-8']);
  });

  it('unfolds a file into what is doubtful in it, in the order of the text', () => {
    const row = rowsOf(plan, texts)[0]?.children[1];
    expect(lines(row)).toEqual([
      '罗干 → 羅干 | name to confirm · line 1',
      '陜 | left as it is: no conversion knows it · line 2',
      '后 → 後 | ambiguous, or 后 · line 3',
      '罗干 → 羅干 | name to confirm, or 羅幹, 羅乾 · line 5',
    ]);
    expect(row?.children[1]?.place).toEqual({ address: named.address, range: at(1, 0) });
  });

  it('says all figures to a screen reader and in the tooltip', () => {
    const row = rowsOf(plan, texts)[0]?.children[0];
    const counts =
      '1,204 characters changed in 31 lines, 0 phrases rewritten, 0 names to confirm, 0 ambiguous';
    expect(row?.spoken).toBe(`a.txt, ${counts}, 2024`);
    expect(row?.tooltip).toBe(`2024/a.txt\n${counts}`);
  });

  it('marks a file with unsaved changes', () => {
    const row = rowsOf(createPlan([file('a.txt', { unsaved: true })], []), texts)[0]?.children[0];
    expect(row?.description).toBe('1,204 characters · has unsaved changes and stays unsaved');
  });

  it('gives every row an id of its own', () => {
    const ids: string[] = [];
    const collect = (rows: readonly PlanRow[]): void => {
      for (const row of rows) {
        ids.push(row.id);
        collect(row.children);
      }
    };
    collect(rowsOf(plan, texts));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('choosing', () => {
  const without = choose(plan, [named.address], false);

  it('leaves a file out of the figures, the names and the conversion, and keeps its row', () => {
    expect(includedFiles(without).map(({ path }) => path)).toEqual(['2024/a.txt']);
    expect(summaryOf(plan).charactersChanged).toBe(1207);
    expect(summaryOf(without).charactersChanged).toBe(1204);
    const rows = rowsOf(without, texts);
    expect(groups(rows)).toEqual(['Files to convert 1 of 2', 'Files left out 1']);
    expect(rows[0]?.checked).toBe(false);
    expect(rows[0]?.children.map(({ checked }) => checked)).toEqual([true, false]);
  });

  it('takes all files in again with the box of their group', () => {
    const rows = rowsOf(without, texts);
    const all = choose(without, rows[0]?.files ?? [], true);
    expect(includedFiles(all)).toHaveLength(2);
    expect(rowsOf(all, texts)[0]?.checked).toBe(true);
  });
});
