import { describe, expect, it } from 'vitest';
import type { ConvertSummary } from '../../../server/src/lsp/protocol.js';
import type { Translate } from '../translate.js';
import { addSummaries, describeCounts, describeSummary } from './convert-summary.js';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
const nothing: ConvertSummary = {
  charactersChanged: 0,
  linesChanged: 0,
  phrasesRewritten: 0,
  notesRemoved: 0,
  names: [],
  ambiguous: 0,
  leftovers: [],
};
const say = (summary: Partial<ConvertSummary>): string =>
  describeSummary({ ...nothing, ...summary }, t, 'en');
const count = (summary: Partial<ConvertSummary>): string =>
  describeCounts({ ...nothing, ...summary }, t, 'en');

describe('the figures of a conversion', () => {
  it('say every kind of change, also those that did not happen', () => {
    const names = ['羅干', '後成龍', '干寶'];
    expect(count({ charactersChanged: 1204, linesChanged: 31, names, ambiguous: 2 })).toBe(
      '1,204 characters changed in 31 lines, 0 phrases rewritten, 3 names to confirm, 2 ambiguous',
    );
  });

  it('name pinyin notes where there were some', () => {
    expect(count({ charactersChanged: 9, linesChanged: 2, notesRemoved: 194 })).toBe(
      '9 characters changed in 2 lines, 194 pinyin notes removed, 0 phrases rewritten, 0 names to confirm, 0 ambiguous',
    );
  });

  it('are right for one of each', () => {
    const one = {
      charactersChanged: 1,
      linesChanged: 1,
      phrasesRewritten: 1,
      notesRemoved: 1,
      names: ['羅干'],
      ambiguous: 1,
    };
    expect(count(one)).toBe(
      '1 character changed in 1 line, 1 pinyin note removed, 1 phrase rewritten, 1 name to confirm, 1 ambiguous',
    );
  });
});

describe('the message after a conversion', () => {
  it('names what is to be confirmed and what was left', () => {
    expect(say({ charactersChanged: 3, linesChanged: 1, names: ['羅干', '干寶'], leftovers: ['陜'] })).toBe(
      '3 characters changed in 1 line, 0 phrases rewritten, 2 names to confirm, 0 ambiguous. ' +
        'Names to confirm: 羅干, 干寶. Left as they are: 陜',
    );
  });

  it('warns of the mirror whose notes went', () => {
    expect(say({ charactersChanged: 9, linesChanged: 2, notesRemoved: 5 })).toMatch(
      /5 pinyin notes removed.*\. The notes are the sign of a mirror site: check date, source and title against the original$/,
    );
    expect(say({ charactersChanged: 9, linesChanged: 2 })).not.toContain('mirror');
  });

  it('says when there was nothing to do', () => {
    expect(say({})).toBe('Nothing to convert');
    expect(say({ leftovers: ['陜'] })).toBe('Nothing to convert. Left as they are: 陜');
  });

  it('counts names beyond the first twelve', () => {
    const names = Array.from({ length: 15 }, (_, index) => `名${index}`);
    expect(say({ charactersChanged: 2, names })).toMatch(/名11 and 3 more$/);
  });

  it('adds up several files, each name once', () => {
    const one = { ...nothing, charactersChanged: 2, linesChanged: 1, ambiguous: 1, names: ['羅干'] };
    expect(addSummaries([one, { ...one, notesRemoved: 3, leftovers: ['陜'] }])).toEqual({
      charactersChanged: 4,
      linesChanged: 2,
      phrasesRewritten: 0,
      notesRemoved: 3,
      names: ['羅干'],
      ambiguous: 2,
      leftovers: ['陜'],
    });
  });
});
