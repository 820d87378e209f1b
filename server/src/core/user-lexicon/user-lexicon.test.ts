import { describe, expect, it } from 'vitest';
import { createPhraseMatcher } from '../lexicon/phrases.js';
import { readMarked } from '../testing/marked-text.js';
import { builtInLexicon, expandVariants, mergeLexicons, parseLexiconFile } from './index.js';

const file = (body: object): ReturnType<typeof parseLexiconFile> =>
  parseLexiconFile(JSON.stringify({ version: 1, ...body }));

describe('alternatives in a phrase', () => {
  it.each<[string, ...string[]]>([
    ['联防联控', '联防联控'],
    ['外防输入、内防扩散|反弹', '外防输入、内防扩散', '外防输入、内防反弹'],
    ['坚持{人民|生命}至上', '坚持人民至上', '坚持生命至上'],
    ['{守|筑}牢{底线|防线}', '守牢底线', '守牢防线', '筑牢底线', '筑牢防线'],
    ['村{居|委会}', '村居', '村委会'],
  ])('%s', (written, ...forms) => {
    expect(expandVariants(written)).toEqual(forms);
  });
  it.each([
    '',
    '|反弹',
    '反弹|',
    '内防{扩散|反弹',
    '内防}反弹',
    '{}',
    '扩|反弹内防',
    '{a|{b|c}}',
    '{1|2|3|4|5|6|7|8|9}'.repeat(3),
  ])('%s is refused', (written) => {
    expect(expandVariants(written)).toBeUndefined();
  });
});

describe('a lexicon file', () => {
  it('takes what the product itself has', () => {
    const { phrases, sources } = builtInLexicon;
    const some = phrases.slice(0, 40);
    const read = file({ phrases: some, posts: builtInLexicon.posts.slice(0, 40), sources });
    expect(read.problems).toEqual([]);
    expect(read.phrases).toEqual(some);
    expect(read.posts).toEqual(builtInLexicon.posts.slice(0, 40));
  });
  it('needs no more than the words', () => {
    const read = file({ phrases: [{ phrase: '清溪经验' }], posts: [{ title: '湖长', en: 'lake chief' }] });
    expect(read.problems).toEqual([]);
    expect(read.phrases).toEqual([
      { phrase: '清溪经验', meaning: { zh: '', en: '' }, source: '', checked: false },
    ]);
    expect(read.posts).toEqual([
      { title: '湖长', en: 'lake chief', kind: 'post', source: '', checked: false },
    ]);
  });
  it('spells alternatives out, and the matcher finds each', () => {
    const { phrases } = file({
      phrases: [{ phrase: '外防输入、内防扩散|外溢', variants: ['内防{扩散|外溢}、外防输入'] }],
    });
    expect(phrases[0]).toMatchObject({
      phrase: '外防输入、内防扩散',
      variants: ['外防输入、内防外溢', '内防扩散、外防输入', '内防外溢、外防输入'],
    });
    expect(
      createPhraseMatcher(phrases)
        .find('内防外溢,外防输入')
        .map(({ phrase }) => phrase),
    ).toEqual(['外防输入、内防扩散']);
  });
  it('says where each phrase stands that counts', () => {
    const text =
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验{一|二}" }, { "phrase": "坏", "source": "x" }], "posts": [{ "title": "河长", "en": "river chief" }] }';
    const { phrasePlaces } = parseLexiconFile(text);
    expect([...phrasePlaces].map(([phrase, { start, end }]) => [phrase, text.slice(start, end)])).toEqual([
      ['清溪经验一', '清溪经验{一|二}'],
    ]);
  });
  it.each([
    [
      'no source of that name',
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验", "source": ⟦"x"⟧ }] }',
      /no source "x": add it/,
      0,
    ],
    [
      'a word twice',
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验" }, { "phrase": ⟦"清溪经验"⟧ }] }',
      /already: join/,
      1,
    ],
    [
      'broken alternatives',
      '{ "version": 1, "phrases": [{ "phrase": ⟦"清溪{经验"⟧ }] }',
      /do not work out/,
      0,
    ],
    [
      'a date',
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验", "firstUse": { "date": ⟦"5/2020"⟧, "occasion": "x" } }] }',
      /2016 or 2016-01/,
      0,
    ],
    [
      'Traditional',
      '{ "version": 1, "phrases": [{ "phrase": ⟦"清溪經驗"⟧ }] }',
      /in Simplified, 清溪经验/,
      1,
    ],
    [
      'checked without address',
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验", "checked": ⟦true⟧ }] }',
      /or write false/,
      1,
    ],
    [
      'an unknown key',
      '{ "version": 1, "phrases": [{ "phrase": "清溪经验", ⟦"meening"⟧: {} }] }',
      /did you mean "meaning"/,
      1,
    ],
  ])('%s is a problem at its place', (_, marked, message, left) => {
    const { text, spans } = readMarked(marked);
    const read = parseLexiconFile(text);
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatchObject({ ...spans[0] });
    expect(read.problems[0]?.message.en).toMatch(message);
    expect(read.phrases).toHaveLength(left);
  });
  it.each(['', '[]', '{', 'null', '{ "version": 1, "phrases": {} }', '{ "version": 2 }'])(
    '%j never throws',
    (text) => {
      const read = parseLexiconFile(text);
      expect(read.problems.length).toBeGreaterThan(0);
      expect(read.phrases).toEqual([]);
    },
  );
});

describe('files laid over the built-in lexicon', () => {
  const first = file({
    phrases: [{ phrase: '四个意识', en: 'one' }, { phrase: '清溪经验' }],
    sources: { a: { title: 'A', url: 'https://example.org/a' } },
  });
  const second = file({
    phrases: [{ phrase: '清溪经验', en: 'two', source: 'a' }],
    posts: [{ title: '市长', en: 'lord mayor' }],
    sources: { a: { title: 'B', document: 'B' } },
  });
  const merged = mergeLexicons(builtInLexicon, [first, second]);
  const find = (phrase: string): unknown => merged.phrases.find((entry) => entry.phrase === phrase);

  it('win, the later over the earlier, and nothing else changes', () => {
    expect(find('四个意识')).toMatchObject({ en: 'one', source: '' });
    expect(find('清溪经验')).toMatchObject({ en: 'two', source: '2/a' });
    expect(merged.sources['1/a']?.title).toBe('A');
    expect(merged.sources['2/a']?.title).toBe('B');
    expect(merged.posts.find(({ title }) => title === '市长')?.en).toBe('lord mayor');
    expect(merged.phrases).toHaveLength(builtInLexicon.phrases.length + 1);
    expect(mergeLexicons(builtInLexicon, [])).toBe(builtInLexicon);
  });
  it('take a wording from the phrase that had it', () => {
    const owner = builtInLexicon.phrases.find(({ variants = [] }) => variants.length > 1);
    const [taken = '', ...rest] = owner?.variants ?? [];
    const claimed = mergeLexicons(builtInLexicon, [file({ phrases: [{ phrase: taken }] })]);
    const left = claimed.phrases.find(({ phrase }) => phrase === owner?.phrase);
    expect(left?.variants).toEqual(rest);
    expect(claimed.phrases.some(({ phrase }) => phrase === taken)).toBe(true);
  });
  it('take a headword that they list as a wording of another phrase', () => {
    const claimed = mergeLexicons(builtInLexicon, [
      file({ phrases: [{ phrase: '六个稳', variants: ['六稳'] }] }),
    ]);
    expect(claimed.phrases.some(({ phrase }) => phrase === '六稳')).toBe(false);
  });
  it('may be large: time grows with their size', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ phrase: `第${i}号经验` }));
    const read = file({ phrases: many });
    expect(mergeLexicons(builtInLexicon, [read, read]).phrases).toHaveLength(
      builtInLexicon.phrases.length + 20_000,
    );
  });
});
