import { describe, expect, it } from 'vitest';
import { createClueTable } from './clues.js';
import { labelClues, scanFields } from './fields.js';
import { APART_LABELS, BOXED, DATE_VERBS, GLUED_LABELS } from './labels.js';
import { createScanner } from './scan.js';
import type { ShadowLine } from './shadow-lines.js';

const scanner = createScanner(createClueTable([labelClues]));

function lineOf(text: string): ShadowLine {
  scanner.raw(text);
  const [line] = scanner.shadow(text, []).lines;
  if (line === undefined) throw new Error(`no line in ${text}`);
  return line;
}

const kinds = (text: string): string[] => scanFields(lineOf(text)).map(({ kind }) => kind);

describe('the fields of a line', () => {
  it.each([
    ['来源:清溪日报 时间:2021-06-13 点击:12', ['source', 'date', 'other']],
    ['来 源:清溪日报', ['source']],
    ['时间｜2021-06-13', ['date']],
    ['發佈：2021-06-13', ['date']],
    ['清溪发布：市委召开会议', []],
    ['记者/何书田 编辑/沈若兰', ['author', 'editor']],
    ['[日期]2021-06-13 [来源]清溪日报', ['date', 'source']],
    ['会议时间:2021-06-12', ['aside']],
    ['图片来源:清溪日报', ['other']],
    ['栏目:要闻 版次:A1', ['aside', 'aside']],
    ['【图文】清溪市召开会议', []],
    ['新媒体:清溪在行动', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('are never refused by the test that goes before', () => {
    const words = [...GLUED_LABELS, ...APART_LABELS].flatMap(({ words: list }) => list.split('|'));
    const padded = words.filter((word) => word.length === 2).map((word) => word.split('').join(' '));
    const lines = [...words, ...padded, ...DATE_VERBS.split('|')].flatMap((word) =>
      [':', '：', '︰', '|', '/', ' / '].flatMap((mark) => [
        `${word}${mark}2021-06-13`,
        `${word}${mark}清溪日报`,
      ]),
    );
    lines.push(...BOXED.split('|').map((word) => `[${word}]清溪日报`));
    lines.push(
      '2021-06-13来源清溪日报',
      '清溪日报记者何书田',
      '发表于2021-06-13',
      '[字号]',
      '(打印)',
      '来源于清溪',
    );
    const refused = lines.map(lineOf).filter((line) => {
      const { folded, start } = line;
      return scanFields(line).length !== scanFields({ folded, start, classes: -1, clues: -1 }).length;
    });
    expect(refused.map(({ folded }) => folded)).toEqual([]);
  });
});
