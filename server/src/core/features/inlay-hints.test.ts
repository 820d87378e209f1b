import { describe, expect, it } from 'vitest';
import { service } from '../testing/service.js';
import { yearHints } from './inlay-hints.js';

const hints = (text: string, language: 'en' | 'zh-cn'): readonly string[] =>
  yearHints(service.parse(text), language).map(({ label }) => label);

describe('the hint behind an event date without year', () => {
  it('is the year where the report says it', () => {
    const text = '松岭市召开会议\n2021-11-03　来源：松岭日报\n11月2日，松岭市召开会议，部署下一步的工作。\n';
    expect(hints(text, 'en')).toEqual(['2021']);
    expect(hints(text, 'zh-cn')).toEqual(['2021']);
  });
  it('is a bound in words where there is no more', () => {
    const text = '松岭市召开会议\n12月9日，松岭市召开会议，学习贯彻党的二十大精神，部署下一步的工作。\n';
    expect(hints(text, 'en')).toEqual([expect.stringMatching(/^not before 20\d\d-\d\d-\d\d$/)]);
    expect(hints(text, 'zh-cn')).toEqual([expect.stringMatching(/^不早于 20\d\d-\d\d-\d\d$/)]);
  });
});
