import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const HEADLINE = '清溪市召开防汛工作会议';
const LEAD = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const PARAGRAPH = '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';

function read(line: string, ...below: readonly string[]) {
  const report = parse([line, ...below, LEAD, PARAGRAPH, ''].join('\n'));
  return {
    date: report.dateLine?.iso?.slice(0, 10),
    source: report.sourceLine?.value,
    headlines: report.headlines.map(({ value }) => value),
    report,
  };
}

describe('headline, date and medium on one line', () => {
  it.each([
    '清溪市召开防汛工作会议　2021-06-13　清溪时报',
    '清溪市召開防汛工作會議　2021-06-13　清溪時報',
    '清溪市召开防汛工作会议　清溪时报　2021-06-13',
    '2021-06-13　清溪时报　清溪市召开防汛工作会议',
    '清溪时报　2021年6月13日　清溪市召开防汛工作会议',
    '清溪市召开防汛工作会议（清溪时报 2021-06-13）',
    '清溪市召开防汛工作会议（2021年6月13日，清溪时报）',
    '清溪市召开防汛工作会议 | 清溪时报 | 2021.06.13',
    '清溪时报 | 清溪市召开防汛工作会议 | 2021-06-13',
    '清溪市召开防汛工作会议／清溪时报／2021-06-13',
    '清溪市召开防汛工作会议_清溪时报_2021-06-13 09:20',
    '2021/06/13清溪时报清溪市召开防汛工作会议',
    '清溪时报2021/06/13清溪市召开防汛工作会议',
    '[2021-06-13]清溪时报：清溪市召开防汛工作会议',
    '【清溪时报 2021-06-13】清溪市召开防汛工作会议',
    '清溪市召开防汛工作会议2021-06-13来源：清溪时报',
    '2021-06-13 来源：清溪时报 清溪市召开防汛工作会议',
    '清溪市召开防汛工作会议 2021-06-13 09:20 清溪时报',
  ])('are told apart: %s', (line) => {
    const { date, source, headlines } = read(line);
    expect([date, source, headlines.join()]).toEqual(['2021-06-13', '清溪时报', HEADLINE]);
  });
  it.each(['云上清溪', '清溪发布', '清溪融媒', '政府新闻公报', '聯訊網', '清溪快訊'])(
    'whatever the kind of medium: %s',
    (medium) => {
      const { source } = read(`${HEADLINE}　2021-06-13　${medium}`);
      expect(source).toBe(parse(medium).shadow.text);
    },
  );
  it.each([
    '清溪市召开防汛工作会议 - 清溪日报',
    '清溪市召开防汛工作会议_清溪日报',
    '清溪市召开防汛工作会议（清溪日报）',
    '清溪日报：清溪市召开防汛工作会议',
    '【清溪日报】清溪市召开防汛工作会议',
  ])('may do without the date: %s', (line) => {
    const { source, headlines } = read(line, '2021-06-13');
    expect([source, headlines.join()]).toEqual(['清溪日报', HEADLINE]);
    expect(read(line, '2021-06-13 来源:青禾融媒').source).toBe('青禾融媒');
  });
  it('have zones of their own', () => {
    const text = `${HEADLINE}　2021-06-13　清溪时报\n${LEAD}\n${PARAGRAPH}\n`;
    const zones = parse(text).zones.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()]);
    expect(zones.slice(0, 2)).toEqual([
      ['headline', HEADLINE],
      ['metadata', '2021-06-13　清溪时报'],
    ]);
  });
});

describe('a headline alone', () => {
  it.each([
    '清溪日报社举行创刊七十周年座谈会',
    '清溪日报创刊七十周年　何书田出席座谈会',
    '2021年6月12日特大暴雨救援纪实',
    '清溪市2021年6月12日特大暴雨救援纪实',
    '全市2021年6月12日雨情水情通报',
    '（清溪）防汛工作会议召开',
    '【时政快讯】清溪市召开防汛工作会议',
    '【权威发布】清溪市召开防汛工作会议',
    '受权发布丨清溪市人大常委会公告',
    '清溪市防汛工作推进会 织密防护网',
    '清溪市召开防汛工作会议 | 要闻',
    '何书田 - 走进清溪日报',
  ])('names neither date nor medium: %s', (line) => {
    const { date, source, headlines } = read(line);
    expect([date, source]).toEqual([undefined, undefined]);
    expect(headlines.length).toBeGreaterThan(0);
  });
  it.each([
    ['2021-06-13清溪日报社举行创刊七十周年座谈会', '2021-06-13'],
    ['2021/06/13气象台发布暴雨预警信号', '2021-06-13'],
    ['2021/06/13市政府通报防汛工作情况', '2021-06-13'],
    ['2021/06/13清溪发布暴雨橙色预警', '2021-06-13'],
    ['2021/06/13合作社社员喜领分红', '2021-06-13'],
  ])('may have a date in front and a subject that is no source: %s', (line, expected) => {
    const { date, source } = read(line);
    expect([date, source]).toEqual([expected, undefined]);
  });
});

it('takes time linear in the length of a line of bars', () => {
  for (const bar of ['|', '-', '_', '丨', '│', '| ']) {
    const line = bar.repeat(100_000);
    const start = Date.now();
    expect(read(HEADLINE, line).headlines[0]).toBe(HEADLINE);
    expect(Date.now() - start).toBeLessThan(2000);
  }
});

describe('a labelled headline', () => {
  it.each([
    '标题：',
    '题目：',
    '新闻标题：',
    '【标题】',
    '标　题：',
    '| 标题 | ',
    '標題：',
    '名称：',
    '主旨：',
  ])('%s', (label) => {
    expect(read(`${label}${HEADLINE}`, '来源：清溪日报', '日期：2021-06-13').headlines).toEqual([HEADLINE]);
  });
  it('of the original gives way to one without a label', () => {
    const { headlines } = read(HEADLINE, '原标题：清溪部署防汛', '2021-06-13');
    expect(headlines).toEqual([HEADLINE]);
    expect(read(`原标题：${HEADLINE}`, '2021-06-13').headlines).toEqual([HEADLINE]);
  });
  it('may stand between the bars of a table', () => {
    const { date, source, headlines } = read(
      `| ${HEADLINE} |`,
      '| 主题词：会议 | 公开方式：主动公开 | 成文日期：2021-06-13 | 来源：清溪日报 |',
    );
    expect([date, source, headlines.join()]).toEqual(['2021-06-13', '清溪日报', HEADLINE]);
  });
});
