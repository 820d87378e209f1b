import { describe, expect, it } from 'vitest';
import { chineseConvert, englishConvert, type ConvertCounts } from './convert-texts.js';

const COUNTS: ConvertCounts = {
  charactersChanged: 1204,
  linesChanged: 31,
  phrasesRewritten: 0,
  notesRemoved: 0,
  names: [],
  ambiguous: 2,
  leftovers: [],
};
const TOTALS = { files: 3, changed: 2, dryRun: false };

describe('the summary of a conversion', () => {
  it('warns of the mirror whose notes it took out, as a fix does', () => {
    const mirror = { ...COUNTS, notesRemoved: 5 };
    expect(englishConvert.summary(mirror, TOTALS)).toMatch(
      /5 pinyin notes removed.*\.\nPinyin notes are the sign of a mirror site: check date, source and title/,
    );
    expect(chineseConvert.summary(mirror, TOTALS)).toMatch(
      /删除 5 处拼音注音.*。\n拼音注音表明网页来自镜像网站/,
    );
  });
  it('is one line where there were no notes', () => {
    for (const texts of [englishConvert, chineseConvert])
      expect(texts.summary(COUNTS, TOTALS)).not.toContain('\n');
  });
});
