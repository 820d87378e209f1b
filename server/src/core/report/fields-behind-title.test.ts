import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const BODY = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const read = (line: string) => {
  const { headlines, dateLine, sourceLine, authors } = parse(`${line}\n${BODY}\n`);
  return [headlines[0]?.value, dateLine?.iso, sourceLine?.value, authors.map(({ name }) => name).join(' ')];
};

describe('fields behind a headline', () => {
  it.each([
    [
      '清溪市防汛工作会议召开发布时间:2021-06-13来源:清溪日报作者:何书田浏览次数:55次字号:大中小',
      ['清溪市防汛工作会议召开', '2021-06-13', '清溪日报', '何书田'],
    ],
    [
      '清溪市召开全市经济工作暨重点项目建设推进大会来源：清溪日报',
      ['清溪市召开全市经济工作暨重点项目建设推进大会', undefined, '清溪日报', ''],
    ],
    [
      '清溪市召开全市经济工作暨重点项目建设推进大会 日期:2021年6月13日 浏览:23',
      ['清溪市召开全市经济工作暨重点项目建设推进大会', '2021-06-13', undefined, ''],
    ],
    [
      '清溪市教育大会隆重召开作者:何书田来源:清溪日报发布时间:2021-06-13 09:30:00',
      ['清溪市教育大会隆重召开', '2021-06-13T09:30:00', '清溪日报', '何书田'],
    ],
    ['清溪市教育大会隆重召开(来源:清溪日报)', ['清溪市教育大会隆重召开', undefined, '清溪日报', '']],
    [
      '清溪市召開經濟工作會議發佈時間：2021年6月13日來源：清溪日報',
      ['清溪市召开经济工作会议', '2021-06-13', '清溪日报', ''],
    ],
  ])('are read: %s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    '关于调整城区公交运营时间:2021年7月1日起执行',
    '清溪市疾控中心通报病例感染来源:海鲜市场',
    '陆明远在清溪市干部大会上强调:把时间留给群众',
    '清溪一名记者的坚守:三十年初心不改',
  ])('are none of a headline that holds a colon itself: %s', (line) => {
    expect(read(line)).toEqual([line, undefined, undefined, '']);
  });
});
