import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const BODY = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const withLine = (line: string, body = BODY): string =>
  `清溪市召开防汛工作会议\n${line}\n${body}\n会议要求各地抓好落实,确保安全。\n`;
const source = (text: string): string | undefined => parse(text).sourceLine?.value;

describe('a source line', () => {
  it.each([
    ['来源', '来源:清溪日报', '清溪日报'],
    ['来源 full width', '来源：清溪日报', '清溪日报'],
    ['来源 with a space', '来源: 清溪日报', '清溪日报'],
    ['来源 with a bar', '来源|清溪日报', '清溪日报'],
    ['信息来源', '信息来源:清溪市应急管理局', '清溪市应急管理局'],
    ['文章来源', '文章来源:清溪发布 作者: 发布时间:2021-06-13 点击量:12', '清溪发布'],
    ['稿件来源', '稿件来源:清溪新闻网', '清溪新闻网'],
    ['資料來源', '資料來源:清溪市政府', '清溪市政府'],
    ['来源于', '本文来源于 清溪日报', '清溪日报'],
    ['behind a date, glued', '2021-06-13 09:20来源:清溪日报', '清溪日报'],
    ['with staff behind it', '来源:清溪日报报业集团全媒体记者 何书田/文 沈若兰/图 字号:', '清溪日报报业集团'],
    ['in brackets with 讯', '【清溪日报讯】', '清溪日报'],
    ['in brackets with 專訊', '【清溪日報專訊】', '清溪日报'],
    ['in tortoise-shell brackets', '〔清溪日報訊〕', '清溪日报'],
    ['出品', '清溪融媒体中心出品', '清溪融媒体中心'],
  ])('%s', (_, line, expected) => {
    expect(source(withLine(line))).toBe(expected);
  });

  it.each([
    ['a medium alone', '清溪日报', '清溪日报'],
    ['a medium alone in brackets', '(清溪日报)', '清溪日报'],
    ['来源 in the footer', '来源:清溪日报', '清溪日报'],
  ])('below the body: %s', (_, line, expected) => {
    expect(source(`清溪市召开会议\n${BODY}\n${line}\n`)).toBe(expected);
  });
  it('carries its value on the next line', () => {
    expect(source(withLine('来源:\n清溪日报'))).toBe('清溪日报');
  });
  it('is no publishing office: who runs a site has not written what stands on it', () => {
    expect(
      source(withLine('发布日期:2021-06-13 发布机构:清溪市政府办公室 字体:[ 大 中 小]')),
    ).toBeUndefined();
    expect(source(withLine('主辦單位:清溪市政府 管理維護:資訊室'))).toBeUndefined();
  });
  it('is empty', () => {
    const report = parse(withLine('来源:'));
    expect(report.sourceLine).toBeUndefined();
    expect(report.text.slice(report.emptySourceLabel?.start, report.emptySourceLabel?.end)).toBe('来源:');
  });
  it.each(['图片来源:清溪日报', '圖片來源:清溪日報', '(图:清溪日报提供)'])(
    'is not the credit of a photograph: %s',
    (line) => {
      expect(source(`清溪市召开会议\n${BODY}\n${line}\n`)).toBeUndefined();
    },
  );
});

describe('a dateline', () => {
  const lead = (start: string): string =>
    `清溪市召开防汛工作会议\n${start}6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署工作。\n`;
  it.each([
    ['本报讯 ', '本报讯'],
    ['本网讯(记者 何书田)', '本网讯'],
    ['本台讯 ', '本台讯'],
    ['新华社清溪6月12日电 ', '新华社'],
    ['中新社清溪6月12日电 ', '中新社'],
    ['清溪日报讯(记者 何书田)', '清溪日报'],
    ['清溪新闻网6月12日讯 ', '清溪新闻网'],
  ])('%s names the agency and no source', (start, agency) => {
    const report = parse(lead(start));
    expect(report.agency?.value).toBe(agency);
    expect(report.sourceLine).toBeUndefined();
  });
  it('is read through pinyin notes', () => {
    const report = parse(
      '清溪市召開(kāi)會(huì)議\n本報(bào)訊 6月12日,清溪市召開(kāi)會(huì)議,部署防汛工作,要求抓好落實(shí)。\n',
    );
    expect(report.agency?.value).toBe('本报讯');
    expect(report.agency?.text).toBe('本報(bào)訊');
  });
  it('stands beside a source line', () => {
    const report = parse(withLine('来源:清溪日报', `本报讯 ${BODY}`));
    expect([report.sourceLine?.value, report.agency?.value]).toEqual(['清溪日报', '本报讯']);
  });
});
