import { describe, expect, it } from 'vitest';
import { dateOfFile } from '../officials-file/index.js';
import { createReportService } from '../service.js';
import { defaultSettings } from '../settings.js';

const service = createReportService();
const report = (day: number, name: string, head = `2021-06-${String(day + 1)} 来源：清溪日报`): string =>
  `清溪市召开第${String(day)}次防汛会议\n${head}\n6月${String(day)}日，清溪市市长${name}主持召开防汛工作会议，部署下一步工作。\n会议指出，要压实责任、排查隐患，确保群众生命财产安全。\n`;
const NOTE = '编辑：何小舟\n版权声明：凡本网注明来源为“清溪日报”的作品，未经书面授权不得转载。\n';

describe('a file of several reports', () => {
  const text = `${report(10, '林晓舟')}${NOTE}\n${report(11, '沈若兰')}\n${report(12, '丁一')}`;
  const parsed = service.parse(text);

  it('is read one by one', () => {
    expect(parsed.later.map(({ start, dateLine }) => [text.slice(start, start + 10), dateLine?.iso])).toEqual(
      [
        ['清溪市召开第11次防', '2021-06-12'],
        ['清溪市召开第12次防', '2021-06-13'],
      ],
    );
    expect(parsed.dateLine?.iso).toBe('2021-06-11');
    expect(parsed.headlines.map(({ text: line }) => line)).toEqual(['清溪市召开第10次防汛会议']);
    expect(parsed.officials.map(({ name }) => name)).toEqual(['林晓舟', '沈若兰', '丁一']);
    expect(parsed.eventDates.map(({ iso }) => iso)).toEqual(['2021-06-10', '2021-06-11', '2021-06-12']);
  });
  it('has the date that all of them have, or none', () => {
    expect(dateOfFile(parsed)).toBeUndefined();
    expect(dateOfFile(service.parse(report(10, '林晓舟') + report(10, '沈若兰')))).toBe('2021-06-11');
    expect(dateOfFile(service.parse(report(10, '林晓舟')))).toBe('2021-06-11');
  });
  it('loses none of them to the copyright note of the first', () => {
    const fixed = service.fix(text, defaultSettings, { include: 'review' }).text;
    expect(fixed).toContain('第11次');
    expect(fixed).toContain('丁一主持');
    expect(fixed).not.toContain('版权声明');
  });
  it('dates the events of each by what it says itself', () => {
    const first = report(10, '林晓舟', '');
    const second =
      '青禾县召开学习会\n3月4日，青禾县召开会议，深入学习贯彻党的二十大精神，县长何小舟出席会议并讲话。\n';
    const { eventDates } = service.parse(`${first}${NOTE}${second}`);
    const kinds = eventDates.map(({ evidence }) => evidence.map(({ kind }) => kind));
    expect(kinds).toEqual([[], ['not-before']]);
  });
  it('shows by what closes the first one where the second has no date line', () => {
    const second = '青禾县召开春耕工作会议\n3月4日，青禾县召开春耕工作会议，县长何小舟出席会议并讲话。\n';
    const { later } = service.parse(`${report(10, '林晓舟')}${NOTE}${second}`);
    expect(later.map(({ dateLine }) => dateLine)).toEqual([undefined]);
  });
});

describe('one report', () => {
  it.each([
    [
      'a list of other articles',
      '相关新闻\n青禾县召开春耕工作会议\n2021-03-04\n青禾县召开夏收工作会议\n2021-03-05\n',
    ],
    [
      'a heading with a sentence below',
      '青禾县召开春耕工作会议\n会议还指出，要做好2021年3月4日以后的各项春耕准备工作。\n',
    ],
    [
      'the time of a meeting',
      '三、下次会议的时间和地点\n会议时间：2021-07-01\n会议还研究了其他事项，并就有关工作提出了要求。\n',
    ],
    ['a date that closes it', '清溪市人民政府办公室\n2021年6月13日\n'],
  ])('is one with %s', (_, more) => {
    expect(service.parse(report(10, '林晓舟') + more).later).toEqual([]);
  });
});
