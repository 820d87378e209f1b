import { describe, expect, it } from 'vitest';
import { createReportService } from '../service.js';

const service = createReportService();
const HEAD = '清溪市召开防汛会议\n2021-06-13 来源：清溪日报\n';
const BODY = '6月12日，清溪市市长林晓舟主持召开会议，研究部署防汛工作，听取了情况汇报。\n';

describe('authors', () => {
  it.each([
    '記者：請問市長如何看待防疫？',
    '記者：請問……',
    '记者：您怎么看？',
    '记者：这次会议开得真是及时！',
    '通讯员：市里的防汛准备做得如何？',
    '作者：admin',
    '作者：Admin 编辑：管理员',
  ])('none is named by %s', (line) => {
    for (const text of [HEAD + line + '\n' + BODY, HEAD + BODY + line + '\n']) {
      const { authors, editors, headlines } = service.parse(text);
      expect([...authors, ...editors].map(({ name }) => name)).toEqual([]);
      expect(headlines.map(({ text: headline }) => headline)).toEqual(['清溪市召开防汛会议']);
    }
  });

  it.each([
    ['記者：張三', ['张三']],
    ['作者：张三 李四。', ['张三', '李四']],
    ['作者：买买提·艾力。', ['买买提·艾力']],
    ['文字 | 张三', ['张三']],
    ['文字：张三 李四', ['张三', '李四']],
  ])('are named by %s', (line, names) => {
    for (const text of [HEAD + line + '\n' + BODY, HEAD + BODY + line + '\n']) {
      const { authors, zones } = service.parse(text);
      expect(authors.map(({ name }) => name)).toEqual(names);
      expect(zones.map(({ kind }) => kind)).not.toContain('furniture');
    }
  });

  it('buttons that set the size of the text are none', () => {
    const text = `清溪市召开防汛会议\n来源:清溪日报 日期:2021年6月13日 文字 【 】【增加行距】… 浏览:\n${BODY}`;
    const { authors, zones, sourceLine } = service.parse(text);
    expect(authors).toEqual([]);
    expect(sourceLine?.value).toBe('清溪日报');
    const controls = zones.filter(({ furniture }) => furniture === 'control');
    expect(controls.map(({ start, end }) => text.slice(start, end))).toEqual([
      '文字 【 】【增加行距】… 浏览:',
    ]);
  });
});
