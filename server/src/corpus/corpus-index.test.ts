import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../core/testing/service.js';
import { createCorpusIndex, type CorpusIndex } from './corpus-index.js';
import { summarise, type FileSummary } from './file-summary.js';

const file = (uri: string, text: string): FileSummary => summarise(uri, parse(text));
const REPORTS: Readonly<Record<string, string>> = {
  simplified: '清溪市召开会议\n2021-06-13 来源:清溪日报\n市委书记张敬华主持会议。张敬华强调联防联控。\n',
  traditional: '清溪市召開會議\n2020-01-02\n市委書記張敬華主持會議,副市長沈若蘭出席。\n',
  mirror:
    '清溪市召開(kāi)會(huì)議\n市委書(shū)記張(zhāng)敬華主持會(huì)議,要求聯(lián)防聯(lián)控,壓實(shí)責(zé)任。\n',
};
const all = (): CorpusIndex => {
  const index = createCorpusIndex();
  for (const [uri, text] of Object.entries(REPORTS)) index.put(file(uri, text));
  return index;
};
const words = (index: CorpusIndex, name: string): string[] =>
  index
    .naming(name)
    .flatMap(({ file: { uri }, places }) =>
      places.map(({ start, end }) => `${uri} ${(REPORTS[uri] ?? '').slice(start, end)}`),
    );

describe('the index', () => {
  it.each(['张敬华', '張敬華', '張 敬　華'])(
    'finds %s in every script, by date, without date last',
    (name) => {
      expect(words(all(), name)).toEqual([
        'traditional 張敬華',
        'simplified 张敬华',
        'simplified 张敬华',
        'mirror 張(zhāng)敬華',
      ]);
      expect(all().countNaming(name)).toBe(3);
    },
  );

  it('gives places as lines and columns too', () => {
    const [, , naming] = all().naming('张敬华');
    const text = REPORTS.mirror ?? '';
    const start = text.indexOf('張(zhāng)敬華');
    const character = start - text.indexOf('\n') - 1;
    expect(naming?.places).toEqual([{ start, end: start + 10, line: 1, character }]);
  });

  it('knows posts, dates, sources and headlines', () => {
    const [first, second] = all().naming('张敬华');
    expect(first?.file).toEqual({
      uri: 'traditional',
      date: '2020-01-02',
      source: undefined,
      headline: '清溪市召开会议',
    });
    expect(second?.posts).toEqual(['市委书记']);
    expect(second?.file.source).toBe('清溪日报');
    const mayors = [...all().posts()].find(({ post }) => post === '副市长');
    expect(mayors?.people.map(({ name, reports }) => [name, reports])).toEqual([['沈若兰', 1]]);
  });

  it('lists names by their beginning, and phrases', () => {
    expect([...all().namesStartingWith('张敬')].map(({ name }) => name)).toEqual(['张敬华']);
    expect([...all().namesStartingWith('敬')]).toEqual([]);
    expect([...all().phrases()]).toEqual([{ phrase: '联防联控', reports: 2 }]);
    expect(
      all()
        .quoting('联防联控')
        .map(({ file: { uri } }) => uri),
    ).toEqual(['simplified', 'mirror']);
    expect(all().quoting('无此提法')).toEqual([]);
  });

  it('gives what a collection of officials needs', () => {
    const namings = all().namings((uri) => (uri === 'mirror' ? undefined : `corpus/${uri}.txt`));
    expect(namings.map(({ path, date }) => [path, date])).toEqual([
      ['corpus/simplified.txt', '2021-06-13'],
      ['corpus/traditional.txt', '2020-01-02'],
    ]);
    expect(namings[1]?.officials.map(({ name, posts }) => [name, posts])).toEqual([
      ['张敬华', ['市委书记']],
      ['沈若兰', ['副市长']],
    ]);
  });

  it('forgets a file without a trace', () => {
    const index = all();
    index.remove('traditional');
    expect(index.naming('沈若兰')).toEqual([]);
    expect([...index.names()].map(({ name }) => name)).toEqual(['张敬华']);
    expect([...index.namesStartingWith('沈')]).toEqual([]);
    expect([...index.posts()].map(({ post }) => post)).not.toContain('副市长');
    index.remove('simplified');
    index.remove('mirror');
    index.remove('nowhere');
    expect([index.size, [...index.names()], [...index.phrases()], [...index.posts()]]).toEqual([
      0,
      [],
      [],
      [],
    ]);
  });

  it('says the same whatever came and went before', () => {
    const uris = Object.keys(REPORTS);
    const step = fc.record({
      uri: fc.constantFrom(...uris),
      from: fc.constantFrom(...uris),
      goes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const index = createCorpusIndex();
        const last = new Map<string, string>();
        for (const { uri, from, goes } of steps) {
          if (goes) index.remove(uri);
          else index.put(file(uri, REPORTS[from] ?? ''));
          if (goes) last.delete(uri);
          else last.set(uri, from);
        }
        const fresh = createCorpusIndex();
        for (const [uri, from] of last) fresh.put(file(uri, REPORTS[from] ?? ''));
        const view = (one: CorpusIndex): unknown => [
          one.size,
          one.naming('张敬华'),
          one.naming('沈若兰'),
          one.quoting('联防联控'),
          [...one.names()].map(({ key, reports }) => [key, reports]).sort(),
          [...one.posts()].map(({ post, people }) => [post, people.map(({ key }) => key).sort()]).sort(),
        ];
        expect(view(index)).toEqual(view(fresh));
      }),
      { numRuns: 60 },
    );
  });
});
