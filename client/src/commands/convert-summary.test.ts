import { describe, expect, it } from 'vitest';
import type { ConvertSummary } from '../../../server/src/lsp/protocol.js';
import type { Translate } from '../translate.js';
import { addSummaries, describeSummary } from './convert-summary.js';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
const nothing: ConvertSummary = { charactersChanged: 0, notesRemoved: 0, names: [], leftovers: [] };
const say = (summary: Partial<ConvertSummary>): string =>
  describeSummary({ ...nothing, ...summary }, t, 'en');

describe('the message after a conversion', () => {
  it('names what was done and what is to be confirmed', () => {
    expect(say({ charactersChanged: 1204, notesRemoved: 194, names: ['羅干'] })).toBe(
      '1,204 characters converted, 194 pinyin notes removed, names to confirm: 羅干',
    );
    expect(say({ charactersChanged: 1, leftovers: ['陜'] })).toBe(
      '1 character converted, left as they are: 陜',
    );
    expect(say({ notesRemoved: 1 })).toBe('1 pinyin note removed');
  });

  it('says when there was nothing to do', () => {
    expect(say({})).toBe('Nothing to convert');
  });

  it('counts names beyond the first twelve', () => {
    const names = Array.from({ length: 15 }, (_, index) => `名${index}`);
    expect(say({ charactersChanged: 2, names })).toMatch(/名11 and 3 more$/);
  });

  it('adds up several files, each name once', () => {
    const one = { ...nothing, charactersChanged: 2, names: ['羅干'] };
    expect(addSummaries([one, { ...one, notesRemoved: 3 }])).toEqual({
      charactersChanged: 4,
      notesRemoved: 3,
      names: ['羅干'],
      leftovers: [],
    });
  });
});
