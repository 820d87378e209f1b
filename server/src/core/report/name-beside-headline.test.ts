import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const HEADLINE = '清溪市召开防汛工作会议';
const BODY = [
  '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。',
  '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。',
];
const read = (...lines: readonly string[]): ReturnType<typeof parse> => parse(lines.join('\n'));
const source = (...lines: readonly string[]): string | undefined => read(...lines).sourceLine?.value;
const headlines = (...lines: readonly string[]): string[] =>
  read(...lines).headlines.map(({ value }) => value);

describe.each([
  '今日清溪',
  '爱清溪',
  '清溪报',
  '清溪湾报',
  '清溪党政网',
  '清溪县委宣传部',
  '中共清溪市委办公室',
  '清溪县委报道组',
  '清溪县融媒体中心',
])('%s is a source', (name) => {
  it.each([
    ['on the first line', [name, HEADLINE, ...BODY]],
    ['on the first line, with a date', [name, HEADLINE, '2021-06-13', ...BODY]],
    ['below the headline', [HEADLINE, name, ...BODY]],
    ['below the headline, with a date', [HEADLINE, name, '2021-06-13', ...BODY]],
    ['in brackets on the first line', [`〔${name}〕`, HEADLINE, ...BODY]],
    ['in brackets below the headline', [HEADLINE, `『${name}』`, ...BODY]],
    ['in brackets below the body', [HEADLINE, ...BODY, `（${name}）`]],
    ['in other brackets below the body', [HEADLINE, ...BODY, `〖${name}〗`]],
  ] as const)('%s', (_, lines) => {
    expect(source(...lines)).toBe(name);
    expect(headlines(...lines)).toEqual([HEADLINE]);
  });
});

it('is read in Traditional with pinyin notes', () => {
  const lines = [
    '清溪縣(xiàn)委宣傳(chuán)部',
    '清溪縣召開(kāi)防汛會(huì)議(yì)',
    '6月12日上午,清溪縣召開(kāi)防汛會(huì)議(yì),分析當(dāng)前汛情,部署下一步工作。',
    '會(huì)議(yì)強(qiáng)調(diào),各級(jí)各部門(mén)要壓(yā)實(shí)責任。',
  ];
  expect(source(...lines)).toBe('清溪县委宣传部');
  expect(headlines(...lines)).toEqual(['清溪县召开防汛会议']);
});

describe('no source', () => {
  it.each([
    '今日关注',
    '今日天气',
    '今日提示',
    '爱心助学',
    '工作简报',
    '织密一张民生网',
    '清溪县人民法院',
    '何书田',
  ])('is %s above the headline or below it', (line) => {
    expect(source(line, HEADLINE, ...BODY)).toBeUndefined();
    expect(source(HEADLINE, line, ...BODY)).toBeUndefined();
  });
  it('is the subject of a headline that goes on', () => {
    const lines = ['清溪县委宣传部', '召开全县防汛宣传工作会议', ...BODY];
    expect(source(...lines)).toBeUndefined();
    expect(headlines(...lines)).toHaveLength(2);
  });
  it('is what a headline ends with', () => {
    expect(source('何书田冒雨前往', '清溪县委宣传部', ...BODY)).toBeUndefined();
  });
});

describe('who is named as host', () => {
  it.each([
    ['beside the date', [HEADLINE, '2021-06-13　主办：清溪县融媒体中心', ...BODY]],
    ['below the headline', [HEADLINE, '主办单位：清溪县融媒体中心', ...BODY]],
    ['above the headline', ['主办：清溪县融媒体中心', HEADLINE, ...BODY]],
  ] as const)('is the source %s', (_, lines) => {
    expect(source(...lines)).toBe('清溪县融媒体中心');
  });
  it('is none where another is named', () => {
    expect(source('主办：清溪县融媒体中心', HEADLINE, '来源：清溪日报', ...BODY)).toBe('清溪日报');
    expect(source('主办：清溪县融媒体中心', HEADLINE, ...BODY, '（清溪日报）')).toBe('清溪日报');
  });
  it('owns the site below the body', () => {
    expect(source(HEADLINE, '2021-06-13', ...BODY, '主办：清溪县融媒体中心')).toBeUndefined();
  });
});

describe('a source that is not known', () => {
  it.each(['未知', '网络', '互联网', '网上', '網路', '不詳', '佚名', '无', '网络整理'])(
    'is none: %s',
    (value) => {
      for (const line of [
        `来源：${value}`,
        `2021-06-13 来源：${value}`,
        `来源：${value}　日期：2021-06-13`,
      ]) {
        const { sourceLine, emptySourceLabel, text } = read(HEADLINE, line, ...BODY);
        expect(sourceLine).toBeUndefined();
        expect(text.slice(emptySourceLabel?.start, emptySourceLabel?.end)).toBe(`来源：${value}`);
      }
    },
  );
  it.each(['网络新闻中心', '无线清溪', '清溪网络广播电视台', '互联网周刊'])('is another than %s', (value) => {
    expect(source(HEADLINE, `来源：${value}`, ...BODY)).toBe(value);
  });
  it('leaves the source to another line', () => {
    expect(source(HEADLINE, '2021-06-13 来源：网络', ...BODY, '（清溪日报）')).toBe('清溪日报');
  });
});

describe('a dateline alone on its line', () => {
  it.each([
    ['新华社清溪6月13日电（记者 何书田、沈若兰）', '新华社', ['何书田', '沈若兰']],
    ['新華社清溪6月13日電（記者何書田、沈若蘭）', '新华社', ['何书田', '沈若兰']],
    ['中新社清溪市南屏区河西镇6月13日电（记者何书田 通讯员沈若兰）', '中新社', ['何书田', '沈若兰']],
    ['新华社清溪6月13日电', '新华社', []],
  ] as const)('%s', (dateline, agency, authors) => {
    const report = read(HEADLINE, dateline, ...BODY);
    expect(report.agency?.value).toBe(agency);
    expect(report.authors.map(({ name }) => name)).toEqual(authors);
    expect(report.eventDates.map(({ text }) => text)).toEqual(['6月13日', '6月12日上午']);
    expect(report.headlines.map(({ value }) => value)).toEqual([HEADLINE]);
    expect(report.zones.map(({ kind }) => kind)).toEqual(['headline', 'metadata', 'lead', 'paragraph']);
  });
  it.each(['本报讯', '本报讯（记者 何书田）', '本網訊（何書田）'])(
    'is that of the paper itself: %s',
    (dateline) => {
      const report = read(HEADLINE, dateline, ...BODY);
      expect(report.agency?.value).toMatch(/^本[报网]讯$/);
      expect(report.headlines.map(({ value }) => value)).toEqual([HEADLINE]);
    },
  );
});
