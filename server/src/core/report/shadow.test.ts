import { describe, expect, it } from 'vitest';
import { findPinyinNotes } from './notes.js';
import { buildShadow } from './shadow.js';

const shadowOf = (text: string): ReturnType<typeof buildShadow> =>
  buildShadow(text, findPinyinNotes(text).certain);
const RAW = '會(huì)議開(kāi)\n關(guān)（終）';

describe('buildShadow', () => {
  it('strips certain notes, then simplifies character by character', () => {
    expect(shadowOf(RAW).text).toBe('会议开\n关（终）');
  });
  it('folds full-width ASCII without moving an offset', () => {
    const shadow = shadowOf(RAW);
    expect(shadow.folded).toBe('会议开\n关(终)');
    expect(shadowOf('２０　年').folded).toBe('20 年');
  });
  it('keeps the length of a text without notes, astral characters and lone surrogates included', () => {
    for (const text of ['𠮷𫗧會', '\ud800會\udc00', '陜吿囯', ''])
      expect(shadowOf(text).text).toHaveLength(text.length);
    expect(shadowOf('陜吿囯').text).toBe('陕告国');
  });
  it('maps shadow offsets to raw ones, behind the notes of the character before', () => {
    const shadow = shadowOf(RAW);
    expect(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => RAW.slice(shadow.toRaw(offset), shadow.toRaw(offset) + 1)),
    ).toEqual(['會', '議', '開', '\n', '關', '（', '終']);
  });
  it('maps raw offsets to shadow ones; inside a note it is the end of its character', () => {
    const shadow = shadowOf(RAW);
    const at = (text: string): number => shadow.toShadow(RAW.indexOf(text));
    expect([at('會'), at('(huì'), at('uì'), at('議'), at('\n'), at('關'), at('終')]).toEqual([
      0, 1, 1, 1, 3, 4, 6,
    ]);
    expect(shadow.toShadow(RAW.length)).toBe(8);
  });
  it('gives spans that take the note of their last character with them', () => {
    const shadow = shadowOf(RAW);
    const { start, end } = shadow.rawSpan({ start: 0, end: 3 });
    expect(RAW.slice(start, end)).toBe('會(huì)議開(kāi)');
    expect(shadow.rawSpan({ start: 1, end: 1 })).toEqual({ start: 6, end: 6 });
  });
});
