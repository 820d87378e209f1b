import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';
import { chineseNumber, findFullDate, isValid } from './calendar-date.js';

const BODY = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const withLine = (line: string): string =>
  `清溪市召开防汛工作会议\n${line}\n${BODY}\n会议要求各地抓好落实,确保安全。\n`;
const iso = (text: string): string | undefined => parse(text).dateLine?.iso;

describe('a date line', () => {
  it.each([
    ['bare', '2021-06-13', '2021-06-13'],
    ['bare with time', '2021年6月13日 09:20', '2021-06-13T09:20'],
    ['with seconds', '2021-06-13 09:20:05', '2021-06-13T09:20:05'],
    ['with slashes', '2021/6/3', '2021-06-03'],
    ['with dots', '2021.06.13', '2021-06-13'],
    ['with padding', '2021 年 6 月 13 日', '2021-06-13'],
    ['发布时间', '发布时间:2021-06-13 09:20:00', '2021-06-13T09:20:00'],
    ['发布日期', '发布日期：2021-06-13', '2021-06-13'],
    ['日期', '日期:2021-06-13', '2021-06-13'],
    ['时间', '时间:2021-06-13', '2021-06-13'],
    ['发表时间', '发表时间:2021-06-13', '2021-06-13'],
    ['发表于', '溪边客 发表于 2021-6-13 9:20:30', '2021-06-13T09:20:30'],
    ['文章日期', '文章日期:2021年6月13日', '2021-06-13'],
    ['发文日期', '发文日期:2021-06-13', '2021-06-13'],
    ['with other fields', '来源:清溪日报 日期:2021年6月13日 09:20:30 浏览:12', '2021-06-13T09:20:30'],
    ['behind the source', '來源:清溪日報 時間:2021-06-13 09:20:00 編輯:何書田 點擊:', '2021-06-13T09:20:00'],
    ['glued to what follows', '发布时间:2021-06-13 09:20:00来源: 清溪日报', '2021-06-13T09:20:00'],
    ['glued to a column and a count', '要闻2021-06-134733', '2021-06-13'],
    ['glued to a source', '来源:清溪日报2021-06-13', '2021-06-13'],
    ['of the Republic', '日期:110-06-13', '2021-06-13'],
    ['of the Republic in words', '民國110年6月13日', '2021-06-13'],
    ['of the Republic, bare', '110年6月13日', '2021-06-13'],
    ['D.M.YYYY', '13.06.2021  14:02', '2021-06-13T14:02'],
    ['in Chinese numerals', '二〇二一年六月十三日', '2021-06-13'],
    ['in Chinese numerals with ○ and 廿', '二○二一年六月廿三日', '2021-06-23'],
    ['in full-width digits', '２０２１年６月１３日　０９：２０', '2021-06-13T09:20'],
    ['in brackets', '(2021-06-13)', '2021-06-13'],
    ['with 下午', '2021-06-13 下午 3:05', '2021-06-13T15:05'],
  ])('%s', (_, line, expected) => {
    expect(iso(withLine(line))).toBe(expected);
  });

  it('may stand below the body', () => {
    expect(iso(`清溪市召开防汛工作会议\n${BODY}\n2021-06-13\n`)).toBe('2021-06-13');
  });
  it('may carry pinyin notes in its label', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n發(fā)布時(shí)間:2021-06-13 09:20來(lái)源:清溪日報(bào)\n6月12日上午,清溪市召開(kāi)會(huì)議,部署工作,要求抓好落實(shí)。\n';
    const { dateLine, sourceLine } = parse(text);
    expect(dateLine?.iso).toBe('2021-06-13T09:20');
    expect(sourceLine?.value).toBe('清溪日报');
    expect(sourceLine?.text).toBe('清溪日報(bào)');
  });
  it('is quoted as it stands', () => {
    const text = withLine('发布时间:2021-06-13 09:20');
    const found = parse(text).dateLine;
    expect(text.slice(found?.start, found?.end)).toBe('2021-06-13 09:20');
    expect(found?.text).toBe(found?.value);
  });
  it('with a publication label wins over a bare date and over an update', () => {
    expect(iso(withLine('2021-06-20\n更新时间:2021-06-15\n发布时间:2021-06-13'))).toBe('2021-06-13');
  });
});

describe('no date line', () => {
  it('is a dateline in the lead', () => {
    expect(
      parse('清溪市召开会议\n6月12日讯,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。\n').dateLine,
    ).toBeUndefined();
  });
  it('is a date in the body', () => {
    expect(
      parse('清溪市召开会议\n2021年6月12日上午,清溪市召开防汛工作会议,分析当前汛情。\n').dateLine,
    ).toBeUndefined();
  });
  it('is a page clock far from the event', () => {
    expect(iso(`2023年03月29日 星期三\n${withLine('来源:清溪日报')}`)).toBeUndefined();
  });
  it('is a page clock in front of the real date', () => {
    expect(iso(`2023年03月29日 星期三\n${withLine('2021-06-13 09:20')}`)).toBe('2021-06-13T09:20');
  });
  it('is the date of a related article', () => {
    const related = '相关文章\n清溪市开展安全检查 2022-07-01\n清溪市部署秋收工作 2022-09-08\n';
    expect(iso(`清溪市召开会议\n${BODY}\n会议要求各地抓好落实,确保安全。\n${related}`)).toBeUndefined();
  });
});

describe('an incomplete date line', () => {
  it.each([
    ['no year', '发布时间:06-13', 'no-year'],
    ['no year in words', '发布日期:6月13日', 'no-year'],
    ['no day', '发布日期:2021年6月', 'no-day'],
    ['no day with a dash', '日期:2021-06', 'no-day'],
    ['30 February', '2021年2月30日', 'impossible'],
    ['29 February of a common year', '发布日期:2021-02-29', 'impossible'],
    ['a thirteenth month', '发布日期:2021-13-01', 'impossible'],
  ])('%s', (_, line, problem) => {
    const { dateLine } = parse(withLine(line));
    expect(dateLine?.problem).toBe(problem);
    expect(dateLine?.iso).toBeUndefined();
  });
  it('gives way to a whole one', () => {
    expect(iso(withLine('发布时间:06-13 日期:2021-06-13'))).toBe('2021-06-13');
  });
});

describe('calendar', () => {
  it('knows leap years', () => {
    const feb29 = (year: number): boolean => isValid({ year, month: 2, day: 29 });
    expect([2020, 2021, 1900, 2000].map(feb29)).toEqual([true, false, false, true]);
  });
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['廿', 20],
    ['廿八', 28],
    ['卅', 30],
    ['卅一', 31],
    ['元', 1],
    ['九', 9],
    ['甲', undefined],
    ['', undefined],
  ])('reads %s', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });
  it('does not read a staff or a telephone number as a date', () => {
    for (const text of ['12021-06-13', '电话0599-2021-06']) expect(findFullDate(text)?.iso).toBeUndefined();
  });
});
