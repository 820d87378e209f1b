import { describe, expect, it } from 'vitest';
import { isDismissed } from './dismissed-folders.js';
import { LOOKED_AT, looksLikeReport } from './looks-like-report.js';

const filler = '全市上下统一思想认真贯彻落实各项部署要求切实抓好当前各项重点任务'.repeat(8);
const clean = '春天来了花园里的树木长出新芽小鸟在枝头歌唱孩子们在草地上奔跑玩耍'.repeat(8);

describe('what looks like a report', () => {
  it.each([
    ['meeting and title', `某市召开防汛工作会议，市委书记某某出席。${filler}`],
    ['meeting and date', `2021-07-03 20:06\n某区召开座谈会。${filler}`],
    ['title and dateline', `本报讯（记者 某某）市长某某到基层。${filler}`],
    ['Traditional with pinyin notes', `市委書(shū)記(jì)某某主持召開會(huì)議(yì)。${filler}`],
    ['full-width digits', `２０２１年７月３日　某县召开全会。${filler}`],
  ])('%s', (_, text) => {
    expect(looksLikeReport(text)).toBe(true);
  });

  it.each([
    ['too short', '某市召开防汛工作会议，市委书记某某出席。'],
    ['one sign only', `某市召开防汛会议。${clean}`],
    ['Chinese prose', clean],
    ['English', 'The meeting of 2021-07-03 was chaired by the mayor. '.repeat(20)],
    ['empty', ''],
    [
      'signs behind the first 4 KB',
      `${clean.repeat(10).slice(0, LOOKED_AT)}某市召开会议，市委书记出席。2021-07-03`,
    ],
  ])('not: %s', (_, text) => {
    expect(looksLikeReport(text)).toBe(false);
  });

  it('takes well under 20 ms, whatever the text', () => {
    const texts = [clean, '会'.repeat(1e6), '2021-'.repeat(1e5), '(a'.repeat(1e5), '會(huì'.repeat(1e5)];
    for (const text of texts) {
      const began = performance.now();
      looksLikeReport(text);
      expect(performance.now() - began).toBeLessThan(20);
    }
  });
});

describe('dismissed folders', () => {
  it('cover what is below them', () => {
    expect(isDismissed('file:///a/b', ['file:///a'])).toBe(true);
    expect(isDismissed('file:///a', ['file:///a'])).toBe(true);
    expect(isDismissed('file:///ab', ['file:///a'])).toBe(false);
    expect(isDismissed('file:///a', [])).toBe(false);
  });
});
