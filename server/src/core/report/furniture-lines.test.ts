import { describe, expect, it } from 'vitest';
import { createReportService } from '../service.js';
import { defaultSettings } from '../settings.js';

const service = createReportService();
const HEAD =
  '清溪市召开防汛工作会议\n2021-06-13 来源：清溪日报\n6月12日，清溪市召开防汛工作会议，分析当前汛情，部署下一步工作。\n';
const BETWEEN = '会议指出，要压实责任、排查隐患，确保群众生命财产安全。\n';
const LAST = '会议强调，各级各部门要加强值守，做好应急准备工作。\n';

function kindsOf(text: string): string[] {
  return service
    .parse(text)
    .zones.map(({ kind, furniture }) => (furniture === undefined ? kind : `${kind} ${furniture}`));
}

const between = (...lines: string[]): string[] =>
  kindsOf(`${HEAD}${BETWEEN}${lines.join('\n')}\n${LAST}`).slice(4, -1);
const below = (...lines: string[]): string[] => kindsOf(`${HEAD}${LAST}${lines.join('\n')}\n`).slice(4);

describe('sentences that hold words of page furniture', () => {
  it.each([
    '下一篇章要由全市人民共同书写。',
    '下一条路怎么走，会议作了部署。',
    '上一篇报告已经讨论。',
    '上一条：加强领导。',
    '下一页的规划更加宏伟',
    'ICP备案要严格。',
    '京ICP备案企业要加强管理。',
    '网站标识码管理要规范。',
    '当前位置：全市经济总量居全省第三位。',
    '导航：要引领发展。',
    '主办：市政府；承办：市商务局；协办：市文旅局。',
    '首页 > 要突出重点。',
    'GDP增速 > 6.5%',
    '技术支持：要落实到人。',
    '评论：要加强引导。',
    '图片来源：要逐一核实。',
    '公开范围：要依法扩大。',
    '今天是2021年7月1日，是党的百年华诞。',
    '公安机关打掉多个博彩网站、棋牌平台。',
    '扫码登记后方可查看办事指南。',
    '文化旅游',
  ])('stay between paragraphs and below them: %s', (line) => {
    expect(between(line)).toEqual(['paragraph']);
    expect(below(line)).toEqual([expect.stringMatching(/^(?:paragraph|tail)$/)]);
  });

  it.each([
    '上一篇：清溪市召开会议',
    '下一篇 没有了',
    '下一页 >',
    '清ICP备05012345号-1',
    '清公网安备 32010002010001号',
    '网站标识码：3201000001',
    '当前位置：首页 > 政务 > 要闻',
    '您现在的位置：清溪网 要闻',
    '主办：清溪市人民政府　承办：清溪市大数据中心',
    '图片来源：清溪网',
    '今天是2021年7月1日 星期四',
    '扫一扫在手机打开当前页',
    '首页 新闻 时政 专题',
    '棋牌平台官网下载',
    '收录于合集',
    '#清溪会议 12个',
    'END',
    '点个在看你最好看',
    '阅读 2345',
    '赞 12 在看 8',
    '分享 收藏 点赞 在看',
    '24小时排行',
  ])('but not page furniture: %s', (line) => {
    expect(below(line)).toEqual([expect.stringMatching(/^furniture /)]);
  });

  it('and headings of the body, where a page would have a column or an index', () => {
    expect(between('工作动态', '名称：清溪大桥')).toEqual(['paragraph', 'paragraph']);
    expect(kindsOf(`名称：防汛会议\n${HEAD}${LAST}`)[0]).toBe('furniture index');
  });

  it('a way home is furniture between paragraphs too', () => {
    expect(between('您当前的位置：首页 >> 新闻动态 >> 正文')).toEqual(['furniture navigation']);
    expect(between('位置：清溪路12号')).toEqual(['paragraph']);
  });

  it('captions are shown and not removed', () => {
    const text = `${HEAD}图为会议现场。\n${LAST}`;
    const found = service
      .check(service.parse(text), defaultSettings)
      .findings.find(({ rule }) => rule === 'page-furniture');
    expect(found?.fix).toBeUndefined();
    expect(text.slice(found?.start, found?.end)).toBe('图为会议现场。');
  });
});

describe('tables', () => {
  it('are no rows of links', () => {
    const rows = [
      '| 乡镇 | 任务 | 完成率 |',
      '|------|------|------|',
      '| 东湖镇 | 全部 | 领先 |',
      '| 西山乡 | 120 | 98.5% |',
    ];
    expect(between(...rows)).toEqual(rows.map(() => 'paragraph'));
    expect(below(...rows)).toEqual(rows.map(() => 'tail'));
  });
  it('rows of links stand alone', () => {
    expect(below('| 本站首页 | 政务公开 | 办事服务 |')).toEqual(['furniture menu']);
  });
});

describe('page numbers', () => {
  it.each(['第 1 页 共 3 页', '— 2 —', '- 3 -', '2/3', '第2版', 'Page 3 of 5', '4'])(
    '%s between paragraphs',
    (line) => {
      expect(between(line)).toEqual(['furniture pagination']);
    },
  );
  it('are no cells of a table that was taken apart', () => {
    expect(
      between('序号', '单位', '1', '市应急局', '2', '市水利局').filter((kind) => kind !== 'paragraph'),
    ).toEqual([]);
  });
});

it('takes time linear in the number of page numbers in a row', () => {
  const start = Date.now();
  const kinds = between(...Array.from({ length: 40_000 }, () => '4'));
  expect(kinds).toHaveLength(40_000);
  expect(new Set(kinds)).toEqual(new Set(['furniture pagination']));
  // Looking at the others for each took some twenty times as long.
  expect(Date.now() - start).toBeLessThan(4000);
});

describe('lists of other articles', () => {
  it('go with their heading, marks and dates or none', () => {
    const list = ['● 清溪市召开春耕工作会议', '青禾县部署防火工作', '·市政府召开第34次常务会议 (2021-05-30)'];
    expect(below('往期推荐', ...list)).toEqual(Array.from({ length: 4 }, () => 'furniture related'));
  });
  it('end where the page goes on', () => {
    expect(below('相关链接：', '●清溪市召开会议', '编辑：沈若兰', '清溪河畔的石榴花开了').slice(2)).toEqual([
      'metadata',
      'tail',
    ]);
  });
});
