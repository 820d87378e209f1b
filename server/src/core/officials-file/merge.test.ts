import { describe, expect, it } from 'vitest';
import {
  mergeEntries,
  mergeIntoFile,
  parseOfficialsFile,
  type OfficialEntry,
  type Proposal,
} from './index.js';

const proposal = (entry: OfficialEntry, kind: Proposal['kind'] = 'new'): Proposal => ({
  kind,
  entry,
  existing: undefined,
  reports: [],
  namesakes: 0,
});
const collected = (name: string, ...posts: string[]): OfficialEntry => ({
  name,
  place: '清溪市',
  collected: true,
  posts: posts.map((post) => ({ post, place: '清溪市', firstNamed: '2020-02-18', lastNamed: '2020-02-18' })),
});
/** A file by hand: odd layout, comments, a key of its own. */
const HAND = `{
  // 市领导
  "version": 1,
  "officials": [
    { "name": "何启明", "place": "清溪市", "posts": [{"post":"市委书记"}] }, // 老书记
    /* 以下由收集得来 */
    {
      "name": "沈若兰", "place": "清溪市", "collected": true,
      "posts": [
        { "post": "副市长", "place": "清溪市", "firstNamed": "2020-02-18", "lastNamed": "2020-02-18" }
      ],
      "mobile": "保留"
    }
  ]
}
`;
const merge = (
  text: string,
  ...proposals: Proposal[]
): { text: string; added: number; extended: number; kept: readonly Proposal[] } => {
  const merged = mergeIntoFile(text, proposals);
  if ('problem' in merged) throw new Error(merged.problem.message.en);
  return merged;
};

describe('merging entries', () => {
  it('never changes an entry made by hand', () => {
    const hand: OfficialEntry = { name: '何启明', place: '清溪市', posts: [{ post: '市委书记' }] };
    const more = proposal(collected('何启明', '市长'), 'hand-made');
    const { entries, kept, extended } = mergeEntries([hand], [more]);
    expect(entries).toEqual([hand]);
    expect(entries[0]).toBe(hand);
    expect(kept).toEqual([more]);
    expect(extended).toBe(0);
  });
  it('adds posts to collected entries and widens their days', () => {
    const before = collected('沈若兰', '副市长');
    const after = mergeEntries(
      [before],
      [
        proposal(
          {
            ...before,
            posts: [
              {
                post: '副市长',
                place: '清溪市',
                firstNamed: '2019-01-02',
                lastNamed: '2019-01-02',
                source: 'a.txt',
              },
              { post: '市长', place: '清溪市' },
            ],
          },
          'more',
        ),
      ],
    );
    expect(after.entries[0]?.posts).toEqual([
      { post: '副市长', place: '清溪市', firstNamed: '2019-01-02', lastNamed: '2020-02-18', source: 'a.txt' },
      { post: '市长', place: '清溪市' },
    ]);
  });
  it('sorts by name, place and distinction, and does nothing twice', () => {
    const proposals = ['陆明远', '何启明', '沈若兰'].map((name) => proposal(collected(name, '副市长')));
    const once = mergeEntries([], proposals);
    expect(once.entries.map(({ name }) => name)).toEqual(['何启明', '沈若兰', '陆明远']);
    expect(mergeEntries(once.entries, proposals)).toMatchObject({
      entries: once.entries,
      added: 0,
      extended: 0,
    });
  });
  it('leaves what is unclear to a person', () => {
    expect(mergeEntries([], [proposal(collected('何启明', '市长'), 'unclear')])).toMatchObject({
      entries: [],
      added: 0,
      kept: [{}],
    });
  });
});

describe('merging into the text of a file', () => {
  it('puts new entries in their places and leaves every other character', () => {
    const { text, added } = merge(
      HAND,
      ...['丁一', '林晓', '陆明远'].map((name) => proposal(collected(name, '副市长'))),
    );
    expect(added).toBe(3);
    expect(parseOfficialsFile(text).entries.map(({ name }) => name)).toEqual([
      '丁一',
      '何启明',
      '林晓',
      '沈若兰',
      '陆明远',
    ]);
    let rest = text;
    for (const line of HAND.split('\n')) {
      expect(rest).toContain(line.replace(/\s+$/, ''));
      rest = rest.slice(rest.indexOf(line.replace(/\s+$/, '')));
    }
    expect(text).toContain('}, // 老书记\n');
  });
  it('changes a collected entry only, and keeps its unknown keys', () => {
    const { text, extended } = merge(
      HAND,
      proposal(collected('沈若兰', '市长'), 'more'),
      proposal(collected('何启明', '市长'), 'hand-made'),
    );
    expect(extended).toBe(1);
    expect(text).toContain(
      '{ "name": "何启明", "place": "清溪市", "posts": [{"post":"市委书记"}] }, // 老书记',
    );
    expect(text).toContain('"mobile": "保留"');
    expect(parseOfficialsFile(text).entries[1]?.posts.map(({ post }) => post)).toEqual(['副市长', '市长']);
  });
  it('leaves a collected entry alone in which somebody has written a comment', () => {
    const noted = HAND.replace('"collected": true,', '"collected": true, // 待核\n');
    const { text, kept } = merge(noted, proposal(collected('沈若兰', '市长'), 'more'));
    expect(text).toBe(noted);
    expect(kept).toHaveLength(1);
  });
  it('changes nothing the second time', () => {
    const proposals = [proposal(collected('丁一', '副市长')), proposal(collected('沈若兰', '市长'), 'more')];
    const once = merge(HAND, ...proposals);
    expect(merge(once.text, ...proposals)).toMatchObject({ text: once.text, added: 0, extended: 0 });
  });
  it.each([
    ['nothing', ''],
    ['an empty list', '{ "version": 1, "officials": [] }'],
    ['a list with a comment', '{\r\n  "version": 1,\r\n  "officials": [ // 无\r\n  ]\r\n}\r\n'],
    ['a trailing comma', '{ "version": 1, "officials": [ { "name": "丁一", "posts": [] }, ] }'],
    [
      'a trailing comma and a remark',
      '{ "version": 1, "officials": [\n { "name": "丁一", "posts": [] }, // 甲\n ] }',
    ],
    [
      'a last entry with a remark',
      '{ "version": 1, "officials": [\n { "name": "丁一", "posts": [] } // 甲\n ] }',
    ],
    ['a byte order mark', '\ufeff{ "version": 1, "officials": [{ "name": "丁一", "posts": [] }] }'],
  ])('begins with %s', (_, before) => {
    const { text } = merge(
      before,
      proposal(collected('何启明', '市长')),
      proposal(collected('沈若兰', '市长')),
    );
    const { entries, problems } = parseOfficialsFile(text);
    expect(problems).toEqual([]);
    expect(entries.map(({ name }) => name)).toEqual([
      ...(before.includes('丁一') ? ['丁一'] : []),
      '何启明',
      '沈若兰',
    ]);
    if (before.includes('\r\n')) expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    for (const remark of before.match(/\/\/ ./g) ?? []) expect(text).toContain(remark);
  });
  it.each(['{', '{ "version": 1 }', '[]', '{ "version": 1, "officials": {} }'])(
    'refuses %s and says why',
    (text) => {
      const merged = mergeIntoFile(text, [proposal(collected('何启明', '市长'))]);
      expect('problem' in merged && merged.problem.message.en).toMatch(/valid JSON|must be|add it/);
    },
  );
});
