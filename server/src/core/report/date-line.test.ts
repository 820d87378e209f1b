import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';
import { findFullDate, findLabelledDate } from './calendar-date.js';
import { chineseNumber } from './chinese-number.js';
import { isValid } from './gregorian-day.js';

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
    ['with 时 and 分', '2021年6月13日9时20分', '2021-06-13T09:20'],
    ['with the hour of Hong Kong', '2021-06-13 18:30 HKT', '2021-06-13T18:30'],
    ['发布于', '發佈於 2021-06-13', '2021-06-13'],
    ['发布', '发布：2021-06-13', '2021-06-13'],
    ['without a colon', '发布日期 2021-06-13', '2021-06-13'],
    ['上稿日期', '上稿日期：110-06-13', '2021-06-13'],
    ['張貼日', '張貼日：110/06/13', '2021-06-13'],
    ['公告日期', '公告日期：110年6月13日', '2021-06-13'],
    ['建立日期', '建立日期：110-06-13', '2021-06-13'],
    ['编辑于', '编辑于2021-06-13 09:20', '2021-06-13T09:20'],
    ['更新 alone', '更新：2021-06-13 09:20', '2021-06-13T09:20'],
    ['出版 in front of 更新', '出版：2021-06-13 08:02　更新：2021-06-14 09:00', '2021-06-13T08:02'],
    ['behind a bar', '時間｜2021-06-13', '2021-06-13'],
    ['behind a slash', '日期／2021-06-13', '2021-06-13'],
    ['behind an upright colon', '发表时间︰2021-06-13', '2021-06-13'],
    ['with a label in brackets', '[日期]2021-06-13', '2021-06-13'],
    ['with a padded label', '时　　间：2021-06-13', '2021-06-13'],
    ['on the line behind its label', '发布日期：\n2021年6月13日 星期日', '2021-06-13'],
    ['in figures alone, labelled', '发布时间:20210613', '2021-06-13'],
    ['with two figures for the year, labelled', '发布时间：21-06-13 09:20', '2021-06-13T09:20'],
    ['with two figures for the year of the Republic', '發布日期：98-06-13', '2009-06-13'],
    ['of the Republic, padded', '110 年 6 月 13 日', '2021-06-13'],
    ['of the Republic in numerals', '民國一一○年六月十三日', '2021-06-13'],
    ['of the Republic in words and numerals', '中華民國一百一十年六月十三日', '2021-06-13'],
    ['day first with dashes', '13-06-2021', '2021-06-13'],
    ['day first, padded', '13 / 06 / 2021', '2021-06-13'],
    ['padded slashes', '2021 / 06 / 13', '2021-06-13'],
    ['middle dots', '2021·06·13', '2021-06-13'],
    ['English, month first', 'June 13, 2021', '2021-06-13'],
    ['English, day first', '13 Jun 2021 09:20', '2021-06-13T09:20'],
    ['a year in numerals, figures else', '二〇二一年6月13日', '2021-06-13'],
    ['with 號', '2021年6月13號', '2021-06-13'],
    ['a weekday in brackets', '2021年6月13日（星期日）', '2021-06-13'],
    ['a weekday on the source line', '2021年6月13日 星期日 来源：清溪日报', '2021-06-13'],
    ['a weekday below the headline', '2021年6月13日 星期日', '2021-06-13'],
    ['of an electronic paper', '清溪日报/2021年/6月/13日/第001版', '2021-06-13'],
    ['of a page of a paper', '《清溪日报》（2021年06月13日 第01版）', '2021-06-13'],
    ['in a row of a table', '| 发布机构： | 清溪市政府办公室 | 发文日期： | 2021年6月13日 |', '2021-06-13'],
  ])('%s', (_, line, expected) => {
    expect(iso(withLine(line))).toBe(expected);
  });

  it('may stand below the body', () => {
    expect(iso(`清溪市召开防汛工作会议\n${BODY}\n2021-06-13\n`)).toBe('2021-06-13');
  });
  it.each([
    ['in brackets with the medium', '（清溪日报 2021年6月13日）'],
    ['in brackets', '（2021年6月13日）'],
    ['on a page of a paper', '《清溪日报》（2021年6月13日01版）'],
    ['under the office that signs', '清溪市人民政府办公室\n2021年6月13日'],
    ['under the end mark', '完\n2021年6月13日（星期日）'],
  ])('may stand below the body: %s', (_, line) => {
    expect(iso(`清溪市召开防汛工作会议\n${BODY}\n${line}\n`)).toBe('2021-06-13');
  });
  it('may stand in brackets behind the last sentence', () => {
    expect(
      iso(`清溪市召开防汛工作会议\n${BODY}\n会议要求各地抓好落实,确保安全。(清溪日报 2021-06-13)\n`),
    ).toBe('2021-06-13');
  });
  it('may stand at the end of the headline', () => {
    expect(iso(`清溪市召开防汛工作会议(2021-06-13)\n${BODY}\n`)).toBe('2021-06-13');
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
  it.each([
    ['a page clock with the lunar day', '2021年6月13日 星期日 农历五月初四'],
    ['a page clock with a greeting', '欢迎访问 2021年6月13日 星期日'],
    ['the time of a meeting', '会议时间：2021年6月12日'],
    ['time and place of a meeting', '时间：2021年6月12日　地点：市政府会议室'],
    ['time and place on two lines', '时间：2021年6月12日\n地点：市政府会议室'],
    ['the time of a photograph', '拍摄时间：2021-06-12'],
    ['a photograph', '图为会议现场 2021年6月12日'],
    ['a file', '会议通知2021-06-12.doc'],
    ['a telegram', '新华社清溪2021年6月12日电'],
    ['a last modification', '最后更新：2021-06-13'],
    ['the renewal of the data', '資料更新日期：110-06-13'],
    ['a revision', '最近修訂日期：2021年6月13日'],
  ])('is %s', (_, line) => {
    expect(iso(withLine(line))).toBeUndefined();
  });
  it.each([
    ['a photograph', '2021年6月12日摄'],
    ['a photograph in brackets', '（资料图片 2021年6月12日）'],
    ['a photographer', '摄影：何书田　2021年6月12日'],
    ['a picture file', 'IMG_2021-06-12.jpg'],
    ['the renewal of the site', '網站更新日期：110-06-13'],
    ['a comment', '全部评论(2)\n溪边客\n2021-06-14 10:20'],
    ['a forum post below', '评论\n溪边客 发表于 2021-06-14 10:20'],
    ['other news', '其他新聞\n2021-06-01\n清溪市部署秋收工作'],
    [
      'articles listed without a heading',
      '清溪市部署秋收工作会议召开\n2021-06-01\n清溪市召开安全生产会议\n2021-06-02',
    ],
    ['the next article', '下一篇：无 2021-06-14'],
    ['the years of a copyright', '版权所有 © 2014-2021 清溪日报'],
    ['who runs the site', '主办：清溪市人民政府 2021-06-13 备案号'],
  ])('is that of %s below the body', (_, lines) => {
    expect(iso(`清溪市召开会议\n${BODY}\n会议要求各地抓好落实,确保安全。\n${lines}\n`)).toBeUndefined();
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
  it('reads no impossible day-first date out of figures with dashes', () => {
    expect(findFullDate('38-22-2021')).toBeUndefined();
  });
  it('takes figures for a date only behind a label', () => {
    expect(findFullDate('20210613')).toBeUndefined();
    expect(findFullDate('21-06-13')).toBeUndefined();
    expect(findLabelledDate('20210613')?.iso).toBe('2021-06-13');
    expect(findLabelledDate('20211399')).toBeUndefined();
  });
  it('does not read a staff or a telephone number as a date', () => {
    for (const text of ['12021-06-13', '电话0599-2021-06']) expect(findFullDate(text)?.iso).toBeUndefined();
  });
});
