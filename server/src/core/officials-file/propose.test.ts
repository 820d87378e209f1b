import { describe, expect, it } from 'vitest';
import { service } from '../testing/service.js';
import { mergeEntries, namingsOf, proposeEntries, type OfficialEntry, type ReportNamings } from './index.js';

const report = (
  path: string,
  people: Readonly<Record<string, readonly string[]>>,
  places: readonly string[] = [],
  date?: string,
): ReportNamings => ({
  path,
  places,
  ...(date === undefined ? {} : { date }),
  officials: Object.entries(people).map(([name, posts]) => ({ name, posts })),
});
const names = (reports: readonly ReportNamings[], existing: readonly OfficialEntry[] = []): string[] =>
  proposeEntries(reports, existing).map(
    ({ kind, entry }) =>
      `${kind} ${entry.name}@${entry.place ?? '-'}: ${entry.posts.map(({ post, place }) => `${post}@${place ?? '-'}`).join(' ')}`,
  );

describe('proposals from reports', () => {
  it('have the posts with their places, the days and the first report', () => {
    const found = proposeEntries(
      [
        report('b.txt', { 陆明远: ['市委副书记', '市长'] }, ['江苏省', '南京市'], '2021-03-01'),
        report('a.txt', { 陆明远: ['南京市委副书记', '市长'] }, [], '2020-02-18'),
      ],
      [],
    );
    expect(found).toEqual([
      {
        kind: 'new',
        entry: {
          name: '陆明远',
          place: '南京市',
          collected: true,
          posts: [
            {
              post: '市委副书记',
              place: '南京市',
              firstNamed: '2020-02-18',
              lastNamed: '2021-03-01',
              source: 'a.txt',
            },
            {
              post: '市长',
              place: '南京市',
              firstNamed: '2020-02-18',
              lastNamed: '2021-03-01',
              source: 'a.txt',
            },
          ],
        },
        existing: undefined,
        reports: ['a.txt', 'b.txt'],
        namesakes: 0,
      },
    ]);
  });
  it('never state a term of office', () => {
    const [found] = proposeEntries([report('a.txt', { 陆明远: ['市长'] }, ['南京市'], '2020-02-18')], []);
    expect(found?.entry.posts[0]).not.toHaveProperty('from');
    expect(found?.entry.posts[0]).not.toHaveProperty('to');
  });
  it('make two entries of one name in two cities', () => {
    expect(
      names([report('a.txt', { 何启明: ['南京市市长'] }), report('b.txt', { 何启明: ['苏州市副市长'] })]),
    ).toEqual(['new 何启明@南京市: 市长@南京市', 'new 何启明@苏州市: 副市长@苏州市']);
  });
  it('join a name across a province and its city', () => {
    expect(
      names([
        report('a.txt', { 何启明: ['江苏省委常委', '南京市委书记'] }),
        report('b.txt', { 何启明: ['江苏省委常委'] }),
        report('c.txt', { 何启明: ['南京市委书记'] }),
      ]),
    ).toEqual(['new 何启明@南京市: 省委常委@江苏省 市委书记@南京市']);
  });
  it('take a place from the report only where one of its kind stands there', () => {
    expect(names([report('a.txt', { 何启明: ['市长'] }, ['南京市', '苏州市'])])).toEqual([
      'new 何启明@-: 市长@-',
    ]);
    expect(names([report('a.txt', { 何启明: ['区委书记'] }, ['南京市', '鼓楼区'])])).toEqual([
      'new 何启明@鼓楼区: 区委书记@鼓楼区',
    ]);
  });
  it('join a reading without place to the only person of the name, else leave it alone', () => {
    const city = report('a.txt', { 何启明: ['南京市市长'] });
    const open = report('b.txt', { 何启明: ['市长'] });
    expect(names([city, open])).toEqual(['new 何启明@南京市: 市长@南京市 市长@-']);
    expect(names([city, open, report('c.txt', { 何启明: ['苏州市市长'] })])).toHaveLength(3);
  });
  it('give central posts no place: 中国 is no division', () => {
    const reports = [
      report('a.txt', {
        甲一: ['总书记', '国家主席', '中央军委主席'],
        乙二: ['国务院总理'],
        丙三: ['公安部部长'],
      }),
      report('b.txt', { 丁四: ['中央委员', '江苏省委书记'] }),
    ];
    expect(names(reports)).toEqual([
      'new 丁四@江苏省: 中央委员@- 省委书记@江苏省',
      'new 丙三@-: 公安部部长@-',
      'new 乙二@-: 国务院总理@-',
      'new 甲一@-: 总书记@- 国家主席@- 中央军委主席@-',
    ]);
    expect(proposeEntries(reports, mergeEntries([], proposeEntries(reports, [])).entries)).toEqual([]);
  });
  it('tell somebody of the centre from a namesake in a city, though the file gives no place', () => {
    const centre = report('a.txt', { 何启明: ['总理'] });
    const city = report('b.txt', { 何启明: ['南京市市长'] });
    const open = report('c.txt', { 何启明: ['市长'] });
    const both = names([centre, city]);
    expect(both).toEqual(['new 何启明@-: 总理@-', 'new 何启明@南京市: 市长@南京市']);
    // Nobody knows whose the post without place is: it must not be laid on the one of the centre.
    expect(names([centre, city, open])).toEqual([
      ...both.slice(0, 1),
      'unclear 何启明@-: 市长@-',
      ...both.slice(1),
    ]);
    const file = mergeEntries([], proposeEntries([centre, city], [])).entries;
    expect(names([centre, city], file)).toEqual([]);
    expect(names([city, open], file)).toEqual(['more 何启明@南京市: 市长@-']);
    expect(names([centre, city, open], file)).toEqual(['unclear 何启明@-: 市长@-']);
    expect(names([report('d.txt', { 何启明: ['国务院总理'] }), city], file)).toEqual([
      'more 何启明@-: 国务院总理@-',
    ]);
    const byHand: OfficialEntry = { name: '何启明', place: '中国', posts: [] };
    expect(names([centre, city], [byHand])).toEqual([
      'hand-made 何启明@中国: 总理@-',
      'new 何启明@南京市: 市长@南京市',
    ]);
  });
  it('know Taiwan, Hong Kong and Macau posts', () => {
    expect(
      names([
        report('a.txt', {
          乙二: ['行政院院长'],
          丙三: ['保安局局长'],
          丁四: ['经济财政司司长'],
        }),
      ]),
    ).toEqual([
      'new 丁四@澳门特别行政区: 经济财政司司长@澳门特别行政区',
      'new 丙三@香港特别行政区: 保安局局长@香港特别行政区',
      'new 乙二@台湾省: 行政院院长@台湾省',
    ]);
  });
  it('do not depend on the order of the reports', () => {
    const reports = [
      report('a.txt', { 何启明: ['江苏省副省长'], 陆明远: ['市长'] }),
      report('b.txt', { 何启明: ['南京市委书记'] }, [], '2020-01-01'),
      report('c.txt', { 何启明: ['江苏省委常委', '南京市委书记'], 陆明远: ['南京市市长'] }),
    ];
    const forward = proposeEntries(reports, []);
    expect(proposeEntries(reports.toReversed(), [])).toEqual(forward);
    expect(forward.map(({ entry }) => entry.name)).toEqual(['何启明', '陆明远']);
  });
});

describe('proposals beside an existing file', () => {
  const hand: OfficialEntry = { name: '何启明', place: '南京市', posts: [{ post: '市长', place: '南京市' }] };
  const ours: OfficialEntry = { ...hand, collected: true };
  const reports = [report('a.txt', { 何启明: ['南京市委书记'] }, [], '2020-02-18')];

  it('offer more posts of a collected entry, and say what one made by hand lacks', () => {
    expect(names(reports, [ours])).toEqual(['more 何启明@南京市: 市委书记@南京市']);
    expect(names(reports, [hand])).toEqual(['hand-made 何启明@南京市: 市委书记@南京市']);
    expect(mergeEntries([hand], proposeEntries(reports, [hand])).entries).toEqual([hand]);
  });
  it('offer nothing once merged', () => {
    const merged = mergeEntries([], proposeEntries(reports, [])).entries;
    expect(proposeEntries(reports, merged)).toEqual([]);
  });
  it('find the entry by another form of the name, and keep the name of the entry', () => {
    const other: OfficialEntry = {
      name: '何启明',
      forms: ['何啟銘'],
      place: '南京市',
      collected: true,
      posts: [],
    };
    expect(names([report('a.txt', { 何启铭: ['南京市市长'] })], [other])).toEqual([
      'more 何启明@南京市: 市长@南京市',
    ]);
  });
  it('make a new entry where the only one of the name is elsewhere, and count namesakes', () => {
    const elsewhere: OfficialEntry = { name: '何启明', place: '苏州市', posts: [] };
    expect(proposeEntries(reports, [elsewhere])).toMatchObject([
      { kind: 'new', namesakes: 1, entry: { place: '南京市' } },
    ]);
  });
  it('leave it to a person where two entries fit', () => {
    const twins: OfficialEntry[] = [
      { ...ours, distinction: '男' },
      { ...ours, distinction: '女' },
    ];
    expect(proposeEntries(reports, twins)).toMatchObject([{ kind: 'unclear', existing: undefined }]);
  });
});

describe('what is read off a report', () => {
  const text =
    '南京市召开防汛工作会议\n日期:2021-07-02 来源:清溪日报\n昨日,南京市召开防汛工作会议。市委副书记、市長陸明遠主持会议,副市长沈若兰出席。\n陆明远强调,要压实责任,确保安全度汛。\n';
  const namings = namingsOf(service.parse(text), '2021/a.txt');

  it('is the path, the day, the places and the people with posts', () => {
    expect(namings).toMatchObject({ path: '2021/a.txt', date: '2021-07-02', places: ['江苏省', '南京市'] });
    expect(namings.officials.map(({ name }) => name)).toEqual(['陆明远', '沈若兰']);
    expect(namings.officials[0]).toMatchObject({ forms: ['陸明遠'], posts: ['市委副书记', '市长'] });
  });
  it('gives a proposal with its place', () => {
    expect(names([namings])).toEqual([
      'new 沈若兰@南京市: 副市长@南京市',
      'new 陆明远@南京市: 市委副书记@南京市 市长@南京市',
    ]);
  });
  it('takes a place that meets from the headline, though nobody has it listed', () => {
    const parsed = service.parse(
      '清溪市召开防汛工作会议\n昨日,市长陆明远主持召开防汛工作会议,研究部署防汛工作。\n',
    );
    expect(namingsOf(parsed, 'a.txt').places).toEqual(['清溪市']);
  });
});

it('ten thousand reports that name one person stay quick', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    report(`${i}.txt`, { 何启明: ['南京市委书记'] }, [], '2020-01-01'),
  );
  const [found] = proposeEntries(many, []);
  expect(found?.reports).toHaveLength(10_000);
  expect(found?.entry.posts).toHaveLength(1);
});
