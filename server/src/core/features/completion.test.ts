import { describe, expect, it } from 'vitest';
import { readCursor } from '../testing/marked-text.js';
import { parse } from '../testing/service.js';
import { completionsAt, type CompletionSources, type CompletionWord } from './completion.js';

const word = (text: string, kind: CompletionWord['kind'], weight = 0): CompletionWord => ({
  text,
  kind,
  detail: undefined,
  weight,
});
const WORDS = [
  word('陆明远', 'name', 3),
  word('陆明月', 'name', 7),
  word('联防联控', 'phrase'),
  word('市委书记', 'post'),
  word('市委副书记', 'post'),
];
const sources: CompletionSources = {
  startingWith: (typed) => WORDS.filter(({ text }) => text.startsWith(typed) && text !== typed),
  namesBehind: (before, typed) =>
    before.endsWith('市长')
      ? WORDS.filter(({ kind, text }) => kind === 'name' && text.startsWith(typed))
      : [],
};
/** The words offered at `‸`, with what they replace. */
function offered(marked: string): string[] {
  const { text, offset } = readCursor(marked);
  return completionsAt(parse(text), offset, sources).map(
    ({ text: found, replaces }) => `${text.slice(replaces.start, replaces.end)}>${found}`,
  );
}

describe('completionsAt', () => {
  it.each([
    ['names behind a post, the most used first', '会议由市长‸', ['>陆明月', '>陆明远']],
    ['names behind a post and a first character', '会议由市长陆‸主持', ['陆>陆明月', '陆>陆明远']],
    ['words from two characters on', '坚持联防‸', ['联防>联防联控']],
    ['the longest ending of the line that begins a word', '会议传达市委副‸', ['市委副>市委副书记']],
    ['nothing for one character', '坚持联‸', []],
    ['nothing behind a mark', '市委,‸', []],
    ['nothing at the start of a line', '市委\n‸', []],
    ['nothing in an empty text', '‸', []],
  ])('offers %s', (_, marked, expected) => {
    expect(offered(marked)).toEqual(expected);
  });

  it('works through pinyin notes and in Traditional text', () => {
    const text = '清溪市召開(kāi)會(huì)議,壓實(shí)責(zé)任。\n會(huì)議由市長(zhǎng)陸‸';
    expect(offered(text)).toEqual(['陸>陆明月', '陸>陆明远']);
    expect(offered('清溪市召開(kāi)會(huì)議,壓實(shí)責(zé)任。\n堅持聯(lián)防‸')).toEqual([
      '聯(lián)防>联防联控',
    ]);
  });
});
