import { describe, expect, it } from 'vitest';
import { parse, service, settings, words } from '../testing/service.js';

const LEAD = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const PARAGRAPH = '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';
const kinds = (text: string): string[] =>
  parse(text).zones.map(({ kind, furniture }) => (furniture === undefined ? kind : `${kind} ${furniture}`));
const headlines = (text: string): string[] => parse(text).headlines.map(({ value }) => value);
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('headlines', () => {
  it('are the pieces of one line that spaces set apart', () => {
    const text = lines('清溪市召开防汛工作会议 压实防汛责任 确保安全度汛 陆明远主持', '', LEAD, PARAGRAPH);
    expect(headlines(text)).toEqual(['清溪市召开防汛工作会议', '压实防汛责任', '确保安全度汛', '陆明远主持']);
    expect(kinds(text)).toEqual(['headline', 'lead', 'paragraph']);
  });
  it('are whole lines where there are several', () => {
    const text = lines('清溪市召开防汛工作会议', '压实防汛责任 确保安全度汛', LEAD, PARAGRAPH);
    expect(headlines(text)).toEqual(['清溪市召开防汛工作会议', '压实防汛责任 确保安全度汛']);
  });
  it('are no pieces at a space inside Latin text or beside a bullet', () => {
    expect(headlines(lines('清溪市引进 New Energy 项目签约仪式举行', LEAD, PARAGRAPH))).toHaveLength(3);
    expect(headlines(lines('防汛 · 备汛工作会议召开', LEAD, PARAGRAPH))).toEqual(['防汛 · 备汛工作会议召开']);
  });
  it('leave out a banner above and the presider below', () => {
    const text = lines(
      '抓好防汛救灾 · 守护一方平安',
      '清溪市召开防汛工作会议',
      '陆明远主持会议并讲话',
      LEAD,
      PARAGRAPH,
    );
    expect(kinds(text)).toEqual(['kicker', 'headline', 'subheadline', 'lead', 'paragraph']);
    expect(headlines(text)).toEqual(['清溪市召开防汛工作会议']);
  });
  it('are read without their pinyin notes', () => {
    const [headline] = parse(
      lines(
        '清溪市召開(kāi)會(huì)議',
        '本報(bào)訊 6月12日,清溪市召開(kāi)會(huì)議,部署防汛工作,要求抓好落實(shí)。',
      ),
    ).headlines;
    expect(headline?.value).toBe('清溪市召开会议');
    expect(headline?.text).toBe('清溪市召開(kāi)會(huì)議');
  });
  it('are none where the body begins at once', () => {
    expect(headlines(lines(`本报讯 ${LEAD}`, PARAGRAPH))).toEqual([]);
  });
});

describe('zones', () => {
  it('follow the reading order of a page', () => {
    const text = lines(
      '当前位置:首页 > 要闻',
      '原标题:',
      '清溪市召开防汛工作会议',
      '2021-06-13 09:20 来源:清溪日报',
      '',
      LEAD,
      PARAGRAPH,
      '市领导何书田、沈若兰、陆明远参加会议。',
      '编辑:杜宇',
      '版权声明:凡本网注明来源的稿件,未经授权不得转载。',
      '举报电话:0599-5550123',
    );
    expect(kinds(text)).toEqual([
      'furniture navigation',
      'label-orphan',
      'headline',
      'metadata',
      'lead',
      'paragraph',
      'attendance',
      'metadata',
      'tail copyright',
      'tail contact',
    ]);
  });
  it.each([
    ['首页>政务>要闻', 'navigation'],
    ['当前位置是: 首页 >> 要闻 >> 会议', 'navigation'],
    ['網站二維碼', 'qr-code'],
  ])('%s is page furniture', (line, kind) => {
    expect(kinds(lines(line, '清溪市召开防汛工作会议', LEAD, PARAGRAPH))[0]).toBe(`furniture ${kind}`);
  });
  it.each([
    '字号:',
    '分享到:',
    '打印 关闭',
    '打印',
    '浏览次数:',
    '浏览次数:123',
    '展开详细',
    '|',
    'W020210613.jpg',
    '【字號:',
    '字体:[ 大 中 小 ]',
    '返回顶部',
  ])('%s is page furniture, wherever it stands', (line) => {
    expect(kinds(lines('清溪市召开防汛工作会议', line, LEAD, PARAGRAPH))[1]).toMatch(/^furniture/);
    expect(kinds(lines('清溪市召开防汛工作会议', LEAD, PARAGRAPH, line))[3]).toMatch(/^furniture/);
  });
  it.each(['原題:', '原标题:', '原标题：'])('%s is a label without a value', (line) => {
    expect(kinds(lines(line, '清溪市召开防汛工作会议', LEAD, PARAGRAPH))[0]).toBe('label-orphan');
  });
  it('cut page controls out of a metadata line', () => {
    const text = lines('清溪市召开防汛工作会议', '2021-06-13 来源:清溪日报 字号:', LEAD, PARAGRAPH);
    const { zones } = parse(text);
    expect(words(text, zones.slice(1, 3)).map((part) => part.trim())).toEqual([
      '2021-06-13 来源:清溪日报',
      '字号:',
    ]);
  });
  it.each([
    ['来源:清溪日报 日期:2021-06-13 16:12:25', ' 文字 【 】【增加行距】…'],
    ['来源:清溪日报 日期:2021-06-13', ' 【大 中 小】【打印】【关闭】'],
    ['来源:清溪日报 日期:2021-06-13', ' 大 中 小'],
    ['2021-06-13 来源:清溪日报', ' 打印 关闭'],
    ['2021-06-13 来源:清溪日报', '（打印）'],
    ['来源:清溪日报 2021-06-13', ' [增大行距] [缩小行距] '],
    ['2021-06-13 16:12', ' [打印] [收藏]'],
  ])('cut tools without a label out of a metadata line: %s%s', (said, tools) => {
    const text = lines('清溪市召开防汛工作会议', said + tools, LEAD, PARAGRAPH);
    const report = parse(text);
    expect(words(text, report.zones.slice(1, 3)).map((part) => part.trim())).toEqual([said, tools.trim()]);
    expect(report.zones[2]).toMatchObject({ kind: 'furniture', furniture: 'control' });
    expect(report.dateLine?.iso).toMatch(/^2021-06-13/);
    expect(report.sourceLine?.value).toBe(said.includes('来源') ? '清溪日报' : undefined);
  });
  it.each(['字号:', '打印 关闭', '浏览: 打印'])('leave the space behind %s', (tools) => {
    const text = lines('清溪市召开防汛工作会议', `2021-06-13 ${tools} 来源:清溪日报`, LEAD, PARAGRAPH);
    const rules = new Set(['page-furniture']);
    expect(service.fix(text, settings(), { include: 'review', rules }).text.split('\n')[1]).toBe(
      '2021-06-13 来源:清溪日报',
    );
  });
  it.each(['来源:清溪日报 作者:王 中', '作者:沈 大 中 2021-06-13', '来源:打印 2021-06-13'])(
    'leave %s alone',
    (line) => {
      const text = lines('清溪市召开防汛工作会议', line, LEAD, PARAGRAPH);
      expect(words(text, parse(text).zones.slice(1, 2))).toEqual([line]);
    },
  );
  it('leave out blank lines and the white space round a line', () => {
    const text = '\r\n\u3000\u3000清溪市召开防汛工作会议\u3000\r\n\r\n  ' + LEAD + '\r\n';
    expect(words(text, parse(text).zones)).toEqual(['清溪市召开防汛工作会议', LEAD]);
  });
  it('take a list of related articles for no body', () => {
    const text = lines(
      '清溪市召开防汛工作会议',
      LEAD,
      PARAGRAPH,
      '相关文章',
      '清溪市开展安全检查 2022-07-01',
    );
    expect(kinds(text).slice(1)).not.toContain('headline');
    expect(kinds(text).filter((kind) => kind === 'paragraph')).toHaveLength(1);
  });
});

describe('the anchor', () => {
  const anchor = (text: string): string => text.slice(parse(text).anchor.start, parse(text).anchor.end);
  it('is the first headline', () => {
    expect(anchor(lines('打印', '清溪市召开防汛工作会议 压实防汛责任', LEAD))).toBe('清溪市召开防汛工作会议');
  });
  it('is else the first clause that is not furniture', () => {
    expect(anchor(lines('打印', LEAD, PARAGRAPH))).toBe('6月12日上午');
  });
  it.each(['', '\n\n', '打印\n'])('is else at the start: %j', (text) => {
    expect(parse(text).anchor).toEqual({ start: 0, end: 0 });
  });
});

describe('event dates', () => {
  const dates = (body: string): string[] =>
    parse(lines('清溪市召开防汛工作会议', body, PARAGRAPH)).eventDates.map(({ value }) => value);
  it.each([
    ['2月3日上午', '2月3日上午,清溪市召开会议,分析当前汛情,部署下一步防汛工作。'],
    ['今天(8月8日)上午', '今天(8月8日)上午,清溪市召开会议,分析当前汛情,部署下一步工作。'],
    ['今(28)日', '今(28)日,清溪市召开会议,分析当前汛情,部署下一步防汛救灾工作。'],
    ['昨日(17日)', '昨日(17日),清溪市召开会议,分析当前汛情,部署下一步防汛工作。'],
    ['元月25日', '元月25日,清溪市召开会议,分析当前汛情,部署下一步防汛救灾工作。'],
    ['六月二十一日', '六月二十一日,清溪市召开会议,分析当前汛情,部署下一步防汛工作。'],
    ['１０月２９日', '１０月２９日,清溪市召开会议,分析当前汛情,部署下一步防汛工作。'],
    ['民国109年2月6日', '民國109年2月6日,清溪市召開會議,分析當前汛情,部署下一步工作。'],
  ])('%s', (expected, body) => {
    expect(dates(body)).toEqual([expected]);
  });
  it('24日 alone', () => {
    expect(dates('24日,清溪市召开会议,分析当前汛情,部署下一步防汛救灾工作。')).toEqual(['24日']);
  });
  it('take their year from the date line, over New Year too', () => {
    const iso = (published: string): unknown =>
      parse(lines('清溪市召开会议', published, '12月30日,清溪市召开会议,分析当前汛情,部署下一步工作。'))
        .eventDates[0]?.iso;
    expect(iso('2021-12-31')).toBe('2021-12-30');
    expect(iso('2022-01-02')).toBe('2021-12-30');
  });
  it('have no year without evidence', () => {
    expect(
      parse(lines('清溪市召开会议', '12月30日,清溪市召开会议,分析当前汛情,部署下一步工作。')).eventDates[0]
        ?.iso,
    ).toBeUndefined();
  });
});
