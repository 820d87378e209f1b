import { describe, expect, it } from 'vitest';
import { sourceEnd } from './source-end.js';

describe('the name of a source', () => {
  it.each([
    ['清溪日报', '清溪日报'],
    ['清溪日报 2021-06-13', '清溪日报'],
    ['清溪日报2021年6月13日', '清溪日报'],
    ['清溪日报110.6.13', '清溪日报'],
    ['清溪日报 A1版', '清溪日报'],
    ['清溪日报  浏览', '清溪日报'],
    ['清溪日报&nbsp;浏览', '清溪日报'],
    ['清溪日报》作者', '清溪日报'],
    ['清溪日报-要闻', '清溪日报'],
    ['清溪日报|要闻', '清溪日报'],
    ['清溪News Daily 要闻', '清溪News Daily'],
    ['清溪110台', '清溪110台'],
    ['News-24', 'News-24'],
  ])('of %s ends', (text, name) => {
    expect(text.slice(0, sourceEnd(text, 0, text.length))).toBe(name);
  });
  it('ends where the field does', () => {
    expect(sourceEnd('清溪日报2021-06-13', 0, 6)).toBe(6);
  });
});
