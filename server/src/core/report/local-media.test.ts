import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const HEADLINE = '清溪市召开防汛工作会议';
const BODY = [
  '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。',
  '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。',
];
const source = (...lines: readonly string[]): string | undefined => parse(lines.join('\n')).sourceLine?.value;

describe.each([
  '清溪日报',
  '云上清溪',
  '掌上清溪',
  '视听清溪',
  '清溪发布',
  '清溪融媒',
  '清溪快讯',
  '清溪观察',
  '最清溪',
])('%s is a source', (medium) => {
  it.each([
    ['in brackets above the headline', [`【${medium}】`, HEADLINE, '2021-06-13', ...BODY]],
    ['with its credit beside the date', [HEADLINE, `2021.06.13 ${medium}供稿`, ...BODY]],
    ['with 讯 in front of the date', [HEADLINE, `${medium}讯 2021-06-13`, ...BODY]],
    ['behind a labelled date', [HEADLINE, `发布时间：2021-06-13　${medium}`, ...BODY]],
    ['in front of a labelled date', [HEADLINE, `${medium}　日期：2021-06-13`, ...BODY]],
    ['behind 发布于', [HEADLINE, `2021-06-13 18:20 发布于 ${medium}`, ...BODY]],
    ['behind a count', [HEADLINE, `浏览：128　${medium}　2021-06-13`, ...BODY]],
    ['behind a mark', [HEADLINE, `■${medium} 2021-06-13`, ...BODY]],
    [
      'in a row of a table',
      [HEADLINE, `| 索引号：0014 | 发布机构：${medium} | 发文日期：2021-06-13 |`, ...BODY],
    ],
    ['in brackets below the body', [HEADLINE, '2021-06-13', ...BODY, `（${medium}）`]],
    [
      'behind the last sentence',
      [HEADLINE, '2021-06-13', ...BODY.slice(0, 1), `${BODY[1] ?? ''}（${medium}供稿）`],
    ],
  ] as const)('%s', (_, lines) => {
    expect(source(...lines)).toBe(medium);
    expect(parse(lines.join('\n')).dateLine?.iso?.slice(0, 10)).toBe('2021-06-13');
  });
});

describe('a column is no source', () => {
  it.each([
    '要闻',
    '权威发布',
    '最新资讯',
    '时政快讯',
    '今日关注',
    '平安建设',
    '党史学习教育',
    '清溪故事',
    '特写',
  ])('in brackets above the headline: %s', (column) => {
    expect(source(`【${column}】`, HEADLINE, '2021-06-13', ...BODY)).toBeUndefined();
  });
  it.each([
    '今日关注',
    '时政观察',
    '主题教育',
    '第十二号',
    '党务公开',
    '工作简报',
    '情况通报',
    '互联网',
    '何书田',
  ])('beside the date: %s', (column) => {
    expect(source(HEADLINE, `2021-06-13 ${column}`, ...BODY)).toBeUndefined();
  });
  it.each([
    '云上课堂',
    '看见未来',
    '织密防护网',
    '搭建服务平台',
    '成果发布',
    '暴雨预警发布',
    '何书田走访市公安局',
  ])('beside a headline: %s', (line) => {
    expect(source(HEADLINE, line, '2021-06-13', ...BODY)).toBeUndefined();
  });
});

describe('a name alone on a line', () => {
  it.each([
    '来源>清溪日报',
    '来源—清溪日报',
    '来源·清溪日报',
    '来源；清溪日报',
    '来源（清溪日报）',
    '來源︱清溪日報',
    '原文刊於《清溪日報》',
    '编发：清溪日报',
    '图文：清溪日报',
    '清溪日報訊',
    '● 清溪日报',
    '清溪日报 昨天 18:20',
    '清溪日报 第A02版：要闻',
    '清溪日報／清溪報導',
    '来源：微信公众号“清溪日报”',
    '来源：清溪日报第3版',
    '来源：清溪日报综合',
    '来源：据清溪日报',
  ])('names the source: %s', (line) => {
    expect(source(HEADLINE, '2021-06-13', line, ...BODY)).toBe('清溪日报');
  });
  it.each([
    '照片由清溪日报提供',
    '资料图 来源：清溪日报',
    '摄影：清溪日报',
    '清溪日报 何书田 摄',
    '更多精彩请关注清溪发布',
  ])('credits something else: %s', (line) => {
    expect(source(HEADLINE, '2021-06-13', ...BODY, line)).toBeUndefined();
  });
  it.each(['〔清溪日報／清溪訊〕', '【清溪日報／何書田／清溪報導】', '【云上清溪／综合报道】'])(
    'stands in front of the lead: %s',
    (start) => {
      expect(source(HEADLINE, '2021-06-13', start + (BODY[0] ?? ''), BODY[1] ?? '')).toBe(
        start.slice(1, 5).replace('報', '报'),
      );
    },
  );
  it('is that of the agency in front of a byline', () => {
    expect(parse([HEADLINE, `清溪日报（记者 何书田）${BODY[0] ?? ''}`].join('\n')).agency?.value).toBe(
      '清溪日报',
    );
  });
});
