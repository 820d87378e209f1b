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
    ['消息來源', '消息來源：清溪日報', '清溪日报'],
    ['訊息來源', '訊息來源：清溪日報', '清溪日报'],
    ['文章出处', '文章出处：清溪日报', '清溪日报'],
    ['转载自 without a colon', '（转载自清溪日报）', '清溪日报'],
    ['转自 without a colon', '转自清溪日报', '清溪日报'],
    ['据', '（据清溪日报）', '清溪日报'],
    ['原载', '原载《清溪日报》', '清溪日报'],
    ['供稿', '供稿：清溪日报', '清溪日报'],
    ['供稿 behind the name', '清溪日报供稿', '清溪日报'],
    ['新聞提供', '新聞提供：清溪日報', '清溪日报'],
    ['a padded label', '来　源：清溪日报', '清溪日报'],
    ['a slash', '來源／清溪日報', '清溪日报'],
    ['a space', '来源　清溪日报', '清溪日报'],
    ['an upright colon', '來源︰清溪日報', '清溪日报'],
    ['a label in brackets', '【来源】清溪日报', '清溪日报'],
    ['book title marks', '來源：《清溪日報》', '清溪日报'],
    ['a page behind it', '來源：清溪日報 A2版', '清溪日报'],
    ['a reporter behind a slash', '来源：清溪日报/何书田', '清溪日报'],
    ['a cell of a table', '| 来源 | 清溪日报 |', '清溪日报'],
    ['space entities', '来源:&nbsp;清溪日报&nbsp;', '清溪日报'],
    ['glued behind a date without a colon', '2021-06-13来源清溪日报', '清溪日报'],
    ['beside a date, with a page', '2021-06-13　清溪日报　A2', '清溪日报'],
    ['in front of a date, with a dot', '清溪日报 · 2021-06-13 09:20', '清溪日报'],
    ['in front of a date, with the reporter', '2021-06-13 09:20 清溪日報 記者何書田／清溪報導', '清溪日报'],
    ['a line of an electronic paper', '清溪日报/2021年/6月/13日/第001版', '清溪日报'],
    ['a page of a paper', '摘自2021年6月13日《清溪日报》', '清溪日报'],
    ['alone above the date', '清溪日报\n2021-06-13', '清溪日报'],
    ['alone below the date', '2021-06-13\n清溪微讯', '清溪微讯'],
    ['alone', '清溪日报', '清溪日报'],
    ['with its reporter in brackets', '【清溪日報／記者何書田】', '清溪日报'],
    ['with its reporter and a place', '清溪日報／記者何書田／清溪報導', '清溪日报'],
    ['發布單位', '發布單位：清溪市政府新聞處', '清溪市政府新闻处'],
    ['發布者', '發布者：清溪日報', '清溪日报'],
    ['an office', '资料来源：动植物防疫所', '动植物防疫所'],
    ['an office beside the date', '2021-06-13　清溪市政府新聞處', '清溪市政府新闻处'],
    ['an account of a place', '2021-06-13 平安清溪', '平安清溪'],
  ])('%s', (_, line, expected) => {
    expect(source(withLine(line))).toBe(expected);
  });

  it.each([
    ['a medium alone', '清溪日报', '清溪日报'],
    ['a medium alone in brackets', '(清溪日报)', '清溪日报'],
    ['来源 in the footer', '来源:清溪日报', '清溪日报'],
    ['an office alone in brackets', '（新聞局）', '新闻局'],
    ['来自', '来自：清溪日报', '清溪日报'],
    ['with its reporter in brackets', '（清溪日报 何书田）', '清溪日报'],
    ['without a usual ending, by the date', '2021-06-13\n清溪微讯', '清溪微讯'],
    ['above the date', '清溪融媒\n2021-06-13', '清溪融媒'],
  ])('below the body: %s', (_, line, expected) => {
    expect(source(`清溪市召开会议\n${BODY}\n${line}\n`)).toBe(expected);
  });
  it('is a masthead', () => {
    const report = parse(`清溪日报\n二零二一年六月十三日\n清溪市召开防汛工作会议\n${BODY}\n`);
    expect(report.sourceLine?.value).toBe('清溪日报');
    expect(report.headlines.map(({ value }) => value)).toEqual(['清溪市召开防汛工作会议']);
  });
  it.each(['(来源:清溪日报)', '(据清溪日报)', '来源:清溪日报'])('follows the last sentence: %s', (end) => {
    expect(source(withLine('2021-06-13').trimEnd() + end)).toBe('清溪日报');
  });
  it.each([
    '【清溪日報專訊】',
    '（清溪日報專訊）',
    '〔清溪日報記者何書田清溪報導〕',
    '【清溪日報／記者何書田／清溪報導】',
  ])('stands in brackets in front of the lead: %s', (start) => {
    const report = parse(`清溪市召開防汛工作會議\n${start}${BODY}\n`);
    expect(report.sourceLine?.value).toBe('清溪日报');
    expect(report.agency).toBeUndefined();
  });
  it('is the office that gives out a page, where nobody else is named', () => {
    const line = '发布日期:2021-06-13 发布机构:清溪市政府办公室';
    expect(source(withLine(line))).toBe('清溪市政府办公室');
    expect(source(withLine(`${line} 来源:清溪日报`))).toBe('清溪日报');
  });
  it.each([
    ['a headline that ends with an office', '2021-06-13\n何书田调研市公安局'],
    ['the paper itself', '本报记者 何书田'],
    ['a reporter without medium', '【記者何書田／清溪報導】'],
    ['the source of figures', '数据来源：清溪日报'],
    ['a photograph', '（图：清溪日报提供）'],
  ])('is not %s', (_, line) => {
    expect(source(withLine(line))).toBeUndefined();
  });
  it.each(['【特訊】', '【專訊】', '〔記者何書田／清溪報導〕', '【記者何書田專訊】'])(
    'is not named by %s in front of the lead',
    (start) => {
      const report = parse(`清溪市召開防汛工作會議\n${start}${BODY}\n`);
      expect([report.sourceLine, report.agency]).toEqual([undefined, undefined]);
    },
  );
  it('is no list of other articles', () => {
    expect(source(`清溪市召开会议\n${BODY}\n其他新闻\n2021-06-01\n`)).toBeUndefined();
  });
  it('carries its value on the next line', () => {
    expect(source(withLine('来源:\n清溪日报'))).toBe('清溪日报');
  });
  it('is the medium that puts up a page, where nobody else is named', () => {
    const line = '发布日期:2021-06-13 发布机构:清溪新闻网 字体:[ 大 中 小]';
    expect(source(withLine(line))).toBe('清溪新闻网');
    expect(source(withLine(`${line}\n清溪市应急管理局供稿`))).toBe('清溪市应急管理局');
  });
  it('is not who runs the site', () => {
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
    ['本网讯', '本网讯'],
    ['本网讯近日,', '本网讯'],
    ['本网讯“不念稿子。”', '本网讯'],
    ['本报综合讯 ', '本报综合讯'],
    ['【本報訊】', '本报讯'],
    ['清溪新闻网讯近日,', '清溪新闻网'],
    ['據新華社清溪6月12日電 ', '新华社'],
    ['【環島社清溪十二日電】', '环岛社'],
    ['（中央社記者何書田清溪12日電）', '中央社'],
    ['掌上清溪讯 ', '掌上清溪'],
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
  it('is found where a text is hard-wrapped', () => {
    const report = parse(
      [
        '清溪市召开防汛工作会议',
        '　　本报讯（记者 何书田）6月12日上午，清溪市召开防汛工作',
        '会议，分析当前汛情，部署下一步防汛救灾工作，市委书记沈若兰主',
        '持会议并讲话，市长陆明远通报有关情况。会议指出，今年以来全市',
        '上下团结一心，各项工作取得明显成效，但仍存在一些短板和不足，',
        '需要引起高度重视。',
        '　　会议强调，要压实责任，加强值班值守，做好物资储备，确保群',
        '众生命财产安全，以实际行动迎接各项考验。',
      ].join('\n'),
    );
    expect(report.agency?.value).toBe('本报讯');
    expect(report.headlines.map(({ value }) => value)).toEqual(['清溪市召开防汛工作会议']);
  });
  it('stands beside a source line', () => {
    const report = parse(withLine('来源:清溪日报', `本报讯 ${BODY}`));
    expect([report.sourceLine?.value, report.agency?.value]).toEqual(['清溪日报', '本报讯']);
  });
});
