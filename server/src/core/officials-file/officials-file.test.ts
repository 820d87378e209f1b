import { describe, expect, it } from 'vitest';
import { readMarked } from '../testing/marked-text.js';
import { createOfficialsIndex, parseOfficialsFile, writeOfficialsFile, type OfficialEntry } from './index.js';

const ENTRIES: readonly OfficialEntry[] = [
  {
    name: '沈若兰',
    forms: ['沈若蘭'],
    place: '清溪市',
    posts: [
      {
        post: '副市长',
        place: '清溪市',
        from: '2019',
        to: '2021-03',
        source: '2020/a.txt',
        note: '分管水利',
      },
    ],
    note: '另有同名者',
  },
  { name: '沈若兰', place: '云河县', posts: [] },
  {
    name: '陆明远',
    place: '清溪市',
    collected: true,
    posts: [{ post: '市长', place: '清溪市' }, { post: '市委副书记' }],
  },
];

describe('an officials file', () => {
  const text = writeOfficialsFile(ENTRIES);

  it('is read as it was written', () => {
    const { entries, problems } = parseOfficialsFile(text);
    expect(problems).toEqual([]);
    expect(entries).toEqual([ENTRIES[1], ENTRIES[0], ENTRIES[2]]);
    expect(writeOfficialsFile(entries)).toBe(text);
  });
  it('has a line for each key and each post, so that branches merge', () => {
    expect(text.split('\n')).toContain('        { "post": "市长", "place": "清溪市" },');
    expect(text.endsWith(']\n}\n')).toBe(true);
  });
  it('says where entries and names stand', () => {
    const { spans } = parseOfficialsFile(text);
    expect(spans.map(({ nameStart, nameEnd }) => text.slice(nameStart, nameEnd))).toEqual([
      '"沈若兰"',
      '"沈若兰"',
      '"陆明远"',
    ]);
    for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/^\{[^]*\}$/);
  });
  it('may be empty, may hold comments and a byte order mark', () => {
    expect(parseOfficialsFile('')).toEqual({ entries: [], spans: [], problems: [] });
    expect(parseOfficialsFile('\ufeff\n').problems).toEqual([]);
    expect(
      parseOfficialsFile(
        '\ufeff{ "version": 1, "officials": [ /* 市领导 */ { "name": "陆明远", "posts": [], }, ] }',
      ),
    ).toMatchObject({ entries: [{ name: '陆明远' }], problems: [] });
  });
});

describe('a problem stands at its place, names the remedy and spares the rest', () => {
  const rest = '{ "name": "何启明", "posts": [] }';
  it.each([
    ['two names in one', `{ "name": ⟦"陆明远、沈若兰"⟧, "posts": [] }`, /one name/],
    ['a padded name', `{ "name": ⟦"陆  明"⟧, "posts": [] }`, /without title, brackets or padding/],
    ['no posts', `⟦{⟧ "name": "陆明远" }`, /"posts" is missing here: add it/],
    [
      'a wrong date',
      `{ "name": "陆明远", "posts": [{ "post": "市长", "from": ⟦"2020/1"⟧ }] }`,
      /2020, 2020-02 or 2020-02-18/,
    ],
    ['a month 13', `{ "name": "陆明远", "posts": [{ "post": "市长", "to": ⟦"2020-13"⟧ }] }`, /write a year/],
    [
      'an end before the beginning',
      `{ "name": "陆明远", "posts": [{ "post": "市长", "from": "2020-05", "to": ⟦"2020-02"⟧ }] }`,
      /before "from"/,
    ],
    ['not a list', `{ "name": "陆明远", "posts": ⟦"市长"⟧ }`, /must be a list/],
  ])('%s', (_, entry, message) => {
    const { text, spans } = readMarked(`{ "version": 1, "officials": [${entry}, ${rest}] }`);
    const { entries, problems } = parseOfficialsFile(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ ...spans[0], severity: 'error' });
    expect(problems[0]?.message.en).toMatch(message);
    expect(entries.map(({ name }) => name)).toEqual(['何启明']);
  });
  it('a year holds all its months: 2020 to 2020-02 is no contradiction', () => {
    const text =
      '{ "version": 1, "officials": [{ "name": "陆明远", "posts": [{ "post": "市长", "from": "2020", "to": "2020-02" }] }] }';
    expect(parseOfficialsFile(text).problems).toEqual([]);
  });
  it('two people with one name need something that tells them apart', () => {
    const twin = (more: string): ReturnType<typeof parseOfficialsFile> =>
      parseOfficialsFile(
        `{ "version": 1, "officials": [{ "name": "何启明", "place": "清溪市", "posts": [] }, { "name": "何启明", ${more} "posts": [] }] }`,
      );
    expect(twin('"place": "清溪市",').problems[0]?.message.en).toMatch(
      /join the two entries, or tell two people apart/,
    );
    expect(twin('"place": "清溪市",').entries).toHaveLength(1);
    expect(twin('"place": "云河县",').problems).toEqual([]);
    expect(twin('"place": "清溪市", "distinction": "女",').entries).toHaveLength(2);
  });
  it.each(['x', '[]', '{', '{ "version": 1 }', '{ "version": 1, "officials": {} }'])(
    '%s never throws',
    (text) => {
      const { entries, problems } = parseOfficialsFile(text);
      expect(entries).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    },
  );
});

describe('the index of names', () => {
  const index = createOfficialsIndex([
    ...ENTRIES,
    { name: '铁木尔·达瓦买提', posts: [] },
    { name: '徐乾学', forms: ['徐健庵'], posts: [] },
  ]);
  it('finds people in either script, padded, and by other forms', () => {
    expect(index.find('沈若蘭')).toEqual([0, 1]);
    expect(index.find('陸　明遠')).toEqual([2]);
    expect(index.find('铁木尔•达瓦买提')).toEqual([3]);
    expect(index.find('徐健庵')).toEqual([4]);
    expect(index.find('徐乾學')).toEqual([4]);
    expect(index.find('无名氏')).toEqual([]);
  });
  it('lists every writing once', () => {
    expect(index.names()).toHaveLength(new Set(index.names()).size);
    expect(index.names()).toContain('沈若蘭');
  });
});
