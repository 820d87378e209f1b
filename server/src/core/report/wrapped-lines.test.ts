import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const LONG = '市委书记唐志远出席会议并讲话,市长陆明远主持会议,各县区、各部门负责同志参加。';
const kinds = (...lines: readonly string[]): string =>
  parse(`${lines.join('\n')}\n`)
    .zones.map(({ kind }) => kind)
    .slice(0, -1)
    .join(' ');

describe('a short first paragraph', () => {
  const HEAD = ['清溪市召开防汛工作会议', '2021-06-13 来源:清溪日报'] as const;
  it.each(['6月12日,清溪市召开会议。', '会议指出,要抓落实。'])('is no headline: %s', (line) => {
    expect(kinds(...HEAD, line, LONG)).toBe('headline metadata lead');
  });
  it('may be several, with furniture among them', () => {
    expect(kinds(...HEAD, '6月12日,清溪市召开会议。', '打印 关闭', '会议指出,要抓落实。', LONG)).toBe(
      'headline metadata lead furniture paragraph',
    );
  });
  it('is body where a page border breaks it', () => {
    expect(kinds(...HEAD, '6月12日,清溪市召开会议。唐志远出席会议并讲话,市长陆', LONG)).toBe(
      'headline metadata lead',
    );
  });
  it('is no field with a stop behind it', () => {
    expect(kinds(...HEAD, '作者:何书田 沈若兰。', LONG)).toBe('headline metadata metadata');
  });
  it('is a headline where nothing else is', () => {
    expect(kinds('走好新时代的长征路。', LONG)).toBe('headline');
    expect(kinds('2021-06-13 来源:清溪日报', '走好新时代的长征路。', LONG)).toBe('metadata headline');
  });
});
